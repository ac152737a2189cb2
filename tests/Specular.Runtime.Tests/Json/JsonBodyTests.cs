using System.Text;
using System.Text.Json;

namespace Specular.Runtime.Tests.Json;

public sealed class JsonBodyTests
{
    private const string Valid = """{"integrationTypeSettings":[{"integrationType":"EMAIL_COMPOSER","allowedOrigin":"https://a.example"}],"integrationId":5517027188234206000}""";

    [Fact]
    public void A_body_is_read()
    {
        var request = Read.One(Valid, Models.ReadRequest);
        Assert.Equal(5517027188234206000, request.IntegrationId);
        Assert.Equal("https://a.example", Assert.Single(request.IntegrationTypeSettings).AllowedOrigin);
    }

    [Fact]
    public void A_byte_order_mark_and_white_space_are_skipped() =>
        Assert.Equal(7, JsonBody.Parse("\uFEFF \r\n\t7 \r\n"u8, JsonRead.Int64));

    [Fact]
    public void Unknown_properties_are_skipped_and_of_two_the_last_counts()
    {
        var json = """{"integrationId":1,"new":{"deep":[[{}],1e5,"x"]},"integrationTypeSettings":[],"integrationId":2}""";
        Assert.Equal(2, Read.One(json, Models.ReadRequest).IntegrationId);
    }

    [Fact]
    public void The_place_of_a_value_is_told()
    {
        var json = """
            {
              "integrationTypeSettings": [
                {"integrationType":"A","allowedOrigin":"https://a.example"},
                {"integrationType":"B","allowedOrigin":"https://b.example"},
                {"integrationType":"C","allowedOrigin":null}
              ]
            }
            """.ReplaceLineEndings("\n");
        var error = Read.Error(json, Models.ReadRequest);
        Assert.Equal("null where a string is due. Path: $.integrationTypeSettings[2].allowedOrigin | LineNumber: 4 | BytePositionInLine: 43.", error.Message);
        Assert.Equal("$.integrationTypeSettings[2].allowedOrigin", error.Path);
        Assert.Equal(4, error.LineNumber);
        Assert.Equal(43, error.BytePositionInLine);
        Assert.IsType<JsonReadException>(error.InnerException);
    }

    [Theory]
    [InlineData("""{}""", "integrationTypeSettings", "$", 0)]
    [InlineData("""{"integrationId":1}""", "integrationTypeSettings", "$", 0)]
    [InlineData("""{"integrationTypeSettings":[{"integrationType":"A","allowedOrigin":"b"},{"integrationType":"A"}]}""", "allowedOrigin", "$.integrationTypeSettings[1]", 72)]
    public void A_missing_property_is_told_at_its_object(string json, string name, string path, long column)
    {
        var error = Read.Error(json, Models.ReadRequest);
        Assert.Equal($"required property '{name}' is missing. Path: {path} | LineNumber: 0 | BytePositionInLine: {column}.", error.Message);
        Assert.Equal(path, error.Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("\uFEFF")]
    public void An_empty_body_is_called_so(string json) =>
        Assert.Equal("the body is empty. Path: $ | LineNumber: 0 | BytePositionInLine: 0.", Read.Error(json, Models.ReadRequest).Message);

    [Theory]
    [InlineData("<html>", "$", 0, 0)]
    [InlineData("5 6", "$", 0, 2)]
    [InlineData("5,", "$", 0, 1)]
    [InlineData("{} {}", "$", 0, 3)]
    [InlineData("// c\n5", "$", 0, 0)]
    [InlineData("{\"integrationId\":1,}", "$.integrationId", 0, 19)]
    [InlineData("{\"integrationId\":01}", "$.integrationId", 0, 18)]
    [InlineData("{\"integrationId\":tru}", "$.integrationId", 0, 20)]
    [InlineData("{\n\"integrationTypeSettings\":[\n{},\n{\"x\":NaN}]}", "$.integrationTypeSettings[0]", 2, 0)]
    public void Broken_JSON_is_told_with_its_place(string json, string path, long line, long column)
    {
        var error = Read.Error<object>(json, json.StartsWith("{\"", StringComparison.Ordinal) || json.StartsWith("{\n", StringComparison.Ordinal)
            ? Models.ReadRequest
            : static (ref JsonInput json) => JsonRead.Element(ref json));
        Assert.EndsWith($". Path: {path} | LineNumber: {line} | BytePositionInLine: {column}.", error.Message);
        Assert.Equal((path, line, column), (error.Path, error.LineNumber, error.BytePositionInLine));
        Assert.Equal(error.Message.IndexOf("LineNumber", StringComparison.Ordinal), error.Message.LastIndexOf("LineNumber", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_truncation_is_one_clear_error()
    {
        var bytes = Encoding.UTF8.GetBytes(Valid);
        for (var length = 0; length < bytes.Length; length++)
        {
            var error = Assert.Throws<JsonException>(() => JsonBody.Parse(bytes.AsSpan(0, length), Models.ReadRequest));
            Assert.StartsWith("$", error.Path);
            Assert.EndsWith($" | LineNumber: {error.LineNumber} | BytePositionInLine: {error.BytePositionInLine}.", error.Message);
        }
    }

    [Fact]
    public void Every_flipped_byte_is_read_or_one_clear_error()
    {
        var bytes = Encoding.UTF8.GetBytes(Valid);
        foreach (var other in new byte[] { 0, (byte)'"', (byte)'\\', (byte)'{', (byte)']', (byte)'5', 0x80, 0xFF })
        {
            for (var i = 0; i < bytes.Length; i++)
            {
                var before = bytes[i];
                bytes[i] = other;
                var error = Record.Exception(() => JsonBody.Parse(bytes, Models.ReadRequest));
                bytes[i] = before;
                if (error is null) continue;
                var located = Assert.IsType<JsonException>(error);
                Assert.NotNull(located.Path);
                Assert.DoesNotContain(located.Message, c => char.IsControl(c));
            }
        }
    }

    [Fact]
    public void Depth_is_limited_but_generous()
    {
        Assert.Equal(JsonValueKind.Array, Read.One(new string('[', 256) + new string(']', 256), JsonRead.Element).ValueKind);
        var error = Read.Error(new string('[', 257) + new string(']', 257), JsonRead.Element);
        Assert.Contains("256", error.Message);
    }

    [Fact]
    public void A_reader_that_stops_early_is_found_out() =>
        Assert.StartsWith("the value goes on after its end. Path: $ ", Read.Error("[1]", static (ref JsonInput _) => 0).Message);

    [Fact]
    public void Messages_keep_to_one_short_line_whatever_the_server_sent()
    {
        foreach (var json in new[] { "\"" + new string('\u0085', 5000) + "\"", new string('x', 5000), "t" + new string('r', 5000), "{\"" + new string('n', 5000) + "\":!" })
        {
            var error = Read.Error(json, static (ref JsonInput json) =>
            {
                json.Skip();
                return JsonRead.Guid(ref json);
            });
            Assert.DoesNotContain(error.Message, c => char.IsControl(c));
            Assert.InRange(error.Message.Length, 1, 400);
        }
    }

    [Fact]
    public void Other_exceptions_pass() =>
        Assert.Throws<NotSupportedException>(() => Read.One("1", static (ref JsonInput _) => Unsupported()));

    private static int Unsupported() => throw new NotSupportedException();
}
