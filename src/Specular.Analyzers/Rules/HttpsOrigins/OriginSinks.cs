using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Wire;

namespace Specular.Analyzers.Rules.HttpsOrigins;

/// <summary>An https origin of the API, and the value that code gives it.</summary>
internal readonly record struct OriginSink(string Name, IOperation Value, bool IsNullable);

/// <summary>Finds the places where code hands over an origin: a property of the client, or the wire name in something that becomes JSON or a form.</summary>
internal sealed class OriginSinks
{
    private readonly ApiFacts _facts;
    private readonly WireTypes _types;
    private readonly WireFlow _flow;

    public OriginSinks(ApiFacts facts, WireTypes types, WireFlow flow)
    {
        _facts = facts;
        _types = types;
        _flow = flow;
    }

    /// <summary>The origin that an operation sets; null where it sets none.</summary>
    public OriginSink? Find(IOperation operation, CancellationToken cancellationToken) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment => OfAssignment(target, assignment, cancellationToken),
        IPropertyInitializerOperation { InitializedProperties: [var property] } initializer when IsOrigin(property) => OfMember(property, initializer.Value),
        IArgumentOperation { Parameter: { } parameter } argument when IsOrigin(parameter) => new OriginSink(parameter.Name, argument.Value, IsNullable(parameter.Type)),
        IInvocationOperation call => OfCall(call, cancellationToken),
        IObjectCreationOperation { Arguments: [var name, var value] } creation when NameIn(name.Value) is { } wireName && IsPair(creation, cancellationToken) => new OriginSink(wireName, value.Value, true),
        _ => null,
    };

    /// <summary>True for a member that is an origin for a client, or has the wire name of one.</summary>
    public static bool IsOrigin(ISymbol symbol, ApiFacts facts) => facts.Of(symbol) is { IsHttpsOrigin: true }
        || (facts.OriginNames.Count > 0 && symbol is IPropertySymbol { IsIndexer: false } && facts.IsOriginName(JsonContracts.NameGivenTo(symbol)));

    private OriginSink? OfAssignment(IPropertyReferenceOperation target, ISimpleAssignmentOperation assignment, CancellationToken cancellationToken)
    {
        var property = target.Property;
        if (IsOrigin(property))
            return OfMember(property, assignment.Value);
        if (property.ContainingType.IsAnonymousType)
            return _facts.IsOriginName(property.Name) && _flow.Reaches(assignment, cancellationToken) ? new OriginSink(property.Name, assignment.Value, true) : null;
        if (property.IsIndexer && target.Arguments is [var key] && NameIn(key.Value) is { } name && TakesNames(property.ContainingType, target.Instance, assignment, cancellationToken))
            return new OriginSink(name, assignment.Value, true);
        return null;
    }

    private OriginSink? OfCall(IInvocationOperation call, CancellationToken cancellationToken)
    {
        switch (call.TargetMethod.Name)
        {
            case "Add" or "TryAdd" when call.Arguments.Length == 2 && NameIn(call.ArgumentFor(0)) is { } name && TakesNames(call.TargetMethod.ContainingType, call.Instance, call, cancellationToken):
                return call.ArgumentFor(1) is { } added ? new OriginSink(name, added, true) : null;
            case "WriteString" when _types.IsJsonWriter(call.TargetMethod.ContainingType) && NameIn(call.ArgumentFor(0)) is { } name:
                return call.ArgumentFor(1) is { } written ? new OriginSink(name, written, true) : null;
            case "WriteStringValue" when _types.IsJsonWriter(call.TargetMethod.ContainingType) && NameBefore(call) is { } name:
                return call.ArgumentFor(0) is { } next ? new OriginSink(name, next, true) : null;
            default:
                return null;
        }
    }

    private static OriginSink OfMember(IPropertySymbol property, IOperation value) => new(property.Name, value, IsNullable(property.Type));

    private bool IsOrigin(ISymbol symbol) => IsOrigin(symbol, _facts);

    private static bool IsNullable(ITypeSymbol type) => type.NullableAnnotation != NullableAnnotation.NotAnnotated;

    private string? NameIn(IOperation? operation) => operation.ConstantText() is { } name && _facts.IsOriginName(name) ? name : null;

    /// <summary>A JSON object, or a dictionary that becomes JSON or a form.</summary>
    private bool TakesNames(ITypeSymbol type, IOperation? instance, IOperation operation, CancellationToken cancellationToken) =>
        _types.IsNode(type) || _types.IsNode(instance?.Type)
        || ((_types.IsDictionary(type) || _types.IsDictionary(instance?.Type)) && (instance is ILocalReferenceOperation local ? _flow.ReachesFrom(local, cancellationToken) : _flow.Reaches(operation, cancellationToken)));

    private bool IsPair(IObjectCreationOperation creation, CancellationToken cancellationToken) =>
        _types.IsTokenProperty(creation.Type) || (creation.Type is { Name: "KeyValuePair" } && _flow.Reaches(creation, cancellationToken));

    /// <summary>The name that the statement before has written.</summary>
    private string? NameBefore(IInvocationOperation call)
    {
        if (call.Parent is not IExpressionStatementOperation { Parent: IBlockOperation block } statement)
            return null;
        var before = block.Operations.TakeWhile(other => other != statement).LastOrDefault();
        return before is IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod.Name: "WritePropertyName" } name } && _types.IsJsonWriter(name.TargetMethod.ContainingType)
            ? NameIn(name.ArgumentFor(0))
            : null;
    }
}
