using System.Text.Json;
using Gong;

namespace Specular.Client.Tests;

/// <summary>What the description does not allow is said before anything is sent.</summary>
public sealed class InvalidArgumentTests(TestServer server) : ServerTest(server)
{
    [Fact]
    public async Task No_body()
    {
        Assert.Equal("body", (await Assert.ThrowsAsync<ArgumentNullException>(() => Gong().IntegrationSettingsAsync(null!, Token))).ParamName);
        Assert.Equal("body", (await Assert.ThrowsAsync<ArgumentNullException>(() => Gong().IntegrationSettingsResultAsync(null!, Token))).ParamName);
        Assert.Empty(Server.Received);
    }

    [Fact]
    public async Task No_list() =>
        await Refuses("'IntegrationSettingsRequest.IntegrationTypeSettings' is required and may not be null", null!);

    [Fact]
    public async Task No_item() =>
        await Refuses("Item 1 of an array is null", [Registration.IntegrationTypeSettings[0], null!]);

#pragma warning disable SPEC102 // The analyzer sees it too.
    [Fact]
    public async Task No_text() =>
        await Refuses("'IntegrationTypeSettings.AllowedOrigin' is required and may not be null", [new() { IntegrationType = IntegrationType.Dialer, AllowedOrigin = null! }]);
#pragma warning restore SPEC102

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    [InlineData(int.MinValue)]
    public async Task An_enum_that_stands_for_nothing_on_the_wire(int value)
    {
        var body = new IntegrationSettingsRequest { IntegrationTypeSettings = [new() { IntegrationType = (IntegrationType)value, AllowedOrigin = "https://acme.partner.com" }] };

        var error = await Assert.ThrowsAnyAsync<JsonException>(() => Gong().IntegrationSettingsAsync(body, Token));

        Assert.Contains("IntegrationType", error.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Received);
    }

    private async Task Refuses(string message, IReadOnlyList<IntegrationTypeSettings> settings)
    {
        var body = new IntegrationSettingsRequest { IntegrationTypeSettings = settings };

        var error = await Assert.ThrowsAsync<ArgumentException>(() => Gong().IntegrationSettingsAsync(body, Token));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Received);
    }
}
