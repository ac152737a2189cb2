using System;

namespace Specular.Runtime;

/// <content>Dates, times and durations.</content>
internal static partial class JsonRead
{
    /// <summary>Reads a date and time (RFC 3339, section 5.6), and what real servers make of it: see <see cref="TimeText"/>.</summary>
    public static DateTimeOffset DateTimeOffset(ref JsonInput json)
    {
        var start = json.Position;
        var text = Text(ref json, "a date-time");
        if (TimeText.TryParseDateTime(text, out var value)) return value;
        throw JsonErrors.Invalid(start, text, "a date-time");
    }

#if NET8_0_OR_GREATER
    /// <summary>Reads a date (RFC 3339, <c>full-date</c>); a date-time at midnight UTC is a date too.</summary>
    public static DateOnly Date(ref JsonInput json)
    {
        var start = json.Position;
        var text = Text(ref json, "a date");
        if (TimeText.TryParseDate(text, out var value)) return value;
        throw JsonErrors.Invalid(start, text, "a date");
    }

    /// <summary>Reads a time of day (RFC 3339, <c>partial-time</c>, or <c>full-time</c> in UTC).</summary>
    public static TimeOnly Time(ref JsonInput json)
    {
        var start = json.Position;
        var text = Text(ref json, "a time");
        if (TimeText.TryParseTime(text, out var value)) return value;
        throw JsonErrors.Invalid(start, text, "a time");
    }
#endif
}
