using System.Globalization;
using System.Text.Json;
using Features.Formats;

namespace Specular.Client.Tests;

/// <summary>specs/features/formats.yaml: each format's type, value and text.</summary>
public sealed class FormatsTests(TestServer server) : ServerTest(server)
{
    private FormatsClient Client => new(Http);

    [Theory]
    [InlineData("")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public async Task All_of_them_in_any_culture(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        Server.Answer = Answers.Echo();
        var values = new Values
        {
            DateTime = new DateTimeOffset(2026, 2, 3, 4, 5, 6, 7, TimeSpan.FromMinutes(-210)),
            Date = new DateOnly(2026, 2, 3),
            Time = new TimeOnly(4, 5, 6),
            Duration = "P1Y2M",
            Uuid = new Guid("0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9"),
            Bytes = [0, 1, 0xFE, 0xFF],
            Uri = "https://example.com/ä b",
            Int32 = int.MinValue,
            Int64 = long.MinValue,
            PlainInteger = 9007199254740993,
            Float = 0.1f,
            Double = 0.1,
            Decimal = 1.10m,
            PlainNumber = 1e300,
            Flag = false,
            Any = JsonDocument.Parse("""[1.50,{"a":null}]""").RootElement,
            Email = "a@b.example",
            Ipv4 = "127.0.0.1",
            Ipv6 = "::1",
            UnheardOf = "x",
            UnheardOfNumber = 0.5,
        };

        var answer = await Client.PutValuesAsync(values, Token);

        Assert.Equal(
            """{"dateTime":"2026-02-03T04:05:06.007-03:30","date":"2026-02-03","time":"04:05:06","duration":"P1Y2M","uuid":"0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9","bytes":"AAH+/w==","uri":"https:"""
            + """//example.com/ä b","int32":-2147483648,"int64":-9223372036854775808,"plainInteger":9007199254740993,"float":0.1,"double":0.1,"decimal":1.10,"plainNumber":1E+300,"flag":false,"any":[1.50,{"a":null}],"email":"a@b.example","ipv4":"127.0.0.1","ipv6":"::1","unheardOf":"x","unheardOfNumber":0.5}""",
            Server.Request.Text);
        Assert.Equal(values.Bytes, answer.Bytes);
        Assert.Equal(values with { Bytes = null, Any = null }, answer with { Bytes = null, Any = null });
        Assert.Equal("1.10", answer.Decimal?.ToString(CultureInfo.InvariantCulture));
        Assert.Equal("""[1.50,{"a":null}]""", answer.Any?.GetRawText());
    }

    [Theory]
    [InlineData("\"2026-02-03T04:05:06Z\"", "2026-02-03T04:05:06.0000000+00:00")]
    [InlineData("\"2026-02-03t04:05:06.123456789+05:45\"", "2026-02-03T04:05:06.1234567+05:45")]
    [InlineData("\"2026-02-03 04:05:06\"", "2026-02-03T04:05:06.0000000+00:00")]
    public async Task Moments_as_servers_write_them(string json, string expected)
    {
        Server.Answer = Answers.Json(200, $$"""{"dateTime":{{json}}}""");

        Assert.Equal(expected, (await Client.PutValuesAsync(new Values(), Token)).DateTime?.ToString("O", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("dateTime", "\"yesterday\"", "'yesterday' is not a date-time")]
    [InlineData("dateTime", "1770091506", "a number where a date-time is due")]
    [InlineData("date", "\"2026-02-30\"", "'2026-02-30' is not a date")]
    [InlineData("time", "\"25:00:00\"", "'25:00:00' is not a time")]
    [InlineData("uuid", "\"0a1b\"", "'0a1b' is not a UUID")]
    [InlineData("bytes", "\"***\"", "'***' is not base64 text")]
    [InlineData("int32", "2147483648", "'2147483648' is outside the range of int32")]
    [InlineData("int32", "1.5", "'1.5' is not an integer: it has a fraction")]
    [InlineData("float", "1e39", "'1e39' is outside the range of float")]
    [InlineData("double", "1e309", "'1e309' is outside the range of double")]
    [InlineData("double", "\"NaN\"", "a string where a number is due")]
    [InlineData("decimal", "1e30", "'1e30' is outside the range of decimal")]
    [InlineData("flag", "\"true\"", "a string where a boolean is due")]
    [InlineData("flag", "1", "a number where a boolean is due")]
    public async Task What_does_not_fit(string property, string json, string message)
    {
        Server.Answer = Answers.Json(200, $$"""{"{{property}}":{{json}}}""");

        var undeclared = Assert.IsType<PutValuesResult.Undeclared>(await Client.PutValuesResultAsync(new Values(), Token));

        Assert.StartsWith($"{message}. Path: $.{property} |", undeclared.Error?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AAH-_w", new byte[] { 0, 1, 0xFE, 0xFF })]
    [InlineData("AAH+\\/w==", new byte[] { 0, 1, 0xFE, 0xFF })]
    [InlineData("", new byte[0])]
    public async Task Bytes_as_servers_write_them(string text, byte[] expected)
    {
        Server.Answer = Answers.Json(200, $$"""{"bytes":"{{text}}"}""");

        Assert.Equal(expected, (await Client.PutValuesAsync(new Values(), Token)).Bytes);
    }

    [Fact]
    public async Task Numbers_that_JSON_has_no_text_for_are_not_sent()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Client.PutValuesAsync(new Values { Double = double.NaN }, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => Client.PutValuesAsync(new Values { Float = float.NegativeInfinity }, Token));

        Assert.Empty(Server.Received);
    }
}
