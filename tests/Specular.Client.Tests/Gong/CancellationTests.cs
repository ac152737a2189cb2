using Gong;

namespace Specular.Client.Tests;

/// <summary>A call ends when its token says so, wherever it is, and the server sees it go.</summary>
public sealed class CancellationTests(TestServer server) : ServerTest(server)
{
    [Fact]
    public async Task Before_anything_is_sent()
    {
        var asked = false;
        var cancelled = new CancellationToken(canceled: true);
        var client = Gong(GongAuthentication.Bearer(_ =>
        {
            asked = true;
            return ValueTask.FromResult("token");
        }));

        await EndsBy(cancelled, client.IntegrationSettingsAsync(Registration, cancelled));
        await EndsBy(cancelled, client.IntegrationSettingsResultAsync(Registration, cancelled));

        Assert.Empty(Server.Received);
        Assert.False(asked);
    }

    [Fact]
    public async Task While_a_token_is_renewed()
    {
        using var source = new CancellationTokenSource();
        var entered = new TaskCompletionSource();
        var client = Gong(GongAuthentication.Bearer(async token =>
        {
            entered.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return "never";
        }));
        var call = client.IntegrationSettingsAsync(Registration, source.Token);
        await entered.Task.WaitAsync(Long, Token);
        await source.CancelAsync();

        await EndsBy(source.Token, call);
        Assert.Empty(Server.Received);
    }

    [Fact]
    public async Task While_waiting_for_the_headers()
    {
        using var source = new CancellationTokenSource();
        var arrived = new TaskCompletionSource();
        var aborted = new TaskCompletionSource();
        Server.Answer = async context =>
        {
            context.RequestAborted.Register(aborted.SetResult);
            arrived.SetResult();
            await aborted.Task;
        };
        var call = Gong().IntegrationSettingsAsync(Registration, source.Token);
        await arrived.Task.WaitAsync(Long, Token);
        await source.CancelAsync();

        await EndsBy(source.Token, call);
        await aborted.Task.WaitAsync(Long, Token);
    }

    [Theory]
    [InlineData(200, 100)]
    [InlineData(200, -0.001)]
    [InlineData(400, 100)]
    [InlineData(418, 100)]
    public async Task In_the_middle_of_the_body(int status, double timeout)
    {
        using var source = new CancellationTokenSource();
        var aborted = new TaskCompletionSource();
        Server.Answer = async context =>
        {
            context.RequestAborted.Register(aborted.SetResult);
            context.Response.StatusCode = status;
            await context.Response.Body.WriteAsync("{\"requestId\":"u8.ToArray());
            await context.Response.Body.FlushAsync();
            await aborted.Task;
        };
        using var handler = new HeadersArrived(Sockets());
        using var http = new HttpClient(handler) { BaseAddress = Server.Address, Timeout = TimeSpan.FromSeconds(timeout) };
        var call = new GongClient(http).IntegrationSettingsAsync(Registration, source.Token);
        await handler.Arrived.WaitAsync(Long, Token);
        await source.CancelAsync();

        await EndsBy(source.Token, call);
        await aborted.Task.WaitAsync(Long, Token);
    }

    [Fact]
    public async Task A_cancelled_call_takes_no_other_with_it()
    {
        using var source = new CancellationTokenSource();
        var both = new CountdownEvent(2);
        var go = new TaskCompletionSource();
        Server.Answer = async context =>
        {
            both.Signal();
            await go.Task;
            await Answers.Json(200, Answers.Registered)(context);
        };
        var client = Gong();
        var cancelled = client.IntegrationSettingsAsync(Registration, source.Token);
        var other = client.IntegrationSettingsAsync(Registration, Token);
        Assert.True(await Task.Run(() => both.Wait(Long, Token), Token));
        await source.CancelAsync();
        await EndsBy(source.Token, cancelled);
        go.SetResult();

        Assert.Equal(5517027188234206000, (await other).IntegrationId);
    }

    private static async Task EndsBy(CancellationToken token, Task call)
    {
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Long, Token));
        Assert.Equal(token, error.CancellationToken);
        Assert.IsNotType<TimeoutException>(error.InnerException);
    }

    private sealed class HeadersArrived(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly TaskCompletionSource _arrived = new();

        public Task Arrived => _arrived.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            _arrived.SetResult();
            return answer;
        }
    }
}
