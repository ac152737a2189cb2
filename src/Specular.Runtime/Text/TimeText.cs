using System;

namespace Specular.Runtime;

/// <summary>
/// Dates and times of RFC 3339, and what real servers make of them: no offset (UTC is assumed), a space in place of <c>T</c>, <c>+0000</c> or
/// <c>+00</c>, no seconds, a date alone, a comma before the fraction, and fractions longer than seven digits, of which the rest is cut.
/// </summary>
internal static class TimeText
{
    /// <summary>Parses a date and time.</summary>
    public static bool TryParseDateTime(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (!TryDate(text, out var ticks)) return false;
        var rest = text.Slice(10);
        var offset = 0L;
        if (rest.Length > 0)
        {
            if (rest[0] is not ((byte)'T' or (byte)'t' or (byte)' ')) return false;
            rest = rest.Slice(1);
            if (!TryTime(ref rest, out var time) || !TryOffset(rest, out offset)) return false;
            ticks += time;
        }

        var utc = ticks - offset;
        if (ticks > DateTime.MaxValue.Ticks || utc < 0 || utc > DateTime.MaxValue.Ticks) return false;
        value = new DateTimeOffset(ticks, new TimeSpan(offset));
        return true;
    }

#if NET8_0_OR_GREATER
    /// <summary>Parses a date, also one with a time of midnight UTC behind it.</summary>
    public static bool TryParseDate(ReadOnlySpan<byte> text, out DateOnly value)
    {
        value = default;
        if (!TryParseDateTime(text, out var moment) || moment.TimeOfDay != TimeSpan.Zero || moment.Offset != TimeSpan.Zero) return false;
        value = DateOnly.FromDateTime(moment.DateTime);
        return true;
    }

    /// <summary>Parses a time of day. An offset other than UTC is refused, since it would be lost.</summary>
    public static bool TryParseTime(ReadOnlySpan<byte> text, out TimeOnly value)
    {
        value = default;
        if (!TryTime(ref text, out var ticks) || !TryOffset(text, out var offset) || offset != 0 || ticks >= TimeSpan.TicksPerDay) return false;
        value = new TimeOnly(ticks);
        return true;
    }
#endif

    private static bool TryDate(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-') return false;
        if (!TryTwoDigits(text, out var century) || !TryTwoDigits(text.Slice(2), out var year)) return false;
        if (!TryTwoDigits(text.Slice(5), out var month) || !TryTwoDigits(text.Slice(8), out var day)) return false;
        year += century * 100;
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month)) return false;
        ticks = new DateTime(year, month, day).Ticks;
        return true;
    }

    /// <summary>Takes <c>HH:mm[:ss[.fraction]]</c> off the beginning of the text.</summary>
    private static bool TryTime(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < 5 || text[2] != ':') return false;
        if (!TryTwoDigits(text, out var hour) || hour > 23 || !TryTwoDigits(text.Slice(3), out var minute) || minute > 59) return false;
        ticks = hour * TimeSpan.TicksPerHour + minute * TimeSpan.TicksPerMinute;
        text = text.Slice(5);
        if (text.Length == 0 || text[0] != ':') return true;

        // 60 is a leap second (RFC 3339, section 5.7), and .NET has none: it becomes the first second of the next minute.
        if (text.Length < 3 || !TryTwoDigits(text.Slice(1), out var second) || second > 60) return false;
        ticks += second * TimeSpan.TicksPerSecond;
        text = text.Slice(3);
        if (text.Length == 0 || text[0] is not ((byte)'.' or (byte)',')) return true;

        var i = 1;
        var unit = TimeSpan.TicksPerSecond;
        for (; i < text.Length && text[i] is >= (byte)'0' and <= (byte)'9'; i++)
        {
            unit /= 10;
            ticks += (text[i] - '0') * unit;
        }

        text = text.Slice(i);
        return i > 1;
    }

    /// <summary>Parses the whole text as an offset from UTC; none at all is UTC.</summary>
    private static bool TryOffset(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length > 1 && text[0] == ' ') text = text.Slice(1);
        if (text.Length == 0 || (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z')) return text.Length <= 1;
        if (text[0] is not ((byte)'+' or (byte)'-')) return false;
        var digits = text.Slice(1);
        if (digits.Length < 2 || !TryTwoDigits(digits, out var hours)) return false;
        var minutes = 0;
        var valid = digits.Length switch
        {
            2 => true,
            4 => TryTwoDigits(digits.Slice(2), out minutes),
            5 => digits[2] == ':' && TryTwoDigits(digits.Slice(3), out minutes),
            _ => false,
        };
        // DateTimeOffset holds no more than fourteen hours.
        if (!valid || minutes > 59 || hours * 60 + minutes > 14 * 60) return false;
        ticks = hours * TimeSpan.TicksPerHour + minutes * TimeSpan.TicksPerMinute;
        if (text[0] == '-') ticks = -ticks;
        return true;
    }

    private static bool TryTwoDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        if (text.Length < 2 || text[0] is < (byte)'0' or > (byte)'9' || text[1] is < (byte)'0' or > (byte)'9') return false;
        value = (text[0] - '0') * 10 + (text[1] - '0');
        return true;
    }
}
