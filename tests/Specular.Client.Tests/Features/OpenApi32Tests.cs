using Features.OpenApi32;

namespace Specular.Client.Tests;

/// <summary>specs/features/openapi32.yaml: what came with OpenAPI 3.2.</summary>
public sealed class OpenApi32Tests(TestServer server) : ServerTest(server)
{
    private static readonly Filter s_filter = new() { Text = "a b&c", Tags = ["x", "y"] };

    private OpenApi32Client Client => new(Http);

    [Fact]
    public async Task The_whole_query_as_a_form()
    {
        await Client.WholeQueryAsync(s_filter, Token);

        Assert.Equal("/whole?text=a%20b%26c&tags=x&tags=y", Server.Request.Target);
    }

    [Fact]
    public async Task The_whole_query_as_JSON()
    {
        await Client.JsonQueryAsync(s_filter, Token);

        Assert.Equal("/json?" + Uri.EscapeDataString("""{"text":"a b&c","tags":["x","y"]}"""), Server.Request.Target);
    }

    [Fact]
    public async Task No_query()
    {
        await Client.JsonQueryAsync(cancellationToken: Token);

        Assert.Equal("/json", Server.Request.Target);
    }

    [Fact]
    public async Task The_method_QUERY_and_items_one_by_one()
    {
        Server.Answer = Answers.Bytes(200, "application/jsonl", "{\"id\":1}\n{\"id\":2}\n"u8.ToArray());

        var ids = new List<long>();
        await foreach (var item in await Client.QueryItemsAsync(s_filter, Token))
            ids.Add(item.Id);

        Assert.Equal([1, 2], ids);
        Assert.Equal(("QUERY", "application/jsonl"), (Server.Request.Method, Server.Request.Header("Accept")));
        Assert.Equal("""{"text":"a b&c","tags":["x","y"]}""", Server.Request.Text);
    }

    [Fact]
    public async Task A_method_that_HTTP_does_not_know()
    {
        Server.Answer = Answers.Status(201);

        await Client.CopyItemsAsync("/elsewhere", Token);

        Assert.Equal(("COPY", "/items", "/elsewhere"), (Server.Request.Method, Server.Request.Target, Server.Request.Header("Destination")));
    }

    [Fact]
    public async Task Events_whose_items_have_a_schema()
    {
        Server.Answer = Answers.Bytes(200, "text/event-stream", "event: made\ndata: {\"id\":1}\n\n"u8.ToArray());

        var events = new List<EventsResponse>();
        await foreach (var item in await Client.EventsAsync(Token))
            events.Add(item);

        Assert.Equal([new EventsResponse { Event = "made", Data = "{\"id\":1}" }], events);
    }
}
