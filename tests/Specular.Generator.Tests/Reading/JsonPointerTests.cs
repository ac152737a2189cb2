using Specular.Generator.Reading;
using Xunit;

namespace Specular.Generator.Tests.Reading;

public sealed class JsonPointerTests
{
    // The example of RFC 6901, section 5.
    private const string Example = """{"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5, "k\"l": 6, " ": 7, "m~n": 8}""";

    [Theory]
    [InlineData("/foo", "[\"bar\",\"baz\"]")]
    [InlineData("/foo/0", "\"bar\"")]
    [InlineData("/", "0")]
    [InlineData("/a~1b", "1")]
    [InlineData("/c%d", "2")]
    [InlineData("/e^f", "3")]
    [InlineData("/g|h", "4")]
    [InlineData("/i\\j", "5")]
    [InlineData("/k\"l", "6")]
    [InlineData("/ ", "7")]
    [InlineData("/m~0n", "8")]
    // Section 6: the same in URI fragments.
    [InlineData("/c%25d", "2")]
    [InlineData("/e%5Ef", "3")]
    [InlineData("/g%7Ch", "4")]
    [InlineData("/i%5Cj", "5")]
    [InlineData("/k%22l", "6")]
    [InlineData("/%20", "7")]
    public void A_pointer_leads_to_a_value(string pointer, string expected)
    {
        var node = Reader.Json(Example);
        foreach (var segment in JsonPointer.Parse(pointer)!)
            node = JsonPointer.Step(node, segment)!;

        Assert.Equal(expected, node.Show());
    }

    [Theory]
    [InlineData("2")]
    [InlineData("-")]
    [InlineData("00")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("")]
    [InlineData("99999999999")]
    public void An_index_is_plain_digits_within_the_array(string segment) =>
        Assert.Null(JsonPointer.Step(Reader.Json("[1, 2]"), segment));

    [Fact]
    public void A_pointer_to_the_whole_is_empty() => Assert.Equal([], JsonPointer.Parse(""));

    [Fact]
    public void A_pointer_starts_with_a_slash() => Assert.Null(JsonPointer.Parse("foo"));

    [Theory]
    [InlineData("a", "a")]
    [InlineData("%C3%A9%f0%9f%98%80", "é😀")]
    [InlineData("100%", "100%")]
    [InlineData("%zz%4", "%zz%4")]
    [InlineData("a%2Fb", "a/b")]
    public void Percent_escapes_are_utf8(string text, string expected) => Assert.Equal(expected, JsonPointer.PercentDecode(text));

    [Theory]
    [InlineData("a/b~c")]
    [InlineData("~1")]
    public void A_name_goes_there_and_back(string name) => Assert.Equal([name], JsonPointer.Parse("/" + JsonPointer.EncodeSegment(name)));
}
