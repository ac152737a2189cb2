using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Specular.Analyzers.Flow;

/// <summary>
/// Follows a value back to where it comes from: through variables, fields and properties that are written once, through the private helpers of a type, <c>await</c>, tuples,
/// anonymous objects and sequences. What a value is made of at its own place, such as the branches of <c>?:</c>, is left to who asks.
/// </summary>
internal sealed class ValueFlow
{
    private static readonly FlowSource[] s_none = [];

    private readonly MemberValues _members;
    private readonly OperationCache<LocalValues> _bodies = new();

    public ValueFlow(Compilation compilation)
    {
        _members = new MemberValues(compilation);
        Sequences = new SequenceFlow(this);
    }

    /// <summary>The elements of sequences.</summary>
    public SequenceFlow Sequences { get; }

    /// <summary>The local variables of the body that an operation is in.</summary>
    public LocalValues LocalsAround(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        if (_bodies.Get(operation) is not { } locals)
            _bodies.Set(operation, locals = new LocalValues(ImmutableArray.Create(operation)));
        return locals;
    }

    /// <summary>What a value may be taken from; none where that is not known, or the value is made in place.</summary>
    public IReadOnlyList<FlowSource> SourcesOf(IOperation value, FlowPath path)
    {
        if (!path.Budget.Spend())
            return s_none;
        return value switch
        {
            ILocalReferenceOperation local => One(LocalsAround(local).ValueOf(local.Local), path),
            IForEachLoopOperation loop => Sequences.ElementsOf(loop.Collection, path),
            IParameterReferenceOperation parameter => OfParameter(parameter, path),
            IFieldReferenceOperation { Field.ContainingType.IsTupleType: true } field => OfElement(field, path),
            IFieldReferenceOperation field => Elsewhere(_members.ValueOf(field.Field, path.Budget.CancellationToken), path),
            IPropertyReferenceOperation property => OfProperty(property, path),
            IInvocationOperation call => OfCall(call, path),
            IArrayElementReferenceOperation element => Sequences.ElementsOf(element.ArrayReference, path),
            IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [var result] } => One(result.Value, path),
            IAwaitOperation wait => One(wait.Operation, path),
            ITranslatedQueryOperation query => One(query.Operation, path),
            _ => s_none,
        };
    }

    /// <summary>The values in place that a value may be, whatever it is handed through.</summary>
    public IEnumerable<FlowSource> OriginsOf(IOperation value, FlowPath path)
    {
        value = value.Unwrapped();
        var sources = SourcesOf(value, path);
        return sources.Count == 0 ? [new FlowSource(value, path)] : sources.SelectMany(source => OriginsOf(source.Value, source.Path));
    }

    /// <summary>What a call returns whose body is known.</summary>
    public IReadOnlyList<FlowSource> ResultsOf(IInvocationOperation call, FlowPath path)
    {
        var method = call.TargetMethod.OriginalDefinition;
        var results = method.MethodKind == MethodKind.LocalFunction
            ? MemberValues.ReturnsIn(LocalsAround(call).FunctionOf(method)?.Body)
            : _members.ResultsOf(method, path.Budget.CancellationToken);
        var inside = path with { Frame = new CallFrame(call, path.Frame) };
        return results.Select(result => new FlowSource(result, inside)).ToList();
    }

    private IReadOnlyList<FlowSource> OfParameter(IParameterReferenceOperation reference, FlowPath path)
    {
        var parameter = reference.Parameter;
        if (parameter.RefKind is RefKind.Ref or RefKind.Out || parameter.ContainingSymbol is not IMethodSymbol method || LocalsAround(reference).IsWritten(parameter))
            return s_none;
        for (var frame = path.Frame; frame is not null; frame = frame.Outer)
        {
            if (SymbolEqualityComparer.Default.Equals(frame.Call.TargetMethod.OriginalDefinition, method))
                return One(frame.Call.ArgumentFor(parameter.Ordinal), path with { Frame = frame.Outer });
        }
        return method.MethodKind switch
        {
            MethodKind.AnonymousFunction => Sequences.ElementsFor(reference, path),
            MethodKind.LocalFunction => Passed(LocalsAround(reference).CallsOf(method)),
            _ => Passed(_members.CallsOf(method, path.Budget.CancellationToken)),
        };

        IReadOnlyList<FlowSource> Passed(IEnumerable<IInvocationOperation> calls) =>
            calls.SelectMany(call => One(call.ArgumentFor(parameter.Ordinal), path with { Frame = null })).ToList();
    }

    private IReadOnlyList<FlowSource> OfProperty(IPropertyReferenceOperation reference, FlowPath path)
    {
        var property = reference.Property;
        if (property.ContainingType is { IsAnonymousType: true })
            return OfMember(reference, path);
        if (property is { Name: "Result", ContainingType.Name: "Task" or "ValueTask" })
            return One(reference.Instance, path);
        if (property.IsIndexer)
            return reference is { Instance: { } sequence, Arguments: [{ Value.Type.SpecialType: not SpecialType.System_String }] } ? Sequences.ElementsOf(sequence, path) : s_none;
        if (property.GetMethod is { } getter && _members.ResultsOf(getter, path.Budget.CancellationToken) is { IsEmpty: false } results)
            return results.Select(result => new FlowSource(result, path with { Frame = null })).ToList();
        return Elsewhere(_members.ValueOf(property, path.Budget.CancellationToken), path);
    }

    private IReadOnlyList<FlowSource> OfCall(IInvocationOperation call, FlowPath path) => call.TargetMethod switch
    {
        { MethodKind: MethodKind.LocalFunction } => ResultsOf(call, path),
        { Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask" or "WaitAsync", ContainingType: var home } when IsTask(home) => One(call.Instance, path),
        { Name: "FromResult", ContainingType: var home } when IsTask(home) => One(call.ArgumentFor(0), path),
        var method when MemberValues.IsHelper(method) => ResultsOf(call, path),
        _ => Sequences.ElementTaken(call, path),
    };

    /// <summary>An element of a tuple in place.</summary>
    private IReadOnlyList<FlowSource> OfElement(IFieldReferenceOperation reference, FlowPath path)
    {
        var name = (reference.Field.CorrespondingTupleField ?? reference.Field).Name;
        if (reference.Instance is null || !name.StartsWith("Item", System.StringComparison.Ordinal) || !int.TryParse(name.Substring(4), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return s_none;
        return OriginsOf(reference.Instance, path)
            .Where(origin => origin.Value is ITupleOperation tuple && number <= tuple.Elements.Length)
            .Select(origin => new FlowSource(((ITupleOperation)origin.Value).Elements[number - 1], origin.Path))
            .ToList();
    }

    /// <summary>A member of an anonymous object in place.</summary>
    private IReadOnlyList<FlowSource> OfMember(IPropertyReferenceOperation reference, FlowPath path)
    {
        if (reference.Instance is null)
            return s_none;
        var members =
            from origin in OriginsOf(reference.Instance, path)
            where origin.Value is IAnonymousObjectCreationOperation
            from assignment in ((IAnonymousObjectCreationOperation)origin.Value).Initializers.OfType<ISimpleAssignmentOperation>()
            where assignment.Target is IPropertyReferenceOperation target && target.Property.Name == reference.Property.Name
            select new FlowSource(assignment.Value, origin.Path);
        return members.ToList();
    }

    private static bool IsTask(INamedTypeSymbol? type) =>
        type?.ContainingNamespace?.ToDisplayString() is "System.Threading.Tasks" or "System.Runtime.CompilerServices";

    private static IReadOnlyList<FlowSource> Elsewhere(IOperation? value, FlowPath path) => One(value, path with { Frame = null });

    private static IReadOnlyList<FlowSource> One(IOperation? value, FlowPath path) => value is null ? s_none : [new FlowSource(value, path)];
}
