using System;

namespace Specular.Runtime;

/// <summary>What the values of one case of a union look like, as far as it tells them from those of another.</summary>
internal sealed class UnionShape
{
    /// <summary>The kinds of JSON values that it takes.</summary>
    public UnionKinds Kinds { get; init; }

    /// <summary>The only values, as text; empty for any.</summary>
    public string[] Values { get; init; } = [];

    /// <summary>The <c>format</c> of a string: one that can be checked has to fit.</summary>
    public string? Format { get; init; }

    /// <summary>The members that an object always has.</summary>
    public JsonNames Required { get; init; } = JsonNames.None;

    /// <summary>The members that an object may have.</summary>
    public JsonNames Known { get; init; } = JsonNames.None;

    /// <summary>Members with only certain values.</summary>
    public UnionConstant[] Constants { get; init; } = Array.Empty<UnionConstant>();

    /// <summary>The shape of an array's items.</summary>
    public UnionShape? Item { get; init; }
}

/// <summary>A member of an object that has only certain values.</summary>
internal readonly struct UnionConstant
{
    /// <summary>A member and its values.</summary>
    public UnionConstant(string name, params string[] values)
    {
        Name = System.Text.Encoding.UTF8.GetBytes(name);
        Values = values;
    }

    /// <summary>The name of the member, as UTF-8.</summary>
    public byte[] Name { get; }

    /// <summary>Its values, as text.</summary>
    public string[] Values { get; }
}

/// <summary>Kinds of JSON values.</summary>
[Flags]
internal enum UnionKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><c>true</c> and <c>false</c>.</summary>
    Boolean = 1,

    /// <summary>Numbers without a fraction.</summary>
    Integer = 2,

    /// <summary>All numbers.</summary>
    Number = 4,

    /// <summary>Strings.</summary>
    String = 8,

    /// <summary>Arrays.</summary>
    Array = 16,

    /// <summary>Objects.</summary>
    Object = 32,
}
