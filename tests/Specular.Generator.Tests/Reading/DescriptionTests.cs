using Specular.Generator.Reading;
using Xunit;

namespace Specular.Generator.Tests.Reading;

public sealed class DescriptionTests
{
    private const string Main = """
        openapi: 3.1.0
        paths:
          /pets/{id}: {get: {x: found}}
        components:
          schemas:
            Pet: {$ref: '#/components/schemas/Animal'}
            Animal: {$anchor: animal, type: object, properties: {name: {type: string}}}
            Loop: {$ref: '#/components/schemas/Pool'}
            Pool: {$ref: '#/components/schemas/Loop'}
            Self: {$ref: '#/components/schemas/Self/properties/x'}
            Far: {$ref: 'shared/common.yaml#/Named'}
            Identified: {$id: 'https://example.com/identified', $dynamicAnchor: node, type: number}
            Sample: {example: {$anchor: sample}, enum: [{$anchor: sample}]}
            Dangling: {$ref: '#/components/schemas/Missing'}
        """;

    private const string Common = """
        Named: {$ref: '../other.json#/a/0'}
        Local: {$ref: '#/Named'}
        Back: {$ref: '../main.yaml#/components/schemas/Animal'}
        """;

    private static readonly Node s_main = Load("/repo/specs/main.yaml", Main);
    private static readonly Node s_common = Load("/repo/specs/shared/common.yaml", Common);
    private static readonly Node s_other = Load(@"/repo\specs\other.json", """{"a": [{"here": 1}]}""");
    private readonly Description _description = new(s_main, [s_common, s_other]);

    [Theory]
    [InlineData("#/components/schemas/Animal/type", "\"object\"")]
    [InlineData("#/paths/~1pets~1{id}/get/x", "\"found\"")]
    [InlineData("#/paths/~1pets~1%7Bid%7D/get", "{x:\"found\"}")]
    [InlineData("#/components/schemas/Pet/properties/name", "{type:\"string\"}")]
    [InlineData("#animal", "{$anchor:\"animal\",type:\"object\",properties:{name:{type:\"string\"}}}")]
    [InlineData("#node", "{$id:\"https://example.com/identified\",$dynamicAnchor:\"node\",type:\"number\"}")]
    [InlineData("https://example.com/identified", "{$id:\"https://example.com/identified\",$dynamicAnchor:\"node\",type:\"number\"}")]
    [InlineData("https://example.com/identified#/type", "\"number\"")]
    [InlineData("other.json", "{a:[{here:1}]}")]
    [InlineData("other.json#", "{a:[{here:1}]}")]
    [InlineData("./other.json#/a/0/here", "1")]
    [InlineData("shared/../other.json#/a/0", "{here:1}")]
    [InlineData("../specs/other.json#/a/0", "{here:1}")]
    [InlineData("oth%65r.json#/a/0", "{here:1}")]
    [InlineData("main.yaml#/openapi", "\"3.1.0\"")]
    [InlineData("shared/common.yaml#/Named/here", "1")]
    public void A_reference_leads_to_a_value(string reference, string expected)
    {
        var resolution = _description.Resolve(s_main, reference);

        Assert.Null(resolution.Error);
        Assert.Equal(expected, resolution.Target!.Show());
    }

    [Fact]
    public void The_whole_file_is_a_target() => Assert.Same(s_main, _description.Resolve(s_main.At("components"), "#").Target);

    [Fact]
    public void A_reference_is_relative_to_the_file_that_it_stands_in()
    {
        var far = _description.Follow(s_main.At("components", "schemas", "Far"));

        Assert.Equal("{here:1}", far.Target!.Show());
        Assert.Same(s_other.At("a", "0"), _description.Follow(s_common.At("Local")).Target);
        Assert.Same(s_main.At("components", "schemas", "Animal"), _description.Follow(s_common.At("Back")).Target);
    }

    [Theory]
    [InlineData("#/components/schemas/Missing", "there is no 'Missing' in '#/components/schemas'")]
    [InlineData("#/x/y", "there is no 'x' in the file")]
    [InlineData("#/paths/~1pets~1{id}/put/z", "there is no 'put' in '#/paths/~1pets~1{id}'")]
    [InlineData("#/components/schemas/Dangling/x", "there is no 'Missing' in '#/components/schemas'")]
    [InlineData("#/components/schemas/Loop/x", "it leads back to itself")]
    [InlineData("#/components/schemas/Self/properties/x", "it leads back to itself")]
    [InlineData("#nothing", "no schema has the $anchor 'nothing', and a pointer would start with '#/'")]
    [InlineData("#sample", "no schema has the $anchor 'sample', and a pointer would start with '#/'")]
    [InlineData("", "it is empty")]
    public void A_reference_that_leads_nowhere_says_where_it_ends(string reference, string expected)
    {
        var resolution = _description.Resolve(s_main, reference);

        Assert.Null(resolution.Target);
        Assert.Equal(expected, resolution.Error);
    }

    [Theory]
    [InlineData("unknown.yaml#/a")]
    [InlineData("../main.yaml")]
    [InlineData("MAIN.yaml")]
    [InlineData("https://example.com/other.json#/a")]
    [InlineData("file:///repo/specs/other.json")]
    [InlineData("/repo/specs/other.json")]
    [InlineData("C:\\repo\\other.json")]
    [InlineData("//example.com/other.json")]
    public void Only_files_that_were_handed_over_are_read(string reference)
    {
        var error = _description.Resolve(s_main, reference).Error;

        Assert.StartsWith("only files that the project gives as OpenApiReference or AdditionalFiles are read, and nothing is fetched from the network", error);
        Assert.EndsWith($"no such file is '{reference.Split('#')[0]}'", error);
    }

