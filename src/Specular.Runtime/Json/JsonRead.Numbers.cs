using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Specular.Runtime;

/// <content>Numbers: exact or an error, never wrapped, cut or turned into infinity.</content>
internal static partial class JsonRead
{
    /// <summary>Reads a whole number of 32 bits; <c>5.0</c> and <c>1e2</c> are whole numbers too.</summary>
    public static int Int32(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var value)) return value;
        var whole = WholeNumber(ref reader, "int32");
        if (whole < int.MinValue || whole > int.MaxValue) throw JsonErrors.OutOfRange(ref reader, "int32");
        return (int)whole;
    }

    /// <summary>Reads a whole number of 64 bits; <c>5.0</c> and <c>1e2</c> are whole numbers too.</summary>
    public static long Int64(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value)) return value;
        return WholeNumber(ref reader, "int64");
    }

    /// <summary>Reads the name of a property that is a whole number of 64 bits.</summary>
    public static long Int64Name(ref Utf8JsonReader reader)
    {
        if (long.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) return value;
        throw JsonErrors.Invalid(ref reader, "an integer of 64 bits");
    }

    /// <summary>Reads a number of single precision.</summary>
    public static float Single(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number) throw JsonErrors.Unexpected(ref reader, "a number");
        if (reader.TryGetSingle(out var value) && !float.IsInfinity(value)) return value;
        throw JsonErrors.OutOfRange(ref reader, "float");
    }

    /// <summary>Reads a number of double precision.</summary>
    public static double Double(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number) throw JsonErrors.Unexpected(ref reader, "a number");
        if (reader.TryGetDouble(out var value) && !double.IsInfinity(value)) return value;
        throw JsonErrors.OutOfRange(ref reader, "double");
    }

    /// <summary>Reads a decimal number.</summary>
    public static decimal Decimal(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number) throw JsonErrors.Unexpected(ref reader, "a number");
        if (reader.TryGetDecimal(out var value)) return value;
        throw JsonErrors.OutOfRange(ref reader, "decimal");
    }

    /// <summary>The way that is not hot: another token, a fraction, an exponent, or too large.</summary>
    private static long WholeNumber(ref Utf8JsonReader reader, string format)
    {
        if (reader.TokenType != JsonTokenType.Number) throw JsonErrors.Unexpected(ref reader, "an integer");
        var text = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        return ExactInteger.Parse(text, out var value) switch
        {
            ExactInteger.Outcome.Exact => value,
            ExactInteger.Outcome.Fraction => throw JsonErrors.Invalid(ref reader, "an integer", "it has a fraction"),
            _ => throw JsonErrors.OutOfRange(ref reader, format),
        };
    }
}
