using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Specular.Generator.Binding.Schemas;
using Specular.Generator.Model;
using Specular.Generator.Naming;

namespace Specular.Generator.Binding;

/// <summary>
/// Picks the names on the wire that say so much that they may accuse code which knows nothing of the client: names of two words or more,
/// with the same fact wherever the description has them.
/// </summary>
internal static class WireFactBinder
{
    public static WireFacts Bind(ClientContext client, IReadOnlyList<SchemaModel> schemas, IReadOnlyList<OperationModel> operations, CancellationToken cancellationToken)
    {
        // Most names say nothing anywhere, and need no more than one look.
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in schemas.OfType<RecordModel>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var property in record.Properties)
            {
                if (Fact(property.WireName, property.Facts) is not null)
                    names.Add(property.WireName);
            }
        }

        var facts = new Dictionary<string, WireFactModel?>(StringComparer.Ordinal);
        if (names.Count == 0)
            return new WireFacts([], names);
        foreach (var record in schemas.OfType<RecordModel>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var property in record.Properties)
            {
                if (names.Contains(property.WireName))
                    Add(property, record);
            }
        }

        foreach (var parameter in operations.SelectMany(operation => operation.Parameters))
        {
            // A parameter may contradict what properties of its name say; alone it has no property to point at.
            if (facts.TryGetValue(parameter.WireName, out var known) && known?.Fact != Fact(parameter.WireName, parameter.Facts))
                facts[parameter.WireName] = null;
        }

        return new WireFacts([.. facts.Values.OfType<WireFactModel>().OrderBy(fact => fact.WireName, StringComparer.Ordinal)], names);

        void Add(PropertyModel property, RecordModel record)
        {
            var (wireName, fact) = (property.WireName, Fact(property.WireName, property.Facts));
            if (!facts.TryGetValue(wireName, out var known))
                facts.Add(wireName, fact is not null && Identifier.Words(wireName).Count > 1 ? new WireFactModel(wireName, fact, client.Namespace + "." + record.Name + "." + property.Name) : null);
            else if (known is not null && known.Fact != fact)
                facts[wireName] = null;
        }
    }

    /// <summary>What a name says; null for nothing.</summary>
    public static string? Fact(string wireName, FactsModel facts) => facts.Identifier && FactsBinder.IsNamedLikeAnId(wireName) ? "int64-id" : facts.Origin == "https" ? "https-origin" : null;
}

/// <summary>What was picked.</summary>
/// <param name="Picked">The facts.</param>
/// <param name="Names">The names that say something anywhere: a property of another name has no part in them.</param>
internal sealed record WireFacts(IReadOnlyList<WireFactModel> Picked, HashSet<string> Names);
