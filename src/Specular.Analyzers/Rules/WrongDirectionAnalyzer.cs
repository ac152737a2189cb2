using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Clues;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Rules.Directions;

namespace Specular.Analyzers.Rules;

/// <summary>SPEC112: a <c>readOnly</c> property is set in a request, or a <c>writeOnly</c> one is read from an answer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WrongDirectionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.WrongDirection);

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
            var requests = new RequestFlow(facts, flow);
            var answers = new AnswerFlow(facts, flow);
            api.Bodies.StartWhere(start, Clue.Client, (body, _) =>
            {
                body.RegisterOperationAction(operation => AnalyzeSet(operation, facts, requests), OperationKind.ObjectOrCollectionInitializer);
                body.RegisterOperationAction(operation => AnalyzeRead(operation, facts, answers), OperationKind.PropertyReference);
            });
        });
    }

    private static void AnalyzeSet(OperationAnalysisContext context, ApiFacts facts, RequestFlow requests)
    {
        var initializer = (IObjectOrCollectionInitializerOperation)context.Operation;
        var wrong = initializer.Initializers.OfType<ISimpleAssignmentOperation>().Where(assignment => IsReadOnly(assignment, facts)).ToList();
        if (wrong.Count == 0 || initializer.Parent is not { } made || !requests.Reaches(made, context.CancellationToken))
            return;

        // A fix takes them all out at once: each says where the others are.
        var places = wrong.Select(static assignment => assignment.Syntax.GetLocation()).ToList();
        foreach (var assignment in wrong)
        {
            var target = (IPropertyReferenceOperation)assignment.Target;
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.WrongDirection, target.Syntax.GetLocation(), places, $"'{target.Property.Name}' is sent by the server only: a request that has it is refused, or it is ignored", "Leave it out"));
        }
    }

    private static bool IsReadOnly(ISimpleAssignmentOperation assignment, ApiFacts facts) =>
        assignment.Target is IPropertyReferenceOperation { Property: var property } && ValueFacts.Of(property, facts) is { ReadOnly: true } && !assignment.Value.IsNothing();

    private static void AnalyzeRead(OperationAnalysisContext context, ApiFacts facts, AnswerFlow answers)
    {
        var reference = (IPropertyReferenceOperation)context.Operation;
        if (ValueFacts.Of(reference.Property, facts) is not { WriteOnly: true } || IsWritten(reference) || !answers.IsPart(reference.Instance, context.CancellationToken))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.WrongDirection, NameIn(reference.Syntax).GetLocation(), $"'{reference.Property.Name}' is sent to the server only: no answer has it", "Use the value that was sent"));
    }

    private static bool IsWritten(IPropertyReferenceOperation reference) =>
        reference.Parent is IAssignmentOperation assignment && assignment.Target == reference || reference.Parent is INameOfOperation;

    private static SyntaxNode NameIn(SyntaxNode syntax) => syntax switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => syntax,
    };
}
