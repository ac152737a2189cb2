using System;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>Lets users' own <c>JsonSerializer</c> calls read and write a type the same way as the client does.</summary>
internal abstract class JsonConverter<T> : System.Text.Json.Serialization.JsonConverter<T>
{
    private readonly JsonReader<T> _read;

    protected JsonConverter() => _read = ReadJson;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
#if NET8_0_OR_GREATER
            if (JsonTokens.IsWhole(ref reader)) return JsonBody.Parse(JsonTokens.Skip(ref reader), _read);
#endif
            using var value = new PooledBuffer();
            JsonTokens.Copy(ref reader, value);
            return JsonBody.Parse(value.WrittenSpan, _read);
        }
        catch (JsonException exception) when (exception.Path is { } path && exception.Message.IndexOf(". Path: ", StringComparison.Ordinal) is var end and >= 0)
        {
            // The serializer adds where the value itself begins.
            throw new JsonException(exception.Message.Substring(0, end) + " (" + path + " of " + typeof(T).Name + ").", exception.InnerException);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        using var buffer = new PooledBuffer();
        var json = new JsonOutput(buffer);
        WriteJson(ref json, value);
        json.Complete();

        // The writer has its own ideas of spaces and escapes.
        var encoder = writer.Options.Encoder ?? JavaScriptEncoder.Default;
        if (writer.Options.Indented || !JsonEscapes.IsKnown(encoder))
        {
            JsonTokens.Copy(buffer.WrittenSpan, writer);
        }
        else if (JsonEscapes.PlainLength(buffer.WrittenSpan) == buffer.WrittenCount)
        {
            writer.WriteRawValue(buffer.WrittenSpan, skipInputValidation: true);
        }
        else
        {
            using var escaped = new PooledBuffer(buffer.WrittenCount * 2);
            JsonEscapes.Copy(buffer.WrittenSpan, escaped, encoder);
            writer.WriteRawValue(escaped.WrittenSpan, skipInputValidation: true);
        }
    }

    /// <summary>Reads a value.</summary>
    protected abstract T ReadJson(ref JsonInput json);

    /// <summary>Writes a value.</summary>
    protected abstract void WriteJson(ref JsonOutput json, T value);
}
