using System.Text.Json;
using System.Text.Json.Serialization;
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

    private sealed class Holder
    {
        [JsonPropertyName("Answer")]
        public IntegrationSettingsResponse? Answer { get; set; }
    }
}
