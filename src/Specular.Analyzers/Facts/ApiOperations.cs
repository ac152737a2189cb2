using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Specular.Analyzers.Facts;

/// <summary>An operation as the method of a client.</summary>
/// <param name="Client">The client.</param>
/// <param name="Owner">The client's property that has the method; null where the client itself has it.</param>
/// <param name="Method">The method that throws for a failure.</param>
/// <param name="Facts">What the description calls it.</param>
internal sealed record ApiOperation(ApiClient Client, IPropertySymbol? Owner, IMethodSymbol Method, OperationFacts Facts)
{
    /// <summary>How a message names the method.</summary>
    public string Name => Client.Type.Name + "." + (Owner is null ? "" : Owner.Name + ".") + Method.Name;
}

/// <summary>The operations of each client, looked up when they are first asked for.</summary>
internal sealed class ApiOperations
{
    private readonly ApiFacts _facts;
    private readonly ConcurrentDictionary<ApiClient, ImmutableArray<ApiOperation>> _operations = new();

    public ApiOperations(ApiFacts facts) => _facts = facts;

    /// <summary>The operations of a client.</summary>
    public ImmutableArray<ApiOperation> Of(ApiClient client) => _operations.GetOrAdd(client, Find);

    /// <summary>The name of the method for an <c>operationId</c>; null where there is none.</summary>
    public string? MethodFor(ApiClient client, string operationId) => Of(client).FirstOrDefault(operation => operation.Facts.OperationId == operationId)?.Name;

    private ImmutableArray<ApiOperation> Find(ApiClient client)
    {
        var owners = client.Type.GetMembers().OfType<IPropertySymbol>().Where(property => SymbolEqualityComparer.Default.Equals(property.Type.ContainingAssembly, client.Type.ContainingAssembly));
        return Find(client, null, client.Type).Concat(owners.SelectMany(owner => Find(client, owner, owner.Type))).ToImmutableArray();
    }

    // Of the two methods of an operation, the one that throws has the shorter name.
    private IEnumerable<ApiOperation> Find(ApiClient client, IPropertySymbol? owner, ITypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>()
        .Select(method => (Method: method, Facts: OperationFacts.Of(method, _facts)))
        .Where(static found => found.Facts is not null)
        .GroupBy(static found => (found.Facts!.Method, found.Facts.Path))
        .Select(group => group.OrderBy(static found => found.Method.Name.Length).First())
        .Select(found => new ApiOperation(client, owner, found.Method, found.Facts!));
}
