using System.Net;

namespace Specular.Runtime.Tests.Http;

public sealed class RequestUriTests
{
    private static readonly Uri Base = new("https://api.example.com");

    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a\\b", "a%5Cb")]
    [InlineData("a b", "a%20b")]
    [InlineData("a+b", "a%2Bb")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    [InlineData("100%", "100%25")]
    [InlineData("%2F", "%252F")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("-._~", "-._~")]
    [InlineData(":/?#[]@!$&'()*+,;=", "%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D")]
    [InlineData("é", "%C3%A9")]
    [InlineData("İ", "%C4%B0")]
    [InlineData("€", "%E2%82%AC")]
    [InlineData("😀", "%F0%9F%98%80")]
    [InlineData("\u0000\n\u007f", "%00%0A%7F")]
    [InlineData("...", "...")]
    [InlineData(".a", ".a")]
    [InlineData("a.", "a.")]
    [InlineData("C:", "C%3A")]
    [InlineData("//host", "%2F%2Fhost")]
    public void A_path_value_is_one_segment_and_keeps_its_encoding(string value, string expected) => Cultures.Each(() =>
    {
        var uri = new RequestUri("/files/").Path("name", value).Literal("/meta").Build(Base);
        Assert.Equal("https://api.example.com/files/" + expected + "/meta", uri.AbsoluteUri);
        Assert.Equal("/files/" + expected + "/meta", uri.PathAndQuery);
        Assert.Equal("api.example.com", uri.Host);
    });

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        Assert.Equal("/%EF%BF%BDa", new RequestUri("/").Path("p", "\uD83Da").Build(Base).PathAndQuery);
        Assert.Equal("/?q=%EF%BF%BD", new RequestUri("/").Query("q", "\uDE00").Build(Base).PathAndQuery);
        Assert.Equal("/?q=%EF%BF%BD", new RequestUri("/").Query("q", "\uD83D").Build(Base).PathAndQuery);
    }

    [Fact]
    public void Every_character_of_a_query_value_comes_back()
    {
        for (var i = 0; i < 0x3000; i++)
        {
            var value = "x" + (char)i + "y";
            var uri = new RequestUri("/q").Query("v", value).Build(Base);
            Assert.Equal(value, Uri.UnescapeDataString(uri.Query["?v=".Length..]));
            Assert.Equal(value, WebUtility.UrlDecode(uri.Query["?v=".Length..]));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void A_value_that_changes_the_route_is_refused(string value)
    {
        var error = Assert.Throws<ArgumentException>(() => new RequestUri("/users/").Path("userId", value));
        Assert.Equal("userId", error.ParamName);
        Assert.Contains("'userId'", error.Message);
        Assert.Throws<ArgumentException>(() => new RequestUri("/users/").Path("userId", [value], PathStyle.Simple, false));
    }

    [Fact]
    public void Parts_that_make_a_dot_segment_together_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new RequestUri("/a/").Path("x", ".", PathStyle.Label));
        Assert.Throws<ArgumentException>(() => new RequestUri("/a/.").Path("x", ".x").Literal("/..").Build(Base));
        Assert.Throws<ArgumentException>(() => new RequestUri("/a/.").Path("x", Array.Empty<string>(), PathStyle.Simple, false));
        Assert.Equal("/a/..x", new RequestUri("/a/.").Path("x", ".x").Build(Base).PathAndQuery);
        Assert.Equal("/a/;x=..", new RequestUri("/a/").Path("x", "..", PathStyle.Matrix).Build(Base).PathAndQuery);
        // What the description itself says is its own affair.
        Assert.Equal("/b", new RequestUri("/a/../b").Build(Base).PathAndQuery);
    }

    [Fact]
    public void Empty_arrays_and_objects_in_the_path_are_refused()
    {
        foreach (var style in Enum.GetValues<PathStyle>())
        {
            Assert.Equal("ids", Assert.Throws<ArgumentException>(() => new RequestUri("/").Path("ids", Array.Empty<string>(), style, true)).ParamName);
            Assert.Equal("ids", Assert.Throws<ArgumentException>(() => new RequestUri("/").Path("ids", Array.Empty<KeyValuePair<string, string>>(), style, true)).ParamName);
        }
    }

    [Theory]
    [InlineData("https://h", "/v2/x", "https://h/v2/x?q=1")]
    [InlineData("https://h/", "/v2/x", "https://h/v2/x?q=1")]
    [InlineData("https://h/api", "/v2/x", "https://h/api/v2/x?q=1")]
    [InlineData("https://h/api/", "/v2/x", "https://h/api/v2/x?q=1")]
    [InlineData("https://h/api", "v2/x", "https://h/api/v2/x?q=1")]
    [InlineData("https://h/api", "/", "https://h/api/?q=1")]
    [InlineData("https://h/api/", "", "https://h/api?q=1")]
    [InlineData("https://h", "", "https://h/?q=1")]
    [InlineData("http://h:8080/a%2Fb", "/x", "http://h:8080/a%2Fb/x?q=1")]
    [InlineData("https://h/api?key=k", "/x", "https://h/api/x?key=k&q=1")]
    [InlineData("https://h/api?", "/x", "https://h/api/x?q=1")]
    [InlineData("https://h/api#part", "/x", "https://h/api/x?q=1")]
    [InlineData("https://h", "/x?action=do", "https://h/x?action=do&q=1")]
    [InlineData("https://h?a=b", "/x?action=do", "https://h/x?a=b&action=do&q=1")]
    [InlineData("https://h", "/#X-Amz-Target=Do", "https://h/?q=1")]
    [InlineData("https://u:p@h/a", "/x", "https://u:p@h/a/x?q=1")]
    [InlineData("https://[::1]:5000", "/x", "https://[::1]:5000/x?q=1")]
    public void The_path_goes_behind_the_base_address(string baseAddress, string path, string expected) =>
        Assert.Equal(expected, new RequestUri(path).Query("q", "1").Build(new Uri(baseAddress)).AbsoluteUri);

    [Theory]
    [InlineData("a:b/c?d@e!f$g'h(i)j*k,l;m=n", "a:b/c?d@e!f$g'h(i)j*k,l;m=n")]
    [InlineData("a%2Fb", "a%2Fb")]
    [InlineData("100%", "100%25")]
    [InlineData("100%zz", "100%25zz")]
    [InlineData("a&b=c#d+e[f]", "a%26b=c%23d%2Be%5Bf%5D")]
    [InlineData("a b é", "a%20b%20%C3%A9")]
    public void Reserved_characters_stay_where_that_is_allowed(string value, string expected)
    {
        Assert.Equal("https://api.example.com/x?q=" + expected + "&r=1", new RequestUri("/x").Query("q", value, allowReserved: true).Query("r", "1").Build(Base).AbsoluteUri);
        Assert.Equal("/x?q=" + expected + "," + expected, new RequestUri("/x").Query("q", [value, value], QueryStyle.Form, false, true).Build(Base).PathAndQuery);
        Assert.Equal("/x?k=" + expected, new RequestUri("/x").Query("q", [new KeyValuePair<string, string>("k", value)], QueryStyle.Form, true, true).Build(Base).PathAndQuery);
    }

    [Fact]
    public void A_relative_base_address_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => new RequestUri("/x").Build(new Uri("/api", UriKind.Relative)));
}
