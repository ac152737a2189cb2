using System;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Specular.Generator.Reading;

/// <summary>
/// What a scalar means: the core schema of YAML 1.2.2 (section 10.3), in which <c>yes</c>, <c>on</c> and dates are strings.
/// A digit string with a leading zero (<c>0123</c>), which that schema calls a number, stays a string: in a description it is a code or a version.
/// </summary>
internal static class YamlScalars
{
    private const string TagPrefix = "tag:yaml.org,2002:";

    /// <summary>The kind of a scalar and its text in JSON's terms.</summary>
    public static (NodeKind Kind, string Text) Resolve(Scalar scalar)
    {
        var text = scalar.Value;
        if (!scalar.Tag.IsEmpty)
        {
            if (scalar.Tag.IsNonSpecific)
                return (NodeKind.String, text);
            var tag = scalar.Tag.Value;
            if (tag.StartsWith(TagPrefix, StringComparison.Ordinal) && ResolveTagged(tag.Substring(TagPrefix.Length), text) is { } tagged)
                return tagged;
        }

        return scalar.Style == ScalarStyle.Plain ? ResolvePlain(text) : (NodeKind.String, text);
    }

    private static (NodeKind Kind, string Text)? ResolveTagged(string tag, string text)
    {
        switch (tag)
        {
            case "str":
                return (NodeKind.String, text);
            case "null":
                return (NodeKind.Null, "null");
            case "int" or "float":
                return Number(text) is { } number ? (NodeKind.Number, number) : (NodeKind.String, text);
            case "bool":
                var plain = ResolvePlain(text);
                return plain.Kind == NodeKind.Boolean ? plain : (NodeKind.String, text);
            default:
                return null;
        }
    }

    private static (NodeKind Kind, string Text) ResolvePlain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => (NodeKind.Null, "null"),
        "true" or "True" or "TRUE" => (NodeKind.Boolean, "true"),
        "false" or "False" or "FALSE" => (NodeKind.Boolean, "false"),
        _ => Number(text) is { } number ? (NodeKind.Number, number) : (NodeKind.String, text),
    };

    /// <summary>The number as JSON writes it, or null where the text is none. <c>.inf</c> and <c>.nan</c> are none: JSON has no such number.</summary>
    private static string? Number(string text)
    {
        if (text.Length == 0 || text[0] is not ((>= '0' and <= '9') or '-' or '+' or '.'))
            return null;
        if (text.Length > 2 && text[0] == '0' && text[1] is 'x' or 'o')
            return Radix(text, text[1] == 'x' ? 16 : 8);

        var i = text[0] is '-' or '+' ? 1 : 0;
        var whole = Digits(text, ref i);
        var start = i - whole;
        var hasPoint = i < text.Length && text[i] == '.';
        var fraction = 0;
        if (hasPoint)
        {
            i++;
            fraction = Digits(text, ref i);
        }

        var end = i;
        if (whole + fraction == 0 || (whole > 1 && text[start] == '0'))
            return null;
        if (i < text.Length && text[i] is 'e' or 'E')
        {
            i++;
            if (i < text.Length && text[i] is '+' or '-')
                i++;
            if (Digits(text, ref i) == 0)
                return null;
        }

        if (i != text.Length)
            return null;
        if (whole > 0 && text[0] != '+' && (!hasPoint || fraction > 0))
            return text;

        var mantissa = text.Substring(start, end - start);
        return (text[0] == '-' ? "-" : "") + (whole == 0 ? "0" : "") + mantissa + (hasPoint && fraction == 0 ? "0" : "") + text.Substring(end);
    }

    private static string? Radix(string text, int radix)
    {
        ulong value = 0;
        for (var i = 2; i < text.Length; i++)
        {
            var digit = text[i] switch
            {
                >= '0' and <= '9' => text[i] - '0',
                >= 'a' and <= 'f' => text[i] - 'a' + 10,
                >= 'A' and <= 'F' => text[i] - 'A' + 10,
                _ => radix,
            };
            if (digit >= radix || value > (ulong.MaxValue - (ulong)digit) / (ulong)radix)
                return null;
            value = (value * (ulong)radix) + (ulong)digit;
        }

        return value.ToString(CultureInfo.InvariantCulture);
    }

    private static int Digits(string text, ref int i)
    {
        var start = i;
        while (i < text.Length && text[i] is >= '0' and <= '9')
            i++;
        return i - start;
    }
}
