using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;

namespace Specular.Generator.Pipeline;

/// <summary>The clients of a project side by side: two that would declare the same type cannot both be.</summary>
internal static class ClientSet
{
    /// <summary>The clients, with an error in place of one whose types another before it has.</summary>
    public static ImmutableArray<BoundClient> Distinct(ImmutableArray<BoundClient> clients, CancellationToken cancellationToken)
    {
        if (clients.Length < 2)
            return clients;
        var namespaces = new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase);
        var distinct = ImmutableArray.CreateBuilder<BoundClient>(clients.Length);
        foreach (var bound in clients)
        {
            cancellationToken.ThrowIfCancellationRequested();
            distinct.Add(bound.Client is { } client && Taken(client, namespaces) is { } taken ? Refuse(bound, client, taken) : bound);
        }

        return distinct.ToImmutable();
    }

    private static string? Taken(ClientModel client, Dictionary<string, HashSet<string>> namespaces)
    {
        if (!namespaces.TryGetValue(client.Context.Namespace, out var types))
            namespaces.Add(client.Context.Namespace, types = new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        var own = Types(client).ToList();
        if (own.FirstOrDefault(types.Contains) is { } taken)
            return taken;
        types.UnionWith(own);
        return null;
    }

    private static IEnumerable<string> Types(ClientModel client) =>
        new[] { client.Context.ClientName, client.Context.ApiPrefix + "Exception" }
            .Concat(client.Schemas.SelectMany(file => file.Schemas).Select(schema => schema.Name))
            .Concat(client.Operations.SelectMany(file => file.Operations).Select(operation => operation.Result.Name));

    private static BoundClient Refuse(BoundClient bound, ClientModel client, string type)
    {
        var message = "Another client of this project has the type '" + client.Context.Namespace + "." + type + "' already; give each client a Namespace of its own";
        return new BoundClient(null, bound.Location, new EquatableArray<DiagnosticInfo>(bound.Diagnostics.Append(DiagnosticInfo.Create(Descriptors.InvalidOption, bound.Location, message))));
    }
}
