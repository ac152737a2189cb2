using Specular.Generator.Diagnostics;
using Specular.Generator.Overlaying;
using Specular.Generator.Reading;
using Specular.Generator.Tests.Reading;
using Xunit;

namespace Specular.Generator.Tests.Overlays;

/// <summary>What actions do to a description (OpenAPI Overlay 1.0 and 1.1, section 4.4.3).</summary>
public class OverlayTests
{
    [Theory]

    // Objects are merged member by member; what is no object is replaced.
    [InlineData("{a: 1}", "$", "{b: 2}", "{a:1,b:2}")]
    [InlineData("{a: 1}", "$", "{a: 2}", "{a:2}")]
    [InlineData("{a: {b: 1, c: 2}, d: 3}", "$", "{a: {c: 4, e: 5}}", "{a:{b:1,c:4,e:5},d:3}")]
    [InlineData("{a: {b: 1}}", "$.a", "{b: {c: 1}}", "{a:{b:{c:1}}}")]
    [InlineData("{a: {b: {c: 1}}}", "$.a", "{b: x}", "{a:{b:\"x\"}}")]
    [InlineData("{a: {b: 1}, c: {b: 2}}", "$.*", "{d: 3}", "{a:{b:1,d:3},c:{b:2,d:3}}")]
    [InlineData("{a: {b: {c: {}}}}", "$..*", "{x: 1}", "{a:{b:{c:{x:1},x:1},x:1}}")]

    // To arrays is appended.
    [InlineData("{a: [1]}", "$.a", "2", "{a:[1,2]}")]
    [InlineData("{a: [1]}", "$.a", "{b: 2}", "{a:[1,{b:2}]}")]
    [InlineData("{a: [1]}", "$.a", "[2, 3]", "{a:[1,2,3]}")]
    [InlineData("{a: {b: [1]}}", "$.a", "{b: [2]}", "{a:{b:[1,2]}}")]
    [InlineData("{a: {b: [1]}}", "$.a", "{b: 2}", "{a:{b:2}}")]
    [InlineData("{a: [{n: x}, {n: y}]}", "$.a[?@.n == 'y']", "{m: 1}", "{a:[{n:\"x\"},{n:\"y\",m:1}]}")]

    // 1.1: single values are replaced.
    [InlineData("{a: 1, b: 2}", "$.a", "3", "{a:3,b:2}")]

    // The same place twice is changed once.
    [InlineData("{a: [1]}", "$['a', 'a']", "2", "{a:[1,2]}")]
    public void An_update_is_merged(string description, string target, string update, string expected) =>
        Assert.Equal(expected, Apply(description, $"- {{ target: \"{target}\", update: {update} }}").Show());

    [Theory]
    [InlineData("{a: 1, b: 2}", "$.a", "{b:2}")]
    [InlineData("{a: [1, 2, 3]}", "$.a[0, -1]", "{a:[2]}")]
    [InlineData("{a: [1, 2, 3]}", "$.a[*]", "{a:[]}")]
    [InlineData("{a: {d: 1, b: {d: 2}}}", "$..d", "{a:{b:{}}}")]
    [InlineData("{a: {b: {b: 1}}}", "$..b", "{a:{}}")]
    [InlineData("{p: {x: {internal: true}, y: {internal: false}, z: {}}}", "$.p[?@.internal == true]", "{p:{y:{internal:false},z:{}}}")]
    public void A_removal_takes_away(string description, string target, string expected) =>
        Assert.Equal(expected, Apply(description, $"- {{ target: \"{target}\", remove: true, update: {{ ignored: 1 }} }}").Show());

    [Fact]
    public void Actions_see_what_those_before_them_did() => Assert.Equal(
        "{a:{c:2}}",
        Apply("{a: {b: 1}}", "- { target: $.a, update: { c: 1 } }\n- { target: $.a.b, remove: true }\n- { target: $.a.c, update: 2 }").Show());

    [Fact]
    public void A_copy_is_merged() => Assert.Equal(
        "{a:{x:1},b:{y:2,x:1}}",
        Apply("{a: {x: 1}, b: {y: 2}}", "- { target: $.b, copy: $.a }").Show());

    [Fact]
    public void A_value_that_stands_in_two_places_is_changed_in_one() => Assert.Equal(
        "{a:{x:1},b:{x:1,y:2}}",
        Apply("{a: &a {x: 1}, b: *a}", "- { target: $.b, update: { y: 2 } }").Show());

    [Fact]
    public void What_is_new_stands_in_the_overlay_and_what_is_old_stays()
    {
        var root = Apply("{a: {b: 1, c: 2}}", "- { target: $.a, update: { c: 3, d: 4 } }");
        Assert.Equal(["test.yaml", "overlay.yaml", "overlay.yaml"], root["a"]!.Members.Select(member => member.Value.File.Path));
        Assert.Equal(["1", "3", "4"], root["a"]!.Members.Select(member => member.Value.Slice()));
        Assert.Equal(["b", "c", "d"], root["a"]!.Members.Select(member => member.Value.Slice(member.NameSpan)));
        Assert.Equal("{b: 1, c: 2}", root["a"]!.Slice());
    }

