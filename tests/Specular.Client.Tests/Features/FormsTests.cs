using System.Text;
using System.Text.RegularExpressions;
using Features.Forms;

namespace Specular.Client.Tests;

/// <summary>specs/features/forms.yaml: bodies that are not JSON.</summary>
public sealed partial class FormsTests(TestServer server) : ServerTest(server)
{
    private FormsClient Client => new(Http);

    [Fact]
    public async Task A_form()
    {
        await Client.PostFormAsync(new Form { Name = "a b&c=d+é", Tags = ["x y", ""], Day = new DateOnly(2026, 2, 3), Amount = 1.5, Meta = new Meta { Size = long.MaxValue } }, Token);

        Assert.Equal("application/x-www-form-urlencoded", Server.Request.Header("Content-Type"));
        Assert.Equal("name=a+b%26c%3Dd%2B%C3%A9&tags=x+y&tags=&day=2026-02-03&amount=1.5&meta=%7B%22size%22%3A9223372036854775807%7D", Server.Request.Text);
    }

    [Fact]
    public async Task A_form_with_only_what_it_must_have()
    {
        await Client.PostFormAsync(new Form { Name = "" }, Token);

        Assert.Equal("name=", Server.Request.Text);
    }

    [Fact]
    public async Task A_form_without_what_it_must_have()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Client.PostFormAsync(new Form { Name = null! }, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => Client.PostFormAsync(new Form { Name = "", Tags = ["a", null!] }, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => Client.UploadAsync(new Upload { File = null! }, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => Client.UploadAsync(new Upload { File = "x"u8.ToArray(), More = [null!] }, Token));

        Assert.Empty(Server.Received);
    }

    /// <summary>Larger than what is read at once.</summary>
    [Fact]
    public async Task Files_in_a_form_that_has_no_parts()
    {
        var bytes = Enumerable.Range(0, 20_000).Select(i => (byte)i).ToArray();
        await Client.PostFilesAsync(new Upload { Note = "a&b", File = new FormsFile(new MemoryStream(bytes), "unnamed.bin", "image/png"), More = ["one two"u8.ToArray(), "&="u8.ToArray()] }, Token);

        Assert.Equal("application/x-www-form-urlencoded", Server.Request.Header("Content-Type"));
        var fields = Server.Request.Text.Split('&');
        Assert.Equal("note=a%26b", fields[0]);
        Assert.Equal(bytes, System.Net.WebUtility.UrlDecodeToBytes(Encoding.ASCII.GetBytes(fields[1]["file=".Length..]), 0, fields[1].Length - "file=".Length));
        Assert.Equal(["more=one+two", "more=%26%3D"], fields[2..]);
    }

    [Fact]
    public async Task Files_alone_in_a_form_that_has_no_parts()
    {
        await Client.PostFilesAsync(new Upload { File = new byte[] { 0, 0xFF, (byte)'%' } }, Token);

        Assert.Equal("file=%00%FF%25", Server.Request.Text);
    }

    [Fact]
    public async Task Parts()
    {
        byte[] bytes = [0, 1, 2, 0xFF, (byte)'\r', (byte)'\n', (byte)'-', (byte)'-'];
        await Client.UploadAsync(
            new Upload
            {
                Note = "Grüße\r\n",
                File = new FormsFile(new MemoryStream(bytes), "so\"und\r\n.mp3", "audio/mpeg"),
                More = [Encoding.UTF8.GetBytes("one"), new FormsFile(new MemoryStream(Encoding.UTF8.GetBytes("two")), "zwölf.txt")],
                Tags = ["a", "b"],
                Meta = new Meta { Size = 8 },
            },
            Token);

        var boundary = Boundary().Match(Server.Request.Header("Content-Type")!).Groups[1].Value;
        Assert.NotEmpty(boundary);
        var expected = string.Concat(
            Part("form-data; name=\"note\"", null, "Grüße\r\n"),
            Part("form-data; name=\"file\"; filename=\"so%22und%0D%0A.mp3\"", "audio/mpeg", "\0\u0001\u0002\u00FF\r\n--"),
            Part("form-data; name=\"more\"", "application/octet-stream", "one"),
            Part("form-data; name=\"more\"; filename=\"zw_lf.txt\"; filename*=utf-8''zw%C3%B6lf.txt", "application/octet-stream", "two"),
            Part("form-data; name=\"tags\"", null, "a"),
            Part("form-data; name=\"tags\"", null, "b"),
            Part("form-data; name=\"meta\"", "application/json", "{\"size\":8}"))[2..]
            + $"\r\n--{boundary}--\r\n";
        Assert.Equal(expected.Replace("Grüße", Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("Grüße")), StringComparison.Ordinal), Encoding.Latin1.GetString(Server.Request.Body));

        string Part(string disposition, string? contentType, string body) =>
            $"\r\n--{boundary}\r\n" + string.Join("\r\n", new[] { contentType is null ? null : $"Content-Type: {contentType}", $"Content-Disposition: {disposition}" }.OfType<string>()) + $"\r\n\r\n{body}";
    }

