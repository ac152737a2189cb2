using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Specular.Analyzers.Facts;

/// <summary>What the description says of a generated property or parameter.</summary>
internal sealed record PropertyFacts(string WireName, bool IsId, bool IsHttpsOrigin)
{
    /// <summary>True for an id, and for any other integer that the description says to need 64 bits.</summary>
    public bool IsInt64 { get; init; }

    /// <summary>Reads the facts that a symbol carries; null where it carries none.</summary>
    public static PropertyFacts? Read(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (FactAttributes.NameOf(attribute) == FactAttributes.Property && FactAttributes.Text(attribute, 0) is { } wireName)
            {
                var isId = FactAttributes.Named(attribute, "Identifier") is true;
                return new PropertyFacts(wireName, isId, FactAttributes.Named(attribute, "Origin") is "https")
                {
                    IsInt64 = isId || (FactAttributes.Named(attribute, "Format") is "int64" && !FitsInt32(FactAttributes.Named(attribute, "Maximum"))),
                };
            }
        }
        return null;
    }

    /// <summary>A bound that the description gives shows that the integer is small, whatever its format.</summary>
    private static bool FitsInt32(object? maximum) =>
        maximum is string bound && decimal.TryParse(bound.TrimStart('<'), NumberStyles.Number, CultureInfo.InvariantCulture, out var most) && most <= int.MaxValue;
}
