using System.IO.Compression;
using System.Text;
using Gong;

namespace Specular.Client.Tests;

/// <summary>Bodies that are odd and all the same what the description says.</summary>
public sealed class ReadableBodyTests(TestServer server) : ServerTest(server)
{
    [Theory]
    [InlineData("5517027188234206000", 5517027188234206000)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9007199254740993", 9007199254740993)]
    [InlineData("0", 0L)]
    [InlineData("-0", 0L)]
    [InlineData("5.0", 5L)]
    [InlineData("5517027188234206000.000", 5517027188234206000)]
    [InlineData("5.517027188234206e18", 5517027188234206000)]
    [InlineData("55170271882342060000000e-4", 5517027188234206000)]
    [InlineData("null", null)]
    public async Task An_id_to_the_last_digit(string json, long? expected)
    {
        Server.Answer = Answers.Json(200, $$"""{"integrationId":{{json}}}""");

        Assert.Equal(expected, (await Gong().IntegrationSettingsAsync(Registration, Token)).IntegrationId);
    }

    [Theory]
    [InlineData("{}", null, null)]
    [InlineData("""{"requestId":null,"integrationId":null}""", null, null)]
    [InlineData("""{"integrationId":7}""", null, 7L)]
    [InlineData("""{"requestId":"a"}""", "a", null)]
    [InlineData("""{"requestId":"a","unknown":{"integrationId":1,"deep":[[{}],"]}"]},"integrationId":7}""", "a", 7L)]
    [InlineData("""{"IntegrationId":1,"integrationid":2,"integration_id":3,"integrationId":7}""", null, 7L)]
    [InlineData("""{"integrationId":1,"requestId":"a","integrationId":7,"requestId":"b"}""", "b", 7L)]
    [InlineData("""{"integrationId":1,"integrationId":null}""", null, null)]
    [InlineData("""{"\u0069ntegrationId":7,"requestId":"\u0061\/\ud83d\ude00"}""", "a/\U0001F600", 7L)]
    [InlineData("\r\n\t {\"requestId\" : \"a\" ,\n\"integrationId\" :7 } \r\n", "a", 7L)]
    public async Task Missing_unknown_repeated_and_escaped(string json, string? requestId, long? integrationId)
    {
        Server.Answer = Answers.Json(200, json);

        var body = await Gong().IntegrationSettingsAsync(Registration, Token);

        Assert.Equal((requestId, integrationId), (body.RequestId, body.IntegrationId));
    }

    [Theory]
    [InlineData("application/json; charset=utf-16", "utf-16", true)]
    [InlineData("application/json; charset=utf-16", "utf-16", false)]
    [InlineData("application/json; charset=utf-16be", "utf-16BE", false)]
    [InlineData("application/json; charset=\"iso-8859-1\"", "iso-8859-1", false)]
    [InlineData("application/json; charset=UTF-8", "utf-8", true)]
    [InlineData("application/json; charset=\"utf8\"", "utf-8", false)]
    [InlineData("application/json; charset=utf-7", "utf-8", false)]
    [InlineData("application/json; charset=nobody-knows", "utf-8", false)]
    [InlineData("application/json; charset=", "utf-8", false)]
    [InlineData("application/json", "utf-8", true)]
    [InlineData("application/vnd.gong+json", "utf-8", false)]
    [InlineData("text/plain", "utf-8", false)]
    [InlineData("nonsense", "utf-8", false)]
    [InlineData(null, "utf-8", false)]
    public async Task In_the_charset_that_the_server_says(string? contentType, string charset, bool mark)
    {
        var encoding = Encoding.GetEncoding(charset);
        Server.Answer = Answers.Bytes(200, contentType, [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("""{"requestId":"Grüße"}""")]);

        Assert.Equal("Grüße", (await Gong().IntegrationSettingsAsync(Registration, Token)).RequestId);
    }

    [Fact]
    public async Task Compressed_where_the_handler_decompresses()
    {
        using var handler = Sockets();
        handler.AutomaticDecompression = System.Net.DecompressionMethods.All;
        using var http = new HttpClient(handler) { BaseAddress = Server.Address };
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(Answers.Registered));
        Server.Answer = Answers.Bytes(200, "application/json", compressed.ToArray(), ("Content-Encoding", "gzip"));

        Assert.Equal(5517027188234206000, (await new GongClient(http).IntegrationSettingsAsync(Registration, Token)).IntegrationId);
        Assert.Contains("gzip", Server.Request.Header("Accept-Encoding"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_chunks_of_one_byte()
    {
        Server.Answer = async context =>
        {
            context.Response.ContentType = "application/json";
            foreach (var b in Encoding.UTF8.GetBytes("""{"requestId":"Grüße","integrationId":5517027188234206000}"""))
            {
                await context.Response.Body.WriteAsync(new[] { b }, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        };

        Assert.Equal(new IntegrationSettingsResponse { RequestId = "Grüße", IntegrationId = 5517027188234206000 }, await Gong().IntegrationSettingsAsync(Registration, Token));
    }

    [Fact]
    public async Task Larger_than_every_buffer()
    {
        var id = new string('x', 3_000_000);
        Server.Answer = Answers.Json(200, $$"""{"unknown":"{{new string('y', 3_000_000)}}","requestId":"{{id}}","integrationId":7}""");

        Assert.Equal(new IntegrationSettingsResponse { RequestId = id, IntegrationId = 7 }, await Gong().IntegrationSettingsAsync(Registration, Token));
    }
}
