using System;
using System.Globalization;

namespace Specular.Runtime;

/// <summary>Dates of HTTP (RFC 9110, section 5.6.7), in the preferred and in the two obsolete forms.</summary>
internal static class HttpDate
{
    private static readonly string[] Forms =
    [
        "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
        "dddd, dd-MMM-yy HH:mm:ss 'GMT'",
        "ddd MMM d HH:mm:ss yyyy",
    ];

    /// <summary>Parses a date.</summary>
    public static bool TryParse(string text, out DateTimeOffset value) => DateTimeOffset.TryParseExact(
        text,
        Forms,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AllowInnerWhite | DateTimeStyles.AllowLeadingWhite | DateTimeStyles.AllowTrailingWhite | DateTimeStyles.AssumeUniversal,
        out value);
}
