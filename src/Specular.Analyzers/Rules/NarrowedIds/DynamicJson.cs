using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Wire;

namespace Specular.Analyzers.Rules.NarrowedIds;

/// <summary>Tells whether a <see langword="dynamic"/> value is a piece of JSON, which its type does not say.</summary>
internal sealed class DynamicJson
{
    private readonly WireTypes _types;
    private readonly ValueFlow _flow;

    public DynamicJson(WireTypes types, ValueFlow flow)
    {
        _types = types;
        _flow = flow;
    }

    /// <summary>What a dynamic member access or indexer looks into, and the name that it looks for; nothing for anything else.</summary>
    public static (IOperation? Owner, string? Name) Parts(IOperation operation) => operation switch
    {
        IDynamicMemberReferenceOperation { Instance: { } owner } member => (owner, member.MemberName),
        IDynamicIndexerAccessOperation { Arguments: [var key] } indexer => (indexer.Operation, key.ConstantText()),
        _ => (null, null),
    };

    /// <summary>True where the value was made by a JSON library, or is a part of what was.</summary>
    public bool Is(IOperation value, FlowPath path)
    {
        if (!path.Budget.Spend())
            return false;
        value = value.Unwrapped();
        if (_types.IsNode(value.Type) || value is IInvocationOperation { TargetMethod: { Name: "DeserializeObject", ContainingType: var home } } && _types.IsJsonConvert(home))
            return true;
        if (value is IConversionOperation conversion)
            return Is(conversion.Operand, path);
        return Parts(value).Owner is { } owner
            ? Is(owner, path)
            : _flow.SourcesOf(value, path).Any(source => Is(source.Value, source.Path));
    }
}
