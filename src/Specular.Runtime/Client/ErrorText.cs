using System.Collections.Generic;
using System.Text;

namespace Specular.Runtime;

/// <summary>Puts together what a server says went wrong.</summary>
internal static class ErrorText
{
    /// <summary>The texts of a list, or null where there are none.</summary>
    public static string? Join(IReadOnlyList<string>? texts)
    {
        StringBuilder? joined = null;
        for (var i = 0; texts is not null && i < texts.Count; i++)
            Add(ref joined, texts[i]);
        return joined?.ToString();
    }

    /// <summary>Several texts, or null where there are none.</summary>
    public static string? Join(string? first, string? second, string? third = null)
    {
        StringBuilder? joined = null;
        Add(ref joined, first);
        Add(ref joined, second);
        Add(ref joined, third);
        return joined?.ToString();
    }

    private static void Add(ref StringBuilder? joined, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        if (joined is null)
            joined = new StringBuilder(text);
        else
            joined.Append("; ").Append(text);
    }
}
