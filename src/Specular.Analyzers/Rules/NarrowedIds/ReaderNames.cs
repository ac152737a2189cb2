using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Wire;

namespace Specular.Analyzers.Rules.NarrowedIds;

/// <summary>
/// Tells under which property name a JSON reader, or an enumeration of a JSON object, stands: the innermost <c>if</c>, <c>case</c> or switch arm around a call that compares text with a constant,
/// or a guard before it that leaves for any other name.
/// </summary>
internal sealed class ReaderNames
{
    private readonly ApiFacts _facts;
    private readonly WireTypes _types;

    public ReaderNames(ApiFacts facts, WireTypes types)
    {
        _facts = facts;
        _types = types;
    }

    /// <summary>The id that an operation reads; null where it reads something else or something unknown.</summary>
    public IdValue? FindId(IOperation read, IdForm form) => NameAround(read) is { } name && _facts.IsIdName(name) ? new IdValue(name, form) : null;

    private string? NameAround(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; operation = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case IConditionalOperation choice when choice.WhenTrue == operation && NameIn(choice.Condition) is { } name:
                    return name;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when both.RightOperand == operation && NameIn(both.LeftOperand) is { } name:
                    return name;
                case ISwitchCaseOperation section when NameIn(section) is { } name:
                    return name;
                case ISwitchExpressionArmOperation arm when arm.Value == operation && NameIn(arm.Pattern) is { } name:
                    return name;
                case IBlockOperation block when NameGuarding(block, operation) is { } name:
                    return name;
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return null;
            }
        }
        return null;
    }

    private string? NameIn(IOperation condition) => condition.Unwrapped() switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => NameIn(both.LeftOperand) ?? NameIn(both.RightOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal => equal.RightOperand.ConstantText() ?? equal.LeftOperand.ConstantText(),
        IInvocationOperation { TargetMethod.Name: "ValueTextEquals" or "NameEquals" } test
            when _types.IsJsonReader(test.TargetMethod.ContainingType) || _types.IsJsonMember(test.TargetMethod.ContainingType)
            => test.ArgumentFor(0).ConstantText(),
        IInvocationOperation { TargetMethod.Name: "Equals" or "SequenceEqual" } test =>
            test.Arguments.Select(static argument => argument.Value.ConstantText()).FirstOrDefault(static text => text is not null) ?? test.Instance.ConstantText(),
        IIsPatternOperation test => NameIn(test.Pattern),
        _ => null,
    };

    private static string? NameIn(IPatternOperation pattern) => (pattern as IConstantPatternOperation)?.Value.ConstantText();

    private static string? NameIn(ISwitchCaseOperation section) => section.Clauses is not [var only] ? null : only switch
    {
        ISingleValueCaseClauseOperation clause => clause.Value.ConstantText(),
        IPatternCaseClauseOperation clause => NameIn(clause.Pattern),
        _ => null,
    };

    /// <summary>The name for which alone a block goes on after <c>if (!reader.ValueTextEquals("…")) continue;</c>.</summary>
    private string? NameGuarding(IBlockOperation block, IOperation statement)
    {
        var guard = block.Operations.TakeWhile(other => other != statement).OfType<IConditionalOperation>().LastOrDefault(static choice => choice.WhenFalse is null && Leaves(choice.WhenTrue));
        return guard?.Condition.Unwrapped() switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => NameIn(not.Operand),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } unequal => unequal.RightOperand.ConstantText() ?? unequal.LeftOperand.ConstantText(),
            _ => null,
        };
    }

    private static bool Leaves(IOperation statement) => statement switch
    {
        IBlockOperation block => block.Operations.LastOrDefault() is { } last && Leaves(last),
        IBranchOperation or IReturnOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } or IThrowOperation => true,
        _ => false,
    };
}
