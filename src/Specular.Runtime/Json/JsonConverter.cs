using System;
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>Lets users' own <c>JsonSerializer</c> calls read and write a type the same way as the client does.</summary>
/// <param name="read">Reads a value.</param>
/// <param name="write">Writes a value.</param>
internal abstract class JsonConverter<T>(JsonReader<T> read, JsonWriter<T> write) : System.Text.Json.Serialization.JsonConverter<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var value = new PooledBuffer();
        Copy(ref reader, value);
        try
        {
            return JsonBody.Parse(value.WrittenSpan, read);
        }
        catch (JsonException exception) when (exception.Path is { } path)
        {
            // The serializer adds where the value itself begins.
            var reason = exception.Message.Substring(0, exception.Message.IndexOf(". Path: ", StringComparison.Ordinal));
            throw new JsonException(reason + " (" + path + " of " + typeof(T).Name + ").", exception.InnerException);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        using var buffer = new PooledBuffer();
        var json = new JsonOutput(buffer);
        write(ref json, value);
        json.Complete();
        Copy(buffer.WrittenSpan, writer);
    }

    // The tokens as they are, without what stands between them: the caller's options may allow more there than JSON does.
    private static void Copy(ref Utf8JsonReader reader, PooledBuffer value)
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

    // Token by token, since the writer has its own ideas of spaces and escapes.
    private static void Copy(ReadOnlySpan<byte> utf8, Utf8JsonWriter writer)
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
