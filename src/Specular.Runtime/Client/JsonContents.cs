using System;
using System.Net.Http;
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>Bodies of requests that are JSON.</summary>
internal static class JsonContents
{
    // Text is escaped where JSON asks for it and nowhere else, as other writers of JSON do on the wire.
    private static readonly JsonWriterOptions s_options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 256,
    };

    /// <summary>Writes a value into a body. What cannot be written is said before anything is sent.</summary>
    public static HttpContent Create<T>(T value, Action<Utf8JsonWriter, T> write, string mediaType)
    {
        var buffer = new PooledBuffer();
        try
        {
            using (var writer = new Utf8JsonWriter(buffer, s_options))
                write(writer, value);
            return new BufferContent(buffer, mediaType);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>A value as JSON text, for a parameter or a field of a form.</summary>
    public static string Text<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        using var buffer = new PooledBuffer();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
            write(writer, value);
#if NET8_0_OR_GREATER
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
#else
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan.ToArray());
#endif
    }
}
