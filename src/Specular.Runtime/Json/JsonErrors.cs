using System;
using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>The exceptions of reading and writing JSON, made out of line so that the code that throws them stays small.</summary>
internal static class JsonErrors
{
    /// <summary>How much of what a server sent may be repeated in a message, in characters.</summary>
    private const int PreviewLength = 64;

    /// <summary>A token of another kind: "null where a number is due".</summary>
    /// <param name="reader">Stands on the token.</param>
    /// <param name="expected">What is due, with its article.</param>
    public static JsonReadException Unexpected(ref Utf8JsonReader reader, string expected) =>
        new(Kind(reader.TokenType) + " where " + expected + " is due", reader.TokenStartIndex);

    /// <summary>A property that the description requires is not there.</summary>
    /// <param name="wireName">The property's name on the wire.</param>
    /// <param name="objectStart">The offset, in bytes, of the object's first token.</param>
    public static JsonReadException Missing(string wireName, long objectStart) =>
        new("required property '" + wireName + "' is missing", objectStart);

    /// <summary>A token of the right kind whose text is none of what is due.</summary>
    /// <param name="reader">Stands on the token.</param>
    /// <param name="expected">What is due, with its article.</param>
    /// <param name="why">What is wrong with the text; may be empty.</param>
    public static JsonReadException Invalid(ref Utf8JsonReader reader, string expected, string why = "") =>
        new("'" + Preview(ref reader) + "' is not " + expected + (why.Length == 0 ? "" : ": " + why), reader.TokenStartIndex);

    /// <summary>A number that the type cannot hold.</summary>
    /// <param name="reader">Stands on the token.</param>
    /// <param name="format">The format of the description: <c>int32</c>, <c>int64</c>, <c>float</c> ….</param>
    public static JsonReadException OutOfRange(ref Utf8JsonReader reader, string format) =>
        new("'" + Preview(ref reader) + "' is outside the range of " + format, reader.TokenStartIndex);

    /// <summary>Writing the zero value of an enum in which zero stands for nothing on the wire.</summary>
    /// <param name="enumType">The enum's C# name.</param>
    public static JsonException NotAWireValue(string enumType) =>
        new("a value of " + enumType + " was never set and stands for none on the wire");

    private static string Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.Null => "null",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.PropertyName => "a property name",
        JsonTokenType.EndObject => "the end of an object",
        JsonTokenType.EndArray => "the end of an array",
        _ => "nothing",
    };

    /// <summary>The beginning of the token's own text, safe to show. The text is not unescaped: that can fail.</summary>
    private static string Preview(ref Utf8JsonReader reader)
    {
        // Four bytes are the longest character, so this many always hold a whole preview.
        const int Bytes = PreviewLength * 4;
        byte[] head = reader.HasValueSequence
            ? reader.ValueSequence.Slice(0, Math.Min(Bytes, reader.ValueSequence.Length)).ToArray()
            : reader.ValueSpan.Slice(0, Math.Min(Bytes, reader.ValueSpan.Length)).ToArray();
        return Sanitized.Line(Encoding.UTF8.GetString(head), PreviewLength);
    }
}
