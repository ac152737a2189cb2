using System.Net;
using Features.RelativeServer;
using Features.Servers;

namespace Specular.Client.Tests;

/// <summary>specs/features/servers.yaml and relative-server.yaml: where requests go that nobody gave an address.</summary>
public sealed class ServersTests : IDisposable
{
    private readonly CapturingHandler _handler = new(HttpStatusCode.NoContent);
    private readonly HttpClient _http;

    public ServersTests() => _http = new HttpClient(_handler);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IEnumerable<string?> Sent => _handler.Uris.Select(uri => uri?.AbsoluteUri);

    [Fact]
    public async Task Variables_have_their_defaults()
    {
        var client = new ServersClient(_http);
        await client.HereAsync(Token);
        await client.OfPathAsync(Token);
        await client.OfOperationAsync(Token);

        Assert.Equal(["https://eu.example.com/v2/here", "https://path.example.com/path", "https://operation.example.com/base/path"], Sent);
    }

    [Fact]
    public async Task Who_gives_an_address_means_it()
    {
        var client = new ServersClient(_http, new ServersClientOptions { BaseAddress = new Uri("https://test.example.com/x") });
        await client.HereAsync(Token);

        Assert.Equal(["https://test.example.com/x/here"], Sent);
    }

    [Fact]
    public async Task A_server_without_a_host_needs_an_address()
    {
        Assert.Contains("address", (await Assert.ThrowsAsync<InvalidOperationException>(() => new RelativeServerClient(_http).HereAsync(Token))).Message, StringComparison.Ordinal);

        await new RelativeServerClient(_http, new RelativeServerClientOptions { BaseAddress = new Uri("https://test.example.com/api/v3") }).HereAsync(Token);

        Assert.Equal(["https://test.example.com/api/v3/here"], Sent);
    }

    public void Dispose() => _http.Dispose();
}
