using System.Text.Json;

namespace Specular.Runtime.Tests.Json;

/// <summary>Readers of the shape that the generator emits.</summary>
internal static class Models
{
    internal sealed record Settings(string IntegrationType, string AllowedOrigin);

    internal sealed record Request(IReadOnlyList<Settings> IntegrationTypeSettings, long? IntegrationId);

    public static IReadOnlyList<string> Strings(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw JsonErrors.Unexpected(ref reader, "an array");
        var items = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(JsonRead.String(ref reader));
        return items;
    }

    public static Request ReadRequest(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw JsonErrors.Unexpected(ref reader, "an object");
        var start = reader.TokenStartIndex;
        List<Settings>? settings = null;
        long? id = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.ValueTextEquals("integrationTypeSettings"u8))
            {
                reader.Read();
                if (reader.TokenType != JsonTokenType.StartArray) throw JsonErrors.Unexpected(ref reader, "an array");
                settings = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) settings.Add(ReadSettings(ref reader));
            }
            else if (reader.ValueTextEquals("integrationId"u8))
            {
                reader.Read();
                id = JsonRead.Int64(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new Request(settings ?? throw JsonErrors.Missing("integrationTypeSettings", start), id);
    }

    private static Settings ReadSettings(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw JsonErrors.Unexpected(ref reader, "an object");
        var start = reader.TokenStartIndex;
        string? type = null;
        string? origin = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.ValueTextEquals("integrationType"u8))
            {
                reader.Read();
                type = JsonRead.String(ref reader);
            }
            else if (reader.ValueTextEquals("allowedOrigin"u8))
            {
                reader.Read();
                origin = JsonRead.String(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new Settings(type ?? throw JsonErrors.Missing("integrationType", start), origin ?? throw JsonErrors.Missing("allowedOrigin", start));
    }
}
