using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Net.Http.Headers;

namespace Specular.Runtime;

/// <summary>Reads typed values from a response's headers and its body's headers. What is absent or does not parse is <c>null</c>: a header never spoils an answer.</summary>
internal static class HeaderRead
{
    /// <summary>The value as it came; several of one name with commas between them (RFC 9110, section 5.3).</summary>
    public static string? String(HttpResponseMessage response, string name)
    {
        string? joined = null;
        foreach (var value in Values(response, name)) joined = joined is null ? value : joined + ", " + value;
        return joined;
    }

    /// <summary>A whole number of 64 bits.</summary>
    public static long? Int64(HttpResponseMessage response, string name) =>
        long.TryParse(First(response, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A whole number of 32 bits.</summary>
    public static int? Int32(HttpResponseMessage response, string name) =>
        int.TryParse(First(response, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A finite number.</summary>
    public static double? Double(HttpResponseMessage response, string name)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var parsed = double.TryParse(First(response, name), Style, CultureInfo.InvariantCulture, out var value);
        return parsed && !double.IsNaN(value) && !double.IsInfinity(value) ? value : null;
    }

    /// <summary><c>true</c> or <c>false</c>, in any case.</summary>
    public static bool? Boolean(HttpResponseMessage response, string name) =>
        bool.TryParse(First(response, name), out var value) ? value : null;

    /// <summary>A date and time, of RFC 3339 as OpenAPI's <c>date-time</c> has it, or of HTTP.</summary>
    public static global::System.DateTimeOffset? DateTimeOffset(HttpResponseMessage response, string name)
    {
        // A date of HTTP has a comma in it, so the whole value is looked at.
        var text = First(response, name);
        if (text is null || text.Length > 64) return null;
        Span<byte> ascii = stackalloc byte[64];
        for (var i = 0; i < text.Length; i++) ascii[i] = text[i] < 0x80 ? (byte)text[i] : (byte)'?';
        if (TimeText.TryParseDateTime(ascii.Slice(0, text.Length), out var value) || HttpDate.TryParse(text, out value)) return value;
        return null;
    }

    /// <summary>A list (OpenAPI style <c>simple</c>): what stands between commas that are not in quotes, without the white space around it.</summary>
    public static IReadOnlyList<string>? Strings(HttpResponseMessage response, string name)
    {
        // The one header whose values have commas of their own (RFC 9110, section 5.3).
        var whole = name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase);
        List<string>? items = null;
        foreach (var value in Values(response, name))
        {
            items ??= [];
            if (whole) items.Add(value);
            else Split(value, items);
        }

        return items;
    }

    /// <summary>The first value of a name, without white space around it.</summary>
    internal static string? First(HttpResponseMessage response, string name)
    {
        foreach (var value in Values(response, name)) return value.Trim();
        return null;
    }

    private static void Split(string value, List<string> items)
    {
        var quoted = false;
        var start = 0;
        for (var i = 0; i <= value.Length; i++)
        {
            if (i < value.Length)
            {
                if (value[i] == '"') quoted = !quoted;
                else if (value[i] == '\\' && quoted && i + 1 < value.Length) i++;
                if (value[i] != ',' || quoted) continue;
            }

            // Empty items are no items (RFC 9110, section 5.6.1.2).
            var item = value.Substring(start, i - start).Trim();
            if (item.Length > 0) items.Add(item);
            start = i + 1;
        }
    }

#if NET8_0_OR_GREATER
    private static HeaderStringValues Values(HttpResponseMessage response, string name)
    {
        // Not validated: as it came, without the cost of parsing it into a typed header first.
        if (response.Headers.NonValidated.TryGetValues(name, out var values)) return values;
        return response.Content.Headers.NonValidated.TryGetValues(name, out values) ? values : default;
    }
#else
    private static IEnumerable<string> Values(HttpResponseMessage response, string name)
    {
        if (response.Headers.TryGetValues(name, out var values)) return values;
        HttpContentHeaders? content = response.Content?.Headers;
        return content is not null && content.TryGetValues(name, out values) ? values : [];
    }
#endif
}
