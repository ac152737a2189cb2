using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Clues;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Rules.Constraints;
using Specular.Analyzers.Rules.Values;

namespace Specular.Analyzers.Rules;

/// <summary>SPEC104: a constant breaks the pattern, length, range, format or count that the description asks for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BrokenConstraintAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.BrokenConstraint);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ApiCompilation.Find(start.Compilation) is not { } api)
                return;
            var (facts, values) = (api.Facts, api.Values);
            var check = new ConstraintCheck();
            api.Bodies.RegisterWhere(start, Clue.Client, operation =>
            {
                if (ApiSink.Find(operation.Operation, facts) is { } sink)
                    Analyze(operation, sink, facts, values, check);
            }, ApiSink.Kinds);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ApiSink sink, ApiFacts facts, KnownValues values, ConstraintCheck check)
    {
        if (IsGuid(sink.Type))
            CheckGuid(context, sink, values);
        if (ValueFacts.Of(sink.Member, facts) is not { } asked)
            return;
        foreach (var known in values.Of(sink.Value, context.CancellationToken))
        {
            if (Find(known, asked, check) is { } fault)
                Report(known.Place, fault);

            // A collection that a variable holds may still change before it is sent.
            else if (known.Place == known.Operation.Syntax && values.ItemsOf(known.Operation) is { } items)
                CheckItems(items, known.Place);
        }

        void CheckItems(IReadOnlyList<IOperation> items, SyntaxNode place)
        {
            if (ConstraintCheck.FindInCount(items.Count, asked) is { } fault)
                Report(place, fault);
            foreach (var known in asked.Items is null ? [] : items.SelectMany(item => values.Of(item, context.CancellationToken)))
            {
                if (Find(known, asked.Items!, check) is { } broken)
                    Report(known.Place, broken);
            }
            if (!asked.UniqueItems)
                return;
            var seen = new HashSet<object>();
            foreach (var item in items)
            {
                if (values.Of(item, context.CancellationToken).ToList() is [{ Constant: { } constant } only] && !seen.Add(constant))
                    Report(only.Place, $"{only.Place} is in it twice, and no item may be");
            }
        }

        void Report(SyntaxNode place, string fault) => BrokenConstraintAnalyzer.Report(context, sink, place, fault);
    }

    /// <summary>A text that is made into a UUID on its way, and is none.</summary>
    private static void CheckGuid(OperationAnalysisContext context, ApiSink sink, KnownValues values)
    {
        foreach (var known in values.Of(sink.Value, context.CancellationToken))
        {
            if (GuidText(known.Operation) is { } text && !System.Guid.TryParse(text, out _))
                Report(context, sink, known.Place, $"'{ConstraintCheck.Shown(text)}' is no UUID");
        }
    }

    private static void Report(OperationAnalysisContext context, ApiSink sink, SyntaxNode place, string fault) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.BrokenConstraint, place.GetLocation(), sink.Member.Name, fault));

    private static string? Find(KnownValue known, ValueFacts asked, ConstraintCheck check) => known.Constant switch
    {
        string text => check.Find(text, asked),
        { } constant when ExactNumber.Of(constant) is { } number && known.Operation.Type?.TypeKind != TypeKind.Enum => ConstraintCheck.Find(number, asked),
        null when Parts(known.Operation) is { } parts => check.FindInParts(parts.ToList(), asked),
        _ => null,
    };

    private static string? GuidText(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Parse", ContainingType: var home } } call when IsGuid(home) => call.ArgumentFor(0).ConstantText(),
        IObjectCreationOperation { Type: var made, Arguments: [{ Value: var argument }] } when IsGuid(made) => argument.ConstantText(),
        _ => null,
    };

    private static bool IsGuid(ITypeSymbol? type) => type is { Name: "Guid", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The parts of a text that is put together, null for each that is not known; null for anything else.</summary>
    private static IEnumerable<string?>? Parts(IOperation operation) => operation switch
    {
        IInterpolatedStringOperation interpolated => interpolated.Parts.Select(static part => part switch
        {
            IInterpolatedStringTextOperation { Text: { } text } => text.ConstantText(),
            IInterpolationOperation { Expression: { } hole, FormatString: null, Alignment: null } => hole.ConstantText(),
            _ => null,
        }),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } sum => PartsOf(sum.LeftOperand).Concat(PartsOf(sum.RightOperand)),
        _ => null,
    };

    private static IEnumerable<string?> PartsOf(IOperation operand) => operand.ConstantText() is { } text ? [text] : Parts(operand.Unwrapped()) ?? [null];
}
