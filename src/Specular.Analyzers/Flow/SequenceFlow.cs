using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Specular.Analyzers.Flow;

/// <summary>Follows the elements of a sequence through LINQ: a projection gives what its lambda returns, and what filters or sorts leaves them as they are.</summary>
internal sealed class SequenceFlow
{
    // Built against a compiler that does not have it: the '..' in a collection expression.
    private const OperationKind Spread = (OperationKind)0x80;

    private readonly ValueFlow _flow;

    public SequenceFlow(ValueFlow flow) => _flow = flow;

    /// <summary>What an element of a sequence may be; none where that is not known.</summary>
    public IReadOnlyList<FlowSource> ElementsOf(IOperation sequence, FlowPath path)
    {
        if (!path.Budget.Spend())
            return [];
        sequence = sequence.Unwrapped();
        switch (sequence)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                return ElementsOf(conversion.Operand, path);
            case IArrayCreationOperation { Initializer: { } initializer }:
                return initializer.ElementValues.Select(element => new FlowSource(element, path)).ToList();
            case IArrayCreationOperation:
                return [];
            case IObjectCreationOperation { Initializer: { } initializer }:
                return initializer.Initializers.OfType<IInvocationOperation>()
                    .Where(static add => add.Arguments.Length == 1)
                    .Select(add => new FlowSource(add.Arguments[0].Value, path))
                    .ToList();
            case { Kind: OperationReading.CollectionExpression }:
                return sequence.ChildOperations.SelectMany(element => ElementIn(element, path)).ToList();
            case IInvocationOperation call when IsLinq(call.TargetMethod) || IsList(call.TargetMethod.ContainingType):
                return Projected(call, path);
            case ILocalReferenceOperation local when IsOverwritten(local):
                return [];
            default:
                return _flow.SourcesOf(sequence, path).SelectMany(source => ElementsOf(source.Value, source.Path)).ToList();
        }
    }

    /// <summary>The element that a call such as <c>First</c> picks out of a sequence.</summary>
    public IReadOnlyList<FlowSource> ElementTaken(IInvocationOperation call, FlowPath path)
    {
        var takesOne = call.TargetMethod.Name is
            "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault" or "ElementAt" or "ElementAtOrDefault" or "Max" or "Min" or "Find";
        var isSelected = call.TargetMethod.Name is "Max" or "Min" && call.TargetMethod.Parameters.Length > 1;
        return takesOne && !isSelected && (IsLinq(call.TargetMethod) || IsList(call.TargetMethod.ContainingType)) && SequenceIn(call) is { } sequence ? ElementsOf(sequence, path) : [];
    }

    /// <summary>The elements that the first parameter of a lambda stands for, where the lambda is handed to LINQ.</summary>
    public IReadOnlyList<FlowSource> ElementsFor(IParameterReferenceOperation reference, FlowPath path)
    {
        if (reference.Parameter.Ordinal != 0)
            return [];
        IOperation? operation = reference;
        while (operation is not null && !(operation is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, reference.Parameter.ContainingSymbol)))
            operation = operation.Parent;
        return operation is null ? [] : ElementsHandedTo(operation, path);
    }

    /// <summary>The elements that a function is called with by LINQ or a list.</summary>
    /// <param name="function">The lambda or the method group.</param>
    /// <param name="path">How it was reached.</param>
    public IReadOnlyList<FlowSource> ElementsHandedTo(IOperation function, FlowPath path)
    {
        var parent = function.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation)
            parent = parent.Parent;
        if (parent is not IArgumentOperation { Parent: IInvocationOperation call } argument || SequenceIn(call) is not { } sequence)
            return [];
        var method = call.TargetMethod;
        var isForEach = IsLinq(method) ? method.Name != "Aggregate" && argument.Parameter?.Ordinal == 1
            : IsList(method.ContainingType) ? argument.Parameter?.Ordinal == 0
            : method is { Name: "ConvertAll" or "ForEach", ContainingType.SpecialType: SpecialType.System_Array } && argument.Parameter?.Ordinal == 1;
        return isForEach ? ElementsOf(sequence, path) : [];
    }

    private IReadOnlyList<FlowSource> Projected(IInvocationOperation call, FlowPath path)
    {
        switch (call.TargetMethod.Name)
        {
            case "Select" or "ConvertAll" when FunctionIn(call) is { } function:
                return MemberValues.ReturnsIn(function.Body).Select(result => new FlowSource(result, path)).ToList();
            case "Where" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Order" or "OrderDescending" or "Distinct" or "DistinctBy" or "Reverse"
                or "Take" or "TakeLast" or "TakeWhile" or "Skip" or "SkipLast" or "SkipWhile" or "Concat" or "Union" or "Append" or "Prepend" or "Except" or "Intersect" or "DefaultIfEmpty"
                or "ToList" or "ToArray" or "ToHashSet" or "AsEnumerable" or "AsQueryable" or "AsParallel" or "AsReadOnly" or "FindAll" or "GetRange":
                return SequenceIn(call) is { } sequence ? ElementsOf(sequence, path) : [];
            default:
                return [];
        }
    }

    private IEnumerable<FlowSource> ElementIn(IOperation element, FlowPath path) =>
        element.Kind != Spread ? [new FlowSource(element, path)] : element.ChildOperations.FirstOrDefault() is { } spread ? ElementsOf(spread, path) : [];

    private static IAnonymousFunctionOperation? FunctionIn(IInvocationOperation call)
    {
        var value = call.Arguments.LastOrDefault()?.Value;
        while (value is IConversionOperation or IDelegateCreationOperation)
            value = value is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)value).Target;
        return value as IAnonymousFunctionOperation;
    }

    private static IOperation? SequenceIn(IInvocationOperation call) => call.Instance ?? call.ArgumentFor(0);

    private static bool IsLinq(IMethodSymbol method) =>
        method.IsExtensionMethod && method.ContainingType.ContainingNamespace?.ToDisplayString() is { } home && home.StartsWith("System.Linq", StringComparison.Ordinal);

    private static bool IsList(INamedTypeSymbol? type) =>
        type is { Name: "List" or "ImmutableArray" or "ImmutableList" } && type.ContainingNamespace.ToDisplayString() is "System.Collections.Generic" or "System.Collections.Immutable";

    /// <summary>True where an element of an array or list is written later: the first ones may be gone then.</summary>
    private bool IsOverwritten(ILocalReferenceOperation local) => _flow.LocalsAround(local).ReferencesTo(local.Local).Any(static reference =>
        reference.Parent is IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true } && reference.Parent.Parent is IAssignmentOperation assignment && assignment.Target == reference.Parent);
}
