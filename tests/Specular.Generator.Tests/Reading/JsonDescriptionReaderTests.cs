using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Reading;
using Xunit;

namespace Specular.Generator.Tests.Reading;

public sealed class JsonDescriptionReaderTests
{
    [Fact]
    public void Every_value_has_its_place()
    {
        var root = Reader.Json("""{ "a": [1, "x\n", true], "b": { "c": null } }""");

        Assert.Equal(TextSpan.FromBounds(0, 45), root.Span);
        Assert.Equal(["\"a\"", "\"b\""], root.Members.Select(member => root.Slice(member.NameSpan)));
        Assert.Equal("""[1, "x\n", true]""", root.At("a").Slice());
        Assert.Equal(["1", "\"x\\n\"", "true"], root.At("a").Items.Select(item => item.Slice()));
        Assert.Equal("null", root.At("b", "c").Slice());
        Assert.Equal(new TextSpan(37, 4), root.At("b", "c").Span);
    }

    [Fact]
    public void Places_are_counted_in_utf16()
    {
        var root = Reader.Json("{\"😀é\": \"ü😀\", \"x\": 1}");

        Assert.Equal(new TextSpan(1, 5), root.Members[0].NameSpan);
        Assert.Equal(new TextSpan(8, 5), root.At("😀é").Span);
        Assert.Equal("1", root.At("x").Slice());
    }

    [Theory]
    [InlineData("\"\\u0041\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "A\"\\/\b\f\n\r\t")]
    [InlineData("\"\\ud83d\\ude00\"", "😀")]
    [InlineData("\"plain then \\u00E9\"", "plain then é")]
    public void Escapes_are_decoded(string json, string expected) => Assert.Equal(expected, Reader.Json(json).Text);

    [Fact]
    public void Half_a_surrogate_pair_is_kept() => Assert.Equal("\ud83d!", Reader.Json("""["\ud83d!"]""").Items[0].Text);

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-1.50")]
    [InlineData("1E+2")]
    [InlineData("123456789012345678901234567890.00e-7")]
    public void Numbers_stay_as_they_are_written(string json)
    {
        var node = Reader.Json($"[{json}]").Items[0];

        Assert.Equal(NodeKind.Number, node.Kind);
        Assert.Equal(json, node.Text);
    }

    [Fact]
    public void A_byte_order_mark_is_skipped() => Assert.Equal(new TextSpan(1, 2), Reader.Json("\uFEFF{}").Span);

    [Fact]
    public void Tabs_and_returns_are_white_space() => Assert.Equal("{a:[1,2]}", Reader.Json("\t{\r\n\t\"a\"\t:\t[1\t,\r2]}\r\n").Show());

    [Fact]
    public void Comments_are_skipped_and_told_once()
    {
        var result = Reader.ReadJson("// one\n{ /* two */ \"a\": 1 } // three");

        Assert.Equal("{a:1}", result.Root!.Show());
        Assert.Equal(["SPEC005 [0..6) JSON has no comments; this one, and any other in this file, is skipped"], result.Diagnostics.Select(Reader.Show));
    }

    [Fact]
    public void Trailing_commas_are_skipped_and_told_once()
    {
        var result = Reader.ReadJson("{\"a\": [1, 2, ], }");

        Assert.Equal("{a:[1,2]}", result.Root!.Show());
        Assert.Equal(["SPEC005 [11..12) JSON has no comma after the last value; this one, and any other in this file, is skipped"], result.Diagnostics.Select(Reader.Show));
    }

    [Fact]
    public void Control_characters_are_kept_and_told_once()
    {
        var result = Reader.ReadJson("[\"a\tb\", \"c\nd\", \"\\n\te\"]");

        Assert.Equal(["a\tb", "c\nd", "\n\te"], result.Root!.Items.Select(item => item.Text));
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("SPEC005", diagnostic.Descriptor.Id);
        Assert.Equal(new TextSpan(3, 1), diagnostic.Location!.Span);
    }

