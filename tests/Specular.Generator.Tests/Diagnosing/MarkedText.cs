using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Specular.Generator.Tests.Diagnosing;

/// <summary>A description in which <c>[|…|]</c> marks where a diagnostic belongs.</summary>
internal sealed class MarkedText
{
    private readonly SourceText _text;

    public MarkedText(string marked)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        Assert.True(start >= 0 && end >= start, "Nothing is marked with [|…|].");
        Text = marked.Remove(end + 2, 2).Remove(start, 2);
        _text = SourceText.From(Text);
        Span = TextSpan.FromBounds(start, end);
    }

    /// <summary>The description.</summary>
    public string Text { get; }

    /// <summary>What is marked.</summary>
    public TextSpan Span { get; }

    /// <summary>The diagnostic as the compiler shows it.</summary>
    public string Expect(string path, string diagnostic)
    {
        var (start, end) = (_text.Lines.GetLinePosition(Span.Start), _text.Lines.GetLinePosition(Span.End));
        return string.Create(CultureInfo.InvariantCulture, $"{path}({start.Line + 1},{start.Character + 1},{end.Line + 1},{end.Character + 1}): {diagnostic}");
    }
}
