using System;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>Writes the scalar types of the OpenAPI format registry.</summary>
internal static partial class JsonWrite
{
    /// <summary>Writes a string.</summary>
    public static void String(ref JsonOutput json, string value) => json.String(value);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public static void Boolean(ref JsonOutput json, bool value) => json.Boolean(value);

    /// <summary>Writes a whole number of 32 bits.</summary>
    public static void Int32(ref JsonOutput json, int value) => json.Int64(value);

    /// <summary>Writes a whole number of 64 bits.</summary>
    public static void Int64(ref JsonOutput json, long value) => json.Int64(value);

    /// <summary>Writes a decimal number, with the zeros at its end that it has.</summary>
    public static void Decimal(ref JsonOutput json, decimal value) => json.Decimal(value);

    /// <summary>Writes a UUID, in lower case with hyphens.</summary>
    public static void Guid(ref JsonOutput json, Guid value) => json.Guid(value);

    /// <summary>Writes a number of single precision in the fewest digits that give it back.</summary>
    /// <exception cref="ArgumentException">JSON has no NaN and no infinity.</exception>
    public static void Single(ref JsonOutput json, float value)
    {
        if (float.IsNaN(value) || float.IsInfinity(value)) throw NotANumber(value);
#if NET8_0_OR_GREATER
        value.TryFormat(json.Scalar(), out var length, default, CultureInfo.InvariantCulture);
        json.Advance(length);
#else
        json.Raw(System.Text.Encoding.ASCII.GetBytes(WireText.Format(value)));
#endif
    }

    /// <summary>Writes a number of double precision in the fewest digits that give it back.</summary>
    /// <exception cref="ArgumentException">JSON has no NaN and no infinity.</exception>
    public static void Double(ref JsonOutput json, double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value)) throw NotANumber(value);
#if NET8_0_OR_GREATER
        value.TryFormat(json.Scalar(), out var length, default, CultureInfo.InvariantCulture);
        json.Advance(length);
#else
        json.Raw(System.Text.Encoding.ASCII.GetBytes(WireText.Format(value)));
#endif
    }

    /// <summary>Writes bytes as base64 (RFC 4648, section 4).</summary>
    public static void Bytes(ref JsonOutput json, byte[] value)
    {
        if (value is null) throw new ArgumentNullException(nameof(value));
        json.Raw((byte)'"');
        Base64.EncodeToUtf8(value, json.Room(Base64.GetMaxEncodedToUtf8Length(value.Length)), out _, out var length);
        json.Advance(length);
        json.Raw((byte)'"');
    }

    /// <summary>Writes a value of any kind as it is, without its spaces.</summary>
    /// <exception cref="JsonException">The element was never set.</exception>
    public static void Element(ref JsonOutput json, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined) throw JsonErrors.NotAWireValue(nameof(JsonElement));
        using var buffer = new PooledBuffer();
        using (var writer = new Utf8JsonWriter(buffer, s_options)) value.WriteTo(writer);
        json.Raw(buffer.WrittenSpan);
    }

    /// <summary>Writes a value of any kind byte for byte as it came, with its spaces and escapes.</summary>
    /// <exception cref="JsonException">The element was never set.</exception>
    public static void Raw(ref JsonOutput json, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined) throw JsonErrors.NotAWireValue(nameof(JsonElement));
#if NET9_0_OR_GREATER
        json.Raw(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value));
#else
        json.Raw(System.Text.Encoding.UTF8.GetBytes(value.GetRawText()));
#endif
    }

    private static readonly JsonWriterOptions s_options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = JsonInput.MaxDepth,
    };

    /// <summary>The error for a number that neither JSON nor a URL has a text for.</summary>
    internal static ArgumentException NotANumber(double value) =>
        new(value.ToString(CultureInfo.InvariantCulture) + " has no form in JSON: only finite numbers can be sent", nameof(value));
}
