using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Clues;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Rules.Streams;

namespace Specular.Analyzers.Rules;

/// <summary>SPEC116: the items of an answer, which are there once, are read a second time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReadTwiceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.ReadTwice);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ApiCompilation.Find(start.Compilation) is not { } api)
                return;
            var (facts, flow) = (api.Facts, api.Flow);
            api.Bodies.RegisterWhere(start, Clue.Client, operation => Analyze(operation, facts, flow), OperationKind.VariableDeclarator);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ApiFacts facts, ValueFlow flow)
    {
        var variable = (IVariableDeclaratorOperation)context.Operation;
        if (StreamedAnswer.Of(variable, facts) is not { IsSequence: true } answer || flow.LocalsAround(variable) is not { } locals || locals.ValueOf(variable.Symbol) is null)
            return;
        var loops = locals.ReferencesTo(variable.Symbol).Select(static reference => LoopOver(reference)).OfType<IForEachLoopOperation>().OrderBy(static loop => loop.Syntax.SpanStart).ToList();
        for (var i = 0; i < loops.Count; i++)
        {
            var second = loops[i];
            if (IsRepeated(second, variable) || loops.Take(i).Any(first => ComesBefore(first, second)))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.ReadTwice, second.Collection.Syntax.GetLocation(), answer.Call.Name));
        }
    }

    /// <summary>The loop that has the variable for its collection, be it by <c>WithCancellation</c> or <c>ConfigureAwait</c>.</summary>
    private static IForEachLoopOperation? LoopOver(IOperation reference)
    {
        for (var (child, parent) = (reference, reference.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case IForEachLoopOperation loop:
                    return loop.Collection == child ? loop : null;
                case IConversionOperation or IParenthesizedOperation or IArgumentOperation:
                case IInvocationOperation { TargetMethod.Name: "WithCancellation" or "ConfigureAwait" }:
                    break;
                default:
                    return null;
            }
        }
        return null;
    }

    /// <summary>True where a loop between the variable and its reading reads it again and again.</summary>
    private static bool IsRepeated(IForEachLoopOperation reading, IVariableDeclaratorOperation variable)
    {
        for (var parent = reading.Parent; parent is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation); parent = parent.Parent)
        {
            if (parent.Syntax.Span.Contains(variable.Syntax.Span))
                return false;
            if (parent is ILoopOperation && !Leaves(reading, parent))
                return true;
        }
        return false;
    }

    // What is behind the reading may end the loop around it.
    private static bool Leaves(IOperation reading, IOperation loop) => loop.Descendants().Any(part =>
        part.Syntax.SpanStart > reading.Syntax.SpanStart && part is IReturnOperation or IThrowOperation or IBranchOperation { BranchKind: BranchKind.Break or BranchKind.GoTo });

    /// <summary>True where the first loop has run when the second begins: it stands in a block around the second, before it, and does not leave.</summary>
    private static bool ComesBefore(IForEachLoopOperation first, IForEachLoopOperation second) =>
        first.Parent is IBlockOperation block
        && block.Syntax.Span.Contains(second.Syntax.Span)
        && !first.Descendants().Any(static part => part is IReturnOperation or IThrowOperation or IBranchOperation { BranchKind: BranchKind.GoTo })
        && FunctionAround(first) == FunctionAround(second);

    private static IOperation? FunctionAround(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            parent = parent.Parent;
        return parent;
    }
}
