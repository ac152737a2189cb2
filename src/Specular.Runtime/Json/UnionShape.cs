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

    /// <summary>Members with only certain values, or of certain kinds.</summary>
    public UnionMember[] Members { get; init; } = Array.Empty<UnionMember>();

    /// <summary>The shape of an array's items.</summary>
    public UnionShape? Item { get; init; }
}

/// <summary>A member of an object that tells its shape from others.</summary>
internal readonly struct UnionMember
{
    /// <summary>A member, the kinds of its values, and its only values.</summary>
    public UnionMember(string name, UnionKinds kinds, params string[] values)
    {
        Name = System.Text.Encoding.UTF8.GetBytes(name);
        Kinds = kinds;
        Values = values;
    }

    /// <summary>The name of the member, as UTF-8.</summary>
    public byte[] Name { get; }

    /// <summary>The kinds of its values; an integer is a number.</summary>
    public UnionKinds Kinds { get; }

    /// <summary>Its values, as text; empty for any.</summary>
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

    /// <summary>Null.</summary>
    Null = 64,
}
