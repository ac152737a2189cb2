using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis.CSharp;
using Specular.Generator.Binding.Choosing;
using Specular.Generator.Binding.Operations;
using Specular.Generator.Binding.Remembering;
using Specular.Generator.Binding.Schemas;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Naming;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding;

/// <summary>Makes a client model of a description: every decision about the emitted code is taken below here.</summary>
internal static class ClientBinder
{
    /// <param name="description">The description, read; OpenAPI 3.x in shape.</param>
    /// <param name="options">What the project says of the client.</param>
    /// <param name="capabilities">What the consumer's compilation has.</param>
    /// <param name="cancellationToken">Ends the binding.</param>
    public static (ClientModel? Client, IReadOnlyList<DiagnosticInfo> Diagnostics) Bind(
        Description description, ClientOptions options, Capabilities capabilities, CancellationToken cancellationToken)
    {
        var title = SchemaKeywords.NonEmptyText(description.Root["info"]?["title"]);
        return Bind(new BindingContext(description, capabilities, Context(options, title, capabilities), recorder: null, cancellationToken), title, options);
    }

    /// <summary>The same for a description that is edited: what did not change since the run before is not bound anew, and nothing of the result tells.</summary>
    /// <param name="description">The description, which is the text of one file as it stands.</param>
    /// <param name="text">That text.</param>
    /// <param name="options">What the project says of the client.</param>
    /// <param name="capabilities">What the consumer's compilation has.</param>
    /// <param name="before">What the run before left; null for nothing.</param>
    /// <param name="earlier">The client of the run before, or null.</param>
    /// <param name="cancellationToken">Ends the binding.</param>
    public static (ClientModel? Client, IReadOnlyList<DiagnosticInfo> Diagnostics, BindingMemory? Memory) Bind(
        Description description, string text, ClientOptions options, Capabilities capabilities, BindingMemory? before, ClientModel? earlier, CancellationToken cancellationToken)
    {
        var title = SchemaKeywords.NonEmptyText(description.Root["info"]?["title"]);
        var client = Context(options, title, capabilities);
        var parts = new PartTable(description.Root, text, before?.Parts, description.Edit, cancellationToken);
        var fitting = before?.Fits(client, options, capabilities, parts) == true ? before : null;
        if (fitting is not null && earlier is not null && Rebinder.TryBind(description, capabilities, options, parts, fitting, earlier, cancellationToken) is { } rebound)
            return rebound;
        try
        {
            return Record(fitting);
        }
        catch (OutdatedMemoryException)
        {
            return Record(null);
        }

        (ClientModel?, IReadOnlyList<DiagnosticInfo>, BindingMemory?) Record(BindingMemory? memory)
        {
            var recorder = new Recorder(parts, memory, new EarlierModels(earlier, before));
            var (model, diagnostics) = Bind(new BindingContext(description, capabilities, client, recorder, cancellationToken), title, options);
            return (model, diagnostics, recorder.Leave(client, options, capabilities, description.IsPlain ? Outline.Of(description.Root) : null, diagnostics));
        }
    }

    private static (ClientModel? Client, IReadOnlyList<DiagnosticInfo> Diagnostics) Bind(BindingContext context, string? title, ClientOptions options)
    {
        var (description, client) = (context.Description, context.Client);
        var info = description.Root["info"];
        if (description.Root["paths"] is null && description.Root["webhooks"] is null && description.Root["components"] is null)
        {
            context.Diagnostics.Report(Descriptors.NotADescription, description.Root, "it has none of 'paths', 'webhooks' and 'components'");
            return (null, context.Diagnostics.ToList());
        }

        var schemas = new SchemaBinder(context);
        FollowSections(description, schemas);
        schemas.Components.BindAll(onlyReached: options.IsPart);
        var security = new SecurityBinder(context, schemas);
        var schemes = security.BindSchemes();
        var tags = new OperationGroups(context, options.GroupsByTag);
        context.Declared.Groups = tags;
        var operations = new OperationBinder(context, schemas, security, new OperationChoice(options)).BindAll();
        var webhooks = options.IsPart ? [] : new WebhookBinder(context, schemas).BindAll();
        var declared = schemas.Complete();
        var groups = operations
            .GroupBy(operation => tags.Of(operation.Tag))
            .OrderBy(group => group.Key.Name, StringComparer.Ordinal)
            .Select(group => new OperationGroupModel(
                group.Key.Name,
                new EquatableArray<OperationModel>(group.Select(operation => Complete(operation.Operation, Declared, context))),
                group.Key.Class))
            .ToList();
        SchemaModel? Declared(string name) => declared.TryGetValue(name, out var schema) ? schema : null;
        var models = declared.Values.OrderBy(schema => schema.Name, StringComparer.Ordinal).ToList();
        var server = ServerBinder.OfDescription(context);
        var all = groups.SelectMany(group => group.Operations).ToList();
        WireFacts PickFacts() => WireFactBinder.Bind(client, models, all, context.CancellationToken);
        var model = new ClientModel(
            client,
            title ?? client.Prefix,
            SchemaKeywords.NonEmptyText(info?["description"]),
            server,
            new EquatableArray<string>(ServerBinder.Others(context, server)),
            schemes,
            new EquatableArray<SchemaFileModel>(FileCut.OfSchemas(models)),
            new EquatableArray<OperationFileModel>(FileCut.OfOperations(groups)),
            new EquatableArray<WireFactModel>(context.Recorder is { } recorder ? recorder.WireFacts(models, all, PickFacts) : PickFacts().Picked),
            new EquatableArray<OperationClassModel>(tags.Classes),
            new EquatableArray<WebhookModel>(webhooks));
        return (model, context.Diagnostics.ToList());
    }

    private static OperationModel Complete(OperationModel operation, Func<string, SchemaModel?> declared, BindingContext context)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        return context.Recorder is { } recorder
            ? recorder.Complete(operation, OperationBinder.LookedAt(operation, declared), () => OperationBinder.Complete(operation, declared))
            : OperationBinder.Complete(operation, declared);
    }

    // Where a whole section is a reference that leads nowhere, it is said once.
    private static void FollowSections(Description description, SchemaBinder schemas)
    {
        var components = description.Part("components");
        foreach (var section in new[] { description.Root["paths"], description.Root["components"], components?["schemas"], components?["securitySchemes"] })
        {
            if (section is not null && Description.ReferenceOf(section) is not null)
                schemas.Resolve(section);
        }
    }

    private static ClientContext Context(ClientOptions options, string? title, Capabilities capabilities)
    {
        var name = options.ClientName ?? (Identifier.Pascal(title ?? "", "Api") is var pascal && pascal.EndsWith("Client", StringComparison.Ordinal) ? pascal : pascal + "Client");
        var prefix = name.Length > 6 && name.EndsWith("Client", StringComparison.Ordinal) ? name.Substring(0, name.Length - 6) : name;

        // One segment, so that it cannot hide a namespace of the user's.
        var support = "Specular.Runtime.For_" + new string([.. capabilities.AssemblyName.Select(c => SyntaxFacts.IsIdentifierPartCharacter(c) && !char.IsSurrogate(c) ? c : '_')]);
        return new ClientContext(options.Namespace, name, prefix, options.Accessibility, support, prefix + "Optional");
    }
}
