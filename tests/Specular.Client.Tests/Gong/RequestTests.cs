using System.Net.Http.Headers;
using System.Text;
using Gong;

namespace Specular.Client.Tests;

/// <summary>What goes out, to the last byte.</summary>
public sealed class RequestTests(TestServer server) : ServerTest(server)
{
    [Fact]
    public async Task The_whole_request_to_the_last_byte()
    {
        using var raw = new RawServer();
        using var http = new HttpClient(Sockets()) { BaseAddress = raw.Address };
        var client = new GongClient(http, new GongClientOptions { Authentication = GongAuthentication.Basic("key", "secret") });

        var exchange = raw.ExchangeAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", Token);
        await client.IntegrationSettingsAsync(Registration, Token);

        const string Body = """{"integrationTypeSettings":[{"integrationType":"EMAIL_COMPOSER","allowedOrigin":"https://acme.partner.com"}]}""";
        var expected = $"POST /v2/integration-settings HTTP/1.1\r\nHost: {raw.Address.Authority}\r\nAccept: application/json\r\n"
            + $"Authorization: Basic a2V5OnNlY3JldA==\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}";
        Assert.Equal(expected, await exchange);
    }

    [Fact]
    public async Task Method_target_headers_and_body()
    {
        Server.Answer = Answers.Json(200, Answers.Registered);
        await Gong().IntegrationSettingsAsync(Registration, Token);

        Assert.Equal("POST", Server.Request.Method);
        Assert.Equal("/v2/integration-settings", Server.Request.Target);
        Assert.Equal("application/json", Server.Request.Header("Content-Type"));
        Assert.Equal("application/json", Server.Request.Header("Accept"));
        Assert.Null(Server.Request.Header("Authorization"));
    }

    [Fact]
    public async Task Every_integration_type_and_text_that_JSON_must_escape()
    {
        Server.Answer = Answers.Json(200, "{}");
        await Gong().IntegrationSettingsAsync(
            new IntegrationSettingsRequest
            {
                IntegrationTypeSettings =
                [
                    new() { IntegrationType = IntegrationType.AccountPages, AllowedOrigin = "https://bücher.example" },
#pragma warning disable SPEC102 // No origin, as the analyzer says.
                    new() { IntegrationType = IntegrationType.Dialer, AllowedOrigin = "https://a\"b\\c\u0001<&>'+/\U0001F600" },
#pragma warning restore SPEC102
                ],
            },
            Token);

        Assert.Equal(
            """{"integrationTypeSettings":[{"integrationType":"ACCOUNT_PAGES","allowedOrigin":"https://bücher.example"},{"integrationType":"DIALER","allowedOrigin":"https://a\"b\\c\u0001<&>'+/""" + "\U0001F600\"}]}",
            Server.Request.Text);
    }

    [Fact]
    public async Task An_empty_list_is_sent_as_one()
    {
        Server.Answer = Answers.Json(200, "{}");
        await Gong().IntegrationSettingsAsync(new IntegrationSettingsRequest { IntegrationTypeSettings = [] }, Token);

        Assert.Equal("""{"integrationTypeSettings":[]}""", Server.Request.Text);
    }

    [Fact]
    public async Task A_body_larger_than_every_buffer_arrives_as_it_is()
    {
        Server.Answer = Answers.Json(200, "{}");
        var settings = Enumerable.Range(0, 20_000)
            .Select(i => new IntegrationTypeSettings { IntegrationType = IntegrationType.Dialer, AllowedOrigin = $"https://tenant{i}.partner.com" })
            .ToList();
        await Gong().IntegrationSettingsAsync(new IntegrationSettingsRequest { IntegrationTypeSettings = settings }, Token);

        var expected = "{\"integrationTypeSettings\":[" + string.Join(",", settings.Select(setting => $$"""{"integrationType":"DIALER","allowedOrigin":"{{setting.AllowedOrigin}}"}""")) + "]}";
        Assert.Equal(expected, Server.Request.Text);
    }

