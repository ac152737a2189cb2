using System.Net.Http;
using System.Text;

namespace Specular.Runtime;

/// <summary>Bodies of requests that are JSON.</summary>
internal static class JsonContents
{
    /// <summary>Writes a value into a body. What cannot be written is said before anything is sent.</summary>
    public static HttpContent Create<T>(T value, JsonWriter<T> write, string mediaType)
    {
        var buffer = new PooledBuffer();
        try
        {
            Write(buffer, value, write);
            return new BufferContent(buffer, mediaType);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>A value as JSON text, for a parameter or a field of a form.</summary>
    public static string Text<T>(T value, JsonWriter<T> write)
    {
        using var buffer = new PooledBuffer();
        Write(buffer, value, write);
        return JsonText.GetString(Encoding.UTF8, buffer.WrittenSpan);
    }

    private static void Write<T>(PooledBuffer buffer, T value, JsonWriter<T> write)
    {
        var json = new JsonOutput(buffer);
        write(ref json, value);
        json.Complete();
    }
}
