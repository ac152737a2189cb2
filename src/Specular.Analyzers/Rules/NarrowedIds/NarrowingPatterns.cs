using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Flow;

namespace Specular.Analyzers.Rules.NarrowedIds;

/// <summary>Tests of a boxed id against a type that it never has.</summary>
internal sealed class NarrowingPatterns
{
    private readonly IdValues _ids;

    public NarrowingPatterns(IdValues ids) => _ids = ids;

    /// <summary>The narrow type that an operation tests for; null for any other.</summary>
    public static ITypeSymbol? TypeIn(IOperation operation) => NarrowTypes.Find(operation switch
    {
        IDeclarationPatternOperation pattern => pattern.MatchedType,
        ITypePatternOperation pattern => pattern.MatchedType,
        IIsTypeOperation test => test.TypeOperand,
        _ => null,
    });

    public void Analyze(OperationAnalysisContext context)
    {
        if (TypeIn(context.Operation) is not { } narrow)
            return;
        var input = context.Operation is IIsTypeOperation test ? test.ValueOperand : Patterns.InputOf((IPatternOperation)context.Operation);
        if (TypeIn(context.Operation.Syntax) is not { } node || _ids.Find(input, context.CancellationToken) is not { Form: IdForm.Number, IsId: true } id)
            return;
        context.ReportDiagnostic(Narrowing.Report(node, NarrowingShape.Type, id, narrow));
    }

    private static SyntaxNode? TypeIn(SyntaxNode syntax) => syntax switch
    {
        DeclarationPatternSyntax pattern => pattern.Type,
        TypePatternSyntax pattern => pattern.Type,
        BinaryExpressionSyntax test => test.Right,
        TypeSyntax type => type,
        _ => null,
    };
}
