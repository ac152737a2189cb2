using System.Text.Json;
using Specular.Generator.Reading;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Specular.Generator.Tests.Reading;

/// <summary>What is read of real descriptions is what other readers read.</summary>
public sealed class OracleTests
{
    public static IEnumerable<TheoryDataRow<string>> All => Corpus.Files(".json", ".yaml", ".yml");

    public static IEnumerable<TheoryDataRow<string>> JsonFiles => Corpus.Files(".json");

    public static IEnumerable<TheoryDataRow<string>> YamlFiles => Corpus.Files(".yaml", ".yml");

    [Theory]
    [MemberData(nameof(All))]
    public void A_real_description_is_read_and_every_value_has_its_place(string path)
    {
        var text = Corpus.Text(path);
        var root = Reader.Clean(Reader.Read(path, text));

        Assert.Equal(NodeKind.Object, root.Kind);
        CheckPlaces(root, text, isJson: path.EndsWith(".json", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(JsonFiles))]
    public void Json_is_read_as_System_Text_Json_reads_it(string path)
    {
        var text = Corpus.Text(path);
        using var document = JsonDocument.Parse(text);

        Compare(document.RootElement, Reader.Clean(Reader.Read(path, text)), "#");
    }

    [Theory]
    [MemberData(nameof(YamlFiles))]
    public void Yaml_is_read_as_YamlDotNet_represents_it(string path)
    {
        var text = Corpus.Text(path);
        var stream = new YamlStream();
        stream.Load(new StringReader(text));

        Compare(stream.Documents[0].RootNode, Reader.Clean(Reader.Read(path, text)), "#");
    }

    [Theory]
    [MemberData(nameof(JsonFiles))]
    public void Json_is_the_same_when_it_is_read_as_yaml(string path)
    {
        var text = Corpus.Text(path);
        var file = new SourceFile(path, Microsoft.CodeAnalysis.Text.SourceText.From(text));

        var json = JsonDescriptionReader.Read(file, text, TestContext.Current.CancellationToken);
        var yaml = YamlDescriptionReader.Read(file, text, TestContext.Current.CancellationToken);

        CompareTrees(Reader.Clean(json), Reader.Clean(yaml), "#");
    }

    private static void CheckPlaces(Node node, string text, bool isJson)
    {
        var slice = text.Substring(node.Span.Start, node.Span.Length);
        switch (node.Kind)
        {
            case NodeKind.Number:
                Assert.Equal(node.Text, slice);
                break;
            case NodeKind.String when isJson:
                Assert.Equal(JsonSerializer.Deserialize<string>(slice), node.Text);
                break;
            case NodeKind.String when slice.Length > 0 && char.IsLetter(slice[0]) && !slice.Contains('\n'):
                Assert.Equal(slice, node.Text);
                break;
        }

        var end = node.Span.Start;
        foreach (var member in node.Members)
        {
            Assert.True(end <= member.NameSpan.Start && member.NameSpan.End <= member.Value.Span.Start && member.Value.Span.End <= node.Span.End, member.Name);
            Assert.Equal(member.Name, text.Substring(member.NameSpan.Start, member.NameSpan.Length).Trim('"', '\''));
            CheckPlaces(member.Value, text, isJson);
            end = member.Value.Span.End;
        }

        foreach (var item in node.Items)
        {
            Assert.True(end <= item.Span.Start && item.Span.End <= node.Span.End);
            CheckPlaces(item, text, isJson);
            end = item.Span.End;
        }
    }

    private static void Compare(JsonElement expected, Node actual, string place)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Check(NodeKind.Object, actual, place);
                Check(expected.EnumerateObject().Select(property => property.Name), actual.Members.Select(member => member.Name), place);
                foreach (var property in expected.EnumerateObject())
                    Compare(property.Value, actual[property.Name]!, place + "/" + property.Name);
                break;
            case JsonValueKind.Array:
                Check(NodeKind.Array, actual, place);
                Assert.Equal(expected.GetArrayLength(), actual.Items.Count);
                for (var i = 0; i < actual.Items.Count; i++)
                    Compare(expected[i], actual.Items[i], place + "/" + i);
                break;
            case JsonValueKind.String:
                Check(NodeKind.String, actual, place);
                Check([expected.GetString()!], [actual.Text], place);
                break;
            default:
                Check(expected.ValueKind switch { JsonValueKind.Number => NodeKind.Number, JsonValueKind.Null => NodeKind.Null, _ => NodeKind.Boolean }, actual, place);
                Check([expected.GetRawText()], [actual.Text], place);
                break;
        }
    }

    private static void Compare(YamlNode expected, Node actual, string place)
    {
        switch (expected)
        {
            case YamlMappingNode mapping:
                Check(NodeKind.Object, actual, place);
                Check(mapping.Children.Keys.Select(key => ((YamlScalarNode)key).Value!), actual.Members.Select(member => member.Name), place);
                foreach (var (key, value) in mapping.Children)
                    Compare(value, actual[((YamlScalarNode)key).Value!]!, place + "/" + key);
                break;
            case YamlSequenceNode sequence:
                Check(NodeKind.Array, actual, place);
                Assert.Equal(sequence.Children.Count, actual.Items.Count);
                for (var i = 0; i < actual.Items.Count; i++)
                    Compare(sequence.Children[i], actual.Items[i], place + "/" + i);
                break;
            case YamlScalarNode { Style: not YamlDotNet.Core.ScalarStyle.Plain } scalar:
                Check(NodeKind.String, actual, place);
                Check([scalar.Value!], [actual.Text], place);
                break;
            case YamlScalarNode { Value: null or "" or "null" or "~" }:
                Check(NodeKind.Null, actual, place);
                break;
            case YamlScalarNode { Value: "true" or "false" } scalar:
                Check(NodeKind.Boolean, actual, place);
                Check([scalar.Value!], [actual.Text], place);
                break;
            case YamlScalarNode scalar:
                Check(IsJsonNumber(scalar.Value!) ? NodeKind.Number : NodeKind.String, actual, place);
                Check([scalar.Value!], [actual.Text], place);
                break;
        }
    }

    private static bool IsJsonNumber(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void CompareTrees(Node expected, Node actual, string place)
    {
        Check(expected.Kind, actual, place);
        Check([expected.Text], [actual.Text], place);
        Assert.True(expected.Span == actual.Span, $"{place}: {expected.Span} {actual.Span}");
        Check(expected.Members.Select(member => member.Name + member.NameSpan), actual.Members.Select(member => member.Name + member.NameSpan), place);
        for (var i = 0; i < expected.Members.Count; i++)
            CompareTrees(expected.Members[i].Value, actual.Members[i].Value, place + "/" + expected.Members[i].Name);
        Assert.Equal(expected.Items.Count, actual.Items.Count);
        for (var i = 0; i < expected.Items.Count; i++)
            CompareTrees(expected.Items[i], actual.Items[i], place + "/" + i);
    }

    private static void Check(NodeKind expected, Node actual, string place) =>
        Assert.True(expected == actual.Kind, $"{place}: {expected} is expected, not {actual.Kind} {actual.Text}");

    private static void Check(IEnumerable<string> expected, IEnumerable<string> actual, string place) =>
        Assert.True(expected.SequenceEqual(actual, StringComparer.Ordinal), $"{place}: [{string.Join("|", expected)}] is expected, not [{string.Join("|", actual)}]");
}
