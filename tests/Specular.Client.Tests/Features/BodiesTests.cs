using System.Text.RegularExpressions;
using Features.Bodies;

namespace Specular.Client.Tests;

/// <summary>specs/features/bodies.yaml: bodies of every kind, as they stand on the wire.</summary>
public sealed partial class BodiesTests(TestServer server) : ServerTest(server)
{
    private BodiesClient Client => new(Http);

    [Fact]
    public async Task Bytes()
    {
        await Client.PutFileAsync(new byte[] { 0, 1, 0xFF }, Token);

        Assert.Equal([0, 1, 0xFF], Server.Request.Body);
        Assert.Equal("application/octet-stream", Server.Request.Header("Content-Type"));
    }

    [Fact]
    public async Task A_stream_from_where_it_stands_with_a_type_of_its_own()
    {
        var stream = new MemoryStream([1, 2, 3]) { Position = 1 };
        await Client.PutFileAsync(new BodiesFile(stream, contentType: "image/png"), Token);

        Assert.Equal([2, 3], Server.Request.Body);
        Assert.Equal("image/png", Server.Request.Header("Content-Type"));
        Assert.False(stream.CanRead);
    }

    [Fact]
    public async Task Text()
    {
        await Client.PutTextAsync("Grüße", Token);

        Assert.Equal(("Grüße", "text/plain; charset=utf-8"), (Server.Request.Text, Server.Request.Header("Content-Type")));
    }

    /// <summary>What the description calls binary is bytes in whatever charset, though the media type is text.</summary>
    [Fact]
    public async Task Text_as_a_file()
    {
        Server.Answer = Answers.Echo();
        using var table = await Client.PutTableAsync(new byte[] { (byte)'a', (byte)';', 0xFC }, Token);

        Assert.Equal("text/csv", Server.Request.Header("Content-Type"));
        Assert.Equal("text/csv", Server.Request.Header("Accept"));
        Assert.Equal([(byte)'a', (byte)';', 0xFC], Server.Request.Body);
        var copy = new MemoryStream();
        await table.CopyToAsync(copy, Token);
        Assert.Equal([(byte)'a', (byte)';', 0xFC], copy.ToArray());
    }

    /// <summary>The client writes UTF-8 and says so; what else the description says of the text stays.</summary>
    [Fact]
    public async Task Text_of_another_charset()
    {
        await Client.PutLatinAsync("Grüße", Token);

        Assert.Equal(("Grüße", "text/plain; format=flowed; charset=utf-8"), (Server.Request.Text, Server.Request.Header("Content-Type")));
    }

    [Fact]
    public async Task Headers_that_speak_of_the_body()
    {
        await Client.PutLabelledAsync("de", "identity", "Grüße", Token);
        await Client.PutLabelledAsync("de", cancellationToken: Token);

        Assert.Equal(["de", "de"], Server.Received.Select(request => request.Header("Content-Language")));
        Assert.Equal(["identity", null], Server.Received.Select(request => request.Header("Content-Encoding")));
        Assert.Equal(["text/plain; charset=utf-8", null], Server.Received.Select(request => request.Header("Content-Type")));
        Assert.Equal(["Grüße", ""], Server.Received.Select(request => request.Text));
    }

    [Fact]
    public async Task A_body_of_a_get()
    {
        await Client.SearchAsync(new Note { Text = "a" }, Token);

        Assert.Equal(("GET", """{"text":"a"}"""), (Server.Request.Method, Server.Request.Text));
    }

    [Fact]
    public async Task Bytes_in_JSON_are_text()
    {
        Server.Answer = Answers.Echo();

        var answer = await Client.PutAttachmentAsync(new Attachment { Content = "Grüße"u8.ToArray(), More = [new BodiesFile(new MemoryStream("a"u8.ToArray()), "a.txt")] }, Token);

        Assert.Equal("""{"content":"Grüße","more":["a"]}""", Server.Request.Text);
        Assert.Equal("Grüße", await new StreamReader(answer.Content.Content).ReadToEndAsync(Token));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_have_no_place_in_JSON()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Client.PutAttachmentAsync(new Attachment { Content = new byte[] { 0xFF } }, Token));