    [Theory]
    [InlineData("whole", "\"tree\"")]
    [InlineData("local", "\"own\"")]
    [InlineData("anchored", "\"own anchor\"")]
    [InlineData("sibling", "\"leaf\"")]
    [InlineData("absolute", "\"leaf\"")]
    [InlineData("inner", "\"inner\"")]
    [InlineData("outer", "\"of the description\"")]
    public void A_schema_with_a_uri_is_where_its_references_start(string name, string expected)
    {
        var root = Load("a.yaml", """
            openapi: 3.1.0
            components:
              schemas:
                Tree:
                  $id: https://example.com/schemas/tree
                  title: tree
                  $defs:
                    own: {title: own}
                    anchored: {$anchor: same, title: own anchor}
                    inner: {$id: inner/, title: inner, $defs: {up: {$ref: ../leaf}}}
                  properties:
                    whole: {$ref: '#'}
                    local: {$ref: '#/$defs/own'}
                    anchored: {$ref: '#same'}
                    sibling: {$ref: leaf}
                    absolute: {$ref: 'inner/#/$defs/up'}
                    inner: {$ref: /schemas/inner/}
                    outer: {$ref: '#/components/schemas/Other'}
                Leaf: {$id: https://example.com/schemas/leaf, title: leaf, $defs: {anchored: {$anchor: same, title: leaf's anchor}}}
                Other: {title: of the description}
            """);

        Assert.Equal(expected, new Description(root).Follow(root.At("components", "schemas", "Tree", "properties", name)).Target!["title"]!.Show());
    }

    [Fact]
    public void Definitions_of_the_schema_around_a_reference_are_meant_where_the_file_has_none()
    {
        var root = Load("a.yaml", """
            openapi: 3.1.0
            $defs: {here: {title: of the file}}
            components:
              schemas:
                Outer:
                  $defs: {far: {title: far}, here: {title: of the schema}}
                  properties:
                    inner: {$defs: {near: {title: near}}, a: {$ref: '#/$defs/near'}, b: {$ref: '#/$defs/far'}, c: {$ref: '#/$defs/here'}, d: {$ref: '#/$defs/none'}}
            """);
        Resolution Of(string name) => new Description(root).Follow(root.At("components", "schemas", "Outer", "properties", "inner", name));

        Assert.Equal(("\"near\"", true), (Of("a").Target!["title"]!.Show(), Of("a").IsMeant));
        Assert.Equal(("\"far\"", true), (Of("b").Target!["title"]!.Show(), Of("b").IsMeant));
        Assert.Equal(("\"of the file\"", false), (Of("c").Target!["title"]!.Show(), Of("c").IsMeant));
        Assert.Equal("there is no 'none' in '#/$defs'", Of("d").Error);
    }

    [Fact]
    public void A_description_may_be_known_by_a_uri_of_its_own()
    {
        var main = Load("a.yaml", """{$self: 'https://example.com/api/main', openapi: 3.2.0, x: {$ref: 'shared#/y'}, z: {$ref: 'main#/w'}, w: 2}""");
        var shared = Load("b.yaml", """{$self: 'https://example.com/api/shared', openapi: 3.2.0, y: {a: 1}}""");
        var description = new Description(main, [shared]);

        Assert.Equal("{a:1}", description.Follow(main.At("x")).Target!.Show());
        Assert.Equal("2", description.Follow(main.At("z")).Target!.Show());
    }

    [Theory]
    [InlineData("Loop")]
    [InlineData("Self")]
    public void A_circle_of_references_is_found(string name) =>
        Assert.Equal("it leads back to itself", _description.Follow(s_main.At("components", "schemas", name)).Error);

    [Fact]
    public void References_that_pass_through_each_other_come_to_an_end()
    {
        var schemas = string.Join(",", Enumerable.Range(0, 100).Select(i => $"\"s{i}\": {{\"$ref\": \"#/s{i + 1}/x/x\"}}"));
        var root = Load("a.json", "{" + schemas + ", \"s100\": {\"x\": {\"$ref\": \"#/s0\"}}}");

        Assert.Equal("it leads back to itself", new Description(root).Follow(root.At("s0")).Error);
    }

    [Fact]
    public void A_long_chain_of_references_is_followed()
    {
        var chain = string.Join(",", Enumerable.Range(0, 200).Select(i => $"\"s{i}\": {{\"$ref\": \"#/s{i + 1}\"}}"));
        var root = Load("a.json", "{" + chain + ", \"s200\": 1}");

        Assert.Equal("1", new Description(root).Follow(root.At("s0")).Target!.Text);
    }

    [Theory]
    [InlineData("a/b/../c.yaml", "a/c.yaml")]
    [InlineData(@"C:\a\.\b\c.yaml", "C:/a/b/c.yaml")]
    [InlineData("/a/../../b", "/b")]
    [InlineData("../../a", "../../a")]
    [InlineData("a//b/", "a/b")]
    public void Paths_have_one_form(string path, string expected) => Assert.Equal(expected, FilePath.Normalise(path));

    private static Node Load(string path, string text) => Reader.Clean(Reader.Read(path, text));
}
