using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Specular.Testing.Descriptions;

/// <summary>YAML as the tree that JSON has, and back.</summary>
public static class YamlTree
{
    private static readonly ScalarStyle[] s_styles = [ScalarStyle.Any, ScalarStyle.DoubleQuoted, ScalarStyle.SingleQuoted, ScalarStyle.Literal, ScalarStyle.Folded];

    /// <summary>The first document of a text.</summary>
    public static JsonNode? Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return Read(stream.Documents[0].RootNode);
    }

    /// <summary>The tree in block style, with strings in every style that YAML has.</summary>
    public static string Write(JsonNode tree)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new YamlStream(new YamlDocument(Node(tree))).Save(writer, assignAnchors: false);
        return writer.ToString();
    }

    private static JsonNode? Read(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(member => KeyValuePair.Create(member.Key.ToString(), Read(member.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Read)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "null" or "~" } => null,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } scalar => scalar.Value == "true",
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) => integer,
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => ((YamlScalarNode)node).Value,
    };

    private static YamlNode Node(JsonNode? node) => node switch
    {
        JsonObject map => new YamlMappingNode(map.SelectMany(member => new[] { Text(member.Key), Node(member.Value) })),
        JsonArray list => new YamlSequenceNode(list.Select(Node)),
        JsonValue value when value.TryGetValue<string>(out var text) => Text(text),
        _ => new YamlScalarNode(node?.ToJsonString() ?? "null"),
    };

    // Neither YAML nor UTF-8 has half of a surrogate pair.
    private static YamlScalarNode Text(string text) => new(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))) { Style = s_styles[text.Length % s_styles.Length] };
}
