using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Specular.Analyzers.Flow;

/// <summary>Tells from the syntax around a name what is done with what it names.</summary>
internal static class Mentions
{
    /// <summary>The node that writes to what is named, or takes a reference through which it may be written; null where it is only read.</summary>
    public static SyntaxNode? WriteOf(this SimpleNameSyntax name)
    {
        var node = name.Qualified();
        while (node.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            node = node.Parent;
        return node.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Left == node => assignment,
            PostfixUnaryExpressionSyntax step => step,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression } step => step,
            RefExpressionSyntax reference => reference,
            ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument => argument,
            ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => DeconstructionInto(tuple),
            // A field of a struct that is written is a write to the struct.
            MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } part when part.Expression == node && assignment.Left == part => assignment,
            _ => null,
        };
    }

    /// <summary>The call of what is named; null where it is not called.</summary>
    public static InvocationExpressionSyntax? CallOf(this SimpleNameSyntax name) =>
        name.Qualified() is var callee && callee.Parent is InvocationExpressionSyntax call && call.Expression == callee ? call : null;

    private static SyntaxNode? DeconstructionInto(TupleExpressionSyntax tuple) => tuple.Parent switch
    {
        ArgumentSyntax { Parent: TupleExpressionSyntax outer } => DeconstructionInto(outer),
        AssignmentExpressionSyntax assignment when assignment.Left == tuple => assignment,
        ForEachVariableStatementSyntax loop when loop.Variable == tuple => loop,
        _ => null,
    };

    private static SyntaxNode Qualified(this SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access,
        MemberBindingExpressionSyntax binding => binding,
        _ => name,
    };
}
