using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Specular.Analyzers.Facts;

/// <summary>
/// Recognises the attributes in which generated code states the facts of its description. Each assembly has its own internal copy of them, in its own
/// namespace below <c>Specular.Runtime</c>, so they are known by name.
/// </summary>
internal static class FactAttributes
{
    public const string Client = "OpenApiClientAttribute";
    public const string WireFact = "OpenApiWireFactAttribute";
    public const string Property = "OpenApiPropertyAttribute";

    private const string Prefix = "OpenApi";
    private const string Namespace = "Specular.Runtime";

    /// <summary>The simple name of a fact attribute's class; null for any other attribute.</summary>
    public static string? NameOf(AttributeData attribute)
    {
        var type = attribute.AttributeClass;
        if (type is null || !type.Name.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var home = type.ContainingNamespace?.ToDisplayString() ?? "";
        return home.StartsWith(Namespace, StringComparison.Ordinal) && (home.Length == Namespace.Length || home[Namespace.Length] == '.') ? type.Name : null;
    }

    /// <summary>A string argument of the constructor; null where the code is incomplete.</summary>
    public static string? Text(AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index] is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

    /// <summary>A named argument; null where it is not given.</summary>
    public static object? Named(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind == TypedConstantKind.Primitive)
                return argument.Value.Value;
        }
        return null;
    }

    /// <summary>The texts of a named argument that is an array; none where it is not given.</summary>
    public static ImmutableArray<string> Texts(AttributeData attribute, string name) => attribute.NamedArguments
        .Where(argument => argument.Key == name && argument.Value is { Kind: TypedConstantKind.Array, IsNull: false })
        .SelectMany(static argument => argument.Value.Values)
        .Select(static value => value.Value)
        .OfType<string>()
        .ToImmutableArray();
}
