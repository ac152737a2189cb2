using Gong;

namespace Specular.Client.Tests;

/// <summary>Tests against a server of the class's own.</summary>
public abstract class ServerTest : IClassFixture<TestServer>, IDisposable
{
    /// <summary>Longer than anything takes: a test that waits for this has found a defect.</summary>
    protected static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    private readonly List<IDisposable> _owned = [];

    protected ServerTest(TestServer server)
    {
        Server = server;
        server.Reset();
        Http = Own(new HttpClient(Sockets()) { BaseAddress = server.Address });
    }

    /// <summary>The server.</summary>
    protected TestServer Server { get; }

    /// <summary>An HttpClient that sends to it.</summary>
    protected HttpClient Http { get; }

    /// <summary>Ends with the test run.</summary>
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>One registration.</summary>
    protected static IntegrationSettingsRequest Registration => new()
    {
        IntegrationTypeSettings = [new() { IntegrationType = IntegrationType.EmailComposer, AllowedOrigin = "https://acme.partner.com" }],
    };

    /// <summary>A client of Gong that sends to the server.</summary>
    protected GongClient Gong(GongAuthentication? authentication = null) => new(Http, new GongClientOptions { Authentication = authentication });

    /// <summary>A handler that neither proxies, redirects nor keeps cookies come between.</summary>
    protected static SocketsHttpHandler Sockets() => new() { UseProxy = false, UseCookies = false, AllowAutoRedirect = false };

    /// <summary>Disposes a thing when the test ends.</summary>
    protected T Own<T>(T disposable)
        where T : IDisposable
    {
        _owned.Add(disposable);
        return disposable;
    }

    public void Dispose()
    {
        foreach (var disposable in _owned)
            disposable.Dispose();
        GC.SuppressFinalize(this);
    }
}
