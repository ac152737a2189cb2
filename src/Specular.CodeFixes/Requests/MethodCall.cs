using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Specular.Analyzers.Facts;

namespace Specular.CodeFixes.Requests;

/// <summary>Writes the call of a client's method that sends what a request by hand sends.</summary>
internal static class MethodCall
{
    /// <summary>The call; null where the method wants or takes something else than the request has.</summary>
    public static string? Write(InvocationExpressionSyntax call, ExpressionSyntax url, string client, ApiOperation target, ApiFacts facts, SemanticModel model, CancellationToken cancellationToken)
    {
        if (UrlParts.Read(url, target.Facts.Path, model, cancellationToken) is not { } inPath)
            return null;
        string? body = null, token = null;
        foreach (var argument in call.ArgumentList.Arguments)
        {
            if (argument.Expression == url || argument.Expression.Span.Contains(url.Span))
                continue;
            var type = model.GetTypeInfo(argument.Expression, cancellationToken);
            if (type.ConvertedType is { Name: "CancellationToken" })
                token = argument.Expression.ToString();
            else if (body is null && BodyIn(argument.Expression, type) is { } found)
                body = found;
            else
                return null;
        }
        return Arguments(target.Method, inPath, body, token, facts) is { } arguments ? $"{client}.{target.Method.Name}({arguments})" : null;
    }

    /// <summary>What is sent as JSON: <c>JsonContent.Create(body)</c>, or the value itself. An empty text stands for no body.</summary>
    private static string? BodyIn(ExpressionSyntax expression, TypeInfo type)
    {
        if (expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression })
            return "";
        if (type.ConvertedType is not { Name: "HttpContent" })
            return type.Type is { Name: "JsonSerializerOptions" or "HttpCompletionOption" } || type.Type?.Name.StartsWith("JsonTypeInfo", StringComparison.Ordinal) == true ? null : expression.ToString();
        return expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Create", Expression: var home }, ArgumentList.Arguments: [{ Expression: var value }] }
            && home.ToString().EndsWith("JsonContent", StringComparison.Ordinal)
                ? value.ToString()
                : null;
    }

    private static string? Arguments(IMethodSymbol method, IReadOnlyDictionary<string, string> inPath, string? body, string? token, ApiFacts facts)
    {
        var written = new List<string>();
        var inOrder = true;
        var taken = 0;
        foreach (var parameter in method.Parameters)
        {
            string? value;
            if (parameter.Type.Name == "CancellationToken")
            {
                value = token;
            }
            else if (inPath.Keys.FirstOrDefault(name => facts.Of(parameter)?.WireName == name || Letters(name) == Letters(parameter.Name)) is { } name)
            {
                value = inPath[name];
                taken++;
            }
            else if (facts.Of(parameter) is null && !string.IsNullOrEmpty(body) && !parameter.Type.IsValueType)
            {
                value = body;
                body = null;
            }
            else
            {
                value = null;
            }

            if (value is null && !parameter.IsOptional)
                return null;
            if (value is not null)
                written.Add(inOrder ? value : parameter.Name + ": " + value);
            inOrder &= value is not null;
        }
        return string.IsNullOrEmpty(body) && taken == inPath.Count ? string.Join(", ", written) : null;
    }

    private static string Letters(string name) => new string(name.Where(char.IsLetterOrDigit).ToArray()).ToUpperInvariant();
}
