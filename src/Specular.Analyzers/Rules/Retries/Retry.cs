using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;

namespace Specular.Analyzers.Rules.Retries;

/// <summary>What a retry waits after.</summary>
/// <param name="Member">Where the server's answer says how long to wait, as a message names it.</param>
/// <param name="IsException">The answer came as the client's exception.</param>
internal readonly record struct Refused(string Member, bool IsException);

/// <summary>Tells whether a wait is that of a retry after an answer which may say how long to wait, and which nobody asks for it.</summary>
internal sealed class Retry
{
    private const string Member = "RetryAfter";
    private const string Header = "Retry-After";

    // The statuses with which a server asks to come back later (RFC 6585, section 4; RFC 9110, section 15.6.4).
    private static readonly string[] s_cases = ["TooManyRequests", "ServiceUnavailable"];

    private readonly ApiFacts _facts;

    public Retry(ApiFacts facts) => _facts = facts;

    /// <summary>The answer that a wait comes after; null where there is none, it has to do with something else, or that is not known.</summary>
    public Refused? Find(IInvocationOperation wait, ISymbol body)
    {
        var conditions = new List<IOperation>();
        for (var (child, parent) = ((IOperation)wait, wait.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case ICatchClauseOperation clause when clause.Handler == child:
                    return OfCatch(clause, conditions, wait, body);
                case IConditionalOperation choice when choice.Condition != child:
                    if (choice.WhenTrue == child && CaseTestedBy(choice.Condition) is { } tested)
                        return OfCase(tested, choice, wait, body);
                    if (choice.WhenFalse == child && Statuses.AreNamedIn(choice.Condition))
                        return null;
                    conditions.Add(choice.Condition);
                    break;
                case ISwitchCaseOperation section:
                    if (section.Clauses.Length == 1 && section.Clauses[0] is IPatternCaseClauseOperation { Pattern: var pattern } && CaseIn(pattern) is { } matched)
                        return OfCase(matched, section, wait, body);
                    if (section.Clauses.Any(static clause => clause is IDefaultCaseClauseOperation) && section.Parent is ISwitchOperation { Value: var value } && Statuses.AreNamedIn(value))
                        return null;
                    conditions.AddRange(section.Clauses);
                    break;
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return null;
            }
        }
        return null;
    }

    private Refused? OfCatch(ICatchClauseOperation clause, List<IOperation> conditions, IInvocationOperation wait, ISymbol body)
    {
        if (clause.ExceptionType is not INamedTypeSymbol exception || !IsApiException(exception) || clause.Parent is not ITryOperation attempt)
            return null;
        if (clause.Filter is { } filter)
            conditions.Add(filter);
        if (!IsRepeated(clause, wait, body) || Asks(clause) || HandsOn(clause))
            return null;
        if (Statuses.AskToWait(conditions, clause.Handler) is not { } asks ? !attempt.Body.Descendants().OfType<IInvocationOperation>().Any(Declares) : !asks)
            return null;
        return new Refused(exception.Name + "." + Member, true);
    }

    private Refused? OfCase(INamedTypeSymbol type, IOperation scope, IInvocationOperation wait, ISymbol body)
    {
        if (!IsRepeated(scope, wait, body) || Asks((IOperation?)LoopAround(scope) ?? scope))
            return null;
        return new Refused(type.Name + "." + (type.GetMembers(Member).IsEmpty ? "Headers." + Member : Member), false);
    }

