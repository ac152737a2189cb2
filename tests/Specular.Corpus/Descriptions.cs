using System.Text.Json.Nodes;
using Specular.Testing.Descriptions;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Specular.Corpus;

/// <summary>The real descriptions in the folder that SPECULAR_DESCRIPTIONS names, or else those beside the repository, in shared/descriptions, where they are there at all.</summary>
internal static class Descriptions
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    public static readonly string? Folder = Environment.GetEnvironmentVariable("SPECULAR_DESCRIPTIONS") is { Length: > 0 } named ? named : SharedDescriptions.Folder;

    /// <summary>Each file below the folder; one empty path where there are none, so that the theory skips.</summary>
    public static IEnumerable<TheoryDataRow<string>> Files() => Folder is null
        ? [new TheoryDataRow<string>("")]
        : Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".json" or ".yaml" or ".yml")
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(path => new TheoryDataRow<string>(path));

    /// <summary>The pairs of method and path that a description has, as other libraries read it.</summary>
    public static ISet<string> Operations(string path, string text)
    {
        var paths = Path.GetExtension(path) == ".json" ? JsonPaths(JsonNode.Parse(text)!["paths"]) : YamlPaths(text);
        IEnumerable<string> Methods(PathItem item) => item.Reference is not null && paths.TryGetValue(item.Reference, out var other) ? Methods(other) : item.Members.Where(s_methods.Contains);
        return paths.SelectMany(item => Methods(item.Value).Select(method => method.ToUpperInvariant() + " " + item.Key)).ToHashSet(StringComparer.Ordinal);
    }

    private static Dictionary<string, PathItem> JsonPaths(JsonNode? paths) => (paths?.AsObject() ?? []).ToDictionary(
        item => item.Key,
        item => new PathItem([.. item.Value!.AsObject().Select(member => member.Key)], Target((string?)item.Value!["$ref"])));

    private static Dictionary<string, PathItem> YamlPaths(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents[0].RootNode is YamlMappingNode root && root.Children.TryGetValue("paths", out var paths)
            ? ((YamlMappingNode)paths).Children.ToDictionary(
                item => item.Key.ToString(),
                item => new PathItem(
                    [.. ((YamlMappingNode)item.Value).Children.Keys.Select(key => key.ToString())],
                    Target(((YamlMappingNode)item.Value).Children.TryGetValue("$ref", out var reference) ? reference.ToString() : null)))
            : [];
    }

    // A path may be another name for another path.
    private static string? Target(string? reference) => reference?.StartsWith("#/paths/", StringComparison.Ordinal) is true
        ? Uri.UnescapeDataString(reference["#/paths/".Length..]).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
        : null;

    private sealed record PathItem(IReadOnlyList<string> Members, string? Reference);
}
