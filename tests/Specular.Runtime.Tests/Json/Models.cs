namespace Specular.Runtime.Tests.Json;

/// <summary>Readers of the shape that the generator emits.</summary>
internal static class Models
{
    private static readonly JsonNames s_request = new("integrationTypeSettings", "integrationId");
    private static readonly JsonNames s_settings = new("integrationType", "allowedOrigin");

    internal sealed record Settings
    {
        internal Settings(ref JsonInput json)
        {
            var start = json.Position;
            var seen = 0UL;
            for (var member = json.Begin(s_settings); member != JsonNames.End; member = json.Next(s_settings, member))
            {
                switch (member)
                {
                    case 0: IntegrationType = JsonRead.String(ref json); seen |= 1UL << 0; break;
                    case 1: AllowedOrigin = JsonRead.String(ref json); seen |= 1UL << 1; break;
                    default: json.Skip(); break;
                }
            }

            if (seen != (1UL << 2) - 1)
                throw JsonErrors.Missing(start, seen, "integrationType", "allowedOrigin");
        }

        public string IntegrationType { get; } = "";

        public string AllowedOrigin { get; } = "";
    }

    internal sealed record Request
    {
        internal Request(ref JsonInput json)
        {
            var start = json.Position;
            var seen = 0UL;
            for (var member = json.Begin(s_request); member != JsonNames.End; member = json.Next(s_request, member))
            {
                switch (member)
                {
                    case 0: IntegrationTypeSettings = JsonCollections.ReadList(ref json, ReadSettings); seen |= 1UL << 0; break;
                    case 1: IntegrationId = JsonNullable.Int64(ref json); break;
                    default: json.Skip(); break;
                }
            }

            if (seen != (1UL << 1) - 1)
                throw JsonErrors.Missing(start, seen, "integrationTypeSettings");
        }

        public IReadOnlyList<Settings> IntegrationTypeSettings { get; } = [];

        public long? IntegrationId { get; }
    }

    public static IReadOnlyList<string> Strings(ref JsonInput json) => JsonCollections.ReadList(ref json, JsonRead.String);

    public static Request ReadRequest(ref JsonInput json) => new(ref json);

    private static Settings ReadSettings(ref JsonInput json) => new(ref json);
}
