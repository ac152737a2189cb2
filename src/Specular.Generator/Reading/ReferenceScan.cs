using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Generator.Reading;

/// <summary>
/// Finds, without reading it, the other files that a text may refer to. It may find too many, of which nothing comes but a file that is watched in vain;
/// what a file really refers to is known when it is read.
/// </summary>
internal static class ReferenceScan
{
    /// <summary>Longer values are prose.</summary>
    private const int MaxLength = 512;

    /// <summary>Files that one file may refer to.</summary>
    private const int MaxFiles = 10_000;

    private static readonly string[] s_extensions = [".json", ".yaml", ".yml"];
    private const string Keyword = "$ref";

    /// <summary>The file parts of the references in a text, each once, in order of their first place.</summary>
    public static IReadOnlyList<string> Find(SourceText source, CancellationToken cancellationToken = default)
    {
        if (source.Length > ReadingLimits.Characters)
            return [];
        var text = source.ToString();
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);

        // Values do not overlap, but for those of a text that is made to take long.
        var left = (2L * text.Length) + (MaxLength * 2);
        for (var i = text.IndexOf(Keyword, StringComparison.Ordinal); i >= 0 && left > 0; i = text.IndexOf(Keyword, i + 1, StringComparison.Ordinal))
            Add(ValueAfter(text, i + Keyword.Length));

        // A discriminator's mapping refers to files without saying so.
        foreach (var extension in s_extensions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = text.IndexOf(extension, StringComparison.OrdinalIgnoreCase); i >= 0 && left > 0; i = text.IndexOf(extension, i + 1, StringComparison.OrdinalIgnoreCase))
                Add(ValueBefore(text, i + extension.Length));
        }

        return found;

        void Add(string value)
        {
            cancellationToken.ThrowIfCancellationRequested();
            left -= value.Length;
            var hash = value.IndexOf('#');
            var file = (hash < 0 ? value : value.Substring(0, hash)).Replace("\\/", "/").Trim();
            if (file.Length > 0 && file.IndexOf("://", StringComparison.Ordinal) < 0 && found.Count < MaxFiles && seen.Add(file))
                found.Add(file);
        }
    }

    // What stands behind the name: in quotes, or up to where a plain YAML scalar ends.
    private static string ValueAfter(string text, int i)
    {
        if (i < text.Length && text[i] is '"' or '\'')
            i++;
        i = SkipSpace(text, i);
        if (i >= text.Length || text[i] != ':')
            return "";
        i = SkipSpace(text, i + 1);
        if (i >= text.Length)
            return "";
        var quote = text[i] is '"' or '\'' ? text[i] : '\0';
        var start = quote == '\0' ? i : i + 1;
        var end = start;
        while (end < text.Length && end - start < MaxLength && text[end] is not ('\n' or '\r') && (quote == '\0' ? text[end] is not (',' or '}' or ']') : text[end] != quote))
            end++;
        return text.Substring(start, end - start);
    }

    // A line holds one value, or several with quotes or commas between them.
    private static string ValueBefore(string text, int end)
    {
        if (end < text.Length && text[end] is not ('"' or '\'' or '#' or ' ' or '\r' or '\n' or ',' or '}' or ']'))
            return "";
        var start = end;
        while (start > 0 && end - start < MaxLength && text[start - 1] is not ('"' or '\'' or '\n' or '\r' or ',' or '{' or '[') && !(text[start - 1] == ' ' && start > 1 && text[start - 2] is ':' or '-'))
            start--;
        return text.Substring(start, end - start);
    }

    private static int SkipSpace(string text, int i)
    {
        while (i < text.Length && text[i] is ' ' or '\t' or '\r' or '\n')
            i++;
        return i;
    }
}
