using System.Text;
using Gong;

namespace Specular.Client.Tests;

/// <summary>Connections that do not do what they should.</summary>
public sealed class TransportTests(TestServer server) : ServerTest(server)
{
    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public async Task A_body_that_just_fits_and_one_that_does_not(int length, bool fits)
    {
        var json = "{}".PadRight(length);
        Server.Answer = Answers.Json(200, json);
        var client = new GongClient(Http, new GongClientOptions { MaxResponseContentLength = 20 });

        if (fits)
        {
            Assert.Equal(new IntegrationSettingsResponse(), await client.IntegrationSettingsAsync(Registration, Token));
            return;
        }

        var error = await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.IntegrationSettingsAsync(Registration, Token));
        Assert.Equal("The response is larger than the limit of 20 bytes.", error.Message);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(418)]
    public async Task A_body_without_end(int status)
    {
        var ended = new TaskCompletionSource();
        Server.Answer = async context =>
        {
            context.Response.StatusCode = status;
            try
            {
                while (true)
                    await context.Response.Body.WriteAsync(new byte[65_536], context.RequestAborted);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                ended.SetResult();
            }
        };
        var client = new GongClient(Http, new GongClientOptions { MaxResponseContentLength = 1_000_000 });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.IntegrationSettingsAsync(Registration, Token));
        await ended.Task.WaitAsync(Long, Token);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_limit_that_lets_nothing_through_is_refused(long limit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new GongClientOptions { MaxResponseContentLength = limit });

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"requestId\":")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nd\r\n{\"requestId\":\r\n")]
    [InlineData("HTTP/1.1 418 Teapot\r\nContent-Length: 500\r\n\r\nSorr")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n")]
    public async Task A_connection_that_is_cut_in_the_body(string answer)
    {
        using var raw = new RawServer();
        using var http = new HttpClient(Sockets()) { BaseAddress = raw.Address };
        var exchange = raw.ExchangeAsync(answer, Token);

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => new GongClient(http).IntegrationSettingsAsync(Registration, Token));

        Assert.Equal(HttpRequestError.ResponseEnded, error.HttpRequestError);
        Assert.IsType<IOException>(error.InnerException, exactMatch: false);
        await exchange;
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 O")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    public async Task A_connection_that_is_cut_before_the_body(string answer)
    {
        using var raw = new RawServer();
        using var http = new HttpClient(Sockets()) { BaseAddress = raw.Address };
        var exchange = raw.ExchangeAsync(answer, Token);

        await Assert.ThrowsAsync<HttpRequestException>(() => new GongClient(http).IntegrationSettingsAsync(Registration, Token));
        await exchange;
    }

    [Fact]
    public async Task A_body_that_cannot_be_decompressed()
    {
        using var handler = Sockets();
        handler.AutomaticDecompression = System.Net.DecompressionMethods.All;
        using var http = new HttpClient(handler) { BaseAddress = Server.Address };
        Server.Answer = Answers.Bytes(200, "application/json", "{\"requestId\":\"not gzip at all\"}"u8.ToArray(), ("Content-Encoding", "gzip"));

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => new GongClient(http).IntegrationSettingsAsync(Registration, Token));

        Assert.IsType<InvalidDataException>(error.InnerException);
    }

    [Fact]
    public async Task Nobody_listens()
    {
        Uri address;
        using (var raw = new RawServer())
            address = raw.Address;
        using var http = new HttpClient(Sockets()) { BaseAddress = address };

        await Assert.ThrowsAsync<HttpRequestException>(() => new GongClient(http).IntegrationSettingsAsync(Registration, Token));
    }

    [Fact]
    public async Task A_server_that_never_answers()
    {
        Server.Answer = context => Aborted(context.RequestAborted);
        Http.Timeout = TimeSpan.FromMilliseconds(200);

        var error = await Assert.ThrowsAsync<TaskCanceledException>(() => Gong().IntegrationSettingsAsync(Registration, Token));

        Assert.IsType<TimeoutException>(error.InnerException);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(418)]
    public async Task A_server_that_never_ends_its_answer(int status)
    {
        Server.Answer = async context =>
        {
            context.Response.StatusCode = status;
            await context.Response.Body.WriteAsync("{"u8.ToArray(), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Aborted(context.RequestAborted);
        };
        Http.Timeout = TimeSpan.FromMilliseconds(500);

        var error = await Assert.ThrowsAsync<TaskCanceledException>(() => Gong().IntegrationSettingsAsync(Registration, Token).WaitAsync(Long, Token));

        Assert.IsType<TimeoutException>(error.InnerException);
    }

    [Fact]
    public async Task The_client_is_good_for_more_after_each_of_these()
    {
        using var handler = Sockets();
        handler.MaxConnectionsPerServer = 1;
        using var http = new HttpClient(handler) { BaseAddress = Server.Address };
        var client = new GongClient(http, new GongClientOptions { MaxResponseContentLength = 1_000 });
        for (var i = 0; i < 3; i++)
        {
            Server.Answer = Answers.Json(200, new string(' ', 2_000));
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.IntegrationSettingsAsync(Registration, Token));
            Server.Answer = Answers.Bytes(500, "text/html", Encoding.UTF8.GetBytes("<html>"));
            await Assert.ThrowsAsync<GongApiException>(() => client.IntegrationSettingsAsync(Registration, Token));
            Server.Answer = context =>
            {
                context.Abort();
                return Task.CompletedTask;
            };
            await Assert.ThrowsAsync<HttpRequestException>(() => client.IntegrationSettingsAsync(Registration, Token));
            Server.Answer = Answers.Json(200, Answers.Registered);
            Assert.Equal(5517027188234206000, (await client.IntegrationSettingsAsync(Registration, Token).WaitAsync(Long, Token)).IntegrationId);
        }
    }

    private static Task Aborted(CancellationToken aborted)
    {
        var ended = new TaskCompletionSource();
        aborted.Register(ended.SetResult);
        return ended.Task;
    }
}
