using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Flow;

namespace Specular.Analyzers.Rules.Retries;

/// <summary>Reads from the conditions around a retry which statuses it comes after.</summary>
internal static class Statuses
{
    /// <summary>
    /// Whether it comes after a status with which a server asks to come back later (429 in RFC 6585, section 4; 503 in RFC 9110, section 15.6.4).
    /// Null where no condition is about the status, and it comes after any.
    /// </summary>
    /// <param name="conditions">What has to be true.</param>
    /// <param name="handler">The block of the retry: its guards are conditions too.</param>
    public static bool? AskToWait(IReadOnlyCollection<IOperation> conditions, IBlockOperation handler)
    {
        var guards = handler.Descendants().OfType<IConditionalOperation>().Where(choice => AreNamedIn(choice.Condition) && !conditions.Contains(choice.Condition)).ToList();
        var about = conditions.Where(AreNamedIn).ToList();
        if (guards.Count == 0)
            return about.Count == 0 ? null : about.TrueForAll(static condition => !condition.DescendantsAndSelf().Any(IsNegation) && NamesOne(condition));

        // "if (e.StatusCode != HttpStatusCode.TooManyRequests) throw;"
        return about.Count == 0
            && guards.Count == 1
            && guards[0] is { WhenFalse: null, Condition: var guard, WhenTrue: var exit }
            && guard.Unwrapped() is IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } or IIsPatternOperation { Pattern: INegatedPatternOperation }
            && NamesOne(guard)
            && exit.DescendantsAndSelf().Any(static part => part is IThrowOperation or IReturnOperation or IBranchOperation);
    }

    /// <summary>True where a condition is about a status.</summary>
    public static bool AreNamedIn(IOperation condition) => condition.DescendantsAndSelf().Any(static part => part is IMemberReferenceOperation { Member.Name: "StatusCode" } or { Type.Name: "HttpStatusCode" });

    private static bool NamesOne(IOperation condition) => condition.DescendantsAndSelf().Any(static part =>
        part is { ConstantValue: { HasValue: true, Value: int status } } && status is 429 or 503);

    private static bool IsNegation(IOperation operation) => operation is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } or INegatedPatternOperation or IRelationalPatternOperation
        || operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } comparison && AreNamedIn(comparison);
}
