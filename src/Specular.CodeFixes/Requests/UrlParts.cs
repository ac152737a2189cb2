using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Specular.CodeFixes.Requests;

/// <summary>Takes the values of path parameters out of the text of a URL.</summary>
internal static class UrlParts
{
    // Characters for private use stand for the holes of an interpolated string.
    private const char FirstHole = '\uE000';
    private const int MostHoles = 64;

    private static readonly Regex s_parameter = new(@"\{(?<name>[^{}]*)\}", RegexOptions.CultureInvariant);

    /// <summary>What stands for each parameter of a path template; null where the URL has a query, or a value is put together.</summary>
    public static IReadOnlyDictionary<string, string>? Read(ExpressionSyntax url, string template, SemanticModel model, CancellationToken cancellationToken)
    {
        if (url is ObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var text }, ..] })
            url = text;
        var holes = new List<ExpressionSyntax>();
        if (TextOf(url, holes, model, cancellationToken) is not { } written || written.IndexOfAny(['?', '#']) >= 0)
            return null;
        var names = s_parameter.Matches(template).Cast<Match>().Select(static match => match.Groups["name"].Value).ToList();
        var match = Regex.Match(written, string.Join("([^/]+)", Regex.Split(template, @"\{[^{}]*\}").Select(Regex.Escape)) + "\\z", RegexOptions.CultureInvariant | RegexOptions.Singleline);
        if (!match.Success)
            return null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
        {
            if (ValueOf(match.Groups[i + 1].Value, holes) is not { } value)
                return null;
            values[names[i]] = value;
        }
        return values;
    }

    private static string? TextOf(ExpressionSyntax url, List<ExpressionSyntax> holes, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetConstantValue(url, cancellationToken) is { HasValue: true, Value: string constant })
            return constant;
        if (url is not InterpolatedStringExpressionSyntax interpolated)
            return null;
        var text = new StringBuilder();
        foreach (var part in interpolated.Contents)
        {
            switch (part)
            {
                case InterpolatedStringTextSyntax literal:
                    text.Append(literal.TextToken.ValueText);
                    break;
                case InterpolationSyntax { FormatClause: null, AlignmentClause: null, Expression: var hole } when holes.Count < MostHoles:
                    if (model.GetConstantValue(hole, cancellationToken) is { HasValue: true, Value: string known })
                    {
                        text.Append(known);
                        break;
                    }
                    text.Append((char)(FirstHole + holes.Count));
                    holes.Add(hole);
                    break;
                default:
                    return null;
            }
        }
        return text.ToString();
    }

    private static string? ValueOf(string part, List<ExpressionSyntax> holes)
    {
        if (part.Length == 1 && part[0] >= FirstHole && part[0] < FirstHole + holes.Count)
            return Bare(holes[part[0] - FirstHole]).ToString();
        return part.Any(c => c >= FirstHole && c < FirstHole + MostHoles) || part.IndexOf('%') >= 0 ? null : SymbolDisplay.FormatLiteral(part, quote: true);
    }

    /// <summary>The value below what only makes a part of a URL of it, which the client does itself.</summary>
    private static ExpressionSyntax Bare(ExpressionSyntax hole) => hole switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "EscapeDataString" or "UrlEncode" }, ArgumentList.Arguments: [{ Expression: var value }] } => Bare(value),
        ParenthesizedExpressionSyntax { Expression: var value } => Bare(value),
        _ => hole,
    };
}
