using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Gong;

namespace Specular.Client.Tests.Json;

/// <summary>Users' own calls of JsonSerializer read and write the emitted types, with whatever options they have.</summary>
public sealed class ConverterTests
{
    private const string Request = """{"integrationTypeSettings":[{"integrationType":"DIALER","allowedOrigin":"https://b\u00fccher.example"}]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Spaces_and_escapes_are_those_of_the_caller()
    {
        var request = JsonSerializer.Deserialize<IntegrationSettingsRequest>(Request)!;
        Assert.Equal("https://bücher.example", request.IntegrationTypeSettings[0].AllowedOrigin);
        Assert.Equal(Request, JsonSerializer.Serialize(request).Replace("\\u00FC", "\\u00fc", StringComparison.Ordinal));
        var indented = new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" };
        Assert.StartsWith("{\n  \"integrationTypeSettings\": [\n    {\n      \"integrationType\": \"DIALER\",\n", JsonSerializer.Serialize(request, indented));
    }

    [Theory]
    [InlineData("plain, 1 + 1 < 3 & 'more' `than` that\u007f")]
    [InlineData("\"quoted\" \\ \r\n\t\u0001 and é and 東京 and 😀 \u2028\uFFFF")]
    [InlineData("")]
    public void Text_is_escaped_as_the_callers_encoder_says(string text)
    {
        var value = new ErrorResponse { RequestId = text, Errors = [text, "x", text + text] };
        foreach (var encoder in new[] { null, JavaScriptEncoder.Default, JavaScriptEncoder.UnsafeRelaxedJsonEscaping, JavaScriptEncoder.Create(UnicodeRanges.BasicLatin) })
        {
            var options = new JsonSerializerOptions { Encoder = encoder };
            Assert.Equal(JsonSerializer.Serialize(new { requestId = value.RequestId, errors = value.Errors }, options), JsonSerializer.Serialize(value, options));
        }

        using var response = JsonDocument.Parse(JsonSerializer.Serialize(new[] { value, value }));
        Assert.Equal(text, response.RootElement[1].GetProperty("errors")[0].GetString());
    }

    [Fact]
    public void A_value_that_a_reader_stands_on_is_read_and_nothing_else()
    {
        var reader = new Utf8JsonReader("""[ "DIALER" , { "requestId" : "r" } , 5 ]"""u8);
        reader.Read();
        reader.Read();
        Assert.Equal(IntegrationType.Dialer, JsonSerializer.Deserialize<IntegrationType>(ref reader));
        reader.Read();
        Assert.Equal("r", JsonSerializer.Deserialize<IntegrationSettingsResponse>(ref reader)!.RequestId);
        reader.Read();
        Assert.Equal(5, reader.GetInt32());
    }

    [Fact]
    public void A_value_in_several_pieces_of_memory_is_read()
    {
        var bytes = Encoding.UTF8.GetBytes("""{"requestId":"rr","integrationId":55}""");
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var last = new Piece(bytes.AsMemory(cut), null, cut);
            var reader = new Utf8JsonReader(new ReadOnlySequence<byte>(new Piece(bytes.AsMemory(0, cut), last, 0), 0, last, bytes.Length - cut));
            Assert.Equal(new IntegrationSettingsResponse { RequestId = "rr", IntegrationId = 55 }, JsonSerializer.Deserialize<IntegrationSettingsResponse>(ref reader));
        }
    }

    [Fact]
    public void Comments_and_trailing_commas_are_the_callers_business()
    {
        var lenient = new JsonSerializerOptions { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        const string Json = "{ /* one */ \"requestId\": \"r\", // two\n\"integrationId\": 5, }";
        Assert.Equal(5, JsonSerializer.Deserialize<IntegrationSettingsResponse>(Json, lenient)!.IntegrationId);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<IntegrationSettingsResponse>(Json));
    }

    [Fact]
    public async Task A_stream_that_comes_in_pieces_is_read()
    {
        var options = new JsonSerializerOptions { DefaultBufferSize = 1 };
        var values = Enumerable.Range(0, 200).Select(i => new Holder { Answer = new IntegrationSettingsResponse { RequestId = new string('é', i), IntegrationId = i } }).ToList();
        using var stream = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(values));
        var back = await JsonSerializer.DeserializeAsync<List<Holder>>(stream, options, Token);
        Assert.Equal(values.Select(value => value.Answer), back!.Select(value => value.Answer));
    }

    [Fact]
    public void An_error_tells_the_place_in_the_value_and_that_of_the_value()
    {
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Holder>("""{"Answer":{"requestId":"r","integrationId":"5"}}"""));
        Assert.Contains("a string where an integer is due ($.integrationId of IntegrationSettingsResponse)", error.Message);
        Assert.Equal("$.Answer", error.Path);
    }

    [Fact]
    public void An_enum_is_the_key_of_a_map()
    {
        var map = JsonSerializer.Deserialize<Dictionary<IntegrationType, int>>("""{"DIALER":1,"NEW_ONE":2}""")!;
        Assert.Equal(1, map[IntegrationType.Dialer]);
        Assert.Equal("""{"DIALER":1,"NEW_ONE":2}""", JsonSerializer.Serialize(map));
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, Piece? next, long start) => (Memory, Next, RunningIndex) = (memory, next, start);
    }

    private sealed class Holder
    {
        [JsonPropertyName("Answer")]
        public IntegrationSettingsResponse? Answer { get; set; }
    }
}
