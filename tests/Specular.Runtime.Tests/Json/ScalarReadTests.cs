using System.Text;
using System.Text.Json;

namespace Specular.Runtime.Tests.Json;

public sealed class ScalarReadTests
{
    [Fact]
    public void Strings()
    {
        Assert.Equal("", Read.One("\"\"", JsonRead.String));
        Assert.Equal("a\"b\u0000\U0001F600", Read.One("\"a\\\"b\\u0000\\ud83d\\ude00\"", JsonRead.String));
        Assert.Equal("null where a string is due", Read.Reason("null", JsonRead.String));
        Assert.Equal("a number where a string is due", Read.Reason("5", JsonRead.String));
    }

    [Theory]
    [InlineData("\"\\ud83d\"")]
    [InlineData("\"\\ude00\\ud83d\"")]
    public void A_lone_surrogate_is_an_error(string json) => Assert.Equal("the text is not valid Unicode", Read.Reason(json, JsonRead.String));

    [Fact]
    public void Invalid_UTF8_is_an_error()
    {
        byte[] json = [(byte)'[', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)']'];
        var error = Assert.Throws<JsonException>(() => JsonBody.Parse(json, Models.Strings));
        Assert.Equal("the text is not valid Unicode. Path: $[0] | LineNumber: 0 | BytePositionInLine: 1.", error.Message);
    }

    [Fact]
    public void Booleans()
    {
        Assert.True(Read.One("true", JsonRead.Boolean));
        Assert.False(Read.One("false", JsonRead.Boolean));
        Assert.Equal("a string where a boolean is due", Read.Reason("\"true\"", JsonRead.Boolean));
        Assert.Equal("null where a boolean is due", Read.Reason("null", JsonRead.Boolean));
    }

    [Fact]
    public void Guids()
    {
        var id = new Guid("00112233-4455-6677-8899-aabbccddeeff");
        Assert.Equal(id, Read.One("\"00112233-4455-6677-8899-AABBCCDDEEFF\"", JsonRead.Guid));
        Assert.Equal(id, Read.One("\"\\u003000112233-4455-6677-8899-aabbccddeeff\"".Replace("\\u00300", "\\u0030", StringComparison.Ordinal), JsonRead.Guid));
        Assert.Equal("'nonsense' is not a UUID", Read.Reason("\"nonsense\"", JsonRead.Guid));
        Assert.Equal("a number where a UUID is due", Read.Reason("1", JsonRead.Guid));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Zg==", "f")]
    [InlineData("Zg", "f")]
    [InlineData("Zm8=", "fo")]
    [InlineData("Zm8", "fo")]
    [InlineData("Zm9v", "foo")]
    [InlineData("Zm9v\\r\\nYmFy", "foobar")]
    [InlineData("Zm9vYg\\n", "foob")]
    public void Bytes_with_and_without_padding(string base64, string expected) =>
        Assert.Equal(expected, Encoding.ASCII.GetString(Read.One("\"" + base64 + "\"", JsonRead.Bytes)));

    [Fact]
    public void Bytes_of_either_alphabet()
    {
        Assert.Equal([0xFB, 0xFF], Read.One("\"+/8=\"", JsonRead.Bytes));
        Assert.Equal([0xFB, 0xFF], Read.One("\"-_8\"", JsonRead.Bytes));
        Assert.Equal([0xFB, 0xFF], Read.One("\"\\u002b\\/8=\"", JsonRead.Bytes));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("AAAAA")]
    [InlineData("Zm=8")]
    [InlineData("Zm9v!")]
    [InlineData("Zm9vé")]
    public void Bytes_that_are_not_base64(string text) => Assert.EndsWith("is not base64 text", Read.Reason("\"" + text + "\"", JsonRead.Bytes));

    [Fact]
    public void An_element_outlives_its_bytes()
    {
        var bytes = "{\"a\":[1,{\"b\":null}],\"a\":2}"u8.ToArray();
        var element = JsonBody.Parse(bytes, JsonRead.Element);
        Array.Clear(bytes);
        Assert.Equal("{\"a\":[1,{\"b\":null}],\"a\":2}", element.GetRawText());
        Assert.Equal(JsonValueKind.Null, Read.One("null", JsonRead.Element).ValueKind);
    }

    [Fact]
    public void Escapes_make_no_difference()
    {
        Assert.Equal("aéb", Read.One("\"a\\u00e9b\"", JsonRead.String));
        Assert.Equal([0xFB, 0xFF], Read.One("\"\\u002d_8\"", JsonRead.Bytes));
        Assert.Equal(new DateTimeOffset(2024, 2, 29, 1, 2, 3, default), Read.One("\"2024-02-29T01:02:03\\u005a\"", JsonRead.DateTimeOffset));
        Assert.Equal("'" + new string('x', 63) + "…' is not a UUID", Read.Reason("\"" + new string('x', 1000) + "\"", JsonRead.Guid));
    }

    [Fact]
    public void A_message_repeats_little_and_nothing_that_disturbs()
    {
        var reason = Read.Reason("\"\u202Eevil\u2028\u0085" + new string('é', 500) + "\"", JsonRead.Guid);
        Assert.Equal("'\uFFFDevil  " + new string('é', 56) + "…' is not a UUID", reason);
    }
}
