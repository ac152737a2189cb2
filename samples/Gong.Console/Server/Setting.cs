using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace GongSample.Server;

/// <summary>One origin for one integration type, as a request has it.</summary>
/// <param name="IntegrationType">One of <see cref="IntegrationTypes"/>.</param>
/// <param name="AllowedOrigin">An https origin.</param>
internal sealed record Setting(string IntegrationType, string AllowedOrigin)
{
    /// <summary>The integration types that Gong's page lists.</summary>
    public static readonly string[] IntegrationTypes = ["EMAIL_COMPOSER", "ACCOUNT_PAGES", "DIALER"];

    /// <summary>Reads the body of a request.</summary>
    /// <param name="body">The body's JSON.</param>
    /// <param name="errors">Everything that is wrong with it.</param>
    public static IReadOnlyList<Setting> ReadAll(JsonElement body, out List<string> errors)
    {
        errors = [];
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("integrationTypeSettings", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            errors.Add("integrationTypeSettings: an array is required");
            return [];
        }

        var settings = new List<Setting>();
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var path = $"integrationTypeSettings[{index++}]";
            if (!TryReadText(item, "integrationType", out var type) || !IntegrationTypes.Contains(type))
                errors.Add($"{path}.integrationType: one of {string.Join(", ", IntegrationTypes)} is required");
            else if (!TryReadText(item, "allowedOrigin", out var origin) || !IsHttpsOrigin(origin))
                errors.Add($"{path}.allowedOrigin: an https origin is required");
            else
                settings.Add(new(type, origin));
        }
        return settings;
    }

    private static bool TryReadText(JsonElement item, string name, [NotNullWhen(true)] out string? text)
    {
        text = item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return text is not null;
    }

    private static bool IsHttpsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0
        && text.Equals(uri.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
}
