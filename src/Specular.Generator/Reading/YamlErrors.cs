using System;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Generator.Reading;

/// <summary>Says in the user's terms what YamlDotNet found.</summary>
internal static class YamlErrors
{
    /// <summary>The message for an error and the place to show.</summary>
    /// <param name="text">The text.</param>
    /// <param name="span">Where the library says that the error is.</param>
    /// <param name="read">How far the text was understood.</param>
    /// <param name="message">What the library says.</param>
    public static (string Message, TextSpan Span) Describe(string text, TextSpan span, int read, string message)
    {
        // Of a tab the library tells where the block or the scalar starts that it spoils.
        if (message.IndexOf(" tab ", StringComparison.Ordinal) >= 0 && FindTab(text, Math.Max(span.Start, read)) is { } tab)
            return ("there is a tab in the indentation; YAML indents with spaces only", tab);

        message = message.Trim().TrimEnd('.');
        if (message.Length > 1 && char.IsUpper(message[0]) && !char.IsUpper(message[1]))
            message = char.ToLowerInvariant(message[0]) + message.Substring(1);
        return (message, span);
    }

    /// <summary>The first tab that indents a line, from the line of a position on.</summary>
    private static TextSpan? FindTab(string text, int position)
    {
        var start = LineStart(text, position);
        while (start >= 0 && start < text.Length)
        {
            if (TabAt(text, start) is { } tab)
                return tab;
            start = text.IndexOf('\n', start) is var end and >= 0 ? end + 1 : -1;
        }

        return null;
    }

    private static int LineStart(string text, int position)
    {
        var i = Math.Min(position, text.Length);
        while (i > 0 && text[i - 1] is not ('\n' or '\r'))
            i--;
        return i;
    }

    private static TextSpan? TabAt(string text, int lineStart)
    {
        for (var i = lineStart; i < text.Length && text[i] is ' ' or '\t'; i++)
        {
            if (text[i] == '\t')
                return new TextSpan(i, 1);
        }

        return null;
    }
}
