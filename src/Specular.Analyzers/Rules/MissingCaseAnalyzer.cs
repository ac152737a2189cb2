using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Rules.ClosedTypes;

namespace Specular.Analyzers.Rules;

/// <summary>SPEC106: a <c>switch</c> over the result of an operation, or over a choice, leaves out cases.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingCaseAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that lists the missing cases.</summary>
    internal const string Missing = "missing";

    private const int MaxShown = 3;

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.MissingCase);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ApiFacts.Find(start.Compilation) is { } facts)
                start.RegisterOperationAction(operation => Analyze(operation, facts), OperationKind.Switch, OperationKind.SwitchExpression);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ApiFacts facts)
    {
        if (ClosedSwitch.Read(context.Operation, facts) is not { Missing.IsEmpty: false } found)
            return;
        var tested = TestsBefore(found);
        var missing = found.Missing.Where(type => !tested.Exists(test => CaseCoverage.Names(test, type))).ToList();
        if (missing.Count == 0)
            return;
        var properties = ImmutableDictionary<string, string?>.Empty.Add(Missing, string.Join(",", missing.Select(static type => type.Name)));
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.MissingCase, found.Keyword.GetLocation(), properties, found.Value.Type!.Name, Shown(missing)));
    }

    /// <summary>What <c>is</c> has asked of the same variable before: a case that was dealt with there is not missing here.</summary>
    private static List<IPatternOperation> TestsBefore(ClosedSwitch found)
    {
        if (VariableIn(found.Value) is not { } variable)
            return [];
        IOperation root = found.Value;
        while (root.Parent is { } parent)
            root = parent;
        return root.Descendants()
            .OfType<IIsPatternOperation>()
            .Where(test => test.Syntax.SpanStart < found.Keyword.SpanStart && SymbolEqualityComparer.Default.Equals(VariableIn(test.Value), variable))
            .Select(static test => test.Pattern)
            .ToList();
    }

    private static ISymbol? VariableIn(IOperation value) => value.Unwrapped() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private static string Shown(IReadOnlyList<INamedTypeSymbol> missing)
    {
        var names = missing.Take(missing.Count > MaxShown + 1 ? MaxShown : missing.Count).Select(static type => "'" + type.Name + "'").ToList();
        var rest = missing.Count - names.Count;
        if (rest > 0)
            names.Add(rest + " more");
        return names.Count == 1 ? names[0] : string.Join(", ", names.Take(names.Count - 1)) + " and " + names[names.Count - 1];
    }
}
