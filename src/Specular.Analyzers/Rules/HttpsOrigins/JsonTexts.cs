using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Flow;

namespace Specular.Analyzers.Rules.HttpsOrigins;

/// <summary>Finds origins in JSON that is written as a string literal.</summary>
internal sealed class JsonTexts
{
    private readonly Regex _member;

    public JsonTexts(IEnumerable<string> wireNames)
    {
        var names = string.Join("|", wireNames.OrderBy(static name => name, StringComparer.Ordinal).Select(Regex.Escape));
        _member = new Regex("\"(?<name>" + names + ")\"\\s*:\\s*\"(?<value>[^\"\\\\]*)(?<end>\"?)", RegexOptions.CultureInvariant);
    }

    /// <summary>The diagnostics for one literal, of which a part of an interpolated string is one.</summary>
    public IEnumerable<Diagnostic> Check(IOperation literal)
    {
        if (TokenOf(literal.Syntax) is not { } token || token.ValueText.IndexOf('"') < 0)
            yield break;
        foreach (Match match in _member.Matches(token.ValueText))
        {
            var value = match.Groups["value"];
            var ends = match.Groups["end"].Length > 0;
            if (!ends && value.Index + value.Length < token.ValueText.Length)
                continue; // An escape within the value: not read any further.
            if (!ends && !GoesOn(literal))
                continue;
            var text = Known(value.Value) + (ends ? "" : OriginCheck.Unknown.ToString());
            if (text.Length > 0 && text[0] == OriginCheck.Unknown)
                continue;
            if (OriginCheck.Find(text) is { } fault)
                yield return OriginReport.Create(match.Groups["name"].Value, PlaceOf(token, value), fault, EditOf(token, text, value, fault));
        }
    }

    private static SyntaxToken? TokenOf(SyntaxNode syntax) => syntax switch
    {
        LiteralExpressionSyntax literal => literal.Token,
        InterpolatedStringTextSyntax text => text.TextToken,
        _ => null,
    };

    /// <summary>A placeholder of any template language is text that is not known.</summary>
    private static string Known(string value)
    {
        var hole = value.IndexOfAny(['{', '<', '$', '%']);
        return hole < 0 ? value : value.Substring(0, hole) + OriginCheck.Unknown;
    }

    /// <summary>True where something is appended to the literal.</summary>
    private static bool GoesOn(IOperation literal) => literal.Parent switch
    {
        IInterpolatedStringTextOperation part => part.Parent is IInterpolatedStringOperation whole && whole.Parts.Last() != part,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } => true,
        _ => false,
    };

    private static Location PlaceOf(SyntaxToken token, Group value) =>
        (value.Length > 0 ? LiteralText.PlaceOf(token, value.Value, value.Index) : null) ?? token.GetLocation();

    private static (Location Place, string Old, string New)? EditOf(SyntaxToken token, string text, Group value, OriginFault fault) =>
        OriginReport.CureOf(text, value.Value, fault) is { } cure && LiteralText.PlaceOf(token, cure.Old, value.Index) is { } place ? (place, cure.Old, cure.New) : null;
}
