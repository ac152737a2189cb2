using System;
#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#endif
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>Takes one value from a reader of System.Text.Json, and gives one to a writer.</summary>
internal static class JsonTokens
{
#if NET8_0_OR_GREATER
    /// <summary>True where the value stands in one piece of memory, as JSON has it: no reader that allows comments or trailing commas.</summary>
    public static bool IsWhole(ref Utf8JsonReader reader)
    {
        // Only who reads a sequence has a position in it.
        if (reader.Position.GetObject() is not null) return false;
        var options = reader.CurrentState.Options;
        return options.CommentHandling == JsonCommentHandling.Disallow && !options.AllowTrailingCommas;
    }

    /// <summary>Goes to the end of the value.</summary>
    /// <returns>The value.</returns>
    public static ReadOnlySpan<byte> Skip(ref Utf8JsonReader reader)
    {
        var first = reader.ValueSpan;
        var start = reader.TokenStartIndex;
        var isText = reader.TokenType == JsonTokenType.String;

        // The serializer calls a converter when all of the value is there, though not always all of the body.
        if (!reader.TrySkip()) throw new JsonException();

        // A string's own bytes are those between its quotes.
        var length = (int)(reader.BytesConsumed - start);
        ref var begin = ref MemoryMarshal.GetReference(first);
        return MemoryMarshal.CreateReadOnlySpan(ref isText ? ref Unsafe.Subtract(ref begin, 1) : ref begin, length);
    }
#endif

    /// <summary>Copies the tokens as they are, without what stands between them: the reader's options may allow more there than JSON does.</summary>
    public static void Copy(ref Utf8JsonReader reader, PooledBuffer value)
    {
        var depth = reader.CurrentDepth;
        var separate = false;
        while (true)
        {
            var token = reader.TokenType;
            if (token != JsonTokenType.Comment)
            {
                var closes = token is JsonTokenType.EndObject or JsonTokenType.EndArray;
                if (separate && !closes) value.Append(","u8);
                var quotes = token is JsonTokenType.PropertyName or JsonTokenType.String;
                if (quotes) value.Append("\""u8);
                if (reader.HasValueSequence)
                {
                    foreach (var segment in reader.ValueSequence) value.Append(segment.Span);
                }
                else
                {
                    value.Append(reader.ValueSpan);
                }

                if (quotes) value.Append("\""u8);
                if (token == JsonTokenType.PropertyName) value.Append(":"u8);
                separate = token is not (JsonTokenType.PropertyName or JsonTokenType.StartObject or JsonTokenType.StartArray);
                if (separate && reader.CurrentDepth == depth) return;
            }

            if (!reader.Read()) throw new JsonException();
        }
    }

    /// <summary>Gives a value to a writer, token by token.</summary>
    public static void Copy(ReadOnlySpan<byte> utf8, Utf8JsonWriter writer)
    {
        var reader = new Utf8JsonReader(utf8, JsonBody.Options);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    writer.WriteStartObject();
                    break;
                case JsonTokenType.EndObject:
                    writer.WriteEndObject();
                    break;
                case JsonTokenType.StartArray:
                    writer.WriteStartArray();
                    break;
                case JsonTokenType.EndArray:
                    writer.WriteEndArray();
                    break;
                case JsonTokenType.PropertyName when reader.ValueIsEscaped:
                    writer.WritePropertyName(reader.GetString()!);
                    break;
                case JsonTokenType.PropertyName:
                    writer.WritePropertyName(reader.ValueSpan);
                    break;
                case JsonTokenType.String when reader.ValueIsEscaped:
                    writer.WriteStringValue(reader.GetString());
                    break;
                case JsonTokenType.String:
                    writer.WriteStringValue(reader.ValueSpan);
                    break;
                default:
                    writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                    break;
            }
        }
    }
}
