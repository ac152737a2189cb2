using System;

namespace Specular.Runtime;

/// <summary>
/// What the description says of the value that a property or parameter stands for, in the words of its Schema Object (OpenAPI 3.1, section 4.8.24).
/// A fact that is not set is not in the description.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
internal sealed class OpenApiPropertyAttribute : Attribute
{
    /// <param name="wireName">The name on the wire, exactly.</param>
    public OpenApiPropertyAttribute(string wireName) => WireName = wireName;

    /// <summary>The name on the wire, exactly.</summary>
    public string WireName { get; }

    /// <summary><c>format</c>.</summary>
    public string? Format { get; set; }

    /// <summary>True for a 64-bit integer that identifies something: it may not lose a digit.</summary>
    public bool Identifier { get; set; }

    /// <summary><c>https</c> where the value has to be an https origin (RFC 6454: scheme, host and optional port, nothing else).</summary>
    public string? Origin { get; set; }

    /// <summary><c>pattern</c>, as ECMA-262 has it.</summary>
    public string? Pattern { get; set; }

    /// <summary><c>minLength</c> in characters; -1 where there is none.</summary>
    public int MinLength { get; set; } = -1;

    /// <summary><c>maxLength</c> in characters; -1 where there is none.</summary>
    public int MaxLength { get; set; } = -1;

    /// <summary><c>minimum</c>, or <c>exclusiveMinimum</c> after a <c>&gt;</c>, as the description writes the number.</summary>
    public string? Minimum { get; set; }

    /// <summary><c>maximum</c>, or <c>exclusiveMaximum</c> after a <c>&lt;</c>, as the description writes the number.</summary>
    public string? Maximum { get; set; }

    /// <summary><c>multipleOf</c>, as the description writes the number.</summary>
    public string? MultipleOf { get; set; }

    /// <summary><c>minItems</c>; -1 where there is none.</summary>
    public int MinItems { get; set; } = -1;

    /// <summary><c>maxItems</c>; -1 where there is none.</summary>
    public int MaxItems { get; set; } = -1;

    /// <summary><c>uniqueItems</c>.</summary>
    public bool UniqueItems { get; set; }

    /// <summary><c>format</c> of the items.</summary>
    public string? ItemFormat { get; set; }

    /// <summary><c>pattern</c> of the items.</summary>
    public string? ItemPattern { get; set; }

    /// <summary><c>minLength</c> of the items; -1 where there is none.</summary>
    public int ItemMinLength { get; set; } = -1;

    /// <summary><c>maxLength</c> of the items; -1 where there is none.</summary>
    public int ItemMaxLength { get; set; } = -1;

    /// <summary><c>minimum</c> of the items, as <see cref="Minimum"/> has it.</summary>
    public string? ItemMinimum { get; set; }

    /// <summary><c>maximum</c> of the items, as <see cref="Maximum"/> has it.</summary>
    public string? ItemMaximum { get; set; }

    /// <summary><c>multipleOf</c> of the items.</summary>
    public string? ItemMultipleOf { get; set; }

    /// <summary><c>enum</c> or <c>const</c>, where C# has no enum for it, or one with more values; numbers as the description writes them.</summary>
    public string[]? Enum { get; set; }

    /// <summary><c>deprecated</c>, of a parameter; a property that is has <c>[Obsolete]</c>, which C# does not have for parameters.</summary>
    public bool Deprecated { get; set; }

    /// <summary>The wire name of what is to be used in the place of a deprecated parameter, if the description names it.</summary>
    public string? Replacement { get; set; }

    /// <summary><c>readOnly</c>: sent by the server only.</summary>
    public bool ReadOnly { get; set; }

    /// <summary><c>writeOnly</c>: sent to the server only.</summary>
    public bool WriteOnly { get; set; }
}
