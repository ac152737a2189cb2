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

/// <summary>SPEC114: the body of an answer that is read as it comes is left open.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OpenAnswerAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that says that a <c>using</c> cures it.</summary>
    internal const string Using = "using";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.OpenAnswer);

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
            api.Bodies.StartWhere(start, Clue.Client, (body, _) =>
            {
                body.RegisterOperationAction(operation => AnalyzeVariable(operation, facts, flow), OperationKind.VariableDeclarator);
                body.RegisterOperationAction(operation => AnalyzeAwait(operation, facts), OperationKind.Await);
            });
        });
    }

    private static void AnalyzeVariable(OperationAnalysisContext context, ApiFacts facts, ValueFlow flow)
    {
        var variable = (IVariableDeclaratorOperation)context.Operation;
        if (StreamedAnswer.Of(variable, facts) is not { } answer || variable.Symbol.IsUsing || IsUsed(variable))
            return;
        var references = flow.LocalsAround(variable).ReferencesTo(variable.Symbol);
        if (answer.IsSequence)
        {
            if (references.Count == 0)
                Report(context, answer, "its items are not read", "Read them with 'await foreach'");
        }
        else if (references.All(static reference => StreamedAnswer.IsReceiver(reference) && !IsClosed(reference) && !IsHandedOn(reference)))
        {
            Report(context, answer, "it is not disposed", "Declare it with 'using'", isUsing: true);
        }
    }

    /// <summary><c>await client.DownloadAsync();</c> and <c>await (await client.DownloadAsync()).CopyToAsync(file);</c>.</summary>
    private static void AnalyzeAwait(OperationAnalysisContext context, ApiFacts facts)
    {
        if (StreamedAnswer.Of(context.Operation, facts) is not { } answer)
            return;
        var parent = context.Operation.ParentAboveParentheses();
        if (parent is IExpressionStatementOperation)
            Report(context, answer, "its body is dropped", "Read it, and dispose it");
        else if (!answer.IsSequence && parent is IInvocationOperation { Instance: { } instance } call && instance.Unwrapped() == context.Operation && call.TargetMethod.Name is not ("Dispose" or "DisposeAsync" or "Close"))
            Report(context, answer, "it is not disposed", "Declare a variable for it with 'using'");
    }

    private static bool IsUsed(IVariableDeclaratorOperation variable) => variable.Parent?.Parent is { Parent: IUsingOperation } or { Parent: IUsingDeclarationOperation };

    private static bool IsClosed(IOperation reference) => reference.ParentAboveParentheses() is IInvocationOperation { TargetMethod.Name: "Dispose" or "DisposeAsync" or "Close" or "ConfigureAwait" };

    /// <summary>An extension method may do with it what it likes.</summary>
    private static bool IsHandedOn(IOperation reference) => reference.ParentAboveParentheses() is IInvocationOperation { TargetMethod.IsExtensionMethod: true };

    private static void Report(OperationAnalysisContext context, StreamedAnswer answer, string fault, string cure, bool isUsing = false) => context.ReportDiagnostic(Diagnostic.Create(
        Descriptors.OpenAnswer, answer.Call.Place, isUsing ? ImmutableDictionary<string, string?>.Empty.Add(Using, "") : ImmutableDictionary<string, string?>.Empty, answer.Call.Name, fault, cure));
}
