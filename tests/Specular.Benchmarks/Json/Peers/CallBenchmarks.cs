using System.Net.Http.Headers;
using BenchmarkDotNet.Attributes;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using KiotaGong = Specular.Benchmarks.Rivals.Kiota.Gong;
using NSwagGong = Specular.Benchmarks.Rivals.NSwag.Gong;

namespace Specular.Benchmarks.Json;

/// <content>What others emit. Their clients throw where the status is no success, which is part of the call.</content>
public partial class CallBenchmarks
{
    private NSwagGong.Client _nSwag = null!;
    private KiotaGong.Client _kiota = null!;

    private static readonly NSwagGong.IntegrationSettingsRequest s_nSwagRequest = new() { IntegrationTypeSettings = [new() { IntegrationType = NSwagGong.IntegrationTypeSettingsIntegrationType.EMAIL_COMPOSER, AllowedOrigin = new Uri("https://acme.partner.com") }] };
    private static readonly KiotaGong.Models.IntegrationSettingsRequest s_kiotaRequest = new() { IntegrationTypeSettings = [new() { IntegrationType = KiotaGong.Models.IntegrationTypeSettings_integrationType.EMAIL_COMPOSER, AllowedOrigin = "https://acme.partner.com" }] };

    /// <summary>Makes the others' clients.</summary>
    [GlobalSetup(Targets = [nameof(NSwag), nameof(Kiota)])]
    public void SetupPeers()
    {
        Setup();
        var http = new HttpClient(_handler);
        http.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(_authorization);
        _nSwag = new NSwagGong.Client(http) { BaseUrl = "https://api.gong.example/" };
        _kiota = new KiotaGong.Client(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http) { BaseUrl = "https://api.gong.example" });
    }

    /// <summary>What NSwag emits.</summary>
    [Benchmark]
    public async Task<object?> NSwag()
    {
        try
        {
            return await _nSwag.IntegrationSettingsAsync(s_nSwagRequest);
        }
        catch (NSwagGong.ApiException<NSwagGong.ErrorResponse> error)
        {
            return error.Result;
        }
    }

    /// <summary>What Kiota emits.</summary>
    [Benchmark]
    public async Task<object?> Kiota()
    {
        try
        {
            return await _kiota.V2.IntegrationSettings.PostAsync(s_kiotaRequest);
        }
        catch (KiotaGong.Models.ErrorResponse error)
        {
            return error;
        }
    }
}
