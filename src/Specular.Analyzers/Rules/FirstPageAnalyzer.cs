using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Clues;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Rules.DroppedResults;
using Specular.Analyzers.Rules.Pages;

namespace Specular.Analyzers.Rules;

/// <summary>SPEC115: an operation answers in pages, and only the first is read.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FirstPageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.FirstPage);

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
            api.Bodies.RegisterWhere(start, Clue.Client, operation => Analyze(operation, facts, flow), OperationKind.Await);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ApiFacts facts, ValueFlow flow)
    {
        if (ResultCall.Of(((IAwaitOperation)context.Operation).Operation, facts) is not { Cases.IsEmpty: true } call || PageFacts.Of(call.Invocation.TargetMethod, facts) is not { } page)
            return;

        // Who gives a cursor, or says how much it wants, or asks in a loop, knows of pages.
        if (call.Invocation.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter is { } parameter
            && (PageFacts.IsSize(parameter) || SymbolEqualityComparer.Default.Equals(parameter.OriginalDefinition, page.Parameter.OriginalDefinition))) || IsInLoop(context.Operation))
        {
            return;
        }
        if (!ReadsListAlone(context.Operation, page, flow.LocalsAround(context.Operation)))
            return;
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.FirstPage, call.Place, call.Name, page.Shown, page.Parameter.Name));
    }

    /// <summary>True where nothing of the answer is looked at but its list, and neither it nor the list goes elsewhere as a whole with the name of the next page.</summary>
    private static bool ReadsListAlone(IOperation answer, PageFacts page, LocalValues locals)
    {
        if (IsList(answer))
            return true;
        if (answer.ParentAboveParentheses() is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation variable })
            return false;
        var references = locals.ReferencesTo(variable.Symbol);
        return references.Any(IsList) && references.All(reference => reference.ParentAboveParentheses() is IPropertyReferenceOperation member
            && !SymbolEqualityComparer.Default.Equals(member.Property.OriginalDefinition, page.Path[0].OriginalDefinition));
    }

    private static bool IsList(IOperation answer) => answer.ParentAboveParentheses() is IPropertyReferenceOperation member && PageFacts.IsList(member.Property.Type);

    private static bool IsInLoop(IOperation operation)
    {
        for (var (child, parent) = (operation, operation.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            // What a loop goes over is asked for once.
            if (parent is ILoopOperation && !(parent is IForEachLoopOperation each && each.Collection == child))
                return true;
        }
        return false;
    }
}
