using System;

namespace Specular.Runtime;

/// <summary>Durations of ISO 8601 (RFC 3339, appendix A): <c>P1DT2H3M4.5S</c>.</summary>
internal static class DurationText
{
    /// <summary>Room enough for any duration that <see cref="Format(TimeSpan, Span{char})"/> writes.</summary>
    public const int LongestFormat = 32;

    // The designators in the order in which they have to come; a year and a month have no length of their own.
    private const string Designators = "YMWDTHMS";

    /// <summary>Parses a duration; <paramref name="why"/> says what is wrong with one that is refused.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out TimeSpan value, out string why)
    {
        value = default;
        why = "";
        var negative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+') text = text.Slice(1);
        if (text.Length < 3 || text[0] != 'P') return false;

        const ulong Limit = 1UL << 63;
        var total = 0UL;
        var next = 0;
        var last = false;
        for (text = text.Slice(1); text.Length > 0;)
        {
            if (text[0] == 'T' && next <= 4 && text.Length > 1)
            {
                next = 5;
                text = text.Slice(1);
                continue;
            }

            if (last || !TryAmount(ref text, out var amount, out last) || text.Length == 0) return false;
            var designator = Designators.IndexOf((char)text[0], next);
            if (designator < 0 || designator == 4 || (next < 5 && designator > 4)) return false;
            if (designator < 2 && amount != 0)
            {
                why = "years and months have no fixed length";
                return false;
            }

            amount *= TicksPer(designator);
            if (amount > Limit - total)
            {
                why = "it is too long";
                return false;
            }

            total += (ulong)amount;
            next = designator + 1;
            text = text.Slice(1);
        }

        if (total == Limit && !negative)
        {
            why = "it is too long";
            return false;
        }

        value = new TimeSpan(unchecked(negative ? -(long)total : (long)total));
        return true;
    }

    /// <summary>Writes a duration and tells how many characters it has. Days are the largest unit.</summary>
    public static int Format(TimeSpan value, Span<char> destination)
    {
        var ticks = value.Ticks < 0 ? unchecked((ulong)-value.Ticks) : (ulong)value.Ticks;
        var length = 0;
        if (value.Ticks < 0) destination[length++] = '-';
        destination[length++] = 'P';
        Part(ref ticks, TimeSpan.TicksPerDay, 'D', destination, ref length);
        if (ticks == 0 && value.Ticks != 0) return length;

        destination[length++] = 'T';
        Part(ref ticks, TimeSpan.TicksPerHour, 'H', destination, ref length);
        Part(ref ticks, TimeSpan.TicksPerMinute, 'M', destination, ref length);
        if (ticks == 0 && value.Ticks != 0) return length;

        Number(ticks / TimeSpan.TicksPerSecond, destination, ref length);
        var fraction = ticks % TimeSpan.TicksPerSecond;
        if (fraction != 0) destination[length++] = '.';
        for (var unit = (ulong)TimeSpan.TicksPerSecond / 10; fraction != 0; unit /= 10)
        {
            destination[length++] = (char)('0' + fraction / unit);
            fraction %= unit;
        }

        destination[length++] = 'S';
        return length;
    }

    /// <summary>Takes a number off the beginning of the text; only the last number of a duration may have a fraction.</summary>
    private static bool TryAmount(ref ReadOnlySpan<byte> text, out decimal amount, out bool hasFraction)
    {
        amount = 0;
        hasFraction = false;
        var i = 0;
        for (; i < text.Length && text[i] is >= (byte)'0' and <= (byte)'9'; i++)
        {
            // More digits than any duration has; they would only overflow.
            if (i == 15) return false;
            amount = amount * 10 + (text[i] - '0');
        }

        if (i == 0) return false;
        if (i < text.Length && text[i] is (byte)'.' or (byte)',')
        {
            hasFraction = true;
            var start = ++i;
            var unit = 0.1m;
            for (; i < text.Length && text[i] is >= (byte)'0' and <= (byte)'9'; i++)
            {
                amount += (text[i] - '0') * unit;
                unit /= 10;
            }

            if (i == start) return false;
        }

        text = text.Slice(i);
        return true;
    }

    private static long TicksPer(int designator) => designator switch
    {
        2 => 7 * TimeSpan.TicksPerDay,
        3 => TimeSpan.TicksPerDay,
        5 => TimeSpan.TicksPerHour,
        6 => TimeSpan.TicksPerMinute,
        7 => TimeSpan.TicksPerSecond,
        _ => 0,
    };

    private static void Part(ref ulong ticks, long unit, char designator, Span<char> destination, ref int length)
    {
        var count = ticks / (ulong)unit;
        if (count == 0) return;
        ticks %= (ulong)unit;
        Number(count, destination, ref length);
        destination[length++] = designator;
    }

    private static void Number(ulong value, Span<char> destination, ref int length)
    {
        var digits = 1;
        for (var rest = value; rest >= 10; rest /= 10) digits++;
        for (var i = digits - 1; i >= 0; i--, value /= 10) destination[length + i] = (char)('0' + value % 10);
        length += digits;
    }
}
