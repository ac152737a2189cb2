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

    public void Analyze(OperationAnalysisContext context)
    {
        var (type, input) = context.Operation switch
        {
            IDeclarationPatternOperation pattern => (pattern.MatchedType, Patterns.InputOf(pattern)),
            ITypePatternOperation pattern => (pattern.MatchedType, Patterns.InputOf(pattern)),
            IIsTypeOperation test => (test.TypeOperand, test.ValueOperand),
            _ => (null, null),
        };
        if (NarrowTypes.Find(type) is not { } narrow || TypeIn(context.Operation.Syntax) is not { } node || _ids.Find(input, context.CancellationToken) is not { Form: IdForm.Number, IsId: true } id)
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
