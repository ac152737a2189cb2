namespace Specular.Runtime.Templates;

/// <summary>Registers <c>TemplateClient</c> with dependency injection.</summary>
public static class TemplateClientExtensions
{
    /// <summary>Adds the client, with an HttpClient of its own from the factory.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; it is called whenever a client is made.</param>
    /// <returns>The builder of the HttpClient, for handlers and resilience.</returns>
    /// <exception cref="global::System.ArgumentNullException">There are no services.</exception>
    public static global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder AddTemplateClient(
        this global::Microsoft.Extensions.DependencyInjection.IServiceCollection services,
        global::System.Action<global::System.IServiceProvider, TemplateClientOptions>? configure = null)
    {
        if (services is null)
            throw new global::System.ArgumentNullException(nameof(services));
        var builder = global::Microsoft.Extensions.DependencyInjection.HttpClientFactoryServiceCollectionExtensions.AddHttpClient(services, typeof(TemplateClient).FullName!);
        return global::Microsoft.Extensions.DependencyInjection.HttpClientBuilderExtensions.AddTypedClient(builder, (httpClient, provider) =>
        {
            var options = new TemplateClientOptions();
            configure?.Invoke(provider, options);
            return new TemplateClient(httpClient, options);
        });
    }
}
