using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Specular.Analyzers.Facts;

/// <summary>The facts about every client that a compilation sees, its own and those of the assemblies it references.</summary>
internal sealed class ApiFacts
{
    // Every rule asks for the facts of the same compilation.
    private static readonly ConditionalWeakTable<Compilation, StrongBox<ApiFacts?>> s_found = new();

    private readonly HashSet<IAssemblySymbol> _clientAssemblies = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _idNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _originNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _idNamesOfAnyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ApiClient> _clients = [];
    private readonly List<INamespaceSymbol> _namespaces = [];
    private readonly ConcurrentDictionary<ISymbol, PropertyFacts?> _facts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ValueFacts?> _values = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, OperationFacts?> _operations = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ApiEnum?> _enums = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<INamedTypeSymbol>> _cases = new(SymbolEqualityComparer.Default);

    private ApiFacts()
    {
    }

    /// <summary>The clients.</summary>
    public IReadOnlyList<ApiClient> Clients => _clients;

    /// <summary>Wire names whose value is a 64-bit id.</summary>
    public IReadOnlyCollection<string> IdNames => _idNames;

    /// <summary>Wire names whose value is an https origin.</summary>
    public IReadOnlyCollection<string> OriginNames => _originNames;

    /// <summary>Collects the facts; null where no client is in sight, and the rules have nothing to do.</summary>
    public static ApiFacts? Find(Compilation compilation) => s_found.GetValue(compilation, static compilation => new StrongBox<ApiFacts?>(Collect(compilation))).Value;

    private static ApiFacts? Collect(Compilation compilation)
    {
        var facts = new ApiFacts();
        facts.Add(compilation.Assembly);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
            facts.Add(assembly);
        return facts._clientAssemblies.Count > 0 ? facts : null;
    }

    /// <summary>True where the wire name, written exactly so, means a 64-bit id.</summary>
    public bool IsIdName(string? wireName) => wireName is not null && _idNames.Contains(wireName);

    /// <summary>True where a member of this name is bound to the wire name of a 64-bit id, as the Web defaults of a serializer bind it.</summary>
    public bool IsIdMemberName(string memberName) => _idNamesOfAnyCase.Contains(memberName);

    /// <summary>True where the wire name, written exactly so, means an https origin.</summary>
    public bool IsOriginName(string? wireName) => wireName is not null && _originNames.Contains(wireName);

    /// <summary>True for the struct in which a client keeps a value that may be absent, which is something else than null.</summary>
    public bool IsOptional(INamedTypeSymbol type) => type is { IsValueType: true, TypeArguments.Length: 1 } && type.Name.EndsWith("Optional", StringComparison.Ordinal) && _clientAssemblies.Contains(type.ContainingAssembly);

    /// <summary>The facts that a property or parameter of a client carries; null for any other symbol.</summary>
    public PropertyFacts? Of(ISymbol symbol) => IsBesideClient(symbol) ? _facts.GetOrAdd(symbol.OriginalDefinition, PropertyFacts.Read) : null;

    /// <summary>What the schema asks of a property or parameter of a client; null for any other symbol.</summary>
    public ValueFacts? ValueOf(ISymbol symbol) => IsBesideClient(symbol) ? _values.GetOrAdd(symbol.OriginalDefinition, ValueFacts.Read) : null;

    /// <summary>The operation that a method of a client performs; null for any other method.</summary>
    public OperationFacts? OperationOf(IMethodSymbol method) => IsBesideClient(method) ? _operations.GetOrAdd(method.OriginalDefinition, OperationFacts.Read) : null;

    /// <summary>The enum of a client that a type is; null for any other type.</summary>
    public ApiEnum? EnumOf(INamedTypeSymbol type) => IsInClientAssembly(type) ? _enums.GetOrAdd(type, ApiEnum.Read) : null;

    /// <summary>The cases of a closed type of a client; empty for any other type.</summary>
    public ImmutableArray<INamedTypeSymbol> CasesOf(INamedTypeSymbol type) => IsBesideClient(type) ? _cases.GetOrAdd(type, ClosedType.Read) : ImmutableArray<INamedTypeSymbol>.Empty;

    /// <summary>The client that a type is; null for any other type.</summary>
    public ApiClient? ClientOf(ITypeSymbol? type)
    {
        foreach (var client in _clients)
        {
            if (SymbolEqualityComparer.Default.Equals(client.Type, type))
                return client;
        }
        return null;
    }

    /// <summary>True for what stands in an assembly with a client.</summary>
    public bool IsInClientAssembly(ISymbol symbol) => symbol.ContainingAssembly is { } assembly && _clientAssemblies.Contains(assembly);

    /// <summary>True for what stands in the namespace of a client, as all does that is generated for it. Most code is told apart from it by this alone, which costs little.</summary>
    [MethodImpl(Hot.Path)]
    public bool IsBesideClient(ISymbol symbol)
    {
        var home = symbol.ContainingNamespace;
        foreach (var known in _namespaces)
        {
            if (SymbolEqualityComparer.Default.Equals(known, home))
                return true;
        }
        return false;
    }

    private void Add(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            switch (FactAttributes.NameOf(attribute))
            {
                case FactAttributes.Client:
                    _clientAssemblies.Add(assembly);
                    if (ApiClient.Read(attribute, assembly) is { } client)
                    {
                        _clients.Add(client);
                        _namespaces.Add(client.Type.ContainingNamespace);
                    }
                    break;
                case FactAttributes.WireFact when FactAttributes.Text(attribute, 0) is { } name:
                    Add(name, FactAttributes.Text(attribute, 1));
                    break;
            }
        }
    }

    private void Add(string wireName, string? fact)
    {
        switch (fact)
        {
            case "int64-id":
                _idNames.Add(wireName);
                _idNamesOfAnyCase.Add(wireName);
                break;
            case "https-origin":
                _originNames.Add(wireName);
                break;
        }
    }
}
