namespace Specular.Runtime.Tests.Http;

/// <summary>
/// The "Style Examples" of OpenAPI (3.0.4 and 3.1.1, section 4.8.12.4): color is empty, "blue", an array and an object. 3.0.3 and 3.1.0 print
/// four of them otherwise than RFC 6570, which they name as the definition; the later editions corrected those.
/// </summary>
public sealed class RequestUriStyleTests
{
    private static readonly string[] Colors = ["blue", "black", "brown"];

    private static readonly KeyValuePair<string, string>[] Rgb = [new("R", "100"), new("G", "200"), new("B", "150")];

    [Theory]
    [InlineData("Matrix", false, ";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150")]
    [InlineData("Matrix", true, ";color", ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150")]
    [InlineData("Label", false, null, ".blue", ".blue,black,brown", ".R,100,G,200,B,150")]
    [InlineData("Label", true, null, ".blue", ".blue.black.brown", ".R=100.G=200.B=150")]
    [InlineData("Simple", false, null, "blue", "blue,black,brown", "R,100,G,200,B,150")]
    [InlineData("Simple", true, null, "blue", "blue,black,brown", "R=100,G=200,B=150")]
    public void Path(string styleName, bool explode, string? empty, string single, string array, string members)
    {
        var style = Enum.Parse<PathStyle>(styleName);
        if (empty is not null) Assert.Equal("/c/" + empty, Target(new RequestUri("/c/").Path("color", "", style)));
        else Assert.Throws<ArgumentException>(() => Target(new RequestUri("/c/").Path("color", "", style)));
        Assert.Equal("/c/" + single, Target(new RequestUri("/c/").Path("color", "blue", style)));
        Assert.Equal("/c/" + array, Target(new RequestUri("/c/").Path("color", Colors, style, explode)));
        Assert.Equal("/c/" + members, Target(new RequestUri("/c/").Path("color", Rgb, style, explode)));
    }

    [Theory]
    [InlineData("Form", false, "color=blue,black,brown", "color=R,100,G,200,B,150")]
    [InlineData("Form", true, "color=blue&color=black&color=brown", "R=100&G=200&B=150")]
    [InlineData("SpaceDelimited", false, "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150")]
    [InlineData("PipeDelimited", false, "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150")]
    // The specification leaves these open.
    [InlineData("SpaceDelimited", true, "color=blue&color=black&color=brown", "R=100&G=200&B=150")]
    [InlineData("PipeDelimited", true, "color=blue&color=black&color=brown", "R=100&G=200&B=150")]
    public void Query(string styleName, bool explode, string array, string members)
    {
        var style = Enum.Parse<QueryStyle>(styleName);
        Assert.Equal("/c?" + array, Target(new RequestUri("/c").Query("color", Colors, style, explode)));
        Assert.Equal("/c?" + members, Target(new RequestUri("/c").Query("color", Rgb, style, explode)));
    }

    [Theory]
    [InlineData("""{"R":100,"G":200}""", "?color[R]=100&color[G]=200")]
    [InlineData("""{"a":{"b":{"c":"x y"}},"d":null}""", "?color[a][b][c]=x%20y")]
    [InlineData("""[{"a":1},{"a":[true,"z"]}]""", "?color[0][a]=1&color[1][a][0]=true&color[1][a][1]=z")]
    [InlineData("""["blue","black"]""", "?color[0]=blue&color[1]=black")]
    [InlineData("\"blue\"", "?color=blue")]
    [InlineData("{}", "")]
    [InlineData("null", "")]
    public void Query_of_a_deep_object(string json, string expected)
    {
        foreach (var explode in new[] { false, true })
            Assert.Equal("/c" + expected, Target(new RequestUri("/c").QueryJson("color", json, QueryStyle.DeepObject, explode)).Replace("%5B", "[", StringComparison.Ordinal).Replace("%5D", "]", StringComparison.Ordinal));
    }

    [Fact]
    public void Query_of_one_value()
    {
        Assert.Equal("/c?color=", Target(new RequestUri("/c").Query("color", "")));
        Assert.Equal("/c?color=blue", Target(new RequestUri("/c").Query("color", "blue")));
        Assert.Equal("/c", Target(new RequestUri("/c").Query("color", null)));
    }

    [Theory]
    [InlineData("Form")]
    [InlineData("SpaceDelimited")]
    [InlineData("PipeDelimited")]
    public void What_is_null_or_has_no_items_is_left_out(string styleName)
    {
        var style = Enum.Parse<QueryStyle>(styleName);
        foreach (var explode in new[] { false, true })
        {
            var uri = new RequestUri("/c")
                .Query("a", (string[]?)null, style, explode)
                .Query("b", Array.Empty<string>(), style, explode)
                .Query("c", (KeyValuePair<string, string>[]?)null, style, explode)
                .Query("d", Array.Empty<KeyValuePair<string, string>>(), style, explode)
                .Query("e", "1");
            Assert.Equal("/c?e=1", Target(uri));
        }
    }

    [Fact]
    public void Delimiters_inside_values_are_encoded()
    {
        Assert.Equal("/a%2Cb,c", Target(new RequestUri("/").Path("p", ["a,b", "c"], PathStyle.Simple, false)));
        Assert.Equal("/?q=a%2Cb,c%26d", Target(new RequestUri("/").Query("q", ["a,b", "c&d"], QueryStyle.Form, false)));
        Assert.Equal("/?q%3D%26=%3D%26", Target(new RequestUri("/").Query("q=&", "=&")));
        Assert.Equal("/?f%5Ba%5D%5Bb%5D=1", Target(new RequestUri("/").QueryJson("f", """{"a][b":1}""", QueryStyle.DeepObject, true)));
    }

    private static string Target(RequestUri uri) => uri.Build(new Uri("https://example.com")).AbsoluteUri["https://example.com".Length..];
}
