using System;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Generator.Reading;

/// <summary>Reads a file of a description, JSON or YAML, into a tree. Never throws, apart from <see cref="OperationCanceledException"/>.</summary>
internal static class DescriptionReader
{
    /// <param name="path">The path as the compiler gives it; it names the file in diagnostics and in references between files.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static ReadResult Read(string path, SourceText text, CancellationToken cancellationToken) => Read(path, text, null, cancellationToken);

    /// <param name="path">The path as the compiler gives it; it names the file in diagnostics and in references between files.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="before">Where its parts were before it was edited; null where nobody knows.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static ReadResult Read(string path, SourceText text, Outline? before, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var file = new SourceFile(path, text);
        if (text.Length > ReadingLimits.Characters)
            return new Findings(file).Unreadable(default, "the file has more than 64 Mi characters");

        var content = file.Content;
        if (before?.Read(file, content, cancellationToken) is { } edited)
            return edited;
        var start = SkipSpace(content);
        if (start == content.Length)
            return new Findings(file).Unreadable(default, "the file is empty");
        var isNamedJson = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        if (!LooksLikeJson(content, start))
        {
            // Any text at all is a YAML string. In a .json file, YAML has to come to an object to be taken for what was meant.
            var block = YamlDescriptionReader.Read(file, content, cancellationToken);
            return isNamedJson && block.Root?.Kind != NodeKind.Object ? JsonDescriptionReader.Read(file, content, cancellationToken) : block;
        }

        // A YAML file may start with a bracket too: YAML 1.2 contains JSON, and has more to say inside brackets.
        var json = JsonDescriptionReader.Read(file, content, cancellationToken);
        if (json.Root is not null || isNamedJson)
            return json;
        var yaml = YamlDescriptionReader.Read(file, content, cancellationToken);
        return yaml.Root is not null || ErrorPosition(yaml) > ErrorPosition(json) ? yaml : json;
    }

    private static bool LooksLikeJson(string content, int start) =>
        content[start] is '{' or '['
        || string.CompareOrdinal(content, start, "//", 0, 2) == 0
        || string.CompareOrdinal(content, start, "/*", 0, 2) == 0;

    /// <summary>How far a reader came: the one that understood more of the file has more to say about it.</summary>
    private static int ErrorPosition(ReadResult result) => result.Diagnostics[0].Location?.Span.Start ?? 0;

    private static int SkipSpace(string content)
    {
        var i = 0;
        while (i < content.Length && content[i] is ' ' or '\t' or '\r' or '\n' or '\uFEFF')
            i++;
        return i;
    }
}
