using Features.Grouping;
using Features.Presence;
using Gong;
using Microsoft.Extensions.DependencyInjection;

namespace Specular.Client.Tests;

/// <summary>The clients with dependency injection: each has an HttpClient of its own, and its options whenever it is made.</summary>
public sealed class RegistrationTests(TestServer server) : ServerTest(server)
{
    [Fact]
    public async Task A_client_with_options_of_its_own()
    {
        var services = new ServiceCollection();
        services.AddSingleton(new Secret("s"));
        services
            .AddGongClient((provider, options) =>
            {
                options.BaseAddress = Server.Address;
                options.Authentication = GongAuthentication.Basic("key", provider.GetRequiredService<Secret>().Value);
            })
            .ConfigurePrimaryHttpMessageHandler(Sockets);
        await using var provider = services.BuildServiceProvider();
        Server.Answer = Answers.Json(200, Answers.Registered);

        var registered = await provider.GetRequiredService<GongClient>().IntegrationSettingsAsync(Registration, Token);

        Assert.Equal(5517027188234206000, registered.IntegrationId);
        Assert.Equal("Basic a2V5OnM=", Server.Request.Header("Authorization"));
    }

    [Fact]
    public async Task Without_options_the_HttpClient_says_where_to_send()
    {
        var services = new ServiceCollection();
        services.AddPresenceClient().ConfigureHttpClient(http => http.BaseAddress = Server.Address).ConfigurePrimaryHttpMessageHandler(Sockets);
        await using var provider = services.BuildServiceProvider();
        Server.Answer = Answers.Echo();

        await provider.GetRequiredService<PresenceClient>().PutItemAsync(new Item { Text = "a", TextOrNull = null, Number = 1, NumberOrNull = null }, Token);

        Assert.Equal("/item", Server.Request.Target);
    }

    [Fact]
    public async Task Several_clients_do_not_share_what_is_configured()
    {
        var services = new ServiceCollection();
        services.AddGroupingClient((_, options) => options.BaseAddress = Server.Address).AddHttpMessageHandler(() => new Marking("grouping")).ConfigurePrimaryHttpMessageHandler(Sockets);
        services.AddPresenceClient((_, options) => options.BaseAddress = Server.Address).AddHttpMessageHandler(() => new Marking("presence")).ConfigurePrimaryHttpMessageHandler(Sockets);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<GroupingClient>().PingAsync(Token);

        Assert.Equal("grouping", Server.Request.Header("X-Mark"));
    }

    [Fact]
    public void The_options_are_asked_for_whenever_a_client_is_made()
    {
        var asked = 0;
        var services = new ServiceCollection();
        services.AddPresenceClient((_, _) => asked++);
        using var provider = services.BuildServiceProvider();

        Assert.NotSame(provider.GetRequiredService<PresenceClient>(), provider.GetRequiredService<PresenceClient>());
        Assert.Equal(2, asked);
    }

    [Fact]
    public void Without_services_there_is_nothing_to_add_to() => Assert.Equal("services", Assert.Throws<ArgumentNullException>(() => PresenceClientExtensions.AddPresenceClient(null!)).ParamName);

    private sealed record Secret(string Value);

    private sealed class Marking(string mark) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Mark", mark);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
