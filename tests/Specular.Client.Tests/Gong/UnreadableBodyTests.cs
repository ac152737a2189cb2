using System.Net;
using System.Text;
using System.Text.Json;
using Gong;

namespace Specular.Client.Tests;

/// <summary>Bodies that are not what the description says: never a raw parser error, and always the place.</summary>
public sealed class UnreadableBodyTests(TestServer server) : ServerTest(server)
{
    public static TheoryData<string, string, string, long, long> Bodies => new()
    {
        { "", "the body is empty", "$", 0, 0 },
        { " \r\n ", "the body is empty", "$", 0, 0 },
        { "null", "null where an object is due", "$", 0, 0 },
        { "true", "true where an object is due", "$", 0, 0 },
        { "[{}]", "an array where an object is due", "$", 0, 0 },
        { "\"text\"", "a string where an object is due", "$", 0, 0 },
        { "<html></html>", "'<' is an invalid start of a value", "$", 0, 0 },
        { """{"requestId":5}""", "a number where a string is due", "$.requestId", 0, 13 },
        { """{"requestId":["a"]}""", "an array where a string is due", "$.requestId", 0, 13 },
        { """{"integrationId":"5"}""", "a string where an integer is due", "$.integrationId", 0, 17 },
        { """{"integrationId":true}""", "true where an integer is due", "$.integrationId", 0, 17 },
        { """{"integrationId":{}}""", "an object where an integer is due", "$.integrationId", 0, 17 },
        { """{"integrationId":1.5}""", "'1.5' is not an integer: it has a fraction", "$.integrationId", 0, 17 },
        { """{"integrationId":9223372036854775808}""", "'9223372036854775808' is outside the range of int64", "$.integrationId", 0, 17 },
        { """{"integrationId":-9223372036854775809}""", "'-9223372036854775809' is outside the range of int64", "$.integrationId", 0, 17 },
        { """{"integrationId":1e400}""", "'1e400' is outside the range of int64", "$.integrationId", 0, 17 },
        { "{\n  \"requestId\": \"a\",\n  \"integrationId\": \"5\"\n}", "a string where an integer is due", "$.integrationId", 2, 19 },
        { """{"requestId":"é","integrationId":"5"}""", "a string where an integer is due", "$.integrationId", 0, 34 },
        { """{"integrationId":5} {}""", "", "$", 0, 20 },
        { """{"integrationId":5}x""", "", "$", 0, 19 },
        { """{"integrationId":5,}""", "", "$.integrationId", 0, 19 },
        { """{"integrationId":05}""", "", "$.integrationId", 0, 18 },
        { """{"integrationId":NaN}""", "", "$.integrationId", 0, 17 },
        { """{/* id */"integrationId":5}""", "", "$", 0, 1 },
        { """{'integrationId':5}""", "", "$", 0, 1 },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task It_says_what_and_where(string body, string reason, string path, long line, long position)
    {
        Server.Answer = Answers.Json(200, body);

        var error = await ErrorOf(body);

        Assert.StartsWith(reason, error.Message, StringComparison.Ordinal);
        Assert.EndsWith($". Path: {path} | LineNumber: {line} | BytePositionInLine: {position}.", error.Message, StringComparison.Ordinal);
        Assert.Equal((path, line, position), (error.Path, error.LineNumber, error.BytePositionInLine));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"requestId":"4al018gz""")]
    [InlineData("""{"requestId":"4al018gz","integrationId":55170""")]
    [InlineData("""{"requestId":"4al018gz","integrationId":5517027188234206000""")]
    [InlineData("""{"requestId":"4al018gz","other":{"a":[1,2""")]
    public async Task Truncated(string body)
    {
        Server.Answer = Answers.Json(200, body);

        var error = await ErrorOf(body);

        Assert.Equal(0, error.LineNumber);
        Assert.InRange(error.BytePositionInLine!.Value, 0, body.Length);
        Assert.StartsWith("$", error.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_shorter_part_of_a_good_body_is_truncated()
    {
        for (var length = 0; length < Answers.Registered.Length; length++)
        {
            Server.Reset();
            Server.Answer = Answers.Json(200, Answers.Registered[..length]);
            await ErrorOf(Answers.Registered[..length]);
        }
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    public async Task Text_that_is_not_UTF8(byte[] text)
    {
        Server.Answer = Answers.Bytes(200, "application/json", [.. "{\"requestId\":\"a"u8, .. text, .. "\"}"u8]);

        var undeclared = Assert.IsType<IntegrationSettingsResult.Undeclared>(await Gong().IntegrationSettingsResultAsync(Registration, Token));

        Assert.Equal("$.requestId", Assert.IsType<JsonException>(undeclared.Error).Path);
    }

    [Fact]
    public async Task Half_a_surrogate_pair()
    {
        Server.Answer = Answers.Json(200, """{"requestId":"a\ud83d"}""");

        Assert.Equal("$.requestId", (await ErrorOf("""{"requestId":"a\ud83d"}""")).Path);
    }

    [Fact]
    public async Task An_item_in_a_list()
    {
        Server.Answer = Answers.Json(400, """{"errors":["a","b",null]}""");

        var undeclared = Assert.IsType<IntegrationSettingsResult.Undeclared>(await Gong().IntegrationSettingsResultAsync(Registration, Token));

        Assert.Equal("null where a string is due. Path: $.errors[2] | LineNumber: 0 | BytePositionInLine: 19.", undeclared.Error?.Message);
        Assert.Equal(HttpStatusCode.BadRequest, undeclared.StatusCode);
    }

    [Fact]
    public async Task Deeper_than_any_stack_should_go()
    {
        var body = new StringBuilder("{\"x\":").Append('[', 100_000).Append(']', 100_000).Append('}').ToString();
        Server.Answer = Answers.Json(200, body);

        Assert.Contains("depth", (await ErrorOf(body)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_media_type_is_told_where_it_is_not_JSON()
    {
        Server.Answer = Answers.Bytes(500, "text/html; charset=utf-8", "<h1>Bad gateway</h1>"u8.ToArray());

        var undeclared = Assert.IsType<IntegrationSettingsResult.Undeclared>(await Gong().IntegrationSettingsResultAsync(Registration, Token));

        Assert.EndsWith(" The Content-Type is 'text/html'.", undeclared.Error?.Message, StringComparison.Ordinal);
        Assert.Equal("<h1>Bad gateway</h1>", undeclared.Content);
        Assert.Equal(HttpStatusCode.InternalServerError, undeclared.StatusCode);
    }

    private async Task<JsonException> ErrorOf(string body)
    {
        var undeclared = Assert.IsType<IntegrationSettingsResult.Undeclared>(await Gong().IntegrationSettingsResultAsync(Registration, Token));
        Assert.Equal(HttpStatusCode.OK, undeclared.StatusCode);
        Assert.Equal(body, undeclared.Content);
        return Assert.IsType<JsonException>(undeclared.Error);
    }
}
