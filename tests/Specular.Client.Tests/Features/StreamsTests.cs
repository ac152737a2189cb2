using System.Text;
using System.Text.Json;
using Features.Responses;
using Microsoft.AspNetCore.Http;

namespace Specular.Client.Tests;

/// <summary>specs/features/responses.yaml: answers of which each item is there when it comes.</summary>
public sealed class StreamsTests(TestServer server) : ServerTest(server)
{
    private ResponsesClient Client => new(Http);

    [Theory]
    [InlineData("data: {\"id\":1}\n\ndata: {\"id\":2}\n\n")]
    [InlineData("data: {\"id\":1}\r\n\r\ndata: {\"id\":2}\r\n\r\n")]
    [InlineData("data: {\"id\":1}\r\rdata: {\"id\":2}\r\r")]
    [InlineData("\uFEFFdata:{\"id\":1}\n\ndata:{\"id\":2}\n\n")]
    [InlineData(": hello\n\n\nevent: job\nid: a\nretry: 10\ndata: {\"id\":1}\n\n:\n\ndata: {\"id\":\ndata: 2}\nother: x\n\n")]
    [InlineData("data: {\"id\":1}\n\ndata: {\"id\":2}\n\ndata: [DONE]\n\ndata: {\"id\":3}\n\n")]
    [InlineData("data: {\"id\":1}\n\ndata: {\"id\":2}\n\ndata: {\"id\":3}")]
    [InlineData("data: {\"id\":1}\n\ndata: {\"id\":2}\n\ndata: {\"id\":3}\n")]
    public async Task Events(string text)
    {
        Server.Answer = Sends("text/event-stream", text);

        Assert.Equal([1, 2], await Ids(await Client.EventsAsync(Token)));
        Assert.Equal("text/event-stream", Server.Request.Header("Accept"));
    }

    [Fact]
    public async Task No_events()
    {
        Server.Answer = Sends("text/event-stream", "");

        Assert.Empty(await Ids(await Client.EventsAsync(Token)));
    }

    [Fact]
    public async Task The_items_are_there_once()
    {
        Server.Answer = Sends("text/event-stream", "data: {\"id\":1}\n\n");
        var events = await Client.EventsAsync(Token);

        Assert.Equal([1], await Ids(events));
        Assert.Empty(await Ids(events));
    }

    [Fact]
    public async Task Whole_events()
    {
        Server.Answer = Sends("text/event-stream", "event: made\nid: a\ndata: {\"id\":1}\n\ndata: {\"id\":2}\n\nid\nevent: gone\ndata: {\"id\":3}\n\n");

        var events = await All(await Client.EnvelopesAsync(Token));

        Assert.Equal(["made", null, "gone"], events.Select(item => item.Event));
        Assert.Equal(["a", "a", ""], events.Select(item => item.Id));
        Assert.Equal([1L, 2, 3], events.Select(item => item.Data.Id));
    }

    [Fact]
    public async Task Whole_events_with_text()
    {
        Server.Answer = Sends("text/event-stream", "data: one\ndata:  two\ndata\n\ndata: {\"not\":\"read\"}\n\n");

        Assert.Equal(["one\n two\n", "{\"not\":\"read\"}"], (await All(await Client.TextsAsync(Token))).Select(item => item.Data));
    }

    [Theory]
    [InlineData("{\"id\":1}\n{\"id\":2}\n")]
    [InlineData("{\"id\":1}\r\n\r\n  {\"id\":2}")]
    public async Task Lines(string text)
    {
        Server.Answer = Sends("application/x-ndjson", text);

        Assert.Equal([1, 2], await Ids(await Client.LinesAsync(Token)));
    }

    [Theory]
    [InlineData("\u001E{\"id\":1}\n\u001E{\"id\":2}\n")]
    [InlineData("\u001E{\n  \"id\": 1\n}\n\u001E\u001E{\"id\":\n2}\n")]
    [InlineData("\u001E{\"id\":1}\n\n\u001E\n\u001E{\"id\":2}")]
    public async Task Records(string text)
    {
        Server.Answer = Sends("application/json-seq", text);

        Assert.Equal([1, 2], await Ids(await Client.RecordsAsync(Token)));
    }

    [Fact]
    public async Task A_record_that_is_cut_short()
    {
        Server.Answer = Sends("application/json-seq", "\u001E{\"id\":1}\n\u001E{\"id\":\n\u001E{\"id\":2}\n");
        var ids = new List<long>();

        await Assert.ThrowsAnyAsync<JsonException>(async () =>
        {
            await foreach (var job in await Client.RecordsAsync(Token))
                ids.Add(job.Id);
        });

        Assert.Equal([1], ids);
    }

    [Fact]
    public async Task An_operation_that_answers_both_ways()
    {
        Server.Answer = Answers.Json(200, """{"ticket":"t"}""");
        Assert.Equal("t", (await Client.CompleteAsync(Token)).TicketValue);
        Assert.Equal("application/json", Server.Request.Header("Accept"));

        Server.Reset();
        Server.Answer = Sends("text/event-stream", "data: {\"id\":1}\n\n");
        Assert.Equal([1], await Ids(await Client.CompleteStreamAsync(Token)));
        Assert.Equal("text/event-stream", Server.Request.Header("Accept"));
    }

