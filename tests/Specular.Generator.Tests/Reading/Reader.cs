using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Diagnostics;
using Specular.Generator.Reading;
using Xunit;

namespace Specular.Generator.Tests.Reading;

/// <summary>Short ways to read a text and to look at what came of it.</summary>
internal static class Reader
{
    public static ReadResult Read(string path, string text) =>
        DescriptionReader.Read(path, SourceText.From(text), TestContext.Current.CancellationToken);

    public static ReadResult ReadJson(string text) => Read("test.json", text);

    public static ReadResult ReadYaml(string text) => Read("test.yaml", text);

    /// <summary>Reads a text that there is nothing to say about.</summary>
    public static Node Json(string text) => Clean(ReadJson(text));

    /// <inheritdoc cref="Json"/>
    public static Node Yaml(string text) => Clean(ReadYaml(text));

    public static Node Clean(ReadResult result)
    {
        Assert.Equal([], result.Diagnostics.Select(Show));
        return Assert.IsType<Node>(result.Root);
    }

    /// <summary>Expects a text that cannot be read, and gives the only diagnostic as "line:column 'text there' message", counted from 1.</summary>
    public static string Error(ReadResult result)
    {
        Assert.Null(result.Root);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("SPEC001", diagnostic.Descriptor.Id);
        return $"{diagnostic.Location!.LineSpan.Start.Line + 1}:{diagnostic.Location.LineSpan.Start.Character + 1} {diagnostic.Arguments[0]}";
    }

    /// <summary>The part of a text that a node was read from.</summary>
    public static string Slice(this Node node) => node.File.Text.ToString(node.Span);

    public static string Slice(this Node node, TextSpan span) => node.File.Text.ToString(span);

    public static Node At(this Node node, params string[] path)
    {
        foreach (var step in path)
            node = (node.Kind == NodeKind.Array ? node.Items[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : node[step])!;
        return node;
    }

    /// <summary>A tree as JSON without white space; strings as they are.</summary>
    public static string Show(this Node node) => node.Kind switch
    {
        NodeKind.Object => "{" + string.Join(",", node.Members.Select(member => member.Name + ":" + member.Value.Show())) + "}",
        NodeKind.Array => "[" + string.Join(",", node.Items.Select(Show)) + "]",
        NodeKind.String => "\"" + node.Text + "\"",
        _ => node.Text,
    };

    public static string Show(DiagnosticInfo diagnostic) => $"{diagnostic.Descriptor.Id} {diagnostic.Location!.Span} {diagnostic.Arguments[0]}";
}
