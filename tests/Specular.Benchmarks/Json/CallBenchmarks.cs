using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Gong;
using Same = Specular.Benchmarks.Rivals.SameShape;

namespace Specular.Benchmarks.Json;

/// <summary>A whole call of Gong's operation, from the request's values to the answer's, with a handler in memory.</summary>
[MemoryDiagnoser]
[BenchmarkCategory("Call")]
public partial class CallBenchmarks
{
    private static readonly Uri s_address = new("https://api.gong.example/v2/integration-settings");
    private static readonly MediaTypeHeaderValue s_json = new("application/json");
    private static readonly IntegrationSettingsRequest s_request = new() { IntegrationTypeSettings = [new() { IntegrationType = IntegrationType.EmailComposer, AllowedOrigin = "https://acme.partner.com" }] };
    private static readonly Same.IntegrationSettingsRequest s_sameRequest = new() { IntegrationTypeSettings = [new() { IntegrationType = Same.IntegrationType.EmailComposer, AllowedOrigin = "https://acme.partner.com" }] };

    private readonly Handler _handler = new();
    private HttpClient _http = null!;
    private GongClient _client = null!;
    private string _authorization = "";

    /// <summary>The status of the answer.</summary>
    [Params(200, 429)]
    public int Status { get; set; }

    /// <summary>Makes the clients.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _handler.Status = (HttpStatusCode)Status;
        _handler.Body = Status == 200 ? PayloadText.Gong : PayloadText.GongError;
        _http = new HttpClient(_handler);
        _authorization = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("key:secret"));
        _client = new GongClient(_http, new GongClientOptions { BaseAddress = new Uri("https://api.gong.example/"), Authentication = GongAuthentication.Basic("key", "secret") });
    }

    /// <summary>The emitted client.</summary>
    [Benchmark]
    public async Task<object> Specular() => await _client.IntegrationSettingsResultAsync(s_request);

    /// <summary>HttpClient with System.Text.Json's generator, as most write it.</summary>
    [Benchmark(Baseline = true)]
    public async Task<object?> HttpClientJson()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, s_address) { Content = JsonContent.Create(s_sameRequest, Same.SameShapeContext.Default.IntegrationSettingsRequest) };
        request.Headers.TryAddWithoutValidation("Authorization", _authorization);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadFromJsonAsync(Same.SameShapeContext.Default.IntegrationSettingsResponse)
            : await response.Content.ReadFromJsonAsync(Same.SameShapeContext.Default.ErrorResponse);
    }

    /// <summary>By hand, with bytes on both sides.</summary>
    [Benchmark]
    public async Task<object?> ByHand()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, s_address) { Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(s_sameRequest, Same.SameShapeContext.Default.IntegrationSettingsRequest)) { Headers = { ContentType = s_json } } };
        request.Headers.TryAddWithoutValidation("Authorization", _authorization);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var body = await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode
            ? JsonSerializer.Deserialize(body, Same.SameShapeContext.Default.IntegrationSettingsResponse)
            : JsonSerializer.Deserialize(body, Same.SameShapeContext.Default.ErrorResponse);
    }

    // Takes the request's body as a connection does, and answers with bytes that are there.
    private sealed class Handler : HttpMessageHandler
    {
        public HttpStatusCode Status { get; set; }

        public byte[] Body { get; set; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return new HttpResponseMessage(Status) { RequestMessage = request, Content = new ByteArrayContent(Body) { Headers = { ContentType = s_json } } };
        }
    }
}
