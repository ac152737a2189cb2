using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Flow;

namespace Specular.Analyzers.Rules.NarrowedIds;

/// <summary>
/// Tells whether code comes to a conversion only with a number that fits, since it asked before: <c>id &lt;= int.MaxValue ? (int)id : …</c>. The upper end is
/// enough; who asks for one end knows what the other is about.
/// </summary>
internal static class RangeChecks
{
    /// <summary>True where the operand was compared with a constant that the narrow type holds, on the way to this conversion.</summary>
    public static bool Allow(IConversionOperation conversion)
    {
        var value = Bare(conversion.Operand.Syntax);
        IOperation child = conversion;
        for (var parent = conversion.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison when IsOperand(conversion, comparison):
                    return IsValue(comparison.LeftOperand, value) || IsValue(comparison.RightOperand, value);
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when both.RightOperand == child && Says(both.LeftOperand, true, value):
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when either.RightOperand == child && Says(either.LeftOperand, false, value):
                case IConditionalOperation choice when choice.WhenTrue == child && Says(choice.Condition, true, value):
                case IConditionalOperation other when other.WhenFalse == child && Says(other.Condition, false, value):
                case ISwitchExpressionArmOperation arm when arm.Value == child && ArmSays(arm, value):
                case IBlockOperation block when BlockSays(block, child, value):
                    return true;
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return false;
            }
        }
        return false;
    }

    // (int)id == id
    private static bool IsOperand(IConversionOperation conversion, IBinaryOperation comparison) =>
        comparison.LeftOperand.Syntax.Span.Contains(conversion.Syntax.Span) != comparison.RightOperand.Syntax.Span.Contains(conversion.Syntax.Span)
        && (Bare(comparison.LeftOperand.Syntax) == conversion.Syntax || Bare(comparison.RightOperand.Syntax) == conversion.Syntax);

    // "if (id > int.MaxValue) throw …;" before.
    private static bool BlockSays(IBlockOperation block, IOperation child, SyntaxNode value)
    {
        foreach (var statement in block.Operations)
        {
            if (statement == child)
                return false;
            if (statement is IConditionalOperation { WhenFalse: null } check && Leaves(check.WhenTrue) && Says(check.Condition, false, value))
                return true;
        }
        return false;
    }

    private static bool Leaves(IOperation statement) => statement switch
    {
        IBlockOperation { Operations: { Length: > 0 } operations } => Leaves(operations[operations.Length - 1]),
        IExpressionStatementOperation { Operation: var operation } => operation is IThrowOperation,
        IThrowOperation or IReturnOperation => true,
        IBranchOperation { BranchKind: BranchKind.Continue or BranchKind.Break } => true,
        _ => false,
    };

    private static bool ArmSays(ISwitchExpressionArmOperation arm, SyntaxNode value) =>
        (arm.Guard is { } guard && Says(guard, true, value))
        || (arm.Parent is ISwitchExpressionOperation { Value: var switched } && IsValue(switched, value) && Says(arm.Pattern));

    private static bool Says(IOperation condition, bool holds, SyntaxNode value) => condition.Unwrapped() switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Says(not.Operand, !holds, value),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when holds => Says(both.LeftOperand, true, value) || Says(both.RightOperand, true, value),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when !holds => Says(either.LeftOperand, false, value) || Says(either.RightOperand, false, value),
        IBinaryOperation { OperatorKind: var kind } comparison => Compares(comparison.LeftOperand, comparison.RightOperand, holds ? kind : Opposite(kind), value)
            || Compares(comparison.RightOperand, comparison.LeftOperand, Mirrored(holds ? kind : Opposite(kind)), value),
        IIsPatternOperation test => holds && IsValue(test.Value, value) && Says(test.Pattern),
        _ => false,
    };

    private static bool Says(IPatternOperation pattern) => pattern switch
    {
        IRelationalPatternOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual, Value: var bound } => IsSmall(bound),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => Says(both.LeftPattern) || Says(both.RightPattern),
        _ => false,
    };

    private static bool Compares(IOperation left, IOperation right, BinaryOperatorKind kind, SyntaxNode value) =>
        kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual && IsValue(left, value) && IsSmall(right);

    private static BinaryOperatorKind Opposite(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThanOrEqual,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThan,
        _ => BinaryOperatorKind.None,
    };

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        _ => BinaryOperatorKind.None,
    };

    // Which type the number is to fit is the author's business; that it is far below what an id may be shows that he looked.
    private static bool IsSmall(IOperation bound) => bound.Unwrapped().ConstantValue.Value is <= (long)uint.MaxValue or <= (ulong)uint.MaxValue or int or uint;

    private static bool IsValue(IOperation operand, SyntaxNode value) => SyntaxFactory.AreEquivalent(Bare(operand.Syntax), value);

    // The value, whether it is taken out of a nullable or not.
    private static SyntaxNode Bare(SyntaxNode node)
    {
        while (true)
        {
            switch (node)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    node = parenthesized.Expression;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                    node = suppressed.Operand;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access:
                    node = access.Expression;
                    break;
                default:
                    return node;
            }
        }
    }
}
