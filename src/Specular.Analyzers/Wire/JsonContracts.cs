using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Specular.Analyzers.Wire;

/// <summary>
/// Tells which hand-written types are read from JSON. A type is one where it, or a member of it, says so by an attribute, or where some code of the compilation
/// has a serializer make one; and with it every type that it is made of.
/// </summary>
internal sealed class JsonContracts
{
    private readonly Compilation _compilation;
    private volatile HashSet<ISymbol>? _serialized;

    public JsonContracts(Compilation compilation) => _compilation = compilation;

    /// <summary>The wire name that an attribute gives a member; null where none does.</summary>
    public static string? NameGivenTo(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            switch (attribute.AttributeClass)
            {
                case { Name: "JsonPropertyNameAttribute" } type when IsJson(type) && attribute.ConstructorArguments is [{ Value: string name }]:
                    return name;
                case { Name: "JsonPropertyAttribute" } type when IsJson(type):
                    if (attribute.ConstructorArguments is [{ Value: string first }])
                        return first;
                    return Named(attribute, "PropertyName");
                case { Name: "DataMemberAttribute" } type when IsDataContract(type):
                    return Named(attribute, "Name");
            }
        }
        return null;
    }

    /// <summary>True where an attribute takes a member out of JSON, has it read by code of its own, or makes it the key of the program's own data.</summary>
    public static bool IsSpecial(ISymbol member) => member.GetAttributes().Any(static attribute => attribute.AttributeClass switch
    {
        { Name: "JsonIgnoreAttribute" or "JsonConverterAttribute" } type => IsJson(type),
        { Name: "KeyAttribute" } => true,
        _ => false,
    });

    /// <summary>True where the type is known to be read from JSON.</summary>
    public bool Contains(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        type = type.OriginalDefinition;
        return HasJsonAttribute(type) || type.GetMembers().Any(HasJsonAttribute) || (_serialized ??= Collect(cancellationToken)).Contains(type);
    }

    // What an entity leaves out when it is written says nothing of what is read.
    private static bool HasJsonAttribute(ISymbol symbol) =>
        symbol.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: not "JsonIgnoreAttribute" } type && IsJson(type));

    private static string? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.Where(argument => argument.Key == name).Select(static argument => argument.Value.Value as string).FirstOrDefault();

    private static bool IsDataContract(INamedTypeSymbol attribute) => attribute.ContainingNamespace?.ToDisplayString() == "System.Runtime.Serialization";

    private static bool IsJson(INamedTypeSymbol attribute) =>
        attribute.ContainingNamespace?.ToDisplayString() is "System.Text.Json.Serialization" or "Newtonsoft.Json";

    // Asked for only where a member has a wire name of the API and too narrow a type, which is rare enough to look at every call to a serializer then.
    private HashSet<ISymbol> Collect(CancellationToken cancellationToken)
    {
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var tree in _compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
            {
                switch (node)
                {
                    case InvocationExpressionSyntax call when SerializerCalls.MayBe(call):
                        model ??= _compilation.GetSemanticModel(tree);
                        foreach (var type in SerializerCalls.TypesIn(call, model, cancellationToken))
                            Add(type, found);
                        break;
                    case AttributeSyntax { ArgumentList.Arguments: [{ Expression: TypeOfExpressionSyntax listed }, ..] } attribute
                        when attribute.Name.ToString().EndsWith("JsonSerializable", StringComparison.Ordinal):
                        model ??= _compilation.GetSemanticModel(tree);
                        Add(model.GetTypeInfo(listed.Type, cancellationToken).Type, found);
                        break;
                }
            }
        }
        return found;
    }

    private void Add(ITypeSymbol? type, HashSet<ISymbol> found)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                Add(array.ElementType, found);
                break;
            case INamedTypeSymbol named:
                foreach (var argument in named.TypeArguments)
                    Add(argument, found);
                if (SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, _compilation.Assembly) && found.Add(named.OriginalDefinition))
                {
                    Add(named.BaseType, found);
                    foreach (var member in named.GetMembers())
                        Add((member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type, found);
                }
                break;
        }
    }
}
