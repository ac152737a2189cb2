using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Wire;

namespace Specular.Analyzers.Rules.NarrowedIds;

/// <summary>Reads the templates of routes, and what their handlers declare: <c>"/integrations/{integrationId:int}"</c>.</summary>
internal sealed class RouteTemplates
{
    private static readonly Regex s_parameter = new(@"\{\*{0,2}(?<name>\w+)(?::(?<constraint>[^:{}=?]+))*[=?}]", RegexOptions.CultureInvariant);

    private readonly ApiFacts _facts;
    private readonly OwnNames _own;

    public RouteTemplates(ApiFacts facts, OwnNames own)
    {
        _facts = facts;
        _own = own;
    }

    /// <summary>True where a template has a parameter of this name; names of routes have no case.</summary>
    public static bool HasParameter(string template, string name) =>
        s_parameter.Matches(template).Cast<Match>().Any(match => string.Equals(match.Groups["name"].Value, name, System.StringComparison.OrdinalIgnoreCase));

    /// <summary>The constraints in a template that let no 64-bit id through.</summary>
    public IEnumerable<Diagnostic> CheckTemplate(ExpressionSyntax? template)
    {
        if (template is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token: var token } || token.ValueText.IndexOf(':') < 0)
            yield break;
        foreach (Match match in s_parameter.Matches(token.ValueText))
        {
            var name = match.Groups["name"].Value;
            if (!IsId(name))
                continue;
            foreach (Capture constraint in match.Groups["constraint"].Captures)
            {
                if (constraint.Value is "int" or "float" or "double" && LiteralText.PlaceOf(token, constraint.Value, constraint.Index) is { } place)
                    yield return Narrowing.Report(place, NarrowingShape.Constraint, new IdValue(name, IdForm.Text), constraint.Value, constraint.Value == "int" ? Narrowing.CannotHold : Narrowing.Rounds);
            }
        }
    }

    /// <summary>A parameter of a handler that takes an id from the wire with too narrow a type; null where it does not.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="name">The name under which it is bound.</param>
    public Diagnostic? CheckParameter(IParameterSymbol parameter, string name) =>
        NarrowTypes.Find(parameter.Type) is { } narrow && IsId(name) && parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax { Type: { } type }
            ? Narrowing.Report(type, NarrowingShape.Type, new IdValue(name, IdForm.Text), narrow)
            : null;

    private bool IsId(string name) => _facts.IsIdName(name) && !_own.Has(name);
}
