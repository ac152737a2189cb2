using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Specular.Generator.Tests.Reading;

public sealed class YamlDescriptionReaderTests
{
    [Fact]
    public void Every_value_has_its_place()
    {
        var root = Reader.Yaml("a:\n  - x\n  - b: 'y'\n    c: [1, 2]\n\nd: |\n  text\n\n# end\ne:\n");

        Assert.Equal(new TextSpan(0, 1), root.Members[0].NameSpan);
        Assert.Equal("- x\n  - b: 'y'\n    c: [1, 2]", root.At("a").Slice());
        Assert.Equal(new TextSpan(7, 1), root.At("a", "0").Span);
        Assert.Equal("b: 'y'\n    c: [1, 2]", root.At("a", "1").Slice());
        Assert.Equal("'y'", root.At("a", "1", "b").Slice());
        Assert.Equal("[1, 2]", root.At("a", "1", "c").Slice());
        Assert.Equal("|\n  text", root.At("d").Slice());
        Assert.Equal("", root.At("e").Slice());
        Assert.Equal("e", root.Slice(root.Members[2].NameSpan));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Places_are_counted_in_utf16_whatever_ends_a_line(string newLine)
    {
        var root = Reader.Yaml($"\uFEFF😀: é#ü{newLine}b:{newLine}  - \"\\u00e9😀\"{newLine}  - c{newLine}last: >-{newLine}  x{newLine}  y{newLine}z: 1");

        Assert.Equal("😀", root.Slice(root.Members[0].NameSpan));
        Assert.Equal("é#ü", root.At("😀").Slice());
        Assert.Equal("\"\\u00e9😀\"", root.At("b", "0").Slice());
        Assert.Equal("c", root.At("b", "1").Slice());
        Assert.Equal($">-{newLine}  x{newLine}  y", root.At("last").Slice());
        Assert.Equal("x y", root.At("last").Text);
        Assert.Equal("z", root.Slice(root.Members[3].NameSpan));
        Assert.Equal("1", root.At("z").Slice());
    }

    [Fact]
    public void Keys_are_their_text()
    {
        var root = Reader.Yaml("200: a\ntrue: b\n~: c\n1.0: d\n0x1F: e\n'q': f\n? long\n: g");

        Assert.Equal(["200", "true", "~", "1.0", "0x1F", "q", "long"], root.Members.Select(member => member.Name));
    }

    [Fact]
    public void A_key_that_is_no_text_is_ignored()
    {
        var result = Reader.ReadYaml("a: 1\n? [x, y]\n: &v 2\nb: *v");

        Assert.Equal("{a:1,b:2}", result.Root!.Show());
        Assert.Equal("SPEC006 [7..13) The key of this member is no text; the member is ignored", Reader.Show(Assert.Single(result.Diagnostics)));
    }

    [Fact]
    public void The_last_of_two_members_wins()
    {
        var result = Reader.ReadYaml("a: 1\nb: 2\n'a': 3");

        Assert.Equal("{b:2,a:3}", result.Root!.Show());
        Assert.Equal("SPEC006 [0..1) This member is ignored: a later member of the same object has the same name", Reader.Show(Assert.Single(result.Diagnostics)));
    }

    [Fact]
    public void An_alias_shares_the_node_of_its_anchor()
    {
        var root = Reader.Yaml("a: &x {k: [1]}\nb: *x\nc: &y text\nd: [*y, *x]\n&k key: 1\ne: *k");

        Assert.Same(root.At("a"), root.At("b"));
        Assert.Same(root.At("a"), root.At("d", "1"));
        Assert.Equal("text", root.At("d", "0").Text);
        Assert.Equal("key", root.At("e").Text);
    }

    [Fact]
    public void An_alias_can_be_a_key() => Assert.Equal("{a:\"k\",k:1}", Reader.Yaml("a: &x k\n*x : 1").Show());

    [Fact]
    public void An_anchor_can_be_set_again() => Assert.Equal("[1,1,2,2]", Reader.Yaml("[&a 1, *a, &a 2, *a]").Show());

    [Theory]
    [InlineData("<<: *b\n  m: 2", "{k:1,l:[],m:2}")]
    [InlineData("m: 2\n  <<: *b", "{m:2,k:1,l:[]}")]
    [InlineData("k: own\n  <<: *b", "{k:\"own\",l:[]}")]
    [InlineData("<<: *b\n  k: own", "{l:[],k:\"own\"}")]
    [InlineData("<<: [*b, {k: 3, n: 4}]", "{k:1,l:[],n:4}")]
    [InlineData("<<: {k: 3}\n  <<: *b", "{k:3,l:[]}")]
    [InlineData("'<<': *b", "{<<:{k:1,l:[]}}")]
    public void A_merge_key_brings_in_members(string content, string expected) =>
        Assert.Equal(expected, Reader.Yaml("base: &b {k: 1, l: []}\na:\n  " + content).At("a").Show());

    [Theory]
    [InlineData("a:\n  <<: 1\n  b: 2")]
    [InlineData("a:\n  <<: [{c: 1}, 3]\n  b: 2")]
    public void A_merge_key_of_anything_else_is_ignored(string text)
    {
        var result = Reader.ReadYaml(text);

        Assert.Equal("{b:2}", result.Root!.At("a").Show());
        Assert.Equal("SPEC006 [5..7) The merge key '<<' takes an object or an array of objects; this one is ignored", Reader.Show(Assert.Single(result.Diagnostics)));
    }

    [Fact]
    public void Only_the_first_document_is_read()
    {
        var result = Reader.ReadYaml("--- \na: 1\n---\nb: 2\n---\nc: 3");

        Assert.Equal("{a:1}", result.Root!.Show());
        Assert.Equal("SPEC006 [10..13) Only the first document of this file is read; this one, and any after it, is ignored", Reader.Show(Assert.Single(result.Diagnostics)));
    }

    [Theory]
    [InlineData("%YAML 1.2\n---\na: 1\n...\n")]
    [InlineData("%YAML 1.1\n---\na: 1\n")]
    [InlineData("--- {a: 1}")]
    [InlineData("# x\n\na:   1   # y\n")]
    public void Markers_and_comments_are_no_content(string text) => Assert.Equal("{a:1}", Reader.Yaml(text).Show());

    [Theory]
    [InlineData("a:\n\tb: 1", "2:1 there is a tab in the indentation; YAML indents with spaces only")]
    [InlineData("a:\n  b: 1\n\tc: 1", "3:1 there is a tab in the indentation; YAML indents with spaces only")]
    [InlineData("a: |\n  \tcode\nb:\n\tc: 1", "4:1 there is a tab in the indentation; YAML indents with spaces only")]
    [InlineData("{\n\ta: 1,\n\tb: @x\n}", "3:5 while scanning for the next token, found character that cannot start any token")]
    [InlineData("a: *x", "1:4 the alias '*x' has no anchor '&x' before it; put the text in quotes if it is meant to start with '*'")]
    [InlineData("a: &x [1, *x]", "1:11 the alias '*x' stands inside its own anchor")]
    [InlineData("a: &x {b: *x}", "1:11 the alias '*x' stands inside its own anchor")]
    [InlineData("a: b: c", "1:5 while scanning a plain scalar value, found invalid mapping")]
    [InlineData("- a\nb: c", "2:1 while parsing a block collection, did not find expected '-' indicator")]
    [InlineData("a: 'x", "1:4 while scanning a quoted scalar, found unexpected end of stream")]
    [InlineData("a: [1", "1:6 while parsing a flow sequence, did not find expected ',' or ']'")]
    [InlineData("a: @x", "1:4 while scanning for the next token, found character that cannot start any token")]
    [InlineData("a: \"\\q\"", "1:4 while scanning a quoted scalar, found unknown escape character")]
    [InlineData("a: !foo!bar x", "1:4 while parsing a node, found undefined tag handle")]
    [InlineData("%YAML 3.0\n---\na: 1", "1:1 found incompatible YAML document")]
    [InlineData("a: b\0c", "1:5 there is a NUL character in the text")]
    public void A_syntax_error_has_its_place(string text, string expected) => Assert.StartsWith(expected, Reader.Error(Reader.ReadYaml(text)));
}
