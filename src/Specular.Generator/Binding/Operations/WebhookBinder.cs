using System;
using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Binding.Remembering;
using Specular.Generator.Binding.Schemas;
using Specular.Generator.Model;
using Specular.Generator.Naming;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Operations;

/// <summary>Finds the requests that the server sends: webhooks (OpenAPI 3.1, section 4.8.1), <c>x-webhooks</c>, and callbacks of operations (section 4.8.18).</summary>
internal sealed class WebhookBinder(BindingContext context, SchemaBinder schemas)
{
    /// <summary>The names that webhooks may have.</summary>
    public static NameScope Names(ClientContext client) =>
        new(StringComparer.Ordinal, client.Prefix + "Webhooks", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals");

    public IReadOnlyList<WebhookModel> BindAll()
    {
        var root = context.Description.Root;
        var found = new List<WebhookModel>();
        foreach (var webhook in (root["webhooks"]?.Members ?? []).Concat(root["x-webhooks"]?.Members ?? []))
            Add(Unit(webhook, () => BindWebhook(webhook)));
        foreach (var path in root["paths"]?.Members ?? [])
            Add(Unit(path, () => BindCallbacks(path.Value)));
        return found;

        // The same callback in several operations is one.
        void Add(WebhookModel[] webhooks)
        {
            foreach (var webhook in webhooks)
            {
                if (!found.Exists(other => other.Key == webhook.Key && other.Type == webhook.Type))
                    found.Add(webhook);
            }
        }
    }

    private WebhookModel[] Unit(Member owner, Func<WebhookModel[]> bind)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        return context.Unit(owner.Value.HasOwnPlace ? owner.Value.Span.Start : null, UnitKind.Webhooks, bind);
    }

    /// <summary>What a webhook sends.</summary>
    public WebhookModel[] BindWebhook(Member webhook)
    {
        var found = new List<WebhookModel>();
        BindItem(webhook.Name, webhook.Value, found);
        return [.. found];
    }

    /// <summary>What the callbacks of a path's operations send.</summary>
    public WebhookModel[] BindCallbacks(Node path)
    {
        var found = new List<WebhookModel>();
        if (path.Kind is not NodeKind.Object || schemas.Resolve(path) is not { } item)
            return [];
        foreach (var operation in item.Members)
        {
            foreach (var callback in operation.Value["callbacks"]?.Members ?? [])
                BindCallback(callback, found);
        }

        return [.. found];
    }

    // A callback has a path item for each address that the server may call.
    private void BindCallback(Member callback, List<WebhookModel> found)
    {
        if (callback.Value.Kind is not NodeKind.Object || schemas.Resolve(callback.Value) is not { } target)
            return;
        foreach (var item in target.Members.Where(member => member.Value.Kind is NodeKind.Object && !member.Name.StartsWith("x-", StringComparison.Ordinal)))
            BindItem(callback.Name, item.Value, found);
    }

    private void BindItem(string key, Node declared, List<WebhookModel> found)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        if (declared.Kind is not NodeKind.Object || schemas.Resolve(declared) is not { } item)
            return;
        foreach (var operation in item.Members.Where(member => member.Value.Kind is NodeKind.Object && member.Value["requestBody"] is not null))
        {
            if (schemas.Resolve(operation.Value["requestBody"]!) is not { } request)
                continue;
            var json = schemas.Content(request).FirstOrDefault(member => MediaTypes.Kind(member.Name) is ContentKind.Json);
            if (json.Value?["schema"] is not { } schema)
                continue;
            var id = SchemaKeywords.NonEmptyText(operation.Value["operationId"]) ?? key;
            var name = context.Declared.TakeWebhook(Identifier.Pascal(id, "Webhook"));
            var body = schemas.Bind(schema, new NameHint("", name + "Payload"));
            var about = SchemaKeywords.NonEmptyText(operation.Value["summary"]) ?? SchemaKeywords.NonEmptyText(operation.Value["description"]) ?? SchemaKeywords.NonEmptyText(item["description"]);
            found.Add(new WebhookModel(key, name, body.Type, body.Nullable, about));
        }
    }
}
