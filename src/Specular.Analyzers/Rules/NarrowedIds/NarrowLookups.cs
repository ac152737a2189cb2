using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Wire;

namespace Specular.Analyzers.Rules.NarrowedIds;

/// <summary>
/// Ids that code looks up by their name on the wire in a dictionary of numbers too small for them, which a serializer has read from JSON. A dictionary that came from elsewhere,
/// or to which code adds, may well hold numbers of its own.
/// </summary>
internal sealed class NarrowLookups
{
    private readonly ApiFacts _facts;
    private readonly WireTypes _types;
    private readonly ValueFlow _flow;

    public NarrowLookups(ApiFacts facts, WireTypes types, ValueFlow flow)
    {
        _facts = facts;
        _types = types;
        _flow = flow;
    }

    public void Analyze(OperationAnalysisContext context)
    {
        var (dictionary, key, found) = Parts(context.Operation);
        if (dictionary is null || key.ConstantText() is not { } name || !_facts.IsIdName(name) || NarrowTypes.Find(found) is not { } narrow)
            return;
        if (_types.IsDictionaryOfNarrow(dictionary.Type) && IsFromJson(dictionary, FlowPath.Start(context.CancellationToken)))
            context.ReportDiagnostic(Narrowing.Report(key!.Unwrapped().Syntax, NarrowingShape.Name, new IdValue(name, IdForm.Json), narrow));
    }

    private static (IOperation? Dictionary, IOperation? Key, ITypeSymbol? Found) Parts(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } dictionary, Arguments: [{ Value: var key }] } => (dictionary, key, operation.Type),
        IInvocationOperation { TargetMethod.Name: "TryGetValue", Instance: { } dictionary } call => (dictionary, call.ArgumentFor(0), call.TargetMethod.Parameters.LastOrDefault()?.Type),
        IInvocationOperation { TargetMethod: { Name: "GetValueOrDefault", IsExtensionMethod: true } } call => (call.ArgumentFor(0)?.Unwrapped(), call.ArgumentFor(1), operation.Type),
        _ => (null, null, null),
    };

    private bool IsFromJson(IOperation value, FlowPath path)
    {
        if (!path.Budget.Spend())
            return false;
        return value.Unwrapped() switch
        {
            IConditionalAccessInstanceOperation instance => instance.Receiver() is { } receiver && IsFromJson(receiver, path),
            ICoalesceOperation choice => IsFromJson(choice.Value, path),
            IConversionOperation { OperatorMethod: null } conversion => IsFromJson(conversion.Operand, path),
            IInvocationOperation call when SerializerCalls.Is(call.TargetMethod) => true,
            ILocalReferenceOperation local when _flow.LocalsAround(local).ReferencesTo(local.Local).Any(IsChanged) => false,
            var other => _flow.SourcesOf(other, path).Any(source => IsFromJson(source.Value, source.Path)),
        };
    }

    private static bool IsChanged(ILocalReferenceOperation dictionary) => dictionary.Parent switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true } place => place.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == place,
            IIncrementOrDecrementOperation => true,
            _ => false,
        },
        IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd" } => true,
        _ => false,
    };
}
