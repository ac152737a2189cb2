using System;
using System.Text;
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>The exceptions of reading and writing JSON, made out of line so that the code that throws them stays small.</summary>
internal static class JsonErrors
{
    /// <summary>How much of what a server sent may be repeated in a message, in characters.</summary>
    private const int PreviewLength = 64;

    /// <summary>A value of another kind: "null where a number is due". Where it is no JSON at all, that is what is wrong.</summary>
    /// <param name="json">Stands before the value.</param>
    /// <param name="expected">What is due, with its article.</param>
    public static JsonReadException Unexpected(ref JsonInput json, string expected)
    {
        var found = json.Peek;
        var value = json;
        value.Skip();
        return new(Kind(found) + " where " + expected + " is due", json.Position);
    }

    /// <summary>A property that the description requires is not there.</summary>
    /// <param name="objectStart">The offset, in bytes, of the object's first token.</param>
    /// <param name="seen">A bit for each of the required properties that was there.</param>
    /// <param name="required">Their names on the wire.</param>
    public static JsonReadException Missing(int objectStart, ulong seen, params string[] required)
    {
        var missing = 0;
        while ((seen >> missing & 1) != 0) missing++;
        return new("required property '" + required[missing] + "' is missing", objectStart);
    }

    /// <summary>A value of the right kind whose text is none of what is due.</summary>
    /// <param name="position">The offset, in bytes, of the value.</param>
    /// <param name="text">Its text.</param>
    /// <param name="expected">What is due, with its article.</param>
    /// <param name="why">What is wrong with the text; may be empty.</param>
    public static JsonReadException Invalid(int position, ReadOnlySpan<byte> text, string expected, string why = "") =>
        new("'" + Preview(text) + "' is not " + expected + (why.Length == 0 ? "" : ": " + why), position);

    /// <summary>A number that the type cannot hold.</summary>
    /// <param name="position">The offset, in bytes, of the number.</param>
    /// <param name="text">Its text.</param>
    /// <param name="format">The format of the description: <c>int32</c>, <c>int64</c>, <c>float</c> ….</param>
    public static JsonReadException OutOfRange(int position, ReadOnlySpan<byte> text, string format) =>
        new("'" + Preview(text) + "' is outside the range of " + format, position);

    /// <summary>A value that is too deep to be sent.</summary>
    public static InvalidOperationException TooDeep() =>
        new("The value is deeper than " + WireText.Format(JsonInput.MaxDepth) + " levels, or holds itself; nothing was sent.");

    /// <summary>Writing the zero value of an enum in which zero stands for nothing on the wire.</summary>
    /// <param name="enumType">The enum's C# name.</param>
    public static JsonException NotAWireValue(string enumType) =>
        new("a value of " + enumType + " was never set and stands for none on the wire");

    private static string Kind(byte first) => first switch
    {
        (byte)'n' => "null",
        (byte)'t' => "true",
        (byte)'f' => "false",
        (byte)'"' => "a string",
        (byte)'{' => "an object",
        (byte)'[' => "an array",
        _ => "a number",
    };

    /// <summary>The beginning of the value's own text, safe to show.</summary>
    private static string Preview(ReadOnlySpan<byte> text)
    {
        // Four bytes are the longest character, so this many always hold a whole preview.
        const int Bytes = PreviewLength * 4;
        return Sanitized.Line(JsonText.GetString(Encoding.UTF8, text.Slice(0, Math.Min(Bytes, text.Length))), PreviewLength);
    }
}
