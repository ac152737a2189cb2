using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>Prints the class that reads the bodies of webhooks and callbacks.</summary>
internal static class WebhookEmitter
{
    public static GeneratedFile Emit(EquatableArray<WebhookModel> webhooks, ClientContext client)
    {
        var name = client.Prefix + "Webhooks";
        var writer = FileLayout.Begin(client);
        writer.Line("/// <summary>Reads the bodies of the requests that the server sends: its webhooks and callbacks.</summary>");
        writer.Line(FileLayout.GeneratedCode);
        writer.Open(client.Accessibility + " static class " + name);
        for (var i = 0; i < webhooks.Count; i++)
        {
            if (i > 0)
                writer.Line();
            Reader(writer, webhooks[i], client);
        }

        writer.Close();
        return writer.End(client, name);
    }

    private static void Reader(SourceWriter writer, WebhookModel webhook, ClientContext client)
    {
        var type = TypeText.Of(webhook.Type, client, webhook.Nullable);
        writer.Summary(webhook.Documentation ?? "Reads the body of " + webhook.Key + ".");
        writer.Line("/// <remarks>The body of " + Documentation.Code(webhook.Key) + ".</remarks>");
        writer.Line("/// <param name=\"utf8Json\">The whole body, as it came. Check its signature first, where the server sends one.</param>");
        writer.Line("/// <exception cref=\"global::System.Text.Json.JsonException\">It is not what the description says; the message says where.</exception>");
        writer.Line("public static " + type + " Read" + webhook.Name + "(global::System.ReadOnlySpan<byte> utf8Json) =>");
        writer.Deeper().Line("SpecularRuntime::JsonBody.Parse<" + type + ">(utf8Json, " + JsonCode.Reader(webhook.Type, webhook.Nullable, client) + ");").Dedent();
    }
}
