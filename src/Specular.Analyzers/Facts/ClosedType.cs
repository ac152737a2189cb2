using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Specular.Analyzers.Facts;

/// <summary>Recognises the closed types of a client: the result of an operation, or a choice. They have the cases that are nested in them, and no other.</summary>
internal static class ClosedType
{
    private const string Tool = "Specular";

    /// <summary>The cases, in the order of their declaration; empty for any other type.</summary>
    public static ImmutableArray<INamedTypeSymbol> CasesOf(ITypeSymbol? type, ApiFacts facts) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: true, IsGenericType: false } closed ? facts.CasesOf(closed) : ImmutableArray<INamedTypeSymbol>.Empty;

    /// <summary>Reads the cases off an abstract class.</summary>
    public static ImmutableArray<INamedTypeSymbol> Read(ISymbol type)
    {
        var closed = (INamedTypeSymbol)type;
        if (!IsGenerated(closed))
            return ImmutableArray<INamedTypeSymbol>.Empty;

        // A reference assembly has no private members: there a closed type has no constructor at all.
        if (closed.InstanceConstructors.Any(static constructor => constructor.DeclaredAccessibility != Accessibility.Private))
            return ImmutableArray<INamedTypeSymbol>.Empty;
        return closed.GetTypeMembers()
            .Where(member => member.IsSealed && SymbolEqualityComparer.Default.Equals(member.BaseType, closed))
            .ToImmutableArray();
    }

    /// <summary>True for a type that the generator wrote.</summary>
    public static bool IsGenerated(INamedTypeSymbol type) => type.GetAttributes().Any(static attribute =>
        attribute is { AttributeClass.Name: "GeneratedCodeAttribute", ConstructorArguments: [{ Value: Tool }, ..] });
}
