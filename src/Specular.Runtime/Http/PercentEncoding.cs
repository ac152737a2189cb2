using System;
using System.Text;

namespace Specular.Runtime;

/// <summary>Percent-encoding (RFC 3986, section 2) of UTF-8.</summary>
internal static class PercentEncoding
{
    /// <summary>Appends a text of which all but the unreserved characters is encoded.</summary>
    public static void Append(StringBuilder target, string text) => Append(target, text, "-._~", keepEscapes: false);

    /// <summary>
    /// Appends a text of which the reserved characters and what is percent-encoded already stay (OpenAPI <c>allowReserved</c>; RFC 6570, section
    /// 3.2.3). Encoded all the same is what would end the value, be read as a space, or may not be in a query: <c>&amp; # + [ ]</c>.
    /// </summary>
    public static void AppendReserved(StringBuilder target, string text) => Append(target, text, "-._~:/?@!$'()*,;=", keepEscapes: true);

    /// <summary>Appends a text with the ASCII letters and digits and the characters named left as they are.</summary>
    public static void Append(StringBuilder target, string text, string plain, bool keepEscapes)
    {
        var start = 0;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (IsLetterOrDigit(c) || plain.IndexOf(c) >= 0 || (keepEscapes && IsEscape(text, i)))
            {
                i++;
                continue;
            }

            target.Append(text, start, i - start);
            i += AppendEncoded(target, text, i);
            start = i;
        }

        target.Append(text, start, text.Length - start);
    }

    /// <summary>Encodes the character at an index and tells how many UTF-16 units it has. Half a surrogate pair becomes U+FFFD.</summary>
    private static int AppendEncoded(StringBuilder target, string text, int index)
    {
        var c = text[index];
        var units = 1;
        int code = c;
        if (char.IsSurrogate(c))
        {
            if (char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                code = char.ConvertToUtf32(c, text[index + 1]);
                units = 2;
            }
            else
            {
                code = 0xFFFD;
            }
        }

        if (code < 0x80)
        {
            AppendByte(target, code);
            return units;
        }

        if (code < 0x800)
        {
            AppendByte(target, 0xC0 | (code >> 6));
        }
        else if (code < 0x10000)
        {
            AppendByte(target, 0xE0 | (code >> 12));
            AppendByte(target, 0x80 | ((code >> 6) & 0x3F));
        }
        else
        {
            AppendByte(target, 0xF0 | (code >> 18));
            AppendByte(target, 0x80 | ((code >> 12) & 0x3F));
            AppendByte(target, 0x80 | ((code >> 6) & 0x3F));
        }

        AppendByte(target, 0x80 | (code & 0x3F));
        return units;
    }

    private static void AppendByte(StringBuilder target, int value) =>
        target.Append('%').Append("0123456789ABCDEF"[value >> 4]).Append("0123456789ABCDEF"[value & 0xF]);

    private static bool IsEscape(string text, int index) =>
        text[index] == '%' && index + 2 < text.Length && Uri.IsHexDigit(text[index + 1]) && Uri.IsHexDigit(text[index + 2]);

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
