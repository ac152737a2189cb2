using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;

namespace Specular.Analyzers.Rules.Directions;

/// <summary>Tells whether a value is an answer of an operation, or a part of one.</summary>
internal sealed class AnswerFlow
{
    private readonly ApiFacts _facts;
    private readonly ValueFlow _flow;

    public AnswerFlow(ApiFacts facts, ValueFlow flow)
    {
        _facts = facts;
        _flow = flow;
    }

    /// <summary>True where the value is known to come from an answer.</summary>
    public bool IsPart(IOperation? value, CancellationToken cancellationToken) => IsPart(value, FlowPath.Start(cancellationToken));

    private bool IsPart(IOperation? value, FlowPath path)
    {
        if (value is null || !path.Budget.Spend())
            return false;
        value = value.Unwrapped();
        return value switch
        {
            IInvocationOperation call when OperationFacts.Of(call.TargetMethod, _facts) is not null => true,
            IConversionOperation conversion => IsPart(conversion.Operand, path),
            IConditionalAccessOperation access => IsPart(access.WhenNotNull, path),
            IConditionalAccessInstanceOperation instance => IsPart(instance.Receiver(), path),
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput } => IsPart(Patterns.InputOfMember(value), path),
            IPatternOperation pattern => IsPart(Patterns.InputOf(pattern), path),
            IPropertyReferenceOperation { Property: { IsIndexer: false } property } member when _facts.IsInClientAssembly(property.ContainingType) => IsPart(member.Instance, path),
            IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } } member => IsPart(member.Instance, path),
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list } => IsPart(list, path),
            ILocalReferenceOperation local when _flow.LocalsAround(local).ValueOf(local.Local) is IForEachLoopOperation loop => IsPart(loop.Collection, path),
            _ => _flow.SourcesOf(value, path).Any(source => IsPart(source.Value, source.Path)),
        };
    }
}
