namespace Specular.Runtime.Tests.Http;

public sealed class HeaderReadTests
{
    private static HttpResponseMessage With(params string[] values)
    {
        var response = new HttpResponseMessage();
        foreach (var value in values) Assert.True(response.Headers.TryAddWithoutValidation("X-H", value));
        return response;
    }

    [Fact]
    public void Absent_headers_are_null()
    {
        var response = new HttpResponseMessage();
        Assert.Null(HeaderRead.String(response, "X-H"));
        Assert.Null(HeaderRead.Int32(response, "X-H"));
        Assert.Null(HeaderRead.Int64(response, "X-H"));
        Assert.Null(HeaderRead.Double(response, "X-H"));
        Assert.Null(HeaderRead.Boolean(response, "X-H"));
        Assert.Null(HeaderRead.DateTimeOffset(response, "X-H"));
        Assert.Null(HeaderRead.Strings(response, "X-H"));
        Assert.Null(HeaderRead.String(response, "not a name"));
    }

    [Fact]
    public void Values_are_read_in_any_culture() => Cultures.Each(() =>
    {
        Assert.Equal("a b", HeaderRead.String(With("a b"), "x-h"));
        Assert.Equal("a, b", HeaderRead.String(With("a", "b"), "X-H"));
        Assert.Equal(-5, HeaderRead.Int32(With("-5"), "X-H"));
        Assert.Equal(long.MaxValue, HeaderRead.Int64(With(" 9223372036854775807 "), "X-H"));
        Assert.Equal(-1.5e3, HeaderRead.Double(With("-1.5e3"), "X-H"));
        Assert.True(HeaderRead.Boolean(With("TRUE"), "X-H"));
        Assert.False(HeaderRead.Boolean(With("false"), "X-H"));
    });

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1,5")]
    [InlineData("9223372036854775808e400")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("٥")]
    [InlineData("2024-99-99")]
    public void What_does_not_parse_is_null(string value) => Cultures.Each(() =>
    {
        var response = With(value);
        Assert.Null(HeaderRead.Int32(response, "X-H"));
        Assert.Null(HeaderRead.Int64(response, "X-H"));
        Assert.Null(HeaderRead.Double(response, "X-H"));
        Assert.Null(HeaderRead.Boolean(response, "X-H"));
        Assert.Null(HeaderRead.DateTimeOffset(response, "X-H"));
    });

    [Fact]
    public void Whole_numbers_out_of_range_are_null()
    {
        Assert.Null(HeaderRead.Int32(With("2147483648"), "X-H"));
        Assert.Null(HeaderRead.Int64(With("9223372036854775808"), "X-H"));
    }

    [Theory]
    [InlineData("2024-02-29T13:14:15Z")]
    [InlineData("2024-02-29T14:14:15+01:00")]
    [InlineData("Thu, 29 Feb 2024 13:14:15 GMT")]
    [InlineData("Thursday, 29-Feb-24 13:14:15 GMT")]
    [InlineData("Thu Feb 29 13:14:15 2024")]
    public void Dates_of_RFC_3339_and_of_HTTP(string value) => Cultures.Each(() =>
        Assert.Equal(new DateTimeOffset(2024, 2, 29, 13, 14, 15, TimeSpan.Zero), HeaderRead.DateTimeOffset(With(value), "X-H")));

    [Fact]
    public void Very_long_dates_are_null() => Assert.Null(HeaderRead.DateTimeOffset(With(new string('1', 10_000)), "X-H"));

    [Fact]
    public void Lists()
    {
        Assert.Equal(["a", "b", "c"], HeaderRead.Strings(With("a, b ,,c"), "X-H"));
        Assert.Equal(["a", "b", "c"], HeaderRead.Strings(With("a,b", "c"), "X-H"));
        Assert.Equal(["\"a,\\\",b\"", "c"], HeaderRead.Strings(With("\"a,\\\",b\",c"), "X-H"));
        Assert.Equal(["a", "\"b,c"], HeaderRead.Strings(With("a,\"b,c"), "X-H"));
        Assert.Equal(["a", "\"b\\"], HeaderRead.Strings(With("a,\"b\\"), "X-H"));
        Assert.Equal([], HeaderRead.Strings(With(""), "X-H"));
    }

    [Fact]
    public void Cookies_are_not_split()
    {
        var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Set-Cookie", "a=1; Expires=Thu, 29 Feb 2024 13:14:15 GMT");
        Assert.Equal(["a=1; Expires=Thu, 29 Feb 2024 13:14:15 GMT"], HeaderRead.Strings(response, "set-cookie"));
    }

    [Fact]
    public void The_headers_of_the_body_are_found_too()
    {
        var response = new HttpResponseMessage { Content = new ByteArrayContent([1, 2, 3]) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", "text/x");
        response.Content.Headers.TryAddWithoutValidation("Last-Modified", "Thu, 29 Feb 2024 13:14:15 GMT");
        Assert.Equal("text/x", HeaderRead.String(response, "Content-Type"));
        Assert.Equal(2024, HeaderRead.DateTimeOffset(response, "Last-Modified")?.Year);
    }
}