    /// <summary>True where the request is made again after the wait: there is a loop around it, or a call of an operation or of the method itself behind it.</summary>
    private bool IsRepeated(IOperation scope, IInvocationOperation wait, ISymbol body) => LoopAround(scope) is not null || scope.Descendants().OfType<IInvocationOperation>().Any(call =>
        call.Syntax.SpanStart > wait.Syntax.Span.End && (OperationFacts.Of(call.TargetMethod, _facts) is not null || SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, body)));

    private static ILoopOperation? LoopAround(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation); parent = parent.Parent)
        {
            if (parent is ILoopOperation loop)
                return loop;
        }
        return null;
    }

    /// <summary>True where the code looks at how long the server asks to wait.</summary>
    private static bool Asks(IOperation scope) => scope.DescendantsAndSelf().Any(static part => part switch
    {
        IMemberReferenceOperation reference => reference.Member.Name == Member,
        { ConstantValue: { HasValue: true, Value: string text } } => text.Equals(Header, System.StringComparison.OrdinalIgnoreCase),
        _ => false,
    });

    /// <summary>True where the exception goes to code which may look at it: anything but a log or another exception.</summary>
    private static bool HandsOn(ICatchClauseOperation clause)
    {
        if (clause.ExceptionDeclarationOrExpression is not IVariableDeclaratorOperation { Symbol: var caught })
            return false;
        return clause.Descendants().OfType<ILocalReferenceOperation>().Any(reference => SymbolEqualityComparer.Default.Equals(reference.Local, caught) && reference.ParentAboveParentheses() switch
        {
            IPropertyReferenceOperation or IInterpolationOperation or IThrowOperation or IIsPatternOperation or IIsTypeOperation => false,
            IInvocationOperation { Instance: { } instance } => instance.Unwrapped() != reference,
            var parent => !IsLogged(parent),
        });
    }

    private static bool IsLogged(IOperation? parent)
    {
        while (parent is IConversionOperation or IParenthesizedOperation or IArrayInitializerOperation or IArrayCreationOperation)
            parent = parent.Parent;
        return parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: var name } } && (name.StartsWith("Log", System.StringComparison.Ordinal) || name.StartsWith("Write", System.StringComparison.Ordinal) || name is "Error" or "Warn" or "Warning" or "Information" or "Info" or "Debug" or "Verbose")
            || parent is IArgumentOperation { Parent: IObjectCreationOperation { Parent: IThrowOperation or IConversionOperation { Parent: IThrowOperation } } };
    }

    /// <summary>True for a call of an operation whose result has a case for a status that asks to wait, or a header that says how long.</summary>
    private bool Declares(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (OperationFacts.Of(method, _facts) is null)
            return false;
        var name = method.Name.EndsWith("ResultAsync", System.StringComparison.Ordinal) ? method.Name : method.Name.Substring(0, method.Name.Length - "Async".Length) + "ResultAsync";
        return method.ContainingType.GetMembers(name).OfType<IMethodSymbol>()
            .Select(static returning => (returning.ReturnType as INamedTypeSymbol)?.TypeArguments.FirstOrDefault())
            .SelectMany(result => ClosedType.CasesOf(result, _facts))
            .Any(static type => s_cases.Contains(type.Name) || !type.GetMembers(Member).IsEmpty);
    }

    private INamedTypeSymbol? CaseTestedBy(IOperation condition) => condition.Unwrapped() switch
    {
        IIsPatternOperation test => CaseIn(test.Pattern),
        IIsTypeOperation { IsNegated: false } test => CaseOf(test.TypeOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => CaseTestedBy(both.LeftOperand) ?? CaseTestedBy(both.RightOperand),
        _ => null,
    };

    private INamedTypeSymbol? CaseIn(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation { MatchedType: { } type } => CaseOf(type),
        ITypePatternOperation { MatchedType: var type } => CaseOf(type),
        IRecursivePatternOperation { MatchedType: var type } => CaseOf(type),
        _ => null,
    };

    private INamedTypeSymbol? CaseOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { ContainingType: { } result } named && s_cases.Contains(named.Name) && ClosedType.CasesOf(result, _facts).Contains(named, SymbolEqualityComparer.Default) ? named : null;

    private bool IsApiException(INamedTypeSymbol type)
    {
        for (var candidate = type.OriginalDefinition; candidate is not null; candidate = candidate.BaseType)
        {
            if (candidate.Name.EndsWith("ApiException", System.StringComparison.Ordinal) && _facts.IsInClientAssembly(candidate) && ClosedType.IsGenerated(candidate) && !candidate.GetMembers(Member).IsEmpty)
                return true;
        }
        return false;
    }
}
