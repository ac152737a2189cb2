using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Specular.Analyzers.Flow;

/// <summary>Relates a pattern to the value that it is matched against.</summary>
internal static class Patterns
{
    /// <summary>The value that reaches a pattern: a property that a property pattern reads, or the operand of <c>is</c> or <c>switch</c>. Null where that is not known.</summary>
    public static IOperation? InputOf(IPatternOperation pattern)
    {
        IOperation operation = pattern;
        while (true)
        {
            switch (operation.Parent)
            {
                case IPropertySubpatternOperation subpattern:
                    return subpattern.Member;
                case IIsPatternOperation test:
                    return test.Value;
                case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice }:
                    return choice.Value;
                case IPatternCaseClauseOperation { Parent: ISwitchCaseOperation { Parent: ISwitchOperation choice } }:
                    return choice.Value;
                // 'a and b', 'a or b' and 'not a' look at the value that they are given.
                case IBinaryPatternOperation or INegatedPatternOperation:
                    operation = operation.Parent;
                    break;
                default:
                    return null;
            }
        }
    }

    /// <summary>The value whose member a property pattern reads, given the reference to that value.</summary>
    public static IOperation? InputOfMember(IOperation reference)
    {
        for (var parent = reference.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IRecursivePatternOperation pattern)
                return InputOf(pattern);
        }
        return null;
    }
}
