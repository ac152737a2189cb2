using System;
using System.Text.Json;

namespace Specular.Runtime;

/// <content>Dates, times and durations.</content>
internal static partial class JsonRead
{
    /// <summary>The longest text that is unescaped to be looked at, in bytes.</summary>
    private const int LongestTime = 256;

    /// <summary>Reads a date and time (RFC 3339, section 5.6), and what real servers make of it: see <see cref="TimeText"/>.</summary>
    public static global::System.DateTimeOffset DateTimeOffset(ref Utf8JsonReader reader)
    {
        if (TimeText.TryParseDateTime(Text(ref reader, "a date-time"), out var value)) return value;
        throw JsonErrors.Invalid(ref reader, "a date-time");
    }

#if NET8_0_OR_GREATER
    /// <summary>Reads a date (RFC 3339, <c>full-date</c>); a date-time at midnight UTC is a date too.</summary>
    public static DateOnly Date(ref Utf8JsonReader reader)
    {
        if (TimeText.TryParseDate(Text(ref reader, "a date"), out var value)) return value;
        throw JsonErrors.Invalid(ref reader, "a date");
    }

    /// <summary>Reads a time of day (RFC 3339, <c>partial-time</c>, or <c>full-time</c> in UTC).</summary>
    public static TimeOnly Time(ref Utf8JsonReader reader)
    {
        if (TimeText.TryParseTime(Text(ref reader, "a time"), out var value)) return value;
        throw JsonErrors.Invalid(ref reader, "a time");
    }
#endif

    private static ReadOnlySpan<byte> Text(ref Utf8JsonReader reader, string expected)
    {
        if (reader.TokenType != JsonTokenType.String) throw JsonErrors.Unexpected(ref reader, expected);
        return reader.HasValueSequence || reader.ValueIsEscaped ? Unescaped(ref reader, expected) : reader.ValueSpan;
    }

    private static byte[] Unescaped(ref Utf8JsonReader reader, string expected)
    {
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > LongestTime) throw JsonErrors.Invalid(ref reader, expected, "it is too long");
        var buffer = new byte[length];
        var written = reader.CopyString(buffer);
        Array.Resize(ref buffer, written);
        return buffer;
    }
}
