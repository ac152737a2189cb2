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
        IEnumerable<(string Path, IEnumerable<string> Members)> paths;
        if (Path.GetExtension(path) == ".json")
        {
            paths = JsonNode.Parse(text)!["paths"]!.AsObject().Select(item => (item.Key, item.Value!.AsObject().Select(member => member.Key)));
        }
        else
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            paths = ((YamlMappingNode)stream.Documents[0].RootNode["paths"]).Children.Select(item => (item.Key.ToString(), ((YamlMappingNode)item.Value).Children.Select(member => member.Key.ToString())));
        }

        return paths.SelectMany(item => item.Members.Where(s_methods.Contains).Select(method => method.ToUpperInvariant() + " " + item.Path)).ToHashSet(StringComparer.Ordinal);
    }
}
