using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;

namespace Specular.Generator.Emitting;

/// <summary>Text of a description as XML documentation: nothing in it can end the comment or break its XML.</summary>
internal static class Documentation
{
    /// <summary>A <c>summary</c>, on one line where it fits.</summary>
    public static void Summary(this SourceWriter writer, string text) => writer.Element("summary", text);

    /// <summary>A documentation element; paragraphs of the text are paragraphs of the element.</summary>
    public static void Element(this SourceWriter writer, string element, string text, string attributes = "")
    {
        var paragraphs = Paragraphs(text);
        var open = "<" + element + attributes + ">";
        if (paragraphs.Count == 1 && paragraphs[0].Count == 1)
        {
            writer.Line("/// " + open + paragraphs[0][0] + "</" + element + ">");
            return;
        }

        writer.Line("/// " + open);
        foreach (var paragraph in paragraphs)
        {
            var isPara = paragraphs.Count > 1;
            if (isPara)
                writer.Line("/// <para>");
            foreach (var line in paragraph)
                writer.Line("/// " + line);
            if (isPara)
                writer.Line("/// </para>");
        }

        writer.Line("/// </" + element + ">");
    }

    /// <summary>Text that may stand inside an element, on one line.</summary>
    public static string Inline(string text) => string.Join(" ", Paragraphs(text).SelectMany(paragraph => paragraph));

    /// <summary>The same text without its empty lines.</summary>
    public static string OneParagraph(string text) => string.Join("\n", text.Split('\n').Where(line => line.Trim().Length > 0));

    /// <summary>An element whose content is documentation already, such as <c>&lt;c&gt;</c> around a name.</summary>
    public static void Xml(this SourceWriter writer, string element, string xml) => writer.Line("/// <" + element + ">" + xml + "</" + element + ">");

    public static string Code(string text) => "<c>" + Escape(OneLine(text)) + "</c>";

    private static IReadOnlyList<IReadOnlyList<string>> Paragraphs(string text)
    {
        var paragraphs = new List<IReadOnlyList<string>>();
        var paragraph = new List<string>();

        // All that C# takes for the end of a line: a comment must not end before its text does.
        foreach (var line in text.Replace("\r\n", "\n").Split('\n', '\r', '\u0085', '\u2028', '\u2029', '\f', '\v'))
        {
            var trimmed = Escape(line.Trim());
            if (trimmed.Length > 0)
            {
                paragraph.Add(trimmed);
            }
            else if (paragraph.Count > 0)
            {
                paragraphs.Add(paragraph);
                paragraph = [];
            }
        }

        if (paragraph.Count > 0)
            paragraphs.Add(paragraph);
        if (paragraphs.Count == 0)
            paragraphs.Add([""]);
        return paragraphs;
    }

    private static string OneLine(string text) => string.Join(" ", text.Split('\n', '\r', '\u0085', '\u2028', '\u2029', '\f', '\v'));

    [MethodImpl(Hot.Path)]
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '&':
                    escaped.Append("&amp;");
                    break;
                case var _ when char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]):
                    escaped.Append(c).Append(text[++i]);
                    break;

                // What XML 1.0 has no place for, and what turns the direction of the text around.
                case < ' ' and not '\t':
                case >= '\uD800' and <= '\uDFFF':
                case >= '\u007F' and <= '\u009F':
                case '\uFEFF' or '\uFFFE' or '\uFFFF':
                case >= '\u202A' and <= '\u202E':
                case >= '\u2066' and <= '\u2069':
                    escaped.Append(' ');
                    break;
                default:
                    escaped.Append(c);
                    break;
            }
        }

        return escaped.ToString();
    }
}
