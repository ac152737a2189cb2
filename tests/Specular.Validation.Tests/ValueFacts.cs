using System.Collections.ObjectModel;
using System.Globalization;
using System.Reflection;

namespace Specular.Validation.Tests;

/// <summary>What the client says of the value of a property, in its <c>OpenApiProperty</c> attribute.</summary>
internal sealed record ValueFacts
{
    public static readonly ValueFacts None = new();

    /// <summary>The name on the wire; null for what has none.</summary>
    public string? WireName { get; private init; }

    public string? Format { get; private init; }

    public string? Origin { get; private init; }

    public int MinLength { get; private init; }

    public int MaxLength { get; private init; } = int.MaxValue;

    public int MinItems { get; private init; }

    public int MaxItems { get; private init; } = int.MaxValue;

    public bool UniqueItems { get; private init; }

    /// <summary>The least number, and whether it is one.</summary>
    public (decimal Value, bool IsExclusive)? Minimum { get; private init; }

    public (decimal Value, bool IsExclusive)? Maximum { get; private init; }

    public decimal? MultipleOf { get; private init; }

    public IReadOnlyList<string> Enum { get; private init; } = [];

    /// <summary>Only one side sends it: whether it is required there, the property does not say.</summary>
    public bool IsOneWay { get; private init; }

    public static ValueFacts Of(PropertyInfo property)
    {
        if (property.GetCustomAttributesData().FirstOrDefault(attribute => attribute.AttributeType.Name == "OpenApiPropertyAttribute") is not { } attribute)
            return None;
        var facts = attribute.NamedArguments.ToDictionary(argument => argument.MemberName, argument => argument.TypedValue.Value);
        return new ValueFacts
        {
            WireName = (string)attribute.ConstructorArguments[0].Value!,
            Format = facts.GetValueOrDefault("Format") as string,
            Origin = facts.GetValueOrDefault("Origin") as string,
            MinLength = facts.GetValueOrDefault("MinLength") as int? ?? 0,
            MaxLength = facts.GetValueOrDefault("MaxLength") as int? ?? int.MaxValue,
            MinItems = facts.GetValueOrDefault("MinItems") as int? ?? 0,
            MaxItems = facts.GetValueOrDefault("MaxItems") as int? ?? int.MaxValue,
            UniqueItems = facts.GetValueOrDefault("UniqueItems") is true,
            Minimum = Bound(facts.GetValueOrDefault("Minimum") as string),
            Maximum = Bound(facts.GetValueOrDefault("Maximum") as string),
            MultipleOf = Bound(facts.GetValueOrDefault("MultipleOf") as string)?.Value,
            Enum = facts.GetValueOrDefault("Enum") is ReadOnlyCollection<CustomAttributeTypedArgument> values ? [.. values.Select(value => (string)value.Value!)] : [],
            IsOneWay = facts.GetValueOrDefault("ReadOnly") is true || facts.GetValueOrDefault("WriteOnly") is true,
        };
    }

    private static (decimal Value, bool IsExclusive)? Bound(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var isExclusive = text[0] is '<' or '>';
        return (decimal.Parse(isExclusive ? text[1..] : text, NumberStyles.Float, CultureInfo.InvariantCulture), isExclusive);
    }
}