    [Fact]
    public async Task Parts_that_are_not_given()
    {
        await Client.UploadAsync(new Upload { File = "x"u8.ToArray() }, Token);

        Assert.Equal(1, Disposition().Count(Server.Request.Text));
    }

    [Fact]
    public async Task Text_in_both_directions()
    {
        Server.Answer = Answers.Echo("text/plain; charset=utf-8");

        Assert.Equal("Grüße\r\n\"x\"", await Client.PutTextAsync("Grüße\r\n\"x\"", Token));
        Assert.Equal("text/plain; charset=utf-8", Server.Request.Header("Content-Type"));
        Assert.Equal("text/plain", Server.Request.Header("Accept"));
        Assert.Equal("Grüße\r\n\"x\""u8.ToArray(), Server.Request.Body);
    }

    [Fact]
    public async Task Text_in_the_charset_that_the_server_says()
    {
        Server.Answer = Answers.Bytes(200, "text/plain; charset=iso-8859-1", Encoding.Latin1.GetBytes("Grüße"));

        Assert.Equal("Grüße", await Client.PutTextAsync("", Token));
    }

    [Fact]
    public async Task Bytes_in_both_directions()
    {
        var bytes = new byte[300_000];
        new Random(1).NextBytes(bytes);
        Server.Answer = Answers.Echo("application/octet-stream");
        using var content = new Closes(bytes);

        await using var answer = await Client.PutBytesAsync(new FormsFile(content, contentType: "image/png"), Token);
        using var copy = new MemoryStream();
        await answer.CopyToAsync(copy, Token);

        Assert.Equal(bytes, copy.ToArray());
        Assert.Equal(bytes, Server.Request.Body);
        Assert.Equal("image/png", Server.Request.Header("Content-Type"));
        Assert.True(content.Closed);
    }

    [Fact]
    public async Task A_stream_arrives_before_its_end_and_may_be_left_there()
    {
        var aborted = new TaskCompletionSource();
        Server.Answer = async context =>
        {
            context.RequestAborted.Register(aborted.SetResult);
            await context.Response.Body.WriteAsync("begin"u8.ToArray());
            await context.Response.Body.FlushAsync();
            await aborted.Task;
        };
        await using (var answer = await Client.PutBytesAsync("x"u8.ToArray(), Token))
        {
            var begin = new byte[5];
            await answer.ReadExactlyAsync(begin, Token);
            Assert.Equal("begin"u8.ToArray(), begin);
        }

        await aborted.Task.WaitAsync(Long, Token);
    }

    [Fact]
    public async Task A_body_that_may_be_left_out()
    {
        await Client.PatchNoteAsync(cancellationToken: Token);
        await Client.PatchNoteAsync(new Meta { Size = 1 }, Token);

        Assert.Equal(["", "{\"size\":1}"], Server.Received.Select(request => request.Text));
        Assert.Equal([null, "application/merge-patch+json"], Server.Received.Select(request => request.Header("Content-Type")));
        Assert.All(Server.Received, request => Assert.Equal("PATCH", request.Method));
    }

    [GeneratedRegex("^multipart/form-data; boundary=\"([^\"]+)\"$")]
    private static partial Regex Boundary();

    [GeneratedRegex("Content-Disposition")]
    private static partial Regex Disposition();

    private sealed class Closes(byte[] bytes) : MemoryStream(bytes)
    {
        public bool Closed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            Closed = true;
            base.Dispose(disposing);
        }
    }
}
