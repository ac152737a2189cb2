using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Flow;

namespace Specular.Analyzers.Wire;

/// <summary>Tells whether an object that is made in a body is handed, in that body, to something that turns it into JSON or a form.</summary>
internal sealed class WireFlow
{
    private readonly ValueFlow _flow;

    public WireFlow(ValueFlow flow) => _flow = flow;

    /// <summary>True where the value, or what it is a part of, goes over the wire.</summary>
    public bool Reaches(IOperation value, CancellationToken cancellationToken) => Reaches(value, new WorkBudget(cancellationToken));

    /// <summary>True where the object that a local holds goes over the wire, there or elsewhere in the body.</summary>
    public bool ReachesFrom(ILocalReferenceOperation local, CancellationToken cancellationToken) => ReachesFrom(local, local.Local, new WorkBudget(cancellationToken));

    private bool ReachesFrom(IOperation place, ILocalSymbol local, WorkBudget budget) =>
        _flow.LocalsAround(place).ReferencesTo(local).Any(reference => budget.Spend() && Reaches(reference, budget));

    private bool Reaches(IOperation operation, WorkBudget budget)
    {
        for (var parent = operation.Parent; parent is not null; operation = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    if (IsWire(call.TargetMethod))
                        return true;
                    if (!IsMadeOfItsArguments(call))
                        return false;
                    break;
                case IArgumentOperation { Parent: IObjectCreationOperation creation }:
                    if (IsWire(creation.Type))
                        return true;
                    if (!IsCollection(creation.Type))
                        return false;
                    break;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return ReachesFrom(declarator, declarator.Symbol, budget);
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when assignment.Value == operation:
                    return ReachesFrom(target, target.Local, budget);
                case ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation or IAnonymousObjectCreationOperation }:
                case IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation or IAnonymousObjectCreationOperation:
                case IArrayCreationOperation or IArrayInitializerOperation or IObjectOrCollectionInitializerOperation or IObjectCreationOperation:
                case { Kind: OperationReading.CollectionExpression }:
                case IInvocationOperation or IArgumentOperation:
                    break;
                default:
                    return false;
            }
        }
        return false;
    }

    /// <summary><c>Add</c> in a collection initializer, and what makes an array or a list of a sequence.</summary>
    private static bool IsMadeOfItsArguments(IInvocationOperation call) =>
        call.Parent is IObjectOrCollectionInitializerOperation || call.TargetMethod.Name is "ToArray" or "ToList" or "ToDictionary";

    private static bool IsWire(IMethodSymbol method) => NamesJson(method.Name) || method.Name.StartsWith("Serialize", StringComparison.Ordinal) || IsWire(method.ContainingType);

    private static bool IsWire(ITypeSymbol? type) =>
        type is not null && (type.Name == "FormUrlEncodedContent" || NamesJson(type.Name) || NamesJson(type.ContainingNamespace?.ToDisplayString() ?? ""));

    private static bool NamesJson(string name) => name.IndexOf("Json", StringComparison.Ordinal) >= 0;

    private static bool IsCollection(ITypeSymbol? type) =>
        type?.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) == true;
}