    [Theory]
    [InlineData("- { target: $.b, update: { x: 1 } }", "SPEC014 4:13 '$.b'")]
    [InlineData("- { target: $.b, remove: true }", "SPEC014 4:13 '$.b'")]
    [InlineData("- { target: '$.a[', remove: true }", "SPEC013 4:18 ''")]
    [InlineData("- { target: '$.a[x]', remove: true }", "SPEC013 4:18 'x'")]
    [InlineData("- { target: \"$.\\u0061[\", remove: true }", "SPEC013 4:13 '\"$.\\u0061[\"'")]
    [InlineData("- { target: $, remove: true }", "SPEC013 4:13 '$'")]
    [InlineData("- { target: $.a, update: 1 }", "SPEC013 4:13 '$.a'")]
    [InlineData("- { target: $.a.n, update: {} }", "SPEC013 4:13 '$.a.n'")]
    [InlineData("- { target: $.a, copy: $.a.* }", "SPEC013 4:13 '$.a'")]
    [InlineData("- { target: $.a, copy: x }", "SPEC013 4:24 'x'")]
    [InlineData("- { target: $.a, description: nothing }", "SPEC013 4:3 '{ target: $.a, description: nothing }'")]
    [InlineData("- { update: {} }", "SPEC013 4:3 '{ update: {} }'")]
    [InlineData("- { target: 7, update: {} }", "SPEC013 4:13 '7'")]
    [InlineData("- nonsense", "SPEC013 4:3 'nonsense'")]
    public void What_cannot_be_done_is_said_at_its_place_and_the_rest_is_done(string action, string expected)
    {
        var diagnostics = new List<DiagnosticInfo>();
        var overlay = Overlay("overlay: 1.1.0\ninfo: { title: T, version: '1' }\nactions:\n" + action + "\n- { target: $, update: { z: 1 } }\n");
        var root = OverlayRun.Apply(Reader.Clean(Reader.ReadYaml("{a: {n: 1, m: 2}}")), overlay, diagnostics, TestContext.Current.CancellationToken);
        Assert.Equal("{a:{n:1,m:2},z:1}", root.Show());
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("overlay.yaml", diagnostic.Location!.Path);
        Assert.Equal(expected, $"{diagnostic.Descriptor.Id} {diagnostic.Location.LineSpan.Start.Line + 1}:{diagnostic.Location.LineSpan.Start.Character + 1} '{overlay.Slice(diagnostic.Location.Span)}'");
    }

    [Theory]
    [InlineData("{}", "it has no 'overlay', which states the version, and so is no overlay")]
    [InlineData("text", "it has no 'overlay', which states the version, and so is no overlay")]
    [InlineData("openapi: 3.1.0", "it has no 'overlay', which states the version, and so is no overlay")]
    [InlineData("overlay: 2.0.0", "version '2.0.0' of overlays is not known; 1.0 and 1.1 are")]
    [InlineData("overlay: 1.0.0", "it has no list of 'actions'")]
    [InlineData("{overlay: 1.0.0, actions: []}", "it has no list of 'actions'")]
    [InlineData("{overlay: 1.0.0, actions: {}}", "it has no list of 'actions'")]
    public void What_is_no_overlay_is_refused(string text, string message)
    {
        var diagnostics = new List<DiagnosticInfo>();
        var description = Reader.Yaml("{a: 1}");
        Assert.Same(description, OverlayRun.Apply(description, Overlay(text), diagnostics, TestContext.Current.CancellationToken));
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("SPEC013", message), (diagnostic.Descriptor.Id, diagnostic.Arguments[0]));
    }

    [Theory]
    [InlineData("overlay: 1.0.0")]
    [InlineData("overlay: 1.0")]
    [InlineData("overlay: '1.1.0'")]
    public void Versions_1_0_and_1_1_are_known(string version)
    {
        var diagnostics = new List<DiagnosticInfo>();
        var root = OverlayRun.Apply(Reader.Yaml("{a: 1}"), Overlay(version + "\nactions: [ { target: $, update: { b: 2 } } ]"), diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        Assert.Equal("{a:1,b:2}", root.Show());
    }

    private static Node Apply(string description, string actions)
    {
        var diagnostics = new List<DiagnosticInfo>();
        var root = OverlayRun.Apply(Reader.Yaml(description), Overlay("overlay: 1.1.0\ninfo: { title: T, version: '1' }\nactions:\n" + actions), diagnostics, TestContext.Current.CancellationToken);
        Assert.Equal([], diagnostics.Select(Reader.Show));
        return root;
    }

    private static Node Overlay(string text) => Reader.Clean(Reader.Read("overlay.yaml", text));
}
