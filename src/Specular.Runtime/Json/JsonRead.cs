using System;
using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>
/// Reads the scalar types of the OpenAPI format registry. Each method stands before the value and ends behind it; what does not fit is a
/// <see cref="JsonReadException"/>.
/// </summary>
internal static partial class JsonRead
{
    /// <summary>Reads a string.</summary>
    public static string String(ref JsonInput json)
    {
        if (json.Peek == '"') return json.Text();
        throw JsonErrors.Unexpected(ref json, "a string");
    }

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    public static bool Boolean(ref JsonInput json)
    {
        var first = json.Peek;
        if (first == 't') return json.Take("true"u8);
        if (first == 'f') return !json.Take("false"u8);
        throw JsonErrors.Unexpected(ref json, "a boolean");
    }

    /// <summary>Reads a UUID in its usual form of 36 characters.</summary>
    public static Guid Guid(ref JsonInput json)
    {
        var start = json.Position;
        var text = Text(ref json, "a UUID");
        if (Utf8Parser.TryParse(text, out Guid value, out var length) && length == text.Length) return value;
        throw JsonErrors.Invalid(start, text, "a UUID");
    }

    /// <summary>Reads base64 text (RFC 4648), also of the URL alphabet and without its padding.</summary>
    public static byte[] Bytes(ref JsonInput json)
    {
        var start = json.Position;
        var text = Text(ref json, "base64 text");
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        if (Base64.DecodeFromUtf8(text, bytes, out var read, out var written) == OperationStatus.Done && read == text.Length)
        {
            Array.Resize(ref bytes, written);
            return bytes;
        }

        if (Base64Text.TryDecode(JsonText.GetString(System.Text.Encoding.UTF8, text), out var decoded)) return decoded!;
        throw JsonErrors.Invalid(start, text, "base64 text");
    }

    /// <summary>Reads any value, as a copy that outlives the bytes it came from.</summary>
    public static JsonElement Element(ref JsonInput json)
    {
        var reader = new Utf8JsonReader(json.Raw(), JsonBody.Options);
        return JsonElement.ParseValue(ref reader);
    }

    // The text of a string, without its quotes and escapes.
    private static ReadOnlySpan<byte> Text(ref JsonInput json, string expected)
    {
        if (json.Peek == '"') return json.Utf8();
        throw JsonErrors.Unexpected(ref json, expected);
    }
}
