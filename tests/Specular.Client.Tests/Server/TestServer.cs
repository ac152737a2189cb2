using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Specular.Client.Tests;

/// <summary>Kestrel on a free loopback port. It keeps each request that it receives and answers as the test says.</summary>
public sealed class TestServer : IAsyncLifetime
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedRequest> _received = new();

    public TestServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What it answers, once the request is received as a whole.</summary>
    public RequestDelegate Answer { get; set; } = Answers.Nothing;

    /// <summary>All that was received since the test began.</summary>
    public IReadOnlyList<ReceivedRequest> Received => [.. _received];

    /// <summary>The one request that was received.</summary>
    public ReceivedRequest Request => Assert.Single(_received);

    /// <summary>Forgets what the test before left.</summary>
    public void Reset()
    {
        _received.Clear();
        Answer = Answers.Nothing;
    }

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var request = new ReceivedRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
        _received.Enqueue(request);
        context.Features.Set(request);
        await Answer(context);
    }
}
