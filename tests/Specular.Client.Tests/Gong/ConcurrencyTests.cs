using System.Text.Json;
using Gong;
using Microsoft.AspNetCore.Http.Features;

namespace Specular.Client.Tests;

/// <summary>One client for all threads.</summary>
public sealed class ConcurrencyTests(TestServer server) : ServerTest(server)
{
    [Fact]
    public async Task Many_calls_at_once_get_each_their_own_answer()
    {
        // Each answer carries what its request said, at lengths at which the pooled buffers of several calls meet.
        Server.Answer = context =>
        {
            var sent = context.Features.GetRequiredFeature<ReceivedRequest>().Text;
            var said = JsonSerializer.Serialize(sent);
            return (IndexOf(sent) % 4) switch
            {
                0 => Answers.Json(200, $$"""{"integrationId":{{IndexOf(sent)}},"requestId":{{said}}}""")(context),
                1 => Answers.Json(429, $$"""{"errors":[{{said}}]}""", ("Retry-After", IndexOf(sent).ToString()))(context),
                2 => Answers.Json(500, sent[..^1])(context),
                _ => Answers.Json(418, sent)(context),
            };
        };
        var client = Gong(GongAuthentication.Basic("key", "secret"));

        for (var round = 0; round < 10; round++)
            await Task.WhenAll(Enumerable.Range(round * 64, 64).Select(index => Task.Run(() => CallAsync(client, index), Token)));
        Assert.Equal(640, Server.Received.Count);
    }

    private static async Task CallAsync(GongClient client, int index)
    {
        var origin = "https://" + new string((char)('a' + (index % 26)), index * 37 % 9_000) + ".partner.com:" + index;
        var result = await client.IntegrationSettingsResultAsync(
            new IntegrationSettingsRequest { IntegrationTypeSettings = [new() { IntegrationType = IntegrationType.Dialer, AllowedOrigin = origin }] }, Token);

        var sent = $$"""{"integrationTypeSettings":[{"integrationType":"DIALER","allowedOrigin":"{{origin}}"}]}""";
        switch (index % 4)
        {
            case 0:
                Assert.Equal(new IntegrationSettingsResponse { IntegrationId = index, RequestId = sent }, Assert.IsType<IntegrationSettingsResult.Ok>(result).Body);
                break;
            case 1:
                var limited = Assert.IsType<IntegrationSettingsResult.TooManyRequests>(result);
                Assert.Equal((sent, index), (Assert.Single(limited.Body.Errors!), limited.RetryAfter));
                break;
            case 2:
                Assert.Equal(sent[..^1], Assert.IsType<IntegrationSettingsResult.Undeclared>(result).Content);
                break;
            default:
                Assert.Equal(sent, Assert.IsType<IntegrationSettingsResult.Undeclared>(result).Content);
                break;
        }
    }

    private static int IndexOf(string body)
    {
        var start = body.LastIndexOf(':') + 1;
        return int.Parse(body.AsSpan(start, body.IndexOf('"', start) - start));
    }
}
