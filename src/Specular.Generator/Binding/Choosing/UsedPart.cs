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
            Schemas = new EquatableArray<SchemaFileModel>(FileCut.OfSchemas(new NeededTypes(client, isNamed).Of(used.SelectMany(group => group.Operations), webhooks, cancellationToken))),
        };
    }

    private static bool IsUsed(OperationModel operation, OperationClassModel? own, Func<string, bool> isNamed) =>
        isNamed(operation.Result.Name)
        || ((own is null || IsNamed(own, isNamed)) && (isNamed(operation.Name + "Async") || isNamed(operation.Name + "ResultAsync")));

    private static bool IsNamed(OperationClassModel own, Func<string, bool> isNamed) => isNamed(own.Property) || isNamed(own.Type);
}
