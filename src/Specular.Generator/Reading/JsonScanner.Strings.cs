using System;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Generator.Reading;

/// <content>Strings (RFC 8259, section 7).</content>
internal sealed partial class JsonScanner
{
    private StringBuilder? _decoded;

    /// <summary>Reads a string, which starts at the opening quote, and gives it as a part of a text: mostly of the file's, without a copy.</summary>
    [MethodImpl(Hot.Path)]
    public bool ReadString(out string source, out int start, out int length)
    {
        source = text;
        start = Position + 1;
        length = 0;
        var i = start;
        while (true)
        {
            if (i >= text.Length)
                return Fail(TextSpan.FromBounds(Position, Math.Min(Position + 1, text.Length)), "the string that starts here has no closing '\"'");
            var c = text[i];
            if (c == '"')
                break;
            if (c == '\\')
            {
                start = 0;
                if (!ReadEscapedString(i, out source))
                    return false;
                length = source.Length;
                return true;
            }

            if (c < ' ')
                ToleratedControl(i);
            i++;
        }

        length = i - start;
        Position = i + 1;
        return true;
    }

    private bool ReadEscapedString(int firstEscape, out string value)
    {
        var decoded = (_decoded ??= new StringBuilder()).Clear();
        decoded.Append(text, Position + 1, firstEscape - Position - 1);
        value = "";
        var i = firstEscape;
        while (true)
        {
            if (i >= text.Length)
                return Fail(new TextSpan(Position, 1), "the string that starts here has no closing '\"'");
            var c = text[i];
            if (c == '"')
                break;
            if (c != '\\')
            {
                if (c < ' ')
                    ToleratedControl(i);
                decoded.Append(c);
                i++;
            }
            else if (!ReadEscape(decoded, ref i))
            {
                return false;
            }
        }

        value = decoded.ToString();
        Position = i + 1;
        return true;
    }

    private bool ReadEscape(StringBuilder decoded, ref int i)
    {
        var c = i + 1 < text.Length ? text[i + 1] : '\0';
        if (c == 'u')
        {
            var code = 0;
            for (var digit = i + 2; digit < i + 6; digit++)
            {
                var value = digit < text.Length ? HexValue(text[digit]) : -1;
                if (value < 0)
                    return Fail(TextSpan.FromBounds(i, Math.Min(digit + 1, text.Length)), "expected four hexadecimal digits after '\\u'");
                code = (code * 16) + value;
            }

            // One half of a surrogate pair on its own is kept: RFC 8259, section 8.2, allows it and leaves open what it means.
            decoded.Append((char)code);
            i += 6;
            return true;
        }

        var plain = c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', '"' or '\\' or '/' => c, _ => '\0' };
        if (plain == '\0')
            return Fail(TextSpan.FromBounds(i, Math.Min(i + 2, text.Length)), "expected one of \" \\ / b f n r t u after '\\' in a string");
        decoded.Append(plain);
        i += 2;
        return true;
    }

    private void ToleratedControl(int i) =>
        findings.ReadAsMeant(new TextSpan(i, 1), "JSON wants control characters in a string escaped; this one, and any other in this file, is kept as it is");

    private static int HexValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
