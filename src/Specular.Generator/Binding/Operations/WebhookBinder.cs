using System;
using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Binding.Schemas;
using Specular.Generator.Model;
using Specular.Generator.Naming;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Operations;

/// <summary>Finds the requests that the server sends: webhooks (OpenAPI 3.1, section 4.8.1), <c>x-webhooks</c>, and callbacks of operations (section 4.8.18).</summary>
internal sealed class WebhookBinder(BindingContext context, SchemaBinder schemas)
{
    private readonly NameScope _names = new(StringComparer.Ordinal, context.Client.Prefix + "Webhooks", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals");
    private readonly List<WebhookModel> _found = [];

    public IReadOnlyList<WebhookModel> BindAll()
    {
        var root = context.Description.Root;
        foreach (var webhook in (root["webhooks"]?.Members ?? []).Concat(root["x-webhooks"]?.Members ?? []))
            BindItem(webhook.Name, webhook.Value);
        foreach (var path in root["paths"]?.Members ?? [])
        {
            if (path.Value.Kind is not NodeKind.Object || schemas.Resolve(path.Value) is not { } item)
                continue;
            foreach (var operation in item.Members)
            {
                foreach (var callback in operation.Value["callbacks"]?.Members ?? [])
                    BindCallback(callback);
            }
        }

        return _found;
    }

    // A callback has a path item for each address that the server may call.
    private void BindCallback(Member callback)
    {
        if (callback.Value.Kind is not NodeKind.Object || schemas.Resolve(callback.Value) is not { } target)
            return;
        foreach (var item in target.Members.Where(member => member.Value.Kind is NodeKind.Object && !member.Name.StartsWith("x-", StringComparison.Ordinal)))
            BindItem(callback.Name, item.Value);
    }

    private void BindItem(string key, Node declared)
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
            var name = _names.Take(Identifier.Pascal(id, "Webhook"));
            var body = schemas.Bind(schema, new NameHint("", name + "Payload"));
            var about = SchemaKeywords.NonEmptyText(operation.Value["summary"]) ?? SchemaKeywords.NonEmptyText(operation.Value["description"]) ?? SchemaKeywords.NonEmptyText(item["description"]);

            // The same callback in several operations is one.
            if (_found.Any(other => other.Key == key && other.Type == body.Type))
                continue;
            _found.Add(new WebhookModel(key, name, body.Type, body.Nullable, about));
        }
    }
}
