using System;
using System.Collections.Generic;
using System.Text;

namespace Specular.Runtime;

/// <summary>Makes text of a server fit for logs and exception messages: one line, of limited length, that cannot disguise what it says.</summary>
internal static class Sanitized
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// Replaces control characters and line separators by a space, and half surrogate pairs and characters that change the direction of the text
    /// by U+FFFD; cuts what is longer than <paramref name="maxLength"/> characters and ends it in "…". Redact first: a cut secret is not found.
    /// </summary>
    public static string Line(string? text, int maxLength)
    {
        if (string.IsNullOrEmpty(text) || maxLength <= 0) return "";
        var source = text!;
        var length = source.Length;
        if (length > maxLength)
        {
            length = maxLength - 1;
            if (length > 0 && char.IsHighSurrogate(source[length - 1])) length--;
        }

        StringBuilder? line = length < source.Length ? new StringBuilder(source, 0, length, length + 1).Append('…') : null;
        for (var i = 0; i < length; i++)
        {
            var c = source[i];
            if (char.IsHighSurrogate(c) && i + 1 < length && char.IsLowSurrogate(source[i + 1]))
            {
                i++;
                continue;
            }

            var safe = Safe(c);
            if (safe != c) (line ??= new StringBuilder(source))[i] = safe;
        }

        return line?.ToString() ?? source;
    }

    /// <summary>Replaces every occurrence of every secret by <c>***</c>, also where they overlap or one is part of another.</summary>
    public static string Redact(string text, IReadOnlyList<string> secrets)
    {
        bool[]? hidden = null;
        for (var s = 0; s < secrets.Count; s++)
        {
            var secret = secrets[s];
            if (string.IsNullOrEmpty(secret)) continue;
            for (var at = text.IndexOf(secret, StringComparison.Ordinal); at >= 0; at = text.IndexOf(secret, at + 1, StringComparison.Ordinal))
            {
                hidden ??= new bool[text.Length];
                for (var i = at; i < at + secret.Length; i++) hidden[i] = true;
            }
        }

        if (hidden is null) return text;
        var redacted = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!hidden[i]) redacted.Append(text[i]);
            else if (i == 0 || !hidden[i - 1]) redacted.Append("***");
        }

        return redacted.ToString();
    }

    private static char Safe(char c)
    {
        if (c is >= ' ' and < '\u007F') return c;
        if (char.IsControl(c) || c is '\u2028' or '\u2029') return ' ';
        // Directional marks, embeddings, overrides and isolates (Unicode, annex 9), and the byte order mark, which cannot be seen.
        var hides = c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';
        return hides || char.IsSurrogate(c) ? Replacement : c;
    }
}