    [Fact]
    public void The_last_of_two_members_wins()
    {
        var result = Reader.ReadJson("""{"a": 1, "b": 2, "\u0061": {"a": 3}, "c": 4}""");

        Assert.Equal("{b:2,a:{a:3},c:4}", result.Root!.Show());
        Assert.Equal("""SPEC006 [1..4) This member is ignored: a later member of the same object has the same name""", Reader.Show(Assert.Single(result.Diagnostics)));
    }

    [Fact]
    public void The_same_name_is_the_same_string()
    {
        var root = Reader.Json("""[{"description": 1}, {"description": 2}]""");

        Assert.Same(root.Items[0].Members[0].Name, root.Items[1].Members[0].Name);
    }

    [Theory]
    [InlineData("{\"a\": 1 \"b\": 2}", "1:9 expected ',' or '}' after a member")]
    [InlineData("[1 2]", "1:4 expected ',' or ']' after an item")]
    [InlineData("{\"a\" 1}", "1:6 expected ':' after the name of a member")]
    [InlineData("{a: 1}", "1:2 expected a member name in double quotes or '}'")]
    [InlineData("{'a': 1}", "1:2 expected a member name in double quotes or '}'")]
    [InlineData("{\"a\": 1,, \"b\": 2}", "1:9 expected a member name in double quotes")]
    [InlineData("{\n  \"a\": undefined\n}", "2:8 expected a value")]
    [InlineData("[True]", "1:2 expected a value")]
    [InlineData("[NaN]", "1:2 expected a value")]
    [InlineData("[1,,2]", "1:4 expected a value")]
    [InlineData("[,]", "1:2 expected a value")]
    [InlineData("[01]", "1:2 this is not a JSON number")]
    [InlineData("[1.]", "1:2 this is not a JSON number")]
    [InlineData("[-]", "1:2 this is not a JSON number")]
    [InlineData("[1e]", "1:2 this is not a JSON number")]
    [InlineData("[1x]", "1:2 this is not a JSON number")]
    [InlineData("[+1]", "1:2 expected a value")]
    [InlineData("[.5]", "1:2 expected a value")]
    [InlineData("[\"\\q\"]", "1:3 expected one of \" \\ / b f n r t u after '\\' in a string")]
    [InlineData("[\"\\u12g4\"]", "1:3 expected four hexadecimal digits after '\\u'")]
    [InlineData("[\"\\u12", "1:3 expected four hexadecimal digits after '\\u'")]
    [InlineData("[\n\"abc", "2:1 the string that starts here has no closing '\"'")]
    [InlineData("[\n\"ab\\n", "2:1 the string that starts here has no closing '\"'")]
    [InlineData("[\"\\", "1:3 expected one of \" \\ / b f n r t u after '\\' in a string")]
    [InlineData("[1] 2", "1:5 expected the end of the file")]
    [InlineData("{}}", "1:3 expected the end of the file")]
    [InlineData("[/* x", "1:2 the comment has no closing '*/'")]
    [InlineData("[/ x", "1:2 expected a value or a comment, not '/'")]
    [InlineData("{", "1:2 expected a member name in double quotes or '}', but the file ends here")]
    [InlineData("{\"a\"", "1:5 expected ':' after the name of a member, but the file ends here")]
    [InlineData("{\"a\":", "1:6 expected a value, but the file ends here")]
    [InlineData("{\"a\":1", "1:7 expected ',' or '}' after a member, but the file ends here")]
    [InlineData("[1", "1:3 expected ',' or ']' after an item, but the file ends here")]
    [InlineData("[", "1:2 expected a value, but the file ends here")]
    [InlineData("[\"a\": 1]", "1:5 expected ',' or ']' after an item")]
    [InlineData("[nul]", "1:2 expected a value")]
    [InlineData("// only a comment", "1:18 expected a value, but the file ends here")]
    public void A_syntax_error_has_its_place(string json, string expected) => Assert.Equal(expected, Reader.Error(Reader.ReadJson(json)));
}
