using Features.Swagger2;

namespace Specular.Client.Tests;

/// <summary>specs/features/swagger2.yaml: one of everything of Swagger 2.0.</summary>
public sealed class Swagger2Tests(TestServer server) : ServerTest(server)
{
    private Swagger2Client Client => new(Http, new Swagger2ClientOptions { Authentication = Swagger2Authentication.ApiKey("k") });

    [Fact]
    public async Task Parameters_of_the_path_and_shared_ones()
    {
        Server.Answer = Answers.Json(200, """{"name":"a","note":null,"kind":"big"}""", ("X-Total", "5"));

        var ok = Assert.IsType<GetItemResult.Ok>(await Client.GetItemResultAsync(7, "t", Token));

        Assert.Equal(("GET", "/items/7", "t", "k"), (Server.Request.Method, Server.Request.Target, Server.Request.Header("X-Trace"), Server.Request.Header("X-Api-Key")));
        Assert.Equal(new Item { Name = "a", Note = null, Kind = Kind.Big }, ok.Body);
        Assert.Equal(5, ok.XTotal);
    }

    [Fact]
    public async Task A_shared_response()
    {
        Server.Answer = Answers.Json(503, """{"code":1,"message":"busy"}""");

        var error = await Assert.ThrowsAsync<Swagger2ApiException<Error>>(() => Client.GetItemAsync(7, cancellationToken: Token));

        Assert.Equal((1, "busy"), (error.Body.Code, error.Body.Message));
    }

    [Fact]
    public async Task A_body()
    {
        Server.Answer = Answers.Echo();

        Assert.Equal(new Item { Name = "a", Size = 3, Note = null }, await Client.PutItemAsync(7, new Item { Name = "a", Size = 3, Note = null }, Token));
        Assert.Equal(("application/json", """{"name":"a","size":3,"note":null}"""), (Server.Request.Header("Content-Type"), Server.Request.Text));
    }

    [Fact]
    public async Task Lists_in_every_format()
    {
        await Client.ListsAsync(["a", "b"], ["a", "b"], ["a", "b"], null, ["a", "b"], [1, 2], ["a", "b"], Token);

        Assert.Equal("/lists?plain=a,b&csv=a,b&ssv=a%20b&pipes=a%7Cb&multi=1&multi=2", Server.Request.Target);
        Assert.Equal("a,b", Server.Request.Header("X-List"));
    }

    [Fact]
    public async Task Lists_between_tabs()
    {
        await Client.ListsAsync(tsv: ["a", "b c"], cancellationToken: Token);

        Assert.Equal("/lists?tsv=a%09b%20c", Server.Request.Target);
    }

    [Fact]
    public async Task A_form()
    {
        await Client.PostFormAsync(new PostFormRequest { Name = "a b", Kind = Kind.Small, Csv = ["a", "b"], Multi = [1, 2] }, Token);

        Assert.Equal(("application/x-www-form-urlencoded", "name=a+b&kind=small&csv=a%2Cb&multi=1&multi=2"), (Server.Request.Header("Content-Type"), Server.Request.Text));
    }

    [Fact]
    public async Task Lists_of_a_form_in_every_format()
    {
        await Client.PostFormAsync(new PostFormRequest { Name = "a", Tsv = ["a", "b c"], Ssv = ["a", "b"], Pipes = ["a", "b"] }, Token);

        Assert.Equal("name=a&tsv=a%09b+c&ssv=a+b&pipes=a%7Cb", Server.Request.Text);
    }

    [Fact]
    public async Task A_file_each_way()
    {
        await Client.UploadAsync(new UploadRequest { Note = "n", File = new Swagger2File(new MemoryStream("f"u8.ToArray()), "f.txt") }, Token);
        Assert.StartsWith("multipart/form-data; boundary=", Server.Request.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("Content-Disposition: form-data; name=\"file\"; filename=\"f.txt\"\r\n\r\nf\r\n", Server.Request.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"note\"\r\n\r\nn\r\n", Server.Request.Text, StringComparison.Ordinal);

        Server.Answer = Answers.Bytes(200, "application/octet-stream", [1, 2]);
        await using var file = await Client.DownloadAsync(Token);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, Token);
        Assert.Equal([1, 2], bytes.ToArray());
    }
}
