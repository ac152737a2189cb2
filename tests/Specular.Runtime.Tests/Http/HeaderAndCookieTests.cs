namespace Specular.Runtime.Tests.Http;

public sealed class HeaderAndCookieTests
{
    private static readonly string[] Colors = ["blue", "black", "brown"];

    private static readonly KeyValuePair<string, string>[] Rgb = [new("R", "100"), new("G", "200"), new("B", "150")];

    [Theory]
    [InlineData("secret\r\nX-Evil: 1")]
    [InlineData("secret\n")]
    [InlineData("secret\r")]
    [InlineData("secret\0")]
    [InlineData("secret\u007f")]
    [InlineData("secret\u0085")]
    public void A_header_with_a_control_character_is_refused_and_not_repeated(string value)
    {
        var error = Assert.Throws<ArgumentException>(() => HeaderText.Check("X-Key", value));
        Assert.Contains("'X-Key'", error.Message);
        Assert.DoesNotContain("secret", error.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\tb")]
    [InlineData("Basic YTpi==")]
    [InlineData("é")]
    public void Other_headers_pass(string value) => Assert.Equal(value, HeaderText.Check("X-Key", value));

    [Fact]
    public void Header_styles()
    {
        Assert.Equal("blue,black,brown", HeaderText.Simple(Colors));
        Assert.Equal("R,100,G,200,B,150", HeaderText.Simple(Rgb, explode: false));
        Assert.Equal("R=100,G=200,B=150", HeaderText.Simple(Rgb, explode: true));
        Assert.Equal("", HeaderText.Simple([]));
    }

    [Fact]
    public void Cookie_styles()
    {
        Assert.Equal("color=", new CookieText().Add("color", "").Build());
        Assert.Equal("color=blue", new CookieText().Add("color", "blue").Build());
        Assert.Equal("color=blue,black,brown", new CookieText().Add("color", Colors, explode: false).Build());
        Assert.Equal("color=blue; color=black; color=brown", new CookieText().Add("color", Colors, explode: true).Build());
        Assert.Equal("color=R,100,G,200,B,150", new CookieText().Add("color", Rgb, explode: false).Build());
        Assert.Equal("R=100; G=200; B=150", new CookieText().Add("color", Rgb, explode: true).Build());
    }

    [Fact]
    public void Cookies_are_separated_and_absent_ones_left_out()
    {
        var cookies = new CookieText()
            .Add("a", "1").Add("b", null).Add("c", (string[]?)null, true).Add("d", Array.Empty<string>(), false)
            .Add("e", (KeyValuePair<string, string>[]?)null, true).Add("f", "2");
        Assert.Equal("a=1; f=2", cookies.Build());
        Assert.Null(new CookieText().Add("a", null).Build());
    }

    [Theory]
    [InlineData("YWJj+/==", "YWJj+/==")]
    [InlineData("a;b", "a%3Bb")]
    [InlineData("a,b c", "a%2Cb%20c")]
    [InlineData("\"q\\", "%22q%5C")]
    [InlineData("50%", "50%25")]
    [InlineData("x\r\ny", "x%0D%0Ay")]
    [InlineData("é", "%C3%A9")]
    public void A_cookie_keeps_what_a_cookie_may_have(string value, string expected)
    {
        Assert.Equal("a=" + expected, new CookieText().Add("a", value).Build());
        Assert.Equal(value, Uri.UnescapeDataString(expected));
    }

    [Fact]
    public void A_cookie_name_cannot_start_another_cookie() => Assert.Equal("a%3D1%3B%20b=2", new CookieText().Add("a=1; b", "2").Build());
}
