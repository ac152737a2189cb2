using System.Net;
using System.Text;

namespace Specular.Client.Tests;

/// <summary>Takes the place of the network: keeps where a request would have gone, and answers it.</summary>
public sealed class CapturingHandler(HttpStatusCode status = HttpStatusCode.OK, string json = "{}") : HttpMessageHandler
{
    /// <summary>Where each request would have gone.</summary>
    public List<Uri?> Uris { get; } = [];

    /// <summary>What each would have shown.</summary>
    public List<string?> Authorizations { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uris.Add(request.RequestUri);
        Authorizations.Add(request.Headers.TryGetValues("Authorization", out var values) ? string.Join(", ", values) : null);
        return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json"), RequestMessage = request });
    }
}
