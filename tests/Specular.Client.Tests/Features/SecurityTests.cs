using Features.Security;

namespace Specular.Client.Tests;

/// <summary>specs/features/security.yaml: what each way of authentication puts into a request.</summary>
public sealed class SecurityTests(TestServer server) : ServerTest(server)
{
    [Fact]
    public async Task A_key_in_a_header()
    {
        await Client(SecurityAuthentication.Header("k=&")).ClosedAsync(cancellationToken: Token);

        Assert.Equal("k=&", Server.Request.Header("X-Api-Key"));
        Assert.Null(Server.Request.Header("Authorization"));
    }

    [Fact]
    public async Task A_key_in_the_query()
    {
        await Client(SecurityAuthentication.Query("k&1")).ClosedAsync(cancellationToken: Token);
        await Client(SecurityAuthentication.Query("k")).ClosedAsync(q: "x", cancellationToken: Token);

        Assert.Equal(["/closed?key=k%261", "/closed?q=x&key=k"], Server.Received.Select(request => request.Target));
    }

    [Fact]
    public async Task A_key_in_a_cookie()
    {
        await Client(SecurityAuthentication.Cookie("k")).ClosedAsync(cancellationToken: Token);
        await Client(SecurityAuthentication.Cookie("k")).ClosedAsync(theme: "dark", cancellationToken: Token);

        Assert.Equal(["sid=k", "theme=dark; sid=k"], Server.Received.Select(request => request.Header("Cookie")));
    }

    [Fact]
    public async Task Two_keys_at_once()
    {
        await Client(SecurityAuthentication.Combine(SecurityAuthentication.Header("a"), SecurityAuthentication.Session("b"))).ClosedAsync(cancellationToken: Token);

        Assert.Equal(("a", "b"), (Server.Request.Header("X-Api-Key"), Server.Request.Header("X-Session")));
    }

    [Fact]
    public async Task A_name_and_a_password()
    {
        await Client(SecurityAuthentication.Basic("a", "b:ü")).OwnAsync(Token);

        Assert.Equal("Basic YTpiOsO8", Server.Request.Header("Authorization"));
    }

    [Fact]
    public async Task A_token_is_asked_for_before_every_request()
    {
        var number = 0;
        var client = Client(SecurityAuthentication.Bearer(_ => ValueTask.FromResult("token" + ++number)));
        await client.ClosedAsync(cancellationToken: Token);
        await client.OpenAsync(Token);
        await client.ClosedAsync(cancellationToken: Token);

        Assert.Equal(["Bearer token1", null, "Bearer token2"], Server.Received.Select(request => request.Header("Authorization")));
    }

    [Fact]
    public async Task An_operation_that_is_open_to_all_gets_nothing()
    {
        await Client(SecurityAuthentication.Combine(
            SecurityAuthentication.Header("a"), SecurityAuthentication.Query("b"), SecurityAuthentication.Cookie("c"), SecurityAuthentication.Bearer("d"))).OpenAsync(Token);

        Assert.Equal("/open", Server.Request.Target);
        Assert.Null(Server.Request.Header("X-Api-Key") ?? Server.Request.Header("Cookie") ?? Server.Request.Header("Authorization"));
    }

    [Fact]
    public void What_cannot_be_sent_is_refused_at_once()
    {
        Assert.Throws<ArgumentException>(() => SecurityAuthentication.Header("a\r\nb"));
        Assert.Throws<ArgumentNullException>(() => SecurityAuthentication.Query(null!));
        Assert.Throws<ArgumentException>(() => SecurityAuthentication.Basic("a:b", "c"));
        Assert.Throws<ArgumentNullException>(() => SecurityAuthentication.Combine(null!));
    }

    private SecurityClient Client(SecurityAuthentication authentication) => new(Http, new SecurityClientOptions { Authentication = authentication });
}
