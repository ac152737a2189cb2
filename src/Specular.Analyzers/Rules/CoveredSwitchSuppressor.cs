using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Rules.ClosedTypes;

namespace Specular.Analyzers.Rules;

/// <summary>
/// Takes back the compiler's CS8509 (<c>switch</c> does not handle every value) where a switch expression covers every case of a closed type: the compiler does not know
/// that nobody else can derive from it, and would have code write an arm for what cannot be.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CoveredSwitchSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Covered = new(RuleIds.CoveredSwitch, "CS8509", "The switch covers every case of a closed type");

    /// <inheritdoc />
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(Covered);

    /// <inheritdoc />
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (ApiFacts.Find(context.Compilation) is not { } facts)
            return;
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree && IsCovered(diagnostic, tree, context.GetSemanticModel(tree), facts, context.CancellationToken))
                context.ReportSuppression(Suppression.Create(Covered, diagnostic));
        }
    }

    private static bool IsCovered(Diagnostic diagnostic, SyntaxTree tree, SemanticModel model, ApiFacts facts, CancellationToken cancellationToken)
    {
        var node = tree.GetRoot(cancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<SwitchExpressionSyntax>();
        if (node is null || model.GetOperation(node, cancellationToken) is not ISwitchExpressionOperation expression || ClosedSwitch.Read(expression, facts) is not { Missing.IsEmpty: true })
            return false;

        // What may be null needs an arm for it: the compiler is right there.
        return model.GetTypeInfo(node.GoverningExpression, cancellationToken).Nullability.FlowState != NullableFlowState.MaybeNull || expression.Arms.Any(CoversNull);
    }

    private static bool CoversNull(ISwitchExpressionArmOperation arm) =>
        arm.Guard is null && arm.Pattern.DescendantsAndSelf().Any(static part => part is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } });
}
