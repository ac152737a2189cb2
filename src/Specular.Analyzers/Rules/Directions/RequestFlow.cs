using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;

namespace Specular.Analyzers.Rules.Directions;

/// <summary>Tells whether an object that is made in a body is sent from there: whether it, or what it is a part of, is given to an operation.</summary>
internal sealed class RequestFlow
{
    private readonly ApiFacts _facts;
    private readonly ValueFlow _flow;

    public RequestFlow(ApiFacts facts, ValueFlow flow)
    {
        _facts = facts;
        _flow = flow;
    }

    /// <summary>True where the value is sent.</summary>
    public bool Reaches(IOperation value, CancellationToken cancellationToken) => Reaches(value, new WorkBudget(cancellationToken));

    private bool Reaches(IOperation value, WorkBudget budget)
    {
        for (var (child, parent) = (value, value.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            if (!budget.Spend())
                return false;
            switch (parent)
            {
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } call }:
                    if (OperationFacts.Of(method, _facts) is not null)
                        return true;

                    // An item that a list or a set is made of.
                    if (call.Parent is not IObjectOrCollectionInitializerOperation)
                        return false;
                    break;
                case IArgumentOperation { Parent: IObjectCreationOperation creation }:
                    if (!_facts.IsInClientAssembly(creation.Type!))
                        return false;
                    break;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return ReachesFrom(declarator, declarator.Symbol, budget);
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when assignment.Value == child:
                    return ReachesFrom(target, target.Local, budget);
                case ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation } assignment when assignment.Value == child:
                case IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation:
                case IArrayCreationOperation or IArrayInitializerOperation or IObjectOrCollectionInitializerOperation or IObjectCreationOperation or IInvocationOperation:
                case IWithOperation @with when @with.Initializer == child:
                case { Kind: OperationReading.CollectionExpression }:
                    break;
                default:
                    return false;
            }
        }
        return false;
    }

    private bool ReachesFrom(IOperation place, ILocalSymbol local, WorkBudget budget) =>
        _flow.LocalsAround(place).ReferencesTo(local).Any(reference => budget.Spend() && reference.Parent is not IMemberReferenceOperation && Reaches(reference, budget));
}