    [Theory]
    [InlineData("key", "secret", "key:secret")]
    [InlineData("", "", ":")]
    [InlineData("clé", "pässwörd:with:colons", "clé:pässwörd:with:colons")]
    public async Task Basic_authentication_is_UTF8_in_base64(string key, string secret, string expected)
    {
        Server.Answer = Answers.Json(200, "{}");
        await Gong(GongAuthentication.Basic(key, secret)).IntegrationSettingsAsync(Registration, Token);

        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(expected)), Server.Request.Header("Authorization"));
    }

    [Fact]
    public async Task A_bearer_token_is_sent_as_it_is()
    {
        Server.Answer = Answers.Json(200, "{}");
        await Gong(GongAuthentication.Bearer("aaa.bbb-_~+/ccc==")).IntegrationSettingsAsync(Registration, Token);

        Assert.Equal("Bearer aaa.bbb-_~+/ccc==", Server.Request.Header("Authorization"));
    }

    [Fact]
    public async Task A_renewed_token_is_asked_for_before_every_request()
    {
        Server.Answer = Answers.Json(200, "{}");
        var tokens = 0;
        var client = Gong(GongAuthentication.Bearer(_ => ValueTask.FromResult("token" + ++tokens)));
        await client.IntegrationSettingsAsync(Registration, Token);
        await client.IntegrationSettingsAsync(Registration, Token);

        Assert.Equal(["Bearer token1", "Bearer token2"], Server.Received.Select(request => request.Header("Authorization")));
    }

    [Fact]
    public async Task The_HttpClients_own_headers_stay_where_the_client_has_no_authentication()
    {
        Server.Answer = Answers.Json(200, "{}");
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "of-the-http-client");
        Http.DefaultRequestHeaders.Add("X-Partner", "acme");
        Http.DefaultRequestHeaders.UserAgent.ParseAdd("Acme/1.0");
        await Gong().IntegrationSettingsAsync(Registration, Token);

        Assert.Equal("Bearer of-the-http-client", Server.Request.Header("Authorization"));
        Assert.Equal("acme", Server.Request.Header("X-Partner"));
        Assert.Equal("Acme/1.0", Server.Request.Header("User-Agent"));
        Assert.Equal("Bearer of-the-http-client", Http.DefaultRequestHeaders.Authorization.ToString());
    }

    [Fact]
    public async Task The_clients_own_authentication_wins_over_the_HttpClients()
    {
        Server.Answer = Answers.Json(200, "{}");
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "of-the-http-client");
        await Gong(GongAuthentication.Bearer("own")).IntegrationSettingsAsync(Registration, Token);

        Assert.Equal("Bearer own", Server.Request.Header("Authorization"));
    }

    [Theory]
    [InlineData("secret\n")]
    [InlineData("secret\r\nX-Evil: 1")]
    [InlineData("sec\0ret")]
    public async Task A_credential_with_a_line_end_is_refused_and_not_shown(string secret)
    {
        Refuses(() => GongAuthentication.Basic("key", secret));
        Refuses(() => GongAuthentication.Basic(secret, "password"));
        Refuses(() => GongAuthentication.Bearer(secret));

        var renewed = await Assert.ThrowsAsync<ArgumentException>(() => Gong(GongAuthentication.Bearer(_ => ValueTask.FromResult(secret))).IntegrationSettingsAsync(Registration, Token));
        Assert.DoesNotContain("sec", renewed.ToString(), StringComparison.Ordinal);
        Assert.Empty(Server.Received);

        static void Refuses(Func<GongAuthentication> create)
        {
            var refused = Assert.Throws<ArgumentException>(create);
            Assert.DoesNotContain("sec", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Credentials_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => GongAuthentication.Basic(null!, "secret"));
        Assert.Throws<ArgumentNullException>(() => GongAuthentication.Basic("key", null!));
        Assert.Throws<ArgumentNullException>(() => GongAuthentication.Bearer((string)null!));
        Assert.Throws<ArgumentNullException>(() => GongAuthentication.Bearer((Func<CancellationToken, ValueTask<string>>)null!));
        Assert.Throws<ArgumentNullException>(() => GongAuthentication.Combine(GongAuthentication.Bearer("a"), null!));
        Assert.DoesNotContain("pass", Assert.Throws<ArgumentException>(() => GongAuthentication.Basic("a:b", "pass")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Credentials_are_never_printed()
    {
        var authentication = GongAuthentication.Basic("key", "secret");
        var options = new GongClientOptions { Authentication = authentication };

        Assert.DoesNotContain("secret", authentication + options.ToString() + new GongClient(Http, options), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", System.Text.Json.JsonSerializer.Serialize(options), StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_needs_an_HttpClient() =>
        Assert.Equal("httpClient", Assert.Throws<ArgumentNullException>(() => new GongClient(null!)).ParamName);
}
