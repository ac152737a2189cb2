using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Specular.Analyzers.Facts;

namespace Specular.Analyzers.Rules.Pages;

/// <summary>An operation that answers in pages: the answer names the next page, and a parameter takes that name.</summary>
/// <param name="Parameter">The parameter that takes it.</param>
/// <param name="Path">The properties that lead to it in the answer.</param>
internal sealed record PageFacts(IParameterSymbol Parameter, ImmutableArray<IPropertySymbol> Path)
{
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal) { "CURSOR", "PAGETOKEN", "NEXTTOKEN", "NEXTPAGETOKEN", "NEXTCURSOR", "CONTINUATIONTOKEN", "PAGINATIONTOKEN" };
    private static readonly HashSet<string> s_sizes = new(StringComparer.Ordinal) { "LIMIT", "PAGESIZE", "PERPAGE", "SIZE", "COUNT", "TAKE", "TOP", "MAXRESULTS", "MAXITEMS", "FIRST" };

    /// <summary>The way to the next page, in words.</summary>
    public string Shown => string.Join(".", Path.Select(static property => property.Name));

    /// <summary>Reads them off the signature of a method; null where it does not answer in pages.</summary>
    public static PageFacts? Of(IMethodSymbol method, ApiFacts facts)
    {
        if (method.Parameters.FirstOrDefault(static parameter => parameter is { IsOptional: true, Type.SpecialType: SpecialType.System_String } && s_names.Contains(Letters(parameter.Name))) is not { } parameter)
            return null;
        if (method.ReturnType is not INamedTypeSymbol { TypeArguments: [INamedTypeSymbol answer] } || !facts.IsInClientAssembly(answer) || !PropertiesOf(answer).Any(static property => IsList(property.Type)))
            return null;
        foreach (var property in PropertiesOf(answer))
        {
            if (IsNext(property, parameter))
                return new PageFacts(parameter, ImmutableArray.Create(property));
            if (property.Type is INamedTypeSymbol part && facts.IsInClientAssembly(part) && PropertiesOf(part).FirstOrDefault(inner => IsNext(inner, parameter)) is { } next)
                return new PageFacts(parameter, ImmutableArray.Create(property, next));
        }
        return null;
    }

    /// <summary>True for a parameter with which a caller says how much it wants.</summary>
    public static bool IsSize(IParameterSymbol parameter) => s_sizes.Contains(Letters(parameter.Name));

    /// <summary>True for a list.</summary>
    public static bool IsList(ITypeSymbol type) => type is INamedTypeSymbol { Name: "IReadOnlyList", TypeArguments.Length: 1 };

    // 'cursor' is asked for by 'cursor' or 'nextCursor', 'pageToken' by 'nextPageToken'.
    private static bool IsNext(IPropertySymbol property, IParameterSymbol parameter)
    {
        var (name, wanted) = (Letters(property.Name), Letters(parameter.Name));
        return property.Type.SpecialType == SpecialType.System_String && (name == wanted || name == "NEXT" + wanted || "NEXT" + name == wanted);
    }

    private static IEnumerable<IPropertySymbol> PropertiesOf(INamedTypeSymbol type) => type.GetMembers().OfType<IPropertySymbol>().Where(static property => property.DeclaredAccessibility == Accessibility.Public);

    private static string Letters(string name) => new string(name.Where(char.IsLetterOrDigit).ToArray()).ToUpperInvariant();
}
