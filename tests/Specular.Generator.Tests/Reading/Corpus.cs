using Specular.Testing.Descriptions;
using Xunit;

namespace Specular.Generator.Tests.Reading;

/// <summary>Real descriptions, which lie beside the repository where they are there at all.</summary>
internal static class Corpus
{
    public static readonly string? Folder = SharedDescriptions.Folder;

    /// <summary>The paths of the descriptions below the folder; one empty path where there are none, so that a theory can skip.</summary>
    public static IEnumerable<TheoryDataRow<string>> Files(params string[] extensions) =>
        Folder is null
            ? [new TheoryDataRow<string>("")]
            : Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
                .Where(path => extensions.Contains(Path.GetExtension(path)))
                .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
                .Select(path => new TheoryDataRow<string>(path));

    public static string Text(string path)
    {
        Assert.SkipWhen(Folder is null || !File.Exists(Path.Combine(Folder, path)), "There is no shared/descriptions folder with this file above the tests.");
        return File.ReadAllText(Path.Combine(Folder!, path));
    }
}
