using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Specular.Generator.Reading;

/// <summary>JSON pointers (RFC 6901), and the URI fragments that they stand in (RFC 6901, section 6; RFC 3986, section 2.1).</summary>
internal static class JsonPointer
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    /// <summary>The segments of a pointer, with <c>~0</c> and <c>~1</c> decoded; null where it is not empty and does not start with '/'.</summary>
    /// <param name="pointer">A pointer, or a URI fragment without its '#'; escapes of the URI are not decoded yet.</param>
    public static IReadOnlyList<string>? Parse(string pointer)
    {
        if (pointer.Length == 0)
            return [];
        if (pointer[0] != '/')
            return null;
        var segments = pointer.Substring(1).Split('/');
        for (var i = 0; i < segments.Length; i++)
            segments[i] = DecodeSegment(segments[i]);
        return segments;
    }

    /// <summary>One segment of a pointer, or of a fragment, for a name.</summary>
    public static string EncodeSegment(string name) => name.Replace("~", "~0").Replace("/", "~1");

    /// <summary>
    /// The part of a value that a segment names, or null. Where the segment, taken from a URI fragment, names nothing once
    /// its percent escapes are decoded, it is tried as it is written: names with a '%' are often not escaped.
    /// </summary>
    public static Node? Step(Node node, string segment) =>
        StepExactly(node, PercentDecode(segment)) ?? StepExactly(node, segment);

    /// <summary>The part of a value that has a name, or null.</summary>
    public static Node? StepExactly(Node node, string segment)
    {
        if (node.Kind != NodeKind.Array)
            return node[segment];

        // RFC 6901, section 4: digits without a leading zero.
        return segment.Length is > 0 and < 10
            && (segment[0] != '0' || segment.Length == 1)
            && int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < node.Items.Count
            ? node.Items[index]
            : null;
    }

    /// <summary>Decodes <c>%xx</c> as UTF-8; a '%' that is no escape stays.</summary>
    public static string PercentDecode(string text)
    {
        if (text.IndexOf('%') < 0)
            return text;

        var decoded = new StringBuilder(text.Length);
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length
                && byte.TryParse(text.Substring(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
                continue;
            }

            Flush();
            decoded.Append(text[i]);
        }

        Flush();
        return decoded.ToString();

        void Flush()
        {
            if (bytes.Count > 0)
                decoded.Append(s_utf8.GetString(bytes.ToArray()));
            bytes.Clear();
        }
    }

    private static string DecodeSegment(string segment) =>
        segment.IndexOf('~') < 0 ? segment : segment.Replace("~1", "/").Replace("~0", "~");
}
