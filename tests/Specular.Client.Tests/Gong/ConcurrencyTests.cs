using System.Text.Json;
using Gong;

namespace Specular.Client.Tests;

/// <summary>One client for all threads.</summary>
public sealed class ConcurrencyTests(TestServer server) : ServerTest(server)
{
    [Fact]
    public async Task Many_calls_at_once_get_each_their_own_answer()
    {
        // The answer carries what the request said, at a length that makes the pooled buffers of several calls meet.
        Server.Answer = async context =>
        {
            var index = int.Parse(context.Request.Headers["X-Index"].ToString());
            var body = Server.Received.Single(request => request.Header("X-Index") == context.Request.Headers["X-Index"].ToString()).Text;
            var status = (index % 4) switch { 0 => 200, 1 => 429, 2 => 500, _ => 418 };
            var echo = JsonSerializer.Serialize(body);
            await Answers.Json(status, index % 4 == 2 ? "<html>" + echo : $$"""{"integrationId":{{index}},"requestId":{{echo}},"errors":[{{echo}}]}""")(context);
        };

        for (var round = 0; round < 5; round++)
        {
            Server.Received.ToString();
            await Task.WhenAll(Enumerable.Range(round * 64, 64).Select(index => Task.Run(() => CallAsync(index), Token)));
        }
    }

    private async Task CallAsync(int index)
    {
        var origin = $"https://tenant{index}.partner.com/" + new string((char)('a' + (index % 26)), index * 37 % 9_000);
        var body = new IntegrationSettingsRequest { IntegrationTypeSettings = [new() { IntegrationType = IntegrationType.Dialer, AllowedOrigin = origin }] };
        using var http = new HttpClient(new Indexed(index, Shared), disposeHandler: false) { BaseAddress = Server.Address };
        var result = await new GongClient(http).IntegrationSettingsResultAsync(body, Token);

        var sent = $$"""{"integrationTypeSettings":[{"integrationType":"DIALER","allowedOrigin":"{{origin}}"}]}""";
        switch (index % 4)
        {
            case 0:
                var ok = Assert.IsType<IntegrationSettingsResult.Ok>(result);
                Assert.Equal((index, sent), (ok.Body.IntegrationId, ok.Body.RequestId));
                break;
            case 1:
                Assert.Equal(sent, Assert.Single(Assert.IsType<IntegrationSettingsResult.TooManyRequests>(result).Body.Errors!));
                break;
            case 2:
                Assert.Equal("<html>" + JsonSerializer.Serialize(sent), Assert.IsType<IntegrationSettingsResult.Undeclared>(result).Content);
                break;
            default:
                Assert.Contains(JsonSerializer.Serialize(sent), Assert.IsType<IntegrationSettingsResult.Undeclared>(result).Content, StringComparison.Ordinal);
                break;
        }
    }
}
