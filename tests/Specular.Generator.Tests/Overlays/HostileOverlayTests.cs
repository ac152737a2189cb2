using System.Diagnostics;
using System.Text;
using Specular.Generator.Diagnostics;
using Specular.Generator.Overlaying;
using Specular.Generator.Reading;
using Specular.Generator.Tests.Reading;
using Xunit;

namespace Specular.Generator.Tests.Overlays;

/// <summary>No overlay holds up the compiler or takes it down.</summary>
public class HostileOverlayTests
{
    private static readonly Node s_big = Reader.Json(Big(60, 6));

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public void Descendants_of_descendants_end(int levels)
    {
        var watch = Stopwatch.StartNew();
        var diagnostics = Run(s_big, "- { target: \"$" + string.Concat(Enumerable.Repeat("..*", levels)) + "\", remove: true }", out _);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), watch.Elapsed.ToString());

        // More levels than there are match nothing.
        Assert.Equal(levels == 1 ? [] : ["SPEC014"], diagnostics.Select(diagnostic => diagnostic.Descriptor.Id));
    }

    [Fact]
    public void Selectors_that_multiply_end()
    {
        var selectors = "[*,*,*,*,*,*,*,*]";
        var diagnostic = Assert.Single(Run(s_big, "- { target: \"$" + string.Concat(Enumerable.Repeat(selectors, 12)) + "\", remove: true }", out var root));
        Assert.Equal("SPEC013", diagnostic.Descriptor.Id);
        Assert.Same(s_big, root);
    }

    [Fact]
    public void Filters_in_filters_end()
    {
        var filter = "@";
        for (var i = 0; i < 20; i++)
            filter = "$..*[?" + filter + "]";
        Assert.Equal("SPEC013", Assert.Single(Run(s_big, "- { target: \"$[?" + filter + "]\", remove: true }", out _)).Descriptor.Id);
    }

    [Fact]
    public void What_doubles_with_every_action_ends()
    {
        var actions = string.Concat(Enumerable.Range(0, 64).Select(i => $"- {{ target: $, update: {{ n{i}: {{}} }} }}\n- {{ target: $..*, update: {{ a{i}: {{}} }} }}\n"));
        var diagnostics = Run(Reader.Yaml("{a: {}}"), actions, out _);
        Assert.NotEmpty(diagnostics);
        Assert.All(diagnostics, diagnostic => Assert.Equal("SPEC013", diagnostic.Descriptor.Id));
    }

    [Fact]
    public void What_copies_itself_into_itself_ends()
    {
        var diagnostics = Run(Reader.Yaml("{a: {b: {}}}"), string.Concat(Enumerable.Repeat("- { target: $.a.b, copy: $ }\n- { target: $..b, copy: $.a }\n", 200)), out _);
        Assert.NotEmpty(diagnostics);
    }

    [Fact]
    public void Nothing_gets_deeper_than_a_file_may_be()
    {
        var actions = new StringBuilder();
        var path = "$";
        for (var i = 0; i < 10; i++)
        {
            var update = string.Concat(Enumerable.Repeat("{d: ", 50)) + "{}" + new string('}', 50);
            actions.Append("- { target: \"").Append(path).Append("\", update: ").Append(update).Append(" }\n");
            path += string.Concat(Enumerable.Repeat(".d", 50));
        }

        var diagnostics = Run(Reader.Yaml("{}"), actions.ToString(), out var root);
        Assert.Equal(ReadingLimits.TooDeep, diagnostics[0].Arguments[0]);
        var depth = 0;
        for (var node = root; node is not null; node = node["d"])
            depth++;
        Assert.InRange(depth, 200, ReadingLimits.Depth);
    }

    [Fact]
    public void A_billion_laughs_are_not_added()
    {
        var laughs = "x-a: &a { l: 1, m: 2, n: 3, o: 4, p: 5, q: 6, r: 7, s: 8, t: 9 }\n";
        for (var c = 'b'; c <= 'f'; c++)
            laughs += $"x-{c}: &{c} {{ {string.Join(", ", Enumerable.Range(0, 9).Select(i => $"m{i}: *{(char)(c - 1)}"))} }}\n";
        var overlay = "overlay: 1.0.0\n" + laughs + "actions:\n- { target: $.components.schemas.*, update: *f }\n";
        var diagnostics = new List<DiagnosticInfo>();
        var read = Reader.Read("overlay.yaml", overlay);
        OverlayRun.Apply(s_big, Assert.IsType<Node>(read.Root), diagnostics, TestContext.Current.CancellationToken);
        Assert.Equal("up to here this overlay adds more than 4 million values", Assert.Single(diagnostics).Arguments[0]);
    }

    [Fact]
    public void A_cancelled_run_ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => OverlayRun.Apply(s_big, Overlay("- { target: $..*, remove: true }"), [], source.Token));
    }

    private static List<DiagnosticInfo> Run(Node description, string actions, out Node root)
    {
        var diagnostics = new List<DiagnosticInfo>();
        root = OverlayRun.Apply(description, Overlay(actions), diagnostics, TestContext.Current.CancellationToken);
        return diagnostics;
    }

    private static Node Overlay(string actions) => Assert.IsType<Node>(Reader.Read("overlay.yaml", "overlay: 1.1.0\nactions:\n" + actions).Root);

    // width × 3^depth schemas' worth of objects.
    private static string Big(int width, int depth)
    {
        var inner = "{\"type\":\"string\"}";
        for (var i = 0; i < depth; i++)
            inner = "{\"type\":\"object\",\"properties\":{\"a\":" + inner + ",\"b\":" + inner + ",\"c\":" + inner + "}}";
        return "{\"openapi\":\"3.0.3\",\"components\":{\"schemas\":{" + string.Join(",", Enumerable.Range(0, width).Select(i => $"\"S{i}\":{inner}")) + "}}}";
    }
}
