using System;
using System.Globalization;
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>Writes the scalar types that <see cref="Utf8JsonWriter"/> has no method for, or writes in another form than RFC 3339's.</summary>
internal static class JsonWrite
{
    /// <summary>Writes a date and time (RFC 3339): <c>Z</c> for UTC, and no more digits of a second than there are.</summary>
    public static void DateTimeOffset(Utf8JsonWriter writer, global::System.DateTimeOffset value)
    {
        if (value.Offset == TimeSpan.Zero) writer.WriteStringValue(value.UtcDateTime);
        else writer.WriteStringValue(value);
    }

#if NET8_0_OR_GREATER
    /// <summary>Writes a date (RFC 3339, <c>full-date</c>).</summary>
    public static void Date(Utf8JsonWriter writer, DateOnly value)
    {
        Span<byte> text = stackalloc byte[10];
        value.TryFormat(text, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text.Slice(0, length));
    }

    /// <summary>Writes a time of day (RFC 3339, <c>partial-time</c>), with no more digits of a second than there are.</summary>
    public static void Time(Utf8JsonWriter writer, TimeOnly value)
    {
        Span<byte> text = stackalloc byte[16];
        value.TryFormat(text, out var length, "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text.Slice(0, length));
    }
#endif

    /// <summary>Writes a number of single precision in the fewest digits that give it back.</summary>
    /// <exception cref="ArgumentException">JSON has no NaN and no infinity.</exception>
    public static void Single(Utf8JsonWriter writer, float value)
    {
        if (float.IsNaN(value) || float.IsInfinity(value)) throw NotANumber(value);
        writer.WriteNumberValue(value);
    }

    /// <summary>Writes a number of double precision in the fewest digits that give it back.</summary>
    /// <exception cref="ArgumentException">JSON has no NaN and no infinity.</exception>
    public static void Double(Utf8JsonWriter writer, double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value)) throw NotANumber(value);
        writer.WriteNumberValue(value);
    }

    /// <summary>Writes bytes as base64 (RFC 4648, section 4).</summary>
    public static void Bytes(Utf8JsonWriter writer, byte[] value)
    {
        if (value is null) throw new ArgumentNullException(nameof(value));
        writer.WriteBase64StringValue(value);
    }

    /// <summary>Writes a value of any kind as it is.</summary>
    /// <exception cref="JsonException">The element was never set.</exception>
    public static void Element(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined) throw JsonErrors.NotAWireValue(nameof(JsonElement));
        value.WriteTo(writer);
    }

    /// <summary>Writes a value of any kind byte for byte as it came, with its spaces and escapes.</summary>
    /// <exception cref="JsonException">The element was never set.</exception>
    public static void Raw(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined) throw JsonErrors.NotAWireValue(nameof(JsonElement));
        writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
    }

    /// <summary>The error for a number that neither JSON nor a URL has a text for.</summary>
    internal static ArgumentException NotANumber(double value) =>
        new(value.ToString(CultureInfo.InvariantCulture) + " has no form in JSON: only finite numbers can be sent", nameof(value));
}
