using Gong;

namespace GongSample;

/// <summary>What is registered for a tenant.</summary>
internal static class Registration
{
    /// <summary>The same origin for each integration type that Gong has.</summary>
    /// <param name="origin">An https origin, such as <c>https://acme.partner.com</c>.</param>
    public static IntegrationSettingsRequest Of(string origin) => new()
    {
        IntegrationTypeSettings =
        [
            new() { IntegrationType = IntegrationType.EmailComposer, AllowedOrigin = origin },
            new() { IntegrationType = IntegrationType.AccountPages, AllowedOrigin = origin },
            new() { IntegrationType = IntegrationType.Dialer, AllowedOrigin = origin },
        ],
    };
}
