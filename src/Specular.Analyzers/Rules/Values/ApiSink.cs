using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Facts;

namespace Specular.Analyzers.Rules.Values;

/// <summary>A place where code hands a value to the API: a property of a schema, or a parameter of an operation.</summary>
/// <param name="Member">The property or parameter.</param>
/// <param name="Type">Its type, without what makes it optional or nullable.</param>
/// <param name="Value">What it is given.</param>
internal readonly record struct ApiSink(ISymbol Member, ITypeSymbol Type, IOperation Value)
{
    /// <summary>The operations of which one may be a sink.</summary>
    public static readonly OperationKind[] Kinds = [OperationKind.SimpleAssignment, OperationKind.Argument];

    /// <summary>The value that an operation hands over; null where it does not.</summary>
    public static ApiSink? Find(IOperation operation, ApiFacts facts) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { } property } } assignment when facts.Of(property) is not null =>
            new ApiSink(property, Core(property.Type, facts), assignment.Value),
        IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { ContainingSymbol: IMethodSymbol method } parameter } argument
            when facts.IsBesideClient(method) && (facts.Of(parameter) is not null || OperationFacts.Of(method, facts) is not null) => new ApiSink(parameter, Core(parameter.Type, facts), argument.Value),
        _ => null,
    };

    private static ITypeSymbol Core(ITypeSymbol type, ApiFacts facts)
    {
        while (type is INamedTypeSymbol { TypeArguments: [var inner] } named && (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || facts.IsOptional(named)))
            type = inner;
        return type;
    }
}