    /// <summary>As events it would be none at all, and nobody would know.</summary>
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/problem+json; charset=utf-8")]
    [InlineData("text/html; charset=utf-8")]
    public async Task A_document_in_place_of_events(string contentType)
    {
        Server.Answer = Sends(contentType, """{"id":1}""");

        var exception = await Assert.ThrowsAsync<ResponsesApiException>(() => Client.EventsAsync(Token));

        Assert.Equal("""{"id":1}""", exception.ResponseText);
        Assert.Contains("the Content-Type is '" + contentType.Split(';')[0] + "'", exception.InnerException!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Text/Event-Stream; charset=UTF-8")]
    [InlineData("text/plain")]
    [InlineData("application/octet-stream")]
    [InlineData(null)]
    public async Task Events_whatever_else_the_server_calls_them(string? contentType)
    {
        Server.Answer = Sends(contentType, "data: {\"id\":1}\n\n");

        Assert.Equal([1], await Ids(await Client.EventsAsync(Token)));
    }

    [Fact]
    public async Task A_whole_event_without_the_data_that_it_must_have()
    {
        Server.Answer = Sends("text/event-stream", "event: ping\ndata:\n\n");

        var exception = await Assert.ThrowsAnyAsync<JsonException>(async () => await All(await Client.EnvelopesAsync(Token)));

        Assert.Contains("data", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_place_of_a_stream()
    {
        Server.Answer = Answers.Json(500, "{}");

        await Assert.ThrowsAsync<ResponsesApiException>(() => Client.EventsAsync(Token));
    }

    [Fact]
    public async Task An_event_is_there_before_the_next_is_sent()
    {
        var seen = new TaskCompletionSource();
        Server.Answer = async context =>
        {
            await Send(context, "data: {\"id\":1}\n\n");
            await seen.Task.WaitAsync(Long, context.RequestAborted);
            await Send(context, "data: {\"id\":2}\n\n");
        };

        var ids = new List<long>();
        await foreach (var job in await Client.EventsAsync(Token))
        {
            ids.Add(job.Id);
            seen.TrySetResult();
        }

        Assert.Equal([1, 2], ids);
    }

    [Fact]
    public async Task An_event_that_is_not_what_the_description_says()
    {
        Server.Answer = Sends("text/event-stream", "data: {\"id\":1}\n\ndata: {\"id\":\"x\"}\n\n");
        var ids = new List<long>();

        var error = await Assert.ThrowsAnyAsync<JsonException>(async () =>
        {
            await foreach (var job in await Client.EventsAsync(Token))
                ids.Add(job.Id);
        });

        Assert.Equal([1], ids);
        Assert.Equal("$.id", error.Path);
    }

    [Fact]
    public async Task A_stream_that_breaks_off()
    {
        Server.Answer = async context =>
        {
            await Send(context, "data: {\"id\":1}\n\ndata: {\"id");
            context.Abort();
        };
        var ids = new List<long>();

        await Assert.ThrowsAsync<HttpRequestException>(async () =>
        {
            await foreach (var job in await Client.EventsAsync(Token))
                ids.Add(job.Id);
        });

        Assert.True(ids is [] or [1]);
    }

    [Fact]
    public async Task An_event_that_never_ends()
    {
        Server.Answer = Sends("text/event-stream", "data: \"" + new string('x', 5000) + "\"\n\n");
        var client = new ResponsesClient(Http, new ResponsesClientOptions { MaxResponseContentLength = 1000 });

        await Assert.ThrowsAnyAsync<HttpRequestException>(async () => await Ids(await client.EventsAsync(Token)));
    }

    [Fact]
    public async Task Who_stops_early_ends_the_connection()
    {
        var ended = new TaskCompletionSource();
        Server.Answer = Endless(ended);

        await foreach (var job in await Client.EventsAsync(Token))
        {
            Assert.Equal(1, job.Id);
            break;
        }

        await ended.Task.WaitAsync(Long, Token);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_cancels_ends_the_connection(bool byTheCall)
    {
        var ended = new TaskCompletionSource();
        Server.Answer = Endless(ended);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var jobs = await Client.EventsAsync(byTheCall ? cancellation.Token : Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var job in jobs.WithCancellation(byTheCall ? default : cancellation.Token))
                await cancellation.CancelAsync();
        });

        await ended.Task.WaitAsync(Long, Token);
    }

    private static RequestDelegate Sends(string? contentType, string text) => Answers.Bytes(200, contentType, Encoding.UTF8.GetBytes(text));

    // One event, and then none until the client goes away.
    private static RequestDelegate Endless(TaskCompletionSource ended) => async context =>
    {
        context.RequestAborted.Register(() => ended.TrySetResult());
        await Send(context, "data: {\"id\":1}\n\n");
        await ended.Task.WaitAsync(Long, Token);
    };

    private static async Task Send(HttpContext context, string text)
    {
        if (!context.Response.HasStarted)
            context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync(text, Token);
        await context.Response.Body.FlushAsync(Token);
    }

    private static async Task<List<long>> Ids(IAsyncEnumerable<Job> jobs) => [.. (await All(jobs)).Select(job => job.Id)];

    private static async Task<List<T>> All<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
            all.Add(item);
        return all;
    }
}
