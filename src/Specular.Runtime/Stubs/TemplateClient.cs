using System.Net.Http;

namespace Specular.Runtime.Templates;

/// <summary>Stands for the class of a client, so that the templates beside it can be compiled here; it is not emitted.</summary>
internal sealed class TemplateClient(HttpClient httpClient, TemplateClientOptions? options = null)
{
    public HttpClient HttpClient { get; } = httpClient;

    public TemplateClientOptions? Options { get; } = options;
}
