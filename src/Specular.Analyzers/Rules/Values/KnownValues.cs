using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;

namespace Specular.Analyzers.Rules.Values;

/// <summary>One thing that a value may be.</summary>
/// <param name="Operation">What makes it: a constant, an interpolated string, a collection, a call …</param>
/// <param name="Place">Where the code hands it over.</param>
internal sealed record KnownValue(IOperation Operation, SyntaxNode Place)
{
    /// <summary>Its value, where it is a constant other than null.</summary>
    public object? Constant => Operation.ConstantValue is { HasValue: true, Value: { } value } ? value : null;
}

/// <summary>
/// Tells what a value can be: one for each branch, followed through locals, fields and properties that are written once, private helpers and <c>await</c>.
/// A variable that the code looks at before it uses it may not have there what it was given.
/// </summary>
internal sealed class KnownValues
{
    private readonly ApiFacts _facts;
    private readonly ValueFlow _flow;

    public KnownValues(ApiFacts facts, ValueFlow flow) => (_facts, _flow) = (facts, flow);

    /// <summary>Everything that the value may be; what is not known is among it as the operation that it comes from.</summary>
    public IEnumerable<KnownValue> Of(IOperation value, CancellationToken cancellationToken) => Of(value, null, FlowPath.Start(cancellationToken));

    /// <summary>The items of a collection that is written out; null where some are not known, such as those of a spread.</summary>
    public IReadOnlyList<IOperation>? ItemsOf(IOperation collection) => collection switch
    {
        { Kind: OperationReading.CollectionExpression } => Items(collection.ChildOperations),
        IArrayCreationOperation { Initializer: { } initializer, DimensionSizes.Length: 1 } => Items(initializer.ElementValues),
        IArrayCreationOperation { Initializer: null, DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] } => [],
        IObjectCreationOperation { Arguments.IsEmpty: true } creation when IsCollection(creation.Type) => creation.Initializer is null ? [] : Added(creation.Initializer),
        IInvocationOperation { TargetMethod: { Name: "Empty", Parameters.IsEmpty: true, ContainingType.Name: "Array" or "Enumerable" } } => [],
        _ => null,
    };

    private IEnumerable<KnownValue> Of(IOperation value, SyntaxNode? place, FlowPath path)
    {
        if (!path.Budget.Spend())
            return [];
        value = Core(value);
        var whole = place ?? value.Syntax;
        return value switch
        {
            { ConstantValue.HasValue: true } => [new KnownValue(value, whole)],
            IConditionalOperation { WhenFalse: { } otherwise } choice => Branches(choice.WhenTrue, otherwise),
            ICoalesceOperation choice => Branches(choice.Value, choice.WhenNull),
            ISwitchExpressionOperation choice => Branches(choice.Arms.Select(static arm => arm.Value).ToArray()),
            _ when MayBeFollowed(value, path) && _flow.SourcesOf(value, path) is { Count: > 0 } sources => sources.SelectMany(source => Of(source.Value, whole, source.Path)),
            _ => [new KnownValue(value, whole)],
        };

        // A branch that is written in place is reported by itself; what comes from elsewhere is reported where it is used.
        IEnumerable<KnownValue> Branches(params IOperation[] branches) => branches.SelectMany(branch => Of(branch, place, path));
    }

    /// <summary>Who calls a helper may know what it does with its parameters; a call that was entered says what they are.</summary>
    private bool MayBeFollowed(IOperation value, FlowPath path) => value switch
    {
        IParameterReferenceOperation => path.Frame is not null,
        ILocalReferenceOperation local => _flow.LocalsAround(local) is var locals && locals.ValueOf(local.Local) is not IForEachLoopOperation && !locals.ReferencesTo(local.Local).Any(IsLookedAt),
        IInvocationOperation { TargetMethod: var method } => method.MethodKind == MethodKind.LocalFunction || MemberValues.IsHelper(method) || method.ContainingType?.Name is "Task" or "ValueTask",

        // What a sequence holds may have been filtered.
        IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true } or ITranslatedQueryOperation => false,
        _ => true,
    };

    /// <summary>True for what decides which way the code goes.</summary>
    private static bool IsLookedAt(IOperation reference)
    {
        for (var (child, parent) = (reference, reference.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case IConditionalOperation choice when choice.Condition == child:
                case ISwitchOperation test when test.Value == child:
                case IWhileLoopOperation loop when loop.Condition == child:
                    return true;
                case IBlockOperation or IExpressionStatementOperation or IVariableDeclaratorOperation:
                    return false;
            }
        }
        return false;
    }

    /// <summary>The value below what makes it nullable, optional or another type.</summary>
    private IOperation Core(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IParenthesizedOperation parenthesized:
                    value = parenthesized.Operand;
                    break;
                case IConversionOperation { ConstantValue.HasValue: false } conversion when conversion.OperatorMethod is null || _facts.IsOptional(conversion.OperatorMethod.ContainingType):
                    value = conversion.Operand;
                    break;
                case IObjectCreationOperation { Type: INamedTypeSymbol type, Arguments: [var argument] } when _facts.IsOptional(type):
                    value = argument.Value;
                    break;
                default:
                    return value;
            }
        }
    }

    private static IReadOnlyList<IOperation>? Items(IEnumerable<IOperation> elements)
    {
        var items = elements.ToList();
        return items.Exists(static item => item.Kind == OperationReading.Spread) ? null : items;
    }

    private static IReadOnlyList<IOperation>? Added(IObjectOrCollectionInitializerOperation initializer)
    {
        var items = new List<IOperation>();
        foreach (var part in initializer.Initializers)
        {
            if (part is not IInvocationOperation { TargetMethod: { Name: "Add", Parameters.Length: 1 }, Arguments: [var argument] })
                return null;
            items.Add(argument.Value);
        }
        return items;
    }

    private static bool IsCollection(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "List" or "HashSet" or "Collection" } named && named.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic" or "System.Collections.ObjectModel";
}
