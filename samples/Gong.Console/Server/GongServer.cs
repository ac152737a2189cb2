using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace GongSample.Server;

/// <summary>
/// <c>POST /v2/integration-settings</c> as Gong's page describes it, on a free port of this machine.
/// It knows nothing of the generated client.
/// </summary>
internal sealed class GongServer : IAsyncDisposable
{
    /// <summary>An access key that may call the endpoint.</summary>
    public const string AccessKey = "demo-key";

    /// <summary>The secret of <see cref="AccessKey"/>.</summary>
    public const string AccessKeySecret = "demo-secret";

    /// <summary>A token that is valid, but not for this endpoint.</summary>
    public const string TokenWithoutScope = "a-token-that-may-only-read";

    private const string Path = "/v2/integration-settings";
    private const long IntegrationId = 5517027188234206000;

    private readonly WebApplication _app;
    private readonly Credentials _credentials = new(AccessKey, AccessKeySecret, new Dictionary<string, string[]> { [TokenWithoutScope] = ["api:calls:read:basic"] });
    private readonly RateLimit _rateLimit;
    private readonly Lock _lock = new();
    private readonly HashSet<Setting> _registered = [];
    private int _requests;
    private volatile bool _failNextCall;

    private GongServer(WebApplication app)
    {
        _app = app;
        _rateLimit = new(callsPerWindow: 100, TimeSpan.FromMinutes(1), Clock);
    }

    /// <summary>The time that the server goes by.</summary>
    public ManualClock Clock { get; } = new(DateTimeOffset.UnixEpoch);

    /// <summary>Where the server listens.</summary>
    public Uri BaseAddress => new(_app.Urls.First());

    /// <summary>Starts a server on a port that is free.</summary>
    public static async Task<GongServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new GongServer(app);
        app.Run(server.HandleAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>Makes the next call end in an unexpected error.</summary>
    public void FailNextCall() => _failNextCall = true;

    /// <summary>Makes all calls too many until the <see cref="Clock"/> has advanced.</summary>
    public void ExhaustRateLimit() => _rateLimit.Exhaust();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path != Path || !HttpMethods.IsPost(context.Request.Method))
        {
            await AnswerAsync(context, StatusCodes.Status404NotFound, "No such endpoint");
            return;
        }
        if (_credentials.Refuse(context.Request.Headers.Authorization) is { } denied)
        {
            await AnswerAsync(context, StatusCodes.Status401Unauthorized, denied);
            return;
        }
        if (_rateLimit.Take() is { } wait)
        {
            context.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await AnswerAsync(context, StatusCodes.Status429TooManyRequests, "API request limit exceeded");
            return;
        }
        if (_failNextCall)
        {
            _failNextCall = false;
            await AnswerAsync(context, StatusCodes.Status500InternalServerError, "An error has occurred");
            return;
        }
        await RegisterAsync(context);
    }

    private async Task RegisterAsync(HttpContext context)
    {
        IReadOnlyList<Setting> settings;
        List<string> errors;
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            settings = Setting.ReadAll(body.RootElement, out errors);
        }
        catch (JsonException)
        {
            (settings, errors) = ([], ["The body is not JSON"]);
        }

        if (errors.Count > 0)
            await AnswerAsync(context, StatusCodes.Status400BadRequest, [.. errors]);
        else if (!TryRegister(settings))
            await AnswerAsync(context, StatusCodes.Status409Conflict, "Event was already reported in the past");
        else
            await AnswerAsync(context, StatusCodes.Status200OK);
    }

    // All of them or none.
    private bool TryRegister(IReadOnlyList<Setting> settings)
    {
        lock (_lock)
        {
            if (_registered.Overlaps(settings) || settings.Distinct().Count() != settings.Count)
                return false;
            _registered.UnionWith(settings);
            return true;
        }
    }

    private Task AnswerAsync(HttpContext context, int status, params string[] errors)
    {
        var body = new JsonObject { ["requestId"] = $"4al018gzaztcr8n{Interlocked.Increment(ref _requests):d4}" };
        if (status == StatusCodes.Status200OK)
            body["integrationId"] = IntegrationId;
        else
            body["errors"] = new JsonArray([.. errors.Select(error => JsonValue.Create(error))]);

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }
}
