using System.Text.Json;

namespace Specular.Runtime;

/// <summary>
/// Reads the scalar types of the OpenAPI format registry. Each method stands on the value's token and stays there; what does not fit is a
/// <see cref="JsonReadException"/>, or an <c>InvalidOperationException</c> of the reader for text that is not Unicode.
/// </summary>
internal static partial class JsonRead
{
    /// <summary>Reads a string.</summary>
    public static string String(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String) return reader.GetString()!;
        throw JsonErrors.Unexpected(ref reader, "a string");
    }

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    public static bool Boolean(ref Utf8JsonReader reader)
    {
        var token = reader.TokenType;
        if (token == JsonTokenType.True) return true;
        if (token == JsonTokenType.False) return false;
        throw JsonErrors.Unexpected(ref reader, "a boolean");
    }

    /// <summary>Reads a UUID in its usual form of 36 characters.</summary>
    public static global::System.Guid Guid(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) throw JsonErrors.Unexpected(ref reader, "a UUID");
        if (reader.TryGetGuid(out var value)) return value;
        throw JsonErrors.Invalid(ref reader, "a UUID");
    }

    /// <summary>Reads base64 text (RFC 4648), also of the URL alphabet and without its padding.</summary>
    public static byte[] Bytes(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) throw JsonErrors.Unexpected(ref reader, "base64 text");
        if (reader.TryGetBytesFromBase64(out var bytes) || Base64Text.TryDecode(reader.GetString()!, out bytes)) return bytes!;
        throw JsonErrors.Invalid(ref reader, "base64 text");
    }

    /// <summary>Reads any value, as a copy that outlives the bytes it came from. The reader ends on its last token.</summary>
    public static JsonElement Element(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);
}
