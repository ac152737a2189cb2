using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Specular.Analyzers.Rules.Values;

/// <summary>What a fix puts in the place of a literal: the additional location of a diagnostic is the literal, a property is the new source text.</summary>
internal static class LiteralCure
{
    /// <summary>The property that holds the new source text.</summary>
    public const string NewText = "new";

    /// <summary>Makes a diagnostic with a cure, where there is one and the value is a plain string literal.</summary>
    public static Diagnostic Create(DiagnosticDescriptor descriptor, SyntaxNode place, SyntaxNode source, string? cure, params object[] arguments)
    {
        if (cure is null || source is not LiteralExpressionSyntax { Token.RawKind: (int)SyntaxKind.StringLiteralToken } literal)
            return Diagnostic.Create(descriptor, place.GetLocation(), arguments);
        var properties = ImmutableDictionary<string, string?>.Empty.Add(NewText, SymbolDisplay.FormatLiteral(cure, quote: true));
        return Diagnostic.Create(descriptor, place.GetLocation(), [literal.GetLocation()], properties, arguments);
    }
}
