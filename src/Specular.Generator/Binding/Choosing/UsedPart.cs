using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Specular.Generator.Model;

namespace Specular.Generator.Binding.Choosing;

/// <summary>
/// What of a client the project uses: the operations that its code names, and the types that those or the code itself need. It is taken out of the whole client,
/// so that everything is called there what it is called here.
/// </summary>
internal static class UsedPart
{
    /// <param name="client">The whole client.</param>
    /// <param name="isNamed">Whether the project's text has a name.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static ClientModel Of(ClientModel client, Func<string, bool> isNamed, CancellationToken cancellationToken)
    {
        var groups = client.Operations
            .SelectMany(file => file.Groups)
            .GroupBy(group => (group.Name, group.Class), (key, parts) => new OperationGroupModel(key.Name, new EquatableArray<OperationModel>(parts.SelectMany(part => part.Operations)), key.Class))
            .ToList();
        var called = groups.Select(group => group with { Operations = new EquatableArray<OperationModel>(group.Operations.Where(operation => IsUsed(operation, group.Class, isNamed))) });
        var used = called.Where(group => group.Operations.Count > 0).ToList();

        // A class that is named without any of its methods: how it is used is not seen from here.
        var reached = new HashSet<OperationClassModel?>(used.Select(group => group.Class));
        used.AddRange(groups.Where(group => group.Class is { } own && !reached.Contains(own) && IsNamed(own, isNamed)));
        used.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));

        var webhooks = client.Webhooks.Where(webhook => isNamed("Read" + webhook.Name)).ToList();
        var classes = new HashSet<OperationClassModel>(used.Select(group => group.Class).OfType<OperationClassModel>());
        return client with
        {
            Operations = new EquatableArray<OperationFileModel>(FileCut.OfOperations(used)),
            Classes = new EquatableArray<OperationClassModel>(client.Classes.Where(classes.Contains)),
            Webhooks = new EquatableArray<WebhookModel>(webhooks),
            Schemas = new EquatableArray<SchemaFileModel>(FileCut.OfSchemas(Needed(client, used.SelectMany(group => group.Operations), webhooks, isNamed, cancellationToken))),
        };
    }

    private static bool IsUsed(OperationModel operation, OperationClassModel? own, Func<string, bool> isNamed) =>
        isNamed(operation.Result.Name)
        || ((own is null || IsNamed(own, isNamed)) && (isNamed(operation.Name + "Async") || isNamed(operation.Name + "ResultAsync")));

    private static bool IsNamed(OperationClassModel own, Func<string, bool> isNamed) => isNamed(own.Property) || isNamed(own.Type);

    private static bool IsNamed(SchemaModel schema, Func<string, bool> isNamed) => isNamed(schema.Name) || (schema is EnumModel { Companion: var companion } && isNamed(companion));

    // In the order of the whole client.
    private static IReadOnlyList<SchemaModel> Needed(
        ClientModel client, IEnumerable<OperationModel> operations, IEnumerable<WebhookModel> webhooks, Func<string, bool> isNamed, CancellationToken cancellationToken)
    {
        var all = client.Schemas.SelectMany(file => file.Schemas).OrderBy(schema => schema.Name, StringComparer.Ordinal).ToList();
        var byName = all.ToDictionary(schema => schema.Name, StringComparer.Ordinal);
        var open = new Stack<SchemaModel>(all.Where(schema => IsNamed(schema, isNamed)));
        var needed = new HashSet<string>(open.Select(schema => schema.Name), StringComparer.Ordinal);
        Need(operations.SelectMany(TypesOf));
        Need(webhooks.Select(webhook => webhook.Type));
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Need(TypesOf(open.Pop()));
        }

        return [.. all.Where(schema => needed.Contains(schema.Name))];

        void Need(IEnumerable<TypeModel?> types)
        {
            foreach (var type in types)
            {
                if (NameIn(type) is { } name && byName.TryGetValue(name, out var schema) && needed.Add(name))
                    open.Push(schema);
            }
        }
    }

    private static IEnumerable<TypeModel?> TypesOf(OperationModel operation) => operation.Parameters.Select(parameter => parameter.Type)
        .Concat(operation.OtherBodies.Append(operation.Body).OfType<BodyModel>().SelectMany(body => body.Fields.Select(field => field.Property.Type).Append(body.Type)))
        .Concat(operation.Responses.SelectMany(response => response.Headers.Select(header => (TypeModel?)header.Type).Append(response.Type)))
        .Append(operation.Result.SuccessType);

    private static IEnumerable<TypeModel?> TypesOf(SchemaModel schema) => schema switch
    {
        RecordModel record => record.Properties.Select(property => (TypeModel?)property.Type).Append(record.AdditionalProperties?.Type),
        UnionModel union => union.Cases.Select(item => item.Type),
        _ => [],
    };

    private static string? NameIn(TypeModel? type) => type switch
    {
        TypeModel.Named named => named.Name,
        TypeModel.List list => NameIn(list.Item),
        TypeModel.Sequence sequence => NameIn(sequence.Item),
        TypeModel.Map map => NameIn(map.Value),
        _ => null,
    };
}