        Assert.Empty(Server.Received);
    }

    [Fact]
    public async Task A_media_type_that_is_neither_text_nor_JSON()
    {
        Server.Answer = Answers.Echo("application/pdf");

        await using var document = await Client.PutPdfAsync("%PDF"u8.ToArray(), Token);

        Assert.Equal(("%PDF", "application/pdf", "application/pdf"), (Server.Request.Text, Server.Request.Header("Content-Type"), Server.Request.Header("Accept")));
        Assert.Equal("%PDF", await new StreamReader(document).ReadToEndAsync(Token));
    }

    [Fact]
    public async Task A_body_that_may_be_left_out()
    {
        await Client.PostOptionalAsync(cancellationToken: Token);
        await Client.PostOptionalAsync(new Note { Text = "a" }, Token);

        Assert.Equal(["", """{"text":"a"}"""], Server.Received.Select(request => request.Text));
        Assert.Equal([null, "application/json"], Server.Received.Select(request => request.Header("Content-Type")));
    }

    [Fact]
    public async Task A_body_of_a_delete()
    {
        await Client.DeleteNotesAsync([1, long.MaxValue], Token);

        Assert.Equal(("DELETE", "[1,9223372036854775807]"), (Server.Request.Method, Server.Request.Text));
    }

    [Fact]
    public async Task A_list()
    {
        Server.Answer = Answers.Echo();

        Assert.Equal([new Note { Text = "a" }, new Note { Text = "b", Size = 1 }], await Client.PutListAsync([new Note { Text = "a" }, new Note { Text = "b", Size = 1 }], Token));
        Assert.Equal("""[{"text":"a"},{"text":"b","size":1}]""", Server.Request.Text);
        Assert.Empty(await Client.PutListAsync([], Token));
    }

    [Fact]
    public async Task A_number()
    {
        Server.Answer = Answers.Echo();

        Assert.Equal(long.MinValue, await Client.PutNumberAsync(long.MinValue, Token));
        Assert.Equal("-9223372036854775808", Server.Request.Text);
    }

    [Theory]
    [InlineData(null, "null")]
    [InlineData("a", "\"a\"")]
    public async Task Null_or_a_value(string? value, string json)
    {
        Server.Answer = Answers.Echo();

        Assert.Equal(value, await Client.PutNullableAsync(value, Token));
        Assert.Equal(json, Server.Request.Text);
    }

    [Fact]
    public async Task What_is_given_says_how_it_is_sent()
    {
        await Client.PostAnyAsync(new Note { Text = "a" }, Token);
        await Client.PostAnyAsync(new Fields { Plain = "a b" }, Token);
        await Client.PostAnyAsync("a"u8.ToArray(), Token);

        Assert.Equal(["application/json", "application/x-www-form-urlencoded", "application/octet-stream"], Server.Received.Select(request => request.Header("Content-Type")));
        Assert.Equal(["""{"text":"a"}""", "plain=a+b", "a"], Server.Received.Select(request => request.Text));
    }

    [Fact]
    public async Task Fields_in_every_style()
    {
        var note = new Note { Text = "a&b", Size = 2 };
        await Client.PostFieldsAsync(new Fields { Plain = "p", Deep = note, Spread = note, Joined = ["a", "b,c"], Pipes = ["a", "b"], Spaces = ["a", "b"] }, Token);

        Assert.Equal(
            "plain=p&deep%5Btext%5D=a%26b&deep%5Bsize%5D=2&text=a%26b&size=2&joined=a%2Cb%2Cc&pipes=a%7Cb&spaces=a+b",
            Server.Request.Text);
    }

    [Fact]
    public async Task Parts_with_types_of_their_own()
    {
        await Client.PostPartsAsync(
            new PostPartsRequest
            {
                Picture = new BodiesFile(new MemoryStream("p"u8.ToArray()), "p.png"),
                Pages = [new BodiesFile(new MemoryStream("1"u8.ToArray()), "1.html", "text/html"), "2"u8.ToArray()],
                Note = new Note { Text = "a" },
                Csv = "a,b",
            },
            Token);

        var boundary = Boundary().Match(Server.Request.Header("Content-Type")!).Groups[1].Value;
        Assert.Equal(
            [
                "Content-Type: image/png\nContent-Disposition: form-data; name=\"picture\"; filename=\"p.png\"\n\np",
                "Content-Type: text/html\nContent-Disposition: form-data; name=\"pages\"; filename=\"1.html\"\n\n1",
                "Content-Type: application/octet-stream\nContent-Disposition: form-data; name=\"pages\"\n\n2",
                "Content-Type: application/vnd.note+json\nContent-Disposition: form-data; name=\"note\"\n\n{\"text\":\"a\"}",
                "Content-Type: text/csv\nContent-Disposition: form-data; name=\"csv\"\n\na,b",
            ],
            Server.Request.Text.ReplaceLineEndings("\n").Split("--" + boundary)[1..^1].Select(part => part.Trim('\n')));
    }

    [Fact]
    public async Task What_must_be_there_is_asked_for_before_anything_is_sent()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => Client.PutFileAsync(null!, Token));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Client.PutTextAsync(null!, Token));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Client.PutListAsync(null!, Token));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Client.PostAnyAsync((Note)null!, Token));

        Assert.Empty(Server.Received);
    }

    [GeneratedRegex("boundary=\"?([^\"]+)\"?")]
    private static partial Regex Boundary();
}
