using System;

namespace Specular.Runtime;

/// <content>Dates and times, as RFC 3339 has them.</content>
internal static partial class JsonWrite
{
    /// <summary>Writes a date and time (RFC 3339): <c>Z</c> for UTC, and no more digits of a second than there are.</summary>
    public static void DateTimeOffset(ref JsonOutput json, DateTimeOffset value)
    {
        var room = json.Scalar();
        room[0] = (byte)'"';
        Date(room.Slice(1), value.DateTime);
        room[11] = (byte)'T';
        var length = 12 + Time(room.Slice(12), value.TimeOfDay.Ticks);
        var offset = (int)(value.Offset.Ticks / TimeSpan.TicksPerMinute);
        if (offset == 0)
        {
            room[length++] = (byte)'Z';
        }
        else
        {
            room[length] = offset < 0 ? (byte)'-' : (byte)'+';
            offset = Math.Abs(offset);
            Digits(room.Slice(length + 1), offset / 60);
            room[length + 3] = (byte)':';
            Digits(room.Slice(length + 4), offset % 60);
            length += 6;
        }

        room[length] = (byte)'"';
        json.Advance(length + 1);
    }

#if NET8_0_OR_GREATER
    /// <summary>Writes a date (RFC 3339, <c>full-date</c>).</summary>
    public static void Date(ref JsonOutput json, DateOnly value)
    {
        var room = json.Scalar();
        room[0] = (byte)'"';
        Date(room.Slice(1), value.ToDateTime(TimeOnly.MinValue));
        room[11] = (byte)'"';
        json.Advance(12);
    }

    /// <summary>Writes a time of day (RFC 3339, <c>partial-time</c>), with no more digits of a second than there are.</summary>
    public static void Time(ref JsonOutput json, TimeOnly value)
    {
        var room = json.Scalar();
        room[0] = (byte)'"';
        var length = 1 + Time(room.Slice(1), value.Ticks);
        room[length] = (byte)'"';
        json.Advance(length + 1);
    }
#endif

    private static void Date(Span<byte> room, DateTime value)
    {
#if NET8_0_OR_GREATER
        var (year, month, day) = value;
#else
        var (year, month, day) = (value.Year, value.Month, value.Day);
#endif
        Digits(room, year / 100);
        Digits(room.Slice(2), year % 100);
        room[4] = (byte)'-';
        Digits(room.Slice(5), month);
        room[7] = (byte)'-';
        Digits(room.Slice(8), day);
    }

    private static int Time(Span<byte> room, long ticks)
    {
        var seconds = (int)(ticks / TimeSpan.TicksPerSecond);
        Digits(room, seconds / 3600);
        room[2] = (byte)':';
        Digits(room.Slice(3), seconds / 60 % 60);
        room[5] = (byte)':';
        Digits(room.Slice(6), seconds % 60);
        var fraction = (int)(ticks % TimeSpan.TicksPerSecond);
        if (fraction == 0) return 8;
        room[8] = (byte)'.';
        var length = 9;
        for (var unit = (int)TimeSpan.TicksPerSecond / 10; fraction > 0; unit /= 10)
        {
            room[length++] = (byte)('0' + fraction / unit);
            fraction %= unit;
        }

        return length;
    }

    private static void Digits(Span<byte> room, int value)
    {
        room[1] = (byte)('0' + value % 10);
        room[0] = (byte)('0' + value / 10);
    }
}
