using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Testing.Analyzers;

/// <summary>A place where the markup expects a diagnostic.</summary>
/// <param name="Span">The exact span, in the text without markup.</param>
/// <param name="Id">The id; null for <c>[|…|]</c>, which means the only rule of the analyzer.</param>
public sealed record ExpectedSpan(TextSpan Span, string? Id);

/// <summary>Source text with places marked as <c>[|…|]</c> or <c>{|SPEC101:…|}</c>. Marks may be nested.</summary>
/// <param name="Text">The text without markup.</param>
/// <param name="Spans">The places, by position.</param>
public sealed record Markup(string Text, IReadOnlyList<ExpectedSpan> Spans)
{
    /// <summary>Takes the markup out of a text.</summary>
    /// <exception cref="FormatException">A mark is not closed, or closed without being open.</exception>
    public static Markup Parse(string marked)
    {
        // A raw string literal has the line endings of the file that it stands in.
        marked = marked.Replace("\r\n", "\n", StringComparison.Ordinal);
        var text = new StringBuilder(marked.Length);
        var spans = new List<ExpectedSpan>();
        var open = new Stack<(int Start, string? Id)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (StartsWith(marked, i, "[|"))
            {
                open.Push((text.Length, null));
                i++;
            }
            else if (StartsWith(marked, i, "{|") && marked.IndexOf(':', i) is var colon and > 0 && IsId(marked.AsSpan(i + 2, colon - i - 2)))
            {
                open.Push((text.Length, marked[(i + 2)..colon]));
                i = colon;
            }
            else if (open.Count > 0 && (StartsWith(marked, i, "|]") && open.Peek().Id is null || StartsWith(marked, i, "|}") && open.Peek().Id is not null))
            {
                var (start, id) = open.Pop();
                spans.Add(new ExpectedSpan(TextSpan.FromBounds(start, text.Length), id));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }
        if (open.Count > 0)
            throw new FormatException("The markup opens a span that it does not close.");
        return new Markup(text.ToString(), [.. spans.OrderBy(span => span.Span.Start).ThenBy(span => span.Span.Length)]);
    }

    private static bool StartsWith(string text, int index, string part) => string.CompareOrdinal(text, index, part, 0, part.Length) == 0;

    private static bool IsId(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                return false;
        }
        return text.Length > 0;
    }
}
