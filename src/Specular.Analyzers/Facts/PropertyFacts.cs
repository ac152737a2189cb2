using Microsoft.CodeAnalysis;

namespace Specular.Analyzers.Facts;

/// <summary>What the description says of a generated property or parameter.</summary>
internal sealed record PropertyFacts(string WireName, bool IsId, bool IsHttpsOrigin)
{
    /// <summary>Reads the facts that a symbol carries; null where it carries none.</summary>
    public static PropertyFacts? Read(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (FactAttributes.NameOf(attribute) == FactAttributes.Property && FactAttributes.Text(attribute, 0) is { } wireName)
            {
                return new PropertyFacts(
                    wireName,
                    FactAttributes.Named(attribute, "Identifier") is true,
                    FactAttributes.Named(attribute, "Origin") is "https");
            }
        }
        return null;
    }
}
