using System;
using System.Globalization;

namespace Specular.Runtime;

/// <summary>The text of a value in a URL or a header: what JSON has, without its quotes, and the same in every culture.</summary>
internal static class WireText
{
    /// <summary>The text itself.</summary>
    public static string Format(string value) => value;

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static string Format(bool value) => value ? "true" : "false";

    /// <summary>A whole number.</summary>
    public static string Format(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public static string Format(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number, in the fewest digits that give it back.</summary>
    /// <exception cref="ArgumentException">NaN and infinity have no text.</exception>
    public static string Format(float value)
    {
        if (float.IsNaN(value) || float.IsInfinity(value)) throw JsonWrite.NotANumber(value);
#if NET8_0_OR_GREATER
        return value.ToString(CultureInfo.InvariantCulture);
#else
        // .NET Framework's shortest form does not always give the number back.
        var text = value.ToString("G7", CultureInfo.InvariantCulture);
        var exact = float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var back) && back.Equals(value);
        return exact ? text : value.ToString("G9", CultureInfo.InvariantCulture);
#endif
    }

    /// <summary>A number, in the fewest digits that give it back.</summary>
    /// <exception cref="ArgumentException">NaN and infinity have no text.</exception>
    public static string Format(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value)) throw JsonWrite.NotANumber(value);
#if NET8_0_OR_GREATER
        return value.ToString(CultureInfo.InvariantCulture);
#else
        var text = value.ToString("G15", CultureInfo.InvariantCulture);
        var exact = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var back) && back.Equals(value);
        return exact ? text : value.ToString("G17", CultureInfo.InvariantCulture);
#endif
    }

    /// <summary>A decimal number, with the zeros at its end that it has.</summary>
    public static string Format(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A UUID, in lower case with hyphens.</summary>
    public static string Format(Guid value) => value.ToString("D");

    /// <summary>A date and time (RFC 3339): <c>Z</c> for UTC, and no more digits of a second than there are.</summary>
    public static string Format(DateTimeOffset value) =>
        value.Offset == TimeSpan.Zero
            ? value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
            : value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

#if NET8_0_OR_GREATER
    /// <summary>A date (RFC 3339, <c>full-date</c>).</summary>
    public static string Format(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A time of day (RFC 3339, <c>partial-time</c>).</summary>
    public static string Format(TimeOnly value) => value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
#endif

    /// <summary>Bytes as base64 (RFC 4648, section 4).</summary>
    public static string Format(byte[] value) => Convert.ToBase64String(value);

    /// <summary>A URI as it was written.</summary>
    public static string Format(Uri value) => value.OriginalString;
}
