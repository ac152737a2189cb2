using System;
using System.Buffers.Text;
using System.Globalization;

namespace Specular.Runtime;

/// <content>Numbers: exact or an error, never wrapped, cut or turned into infinity.</content>
internal static partial class JsonRead
{
    // Powers of ten that a double holds exactly, as it does every whole number up to 2^53.
    private const long LargestExactInteger = 1L << 53;

    private static readonly double[] s_exactPowers = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18];

    /// <summary>Reads a whole number of 32 bits; <c>5.0</c> and <c>1e2</c> are whole numbers too.</summary>
    public static int Int32(ref JsonInput json)
    {
        var start = json.Position;
        var whole = Int64(ref json, "int32");
        if (whole is < int.MinValue or > int.MaxValue) throw JsonErrors.OutOfRange(start, json.Since(start), "int32");
        return (int)whole;
    }

    /// <summary>Reads a whole number of 64 bits; <c>5.0</c> and <c>1e2</c> are whole numbers too.</summary>
    public static long Int64(ref JsonInput json) => Int64(ref json, "int64");

    /// <summary>Makes a whole number of 64 bits of the name of a property.</summary>
    public static long Int64Name(string? name)
    {
        if (long.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) return value;
        throw new JsonReadException("the name of a property is not an integer of 64 bits", 0);
    }

    /// <summary>Reads a number of single precision.</summary>
    public static float Single(ref JsonInput json)
    {
        var start = json.Position;
        var text = Number(ref json, "a number");
        if (Utf8Parser.TryParse(text, out float value, out _) && !float.IsInfinity(value)) return value;
        throw JsonErrors.OutOfRange(start, text, "float");
    }

    /// <summary>Reads a number of double precision.</summary>
    public static double Double(ref JsonInput json)
    {
        // Of two exact numbers the quotient is the double that is nearest.
        var start = json.Position;
        var isFixed = json.TryFixed(out var digits, out var scale);
        if (isFixed && digits is >= -LargestExactInteger and <= LargestExactInteger) return digits / s_exactPowers[scale];
        var text = isFixed ? json.Since(start) : Number(ref json, "a number");
        if (Utf8Parser.TryParse(text, out double value, out _) && !double.IsInfinity(value)) return value;
        throw JsonErrors.OutOfRange(start, text, "double");
    }

    /// <summary>Reads a decimal number, with the zeros at its end that it has.</summary>
    public static decimal Decimal(ref JsonInput json)
    {
        if (json.TryFixed(out var digits, out var scale))
        {
            var magnitude = Math.Abs(digits);
            return new decimal(unchecked((int)magnitude), unchecked((int)(magnitude >> 32)), 0, digits < 0, (byte)scale);
        }

        var start = json.Position;
        var text = Number(ref json, "a number");
        if (Utf8Parser.TryParse(text, out decimal value, out var length, text.IndexOfAny((byte)'e', (byte)'E') < 0 ? 'G' : 'E') && length == text.Length) return value;
        throw JsonErrors.OutOfRange(start, text, "decimal");
    }

    private static long Int64(ref JsonInput json, string format)
    {
        if (json.TryInteger(out var value)) return value;

        // A fraction, an exponent, too large, or no number.
        var start = json.Position;
        var text = Number(ref json, "an integer");
        return ExactInteger.Parse(text, out value) switch
        {
            ExactInteger.Outcome.Exact => value,
            ExactInteger.Outcome.Fraction => throw JsonErrors.Invalid(start, text, "an integer", "it has a fraction"),
            _ => throw JsonErrors.OutOfRange(start, text, format),
        };
    }

    private static ReadOnlySpan<byte> Number(ref JsonInput json, string expected)
    {
        if (json.Peek is (byte)'-' or (>= (byte)'0' and <= (byte)'9')) return json.Number();
        throw JsonErrors.Unexpected(ref json, expected);
    }
}
