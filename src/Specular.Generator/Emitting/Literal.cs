using System.Globalization;
using System.Text;

namespace Specular.Generator.Emitting;

/// <summary>Text of a description as a C# literal: nothing in it can end the literal.</summary>
internal static class Literal
{
    /// <summary>A string literal. Everything but printable ASCII is escaped, so that no character means something else to an editor or a compiler.</summary>
    public static string String(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"':
                    literal.Append("\\\"");
                    break;
                case '\\':
                    literal.Append("\\\\");
                    break;
                case '\n':
                    literal.Append("\\n");
                    break;
                case '\r':
                    literal.Append("\\r");
                    break;
                case '\t':
                    literal.Append("\\t");
                    break;
                case >= ' ' and <= '~':
                    literal.Append(c);
                    break;
                default:
                    literal.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                    break;
            }
        }

        return literal.Append('"').ToString();
    }

    /// <summary>A UTF-8 literal. A lone surrogate has no UTF-8 and becomes U+FFFD, as every encoder makes it.</summary>
    public static string Utf8(string text)
    {
        var valid = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                valid.Append(text[i]).Append(text[++i]);
            else
                valid.Append(char.IsSurrogate(text[i]) ? '\uFFFD' : text[i]);
        }

        return String(valid.ToString()) + "u8";
    }

    /// <summary>A string as JSON has it, with nothing escaped that need not be (RFC 8259, section 7).</summary>
    public static string Json(string text)
    {
        var json = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                json.Append('\\').Append(c);
            else if (c < ' ')
                json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                json.Append(c);
        }

        return json.Append('"').ToString();
    }
}
