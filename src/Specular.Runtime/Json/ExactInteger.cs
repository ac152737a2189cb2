using System;

namespace Specular.Runtime;

/// <summary>The whole number that a JSON number with a fraction or an exponent stands for, exactly.</summary>
internal static class ExactInteger
{
    /// <summary>What became of a number.</summary>
    internal enum Outcome
    {
        /// <summary>It is a whole number of 64 bits.</summary>
        Exact,

        /// <summary>It is not a whole number.</summary>
        Fraction,

        /// <summary>It is a whole number of more than 64 bits.</summary>
        OutOfRange,
    }

    /// <summary>Parses a number of JSON's grammar (RFC 8259, section 6), without rounding on the way.</summary>
    public static Outcome Parse(ReadOnlySpan<byte> number, out long value)
    {
        value = 0;
        var negative = number[0] == '-';
        var mantissa = negative ? number.Slice(1) : number;
        var exponent = 0L;
        var e = mantissa.IndexOfAny((byte)'e', (byte)'E');
        if (e >= 0)
        {
            exponent = Exponent(mantissa.Slice(e + 1));
            mantissa = mantissa.Slice(0, e);
        }

        var dot = mantissa.IndexOf((byte)'.');
        var integerDigits = dot < 0 ? mantissa.Length : dot;
        // The digits before this place are the number; those behind it must all be zero.
        var end = integerDigits + exponent;
        var magnitude = 0UL;
        var place = 0L;
        for (var i = 0; i < mantissa.Length; i++)
        {
            if (i == dot) continue;
            var digit = (ulong)(mantissa[i] - (byte)'0');
            if (place++ >= end)
            {
                if (digit != 0) return Outcome.Fraction;
            }
            else if (!TryAppend(ref magnitude, digit))
            {
                // Whether there is a fraction too is of no interest any more.
                return Outcome.OutOfRange;
            }
        }

        if (magnitude == 0) return Outcome.Exact;
        for (; place < end; place++)
        {
            if (!TryAppend(ref magnitude, 0)) return Outcome.OutOfRange;
        }

        if (magnitude > (negative ? 1UL << 63 : long.MaxValue)) return Outcome.OutOfRange;
        value = unchecked(negative ? -(long)magnitude : (long)magnitude);
        return Outcome.Exact;
    }

    private static bool TryAppend(ref ulong magnitude, ulong digit)
    {
        if (magnitude > (ulong.MaxValue - digit) / 10) return false;
        magnitude = magnitude * 10 + digit;
        return true;
    }

    /// <summary>The exponent, held at 10^12: no body is long enough to need more.</summary>
    private static long Exponent(ReadOnlySpan<byte> text)
    {
        var negative = text[0] == '-';
        var value = 0L;
        foreach (var c in text)
        {
            if (c is (byte)'-' or (byte)'+') continue;
            value = Math.Min(value * 10 + (c - '0'), 1_000_000_000_000);
        }

        return negative ? -value : value;
    }
}
