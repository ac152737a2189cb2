using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Specular.Analyzers.Facts;

/// <summary>What the schema of a property or parameter asks of its value; null and empty where it asks nothing.</summary>
internal sealed record ValueFacts(
    string? Format,
    string? Pattern,
    bool IsOrigin,
    int? MinLength,
    int? MaxLength,
    string? Minimum,
    string? Maximum,
    string? MultipleOf,
    int? MinItems,
    int? MaxItems,
    bool UniqueItems,
    ImmutableArray<string> Enum,
    bool ReadOnly,
    bool WriteOnly,
    bool Deprecated,
    string? Replacement)
{
    private static readonly ValueFacts s_none = new(null, null, false, null, null, null, null, null, null, null, false, ImmutableArray<string>.Empty, false, false, false, null);

    /// <summary>What is asked of each item of a list; null where nothing is.</summary>
    public ValueFacts? Items { get; init; }

    /// <summary>The facts of a property or parameter; null where it carries none.</summary>
    public static ValueFacts? Of(ISymbol symbol, ApiFacts facts) => facts.ValueOf(symbol);

    /// <summary>Reads the facts that a symbol carries; null where it carries none.</summary>
    public static ValueFacts? Read(ISymbol symbol)
    {
        if (PropertyFacts.Read(symbol) is null)
            return null;
        var attribute = symbol.GetAttributes().First(static attribute => FactAttributes.NameOf(attribute) == FactAttributes.Property);
        return new ValueFacts(
            Text("Format"),
            Text("Pattern"),
            Text("Origin") is not null,
            Count("MinLength"),
            Count("MaxLength"),
            Text("Minimum"),
            Text("Maximum"),
            Text("MultipleOf"),
            Count("MinItems"),
            Count("MaxItems"),
            Is("UniqueItems"),
            FactAttributes.Texts(attribute, "Enum"),
            Is("ReadOnly"),
            Is("WriteOnly"),
            Is("Deprecated"),
            Text("Replacement"))
        {
            Items = OfItems(),
        };

        ValueFacts? OfItems()
        {
            var items = s_none with
            {
                Format = Text("ItemFormat"),
                Pattern = Text("ItemPattern"),
                MinLength = Count("ItemMinLength"),
                MaxLength = Count("ItemMaxLength"),
                Minimum = Text("ItemMinimum"),
                Maximum = Text("ItemMaximum"),
                MultipleOf = Text("ItemMultipleOf"),
            };
            return items == s_none ? null : items;
        }

        string? Text(string name) => FactAttributes.Named(attribute, name) as string;

        int? Count(string name) => FactAttributes.Named(attribute, name) as int?;

        bool Is(string name) => FactAttributes.Named(attribute, name) is true;
    }
}
