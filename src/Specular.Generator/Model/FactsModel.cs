namespace Specular.Generator.Model;

/// <summary>What the description says of a value beyond its type, for the docs and for the analyzers; null where it says nothing.</summary>
internal sealed record FactsModel
{
    public static readonly FactsModel None = new();

    public string? Format { get; init; }

    public bool Identifier { get; init; }

    /// <summary>It, or what it holds, is not for showing.</summary>
    public bool Secret { get; init; }

    public string? Origin { get; init; }

    public string? Pattern { get; init; }

    /// <summary>The name by which .NET knows the language that the text is in, such as <c>Uri</c>; null where the consumer's framework has no way to say it.</summary>
    public string? Syntax { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public string? Minimum { get; init; }

    public string? Maximum { get; init; }

    public string? MultipleOf { get; init; }

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    public bool UniqueItems { get; init; }

    /// <summary>What constrains each item of a list; null where nothing does.</summary>
    public FactsModel? Items { get; init; }

    /// <summary>The only values, where the type does not say them.</summary>
    public EquatableArray<string> Enum { get; init; }

    /// <summary>What the description names in the place of what it deprecates.</summary>
    public string? Replacement { get; init; }

    public bool ReadOnly { get; init; }

    public bool WriteOnly { get; init; }

    public string? Example { get; init; }

    public string? Default { get; init; }
}
