using Gong;

namespace Specular.Client.Tests;

/// <summary>Where requests go, and over what credentials may travel.</summary>
public sealed class BaseAddressTests(TestServer server) : ServerTest(server)
{
    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task The_HttpClients_own(string end)
    {
        Server.Answer = Answers.Json(200, "{}");
        using var http = new HttpClient(Sockets()) { BaseAddress = new Uri(Server.Address.OriginalString.TrimEnd('/') + end) };
        await new GongClient(http).IntegrationSettingsAsync(Registration, Token);

        Assert.Equal("/v2/integration-settings", Server.Request.Target);
    }

    [Theory]
    [InlineData("gate/gong")]
    [InlineData("gate/gong/")]
    public async Task One_with_a_path_keeps_it(string path)
    {
        Server.Answer = Answers.Json(200, "{}");
        using var http = new HttpClient(Sockets()) { BaseAddress = new Uri(Server.Address, path) };
        await new GongClient(http).IntegrationSettingsAsync(Registration, Token);

        Assert.Equal("/gate/gong/v2/integration-settings", Server.Request.Target);
    }

    [Fact]
    public async Task One_with_a_query_keeps_it()
    {
        Server.Answer = Answers.Json(200, "{}");
        var client = new GongClient(Http, new GongClientOptions { BaseAddress = new Uri(Server.Address, "gate?tenant=a%20b") });
        await client.IntegrationSettingsAsync(Registration, Token);

        Assert.Equal("/gate/v2/integration-settings?tenant=a%20b", Server.Request.Target);
    }

    [Fact]
    public async Task The_options_own_comes_first()
    {
        Server.Answer = Answers.Json(200, "{}");
        using var http = new HttpClient(Sockets()) { BaseAddress = new Uri("https://nobody.invalid") };
        await new GongClient(http, new GongClientOptions { BaseAddress = new Uri(Server.Address, "/own/") }).IntegrationSettingsAsync(Registration, Token);

        Assert.Equal("/own/v2/integration-settings", Server.Request.Target);
    }

    [Fact]
    public async Task The_descriptions_server_comes_last()
    {
        using var handler = new CapturingHandler();
        using var http = new HttpClient(handler);
        await new GongClient(http).IntegrationSettingsAsync(Registration, Token);

        Assert.Equal("https://api.gong.io/v2/integration-settings", Assert.Single(handler.Uris)?.AbsoluteUri);
    }

    [Theory]
    [InlineData("/relative")]
    [InlineData("ftp://files.example.com")]
    [InlineData("file:///etc")]
    public void An_address_that_is_none_is_refused(string address) =>
        Assert.Throws<ArgumentException>(() => new GongClientOptions { BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute) });

    [Fact]
    public async Task Options_are_read_when_the_client_is_made()
    {
        Server.Answer = Answers.Json(200, "{}");
        var options = new GongClientOptions { Authentication = GongAuthentication.Bearer("first") };
        var client = new GongClient(Http, options);
        options.Authentication = GongAuthentication.Bearer("second");
        options.BaseAddress = new Uri("https://nobody.invalid");
        await client.IntegrationSettingsAsync(Registration, Token);

        Assert.Equal("Bearer first", Server.Request.Header("Authorization"));
    }

    [Fact]
    public async Task No_credentials_over_plain_http_to_another_machine()
    {
        using var handler = new CapturingHandler();
        using var http = new HttpClient(handler) { BaseAddress = new Uri("http://api.gong.io") };
        var asked = false;
        GongAuthentication[] all =
        [
            GongAuthentication.Basic("key", "secret"),
            GongAuthentication.Bearer("secret"),
            GongAuthentication.Bearer(_ =>
            {
                asked = true;
                return ValueTask.FromResult("secret");
            }),
        ];
        foreach (var authentication in all)
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => new GongClient(http, new GongClientOptions { Authentication = authentication }).IntegrationSettingsAsync(Registration, Token));
            Assert.Contains("api.gong.io", refused.Message, StringComparison.Ordinal);
            Assert.Contains("AllowPlainHttp", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", refused.ToString(), StringComparison.Ordinal);
        }

        Assert.Empty(handler.Uris);
        Assert.False(asked);
    }

    [Theory]
    [InlineData("https://api.gong.io", false)]
    [InlineData("http://api.gong.io", true)]
    [InlineData("http://localhost:1", false)]
    [InlineData("http://127.0.0.1:1", false)]
    [InlineData("http://[::1]:1", false)]
    public async Task Credentials_over_https_to_this_machine_or_where_it_is_allowed(string address, bool allowed)
    {
        using var handler = new CapturingHandler();
        using var http = new HttpClient(handler) { BaseAddress = new Uri(address) };
        await new GongClient(http, new GongClientOptions { Authentication = GongAuthentication.Bearer("token"), AllowPlainHttp = allowed }).IntegrationSettingsAsync(Registration, Token);

        Assert.Equal("Bearer token", Assert.Single(handler.Authorizations));
    }

    [Fact]
    public async Task Without_credentials_plain_http_is_nobodys_business()
    {
        using var handler = new CapturingHandler();
        using var http = new HttpClient(handler) { BaseAddress = new Uri("http://api.gong.io") };
        await new GongClient(http).IntegrationSettingsAsync(Registration, Token);

        Assert.Null(Assert.Single(handler.Authorizations));
    }
}
