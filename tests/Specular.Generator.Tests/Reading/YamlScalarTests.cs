using Specular.Generator.Reading;
using Xunit;

namespace Specular.Generator.Tests.Reading;

/// <summary>The core schema of YAML 1.2.2, section 10.3, with the exception that <see cref="YamlScalars"/> states.</summary>
public sealed class YamlScalarTests
{
    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("null")]
    [InlineData("Null")]
    [InlineData("NULL")]
    [InlineData("!!null ''")]
    public void Null(string text) => Expect(NodeKind.Null, "null", text);

    [Theory]
    [InlineData("true", "true")]
    [InlineData("True", "true")]
    [InlineData("TRUE", "true")]
    [InlineData("false", "false")]
    [InlineData("False", "false")]
    [InlineData("FALSE", "false")]
    [InlineData("!!bool 'true'", "true")]
    public void Boolean(string text, string expected) => Expect(NodeKind.Boolean, expected, text);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-7", "-7")]
    [InlineData("3.10", "3.10")]
    [InlineData("1e3", "1e3")]
    [InlineData("-1.5E+10", "-1.5E+10")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("+1", "1")]
    [InlineData("+1.5e2", "1.5e2")]
    [InlineData(".5", "0.5")]
    [InlineData("-.5", "-0.5")]
    [InlineData("1.", "1.0")]
    [InlineData("1.e3", "1.0e3")]
    [InlineData("0x1F", "31")]
    [InlineData("0xffffffffffffffff", "18446744073709551615")]
    [InlineData("0o17", "15")]
    [InlineData("!!int '5'", "5")]
    [InlineData("!!float 5", "5")]
    public void Number(string text, string expected) => Expect(NodeKind.Number, expected, text);

    [Theory]
    [InlineData("yes")]
    [InlineData("no")]
    [InlineData("on")]
    [InlineData("Off")]
    [InlineData("0123")]
    [InlineData("-00")]
    [InlineData("01.5")]
    [InlineData("1_000")]
    [InlineData("1.2.3")]
    [InlineData("2020-01-01")]
    [InlineData("2020-01-01T00:00:00Z")]
    [InlineData("12:30")]
    [InlineData(".inf")]
    [InlineData("-.INF")]
    [InlineData(".nan")]
    [InlineData("0x")]
    [InlineData("0xg")]
    [InlineData("0x1ffffffffffffffff")]
    [InlineData("0o8")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData(".")]
    [InlineData("+")]
    [InlineData("-.e1")]
    [InlineData("nULL")]
    [InlineData("tRUE")]
    public void Text(string text) => Expect(NodeKind.String, text, text);

    [Theory]
    [InlineData("'5'", "5")]
    [InlineData("\"true\"", "true")]
    [InlineData("''", "")]
    [InlineData("!!str 5", "5")]
    [InlineData("!!str", "")]
    [InlineData("! 5", "5")]
    [InlineData("!!int abc", "abc")]
    [InlineData("!!bool maybe", "maybe")]
    [InlineData("!!binary aGk=", "aGk=")]
    [InlineData("!<tag:yaml.org,2002:str> 5", "5")]
    [InlineData("'it''s'", "it's")]
    [InlineData("\"a\\x41\\u00e9\\n\"", "aAé\n")]
    public void Text_by_quotes_or_by_tag(string text, string expected) => Expect(NodeKind.String, expected, text);

    [Fact]
    public void A_tag_that_is_not_known_changes_nothing() => Expect(NodeKind.Number, "5", "!foo 5");

    [Theory]
    [InlineData("|\n  5\n", "5\n")]
    [InlineData("|-\n  a\n\n  b\n", "a\n\nb")]
    [InlineData("|+\n  a\n\n", "a\n\n")]
    [InlineData(">-\n  a\n  b\n", "a b")]
    public void A_block_is_text(string text, string expected) => Expect(NodeKind.String, expected, text);

    private static void Expect(NodeKind kind, string expected, string text)
    {
        var node = Reader.Yaml("a: " + text).At("a");
        Assert.Equal(kind, node.Kind);
        Assert.Equal(expected, node.Text);
    }
}
