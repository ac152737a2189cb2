namespace Specular.Runtime.Tests.Json;

/// <summary>Readers of the shape that the generator emits.</summary>
internal static class Models
{
    internal sealed record Settings(string IntegrationType, string AllowedOrigin);

    internal sealed record Request(IReadOnlyList<Settings> IntegrationTypeSettings, long? IntegrationId);

    private static readonly JsonNames s_request = new("integrationTypeSettings", "integrationId");
    private static readonly JsonNames s_settings = new("integrationType", "allowedOrigin");

    public static IReadOnlyList<string> Strings(ref JsonInput json) => JsonCollections.ReadList(ref json, JsonRead.String);

    public static Request ReadRequest(ref JsonInput json)
    {
        var start = json.Position;
        IReadOnlyList<Settings>? settings = null;
        long? id = null;
        for (var member = json.Begin(s_request); member != JsonNames.End; member = json.Next(s_request, member))
        {
            switch (member)
            {
                case 0:
                    settings = JsonCollections.ReadList(ref json, ReadSettings);
                    break;
                case 1:
                    id = json.IsNull() ? null : JsonRead.Int64(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return new Request(settings ?? throw JsonErrors.Missing("integrationTypeSettings", start), id);
    }

    private static Settings ReadSettings(ref JsonInput json)
    {
        var start = json.Position;
        string? type = null;
        string? origin = null;
        for (var member = json.Begin(s_settings); member != JsonNames.End; member = json.Next(s_settings, member))
        {
            switch (member)
            {
                case 0:
                    type = JsonRead.String(ref json);
                    break;
                case 1:
                    origin = JsonRead.String(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return new Settings(type ?? throw JsonErrors.Missing("integrationType", start), origin ?? throw JsonErrors.Missing("allowedOrigin", start));
    }
}
