using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Facts;

namespace Specular.Analyzers.Rules.ClosedTypes;

/// <summary>A <c>switch</c> over a closed type of a client.</summary>
/// <param name="Value">What is switched over.</param>
/// <param name="Keyword">Where a squiggle goes.</param>
/// <param name="Missing">The cases that no arm covers for certain.</param>
internal sealed record ClosedSwitch(IOperation Value, SyntaxToken Keyword, ImmutableArray<INamedTypeSymbol> Missing)
{
    /// <summary>Reads a switch statement or expression; null for one over anything else.</summary>
    public static ClosedSwitch? Read(IOperation operation, ApiFacts facts) => operation switch
    {
        ISwitchOperation { Syntax: SwitchStatementSyntax syntax } statement when ClosedType.CasesOf(statement.Value.Type, facts) is { IsEmpty: false } cases =>
            Read(statement.Value, syntax.SwitchKeyword, PatternsOf(statement), cases),
        ISwitchExpressionOperation { Syntax: SwitchExpressionSyntax syntax } expression when ClosedType.CasesOf(expression.Value.Type, facts) is { IsEmpty: false } cases =>
            Read(expression.Value, syntax.SwitchKeyword, PatternsOf(expression), cases),
        _ => null,
    };

    private static ClosedSwitch Read(IOperation value, SyntaxToken keyword, IReadOnlyCollection<IPatternOperation>? patterns, ImmutableArray<INamedTypeSymbol> cases)
    {
        var missing = patterns is null ? ImmutableArray<INamedTypeSymbol>.Empty : cases.Where(type => !patterns.Any(pattern => CaseCoverage.Covers(pattern, type))).ToImmutableArray();
        return new ClosedSwitch(value, keyword, missing);
    }

    // The patterns that always count; null where 'default' takes what they leave.
    private static List<IPatternOperation>? PatternsOf(ISwitchOperation statement)
    {
        var clauses = statement.Cases.SelectMany(static section => section.Clauses).ToList();
        return clauses.Exists(static clause => clause is IDefaultCaseClauseOperation)
            ? null
            : clauses.OfType<IPatternCaseClauseOperation>().Where(static clause => clause.Guard is null).Select(static clause => clause.Pattern).ToList();
    }

    private static List<IPatternOperation> PatternsOf(ISwitchExpressionOperation expression) =>
        expression.Arms.Where(static arm => arm.Guard is null).Select(static arm => arm.Pattern).ToList();
}
