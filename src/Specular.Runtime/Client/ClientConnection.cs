using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace Specular.Runtime;

/// <summary>What all operations of a client share: where to send, with what to authenticate, and how much to read.</summary>
internal sealed class ClientConnection
{
    private readonly string _clientName;
    private readonly HttpClient _http;
    private readonly Uri? _baseAddress;
    private readonly Uri? _server;
    private readonly IReadOnlyList<Credential> _credentials;
    private readonly bool _allowPlainHttp;
    private readonly long _maxContentLength;
    private volatile Addresses? _addresses;
#if NET8_0_OR_GREATER
    private readonly ClientTelemetry _telemetry;
#endif

    public ClientConnection(
        string clientType, HttpClient http, Uri? baseAddress, string? server, IReadOnlyList<Credential> credentials, bool allowPlainHttp, long maxContentLength)
    {
        _clientName = clientType.Substring(clientType.LastIndexOf('.') + 1);
        _http = http;
        _baseAddress = baseAddress;
        _server = server is null ? null : new Uri(server, UriKind.Absolute);
        _credentials = credentials;
        _allowPlainHttp = allowPlainHttp;
        _maxContentLength = maxContentLength;
#if NET8_0_OR_GREATER
        _telemetry = ClientTelemetry.Of(clientType);
#endif
    }

    /// <summary>The address that paths are appended to: the options' own, else the HttpClient's, else the description's server.</summary>
    /// <param name="operationServer">The server that the description gives this operation alone; it stands in for the description's.</param>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Uri BaseAddress(string? operationServer = null) =>
        _baseAddress
        ?? _http.BaseAddress
        ?? (operationServer is null ? _server : new Uri(operationServer, UriKind.Absolute))
        ?? throw new InvalidOperationException(
            $"{_clientName} has no base address, and its description names no server: set {_clientName}Options.BaseAddress or HttpClient.BaseAddress.");

    /// <summary>The URI of an operation that has no parameters in it: the same for each of its calls.</summary>
    /// <param name="path">The path of the operation.</param>
    /// <exception cref="InvalidOperationException">There is no base address.</exception>
    public Uri Address(string path)
    {
        var baseAddress = BaseAddress();
        if (_addresses is not { } addresses || !ReferenceEquals(addresses.Base, baseAddress))
            _addresses = addresses = new Addresses(baseAddress);
        return addresses.Of(path);
    }

    /// <summary>Sends a request and makes a result of the answer.</summary>
    /// <param name="request">The request; it is disposed here.</param>
    /// <param name="operation">What the description calls the operation.</param>
    /// <param name="template">The path template of the operation.</param>
    /// <param name="authenticate">The operation asks for credentials.</param>
    /// <param name="read">Makes the result.</param>
    /// <param name="use">What becomes of the body, by the status; null where it is read as a whole whatever that is.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="InvalidOperationException">Credentials would go over plain http to another machine.</exception>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    public async Task<TResult> CallAsync<TResult>(
        HttpRequestMessage request, string operation, string template, bool authenticate, ResultReader<TResult> read, Func<int, BodyUse>? use, CancellationToken cancellationToken)
    {
        using var sent = request;
        using var answer = await SendAsync(request, operation, template, authenticate, cancellationToken).ConfigureAwait(false);
        await answer.PrepareAsync(use is null ? BodyUse.Buffer : use(answer.StatusCode)).ConfigureAwait(false);
        JsonException error;
        try
        {
            return read(answer, null);
        }
        catch (JsonException exception)
        {
            error = exception;
        }

        await answer.PrepareAsync(BodyUse.Buffer).ConfigureAwait(false);
        return read(answer, error);
    }

    /// <summary>Awaits a result and takes out of it what a success has.</summary>
    /// <param name="call">The call.</param>
    /// <param name="success">Takes it out, or throws what <see cref="Failure"/> makes of the result.</param>
    public async Task<T> SuccessAsync<TResult, T>(Task<TResult> call, Func<TResult, ClientConnection, T> success)
        where TResult : IApiResult => success(await call.ConfigureAwait(false), this);

    /// <summary>The exception for a result that is no success.</summary>
    public Exception Failure(IApiResult result) => result.ToException(Secrets());

    private async ValueTask<ApiResponse> SendAsync(HttpRequestMessage request, string operation, string template, bool authenticate, CancellationToken cancellationToken)
    {
#if NET8_0_OR_GREATER
        using var call = _telemetry.Start(request.Method, operation, template);
        try
        {
            var response = await SendAsync(request, authenticate, cancellationToken).ConfigureAwait(false);
            call.Answered(response.StatusCode);
            return response;
        }
        catch (Exception exception)
        {
            call.Failed(exception);
            throw;
        }
#else
        return await SendAsync(request, authenticate, cancellationToken).ConfigureAwait(false);
#endif
    }

    // The texts that must not show up in a message, in each form in which a server may send them back.
    private IReadOnlyList<string> Secrets()
    {
        var secrets = new List<string>();
        foreach (var credential in _credentials)
            credential.AddSecrets(secrets);
        if (_http.DefaultRequestHeaders.TryGetValues("Authorization", out var values))
        {
            foreach (var value in values)
                Credential.AddHeaderSecrets(value, secrets);
        }

        return SecretForms.Of(secrets);
    }

    private async ValueTask<ApiResponse> SendAsync(HttpRequestMessage request, bool authenticate, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (authenticate && _credentials.Count > 0)
        {
            RefusePlainHttp(request.RequestUri!);

            // By index: the enumerator of an interface is an object.
            for (var i = 0; i < _credentials.Count; i++)
                await _credentials[i].ApplyAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var start = Stopwatch.GetTimestamp();
        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return new ApiResponse(response, _maxContentLength, _http.Timeout, start, cancellationToken);
    }

    private void RefusePlainHttp(Uri uri)
    {
        if (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback || _allowPlainHttp)
            return;
        throw new InvalidOperationException(
            $"{_clientName} sends no credentials over plain http to {uri.Host}: use https, or set {_clientName}Options.AllowPlainHttp where the network is your own.");
    }

    // As many as there are operations, at most.
    private sealed class Addresses(Uri baseAddress)
    {
        private readonly ConcurrentDictionary<string, Uri> _known = new(StringComparer.Ordinal);

        public Uri Base { get; } = baseAddress;

        public Uri Of(string path) => _known.TryGetValue(path, out var known) ? known : _known[path] = new RequestUri(path).Build(Base);
    }
}
