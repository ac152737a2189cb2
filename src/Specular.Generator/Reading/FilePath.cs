using System;
using System.Collections.Generic;

namespace Specular.Generator.Reading;

/// <summary>Paths as text: the generator has no file system. All paths have forward slashes and no <c>.</c> or <c>..</c> that could be left out.</summary>
internal static class FilePath
{
    public static string Normalise(string path)
    {
        var slashed = path.Replace('\\', '/');
        var isRooted = slashed.StartsWith("/", StringComparison.Ordinal);
        var segments = new List<string>();
        foreach (var segment in slashed.Split('/'))
        {
            if (segment is "" or ".")
                continue;
            if (segment != "..")
                segments.Add(segment);
            else if (segments.Count > 0 && segments[segments.Count - 1] != "..")
                segments.RemoveAt(segments.Count - 1);
            else if (!isRooted)
                segments.Add(segment);
        }

        return (isRooted ? "/" : "") + string.Join("/", segments);
    }

    /// <summary>The path that a relative one means when it stands in a file.</summary>
    public static string Combine(string file, string relative)
    {
        var slashed = file.Replace('\\', '/');
        return Normalise(slashed.Substring(0, slashed.LastIndexOf('/') + 1) + relative);
    }
}
