using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Specular.Runtime.Tests.Json;

/// <summary>Reads one value, as generated code does.</summary>
internal static class Read
{
    public static T One<T>(string json, JsonReader<T> read) => JsonBody.Parse(Encoding.UTF8.GetBytes(json), read);

    public static JsonException Error<T>(string json, JsonReader<T> read) => Assert.Throws<JsonException>(() => { One(json, read); });

    /// <summary>The message without its place.</summary>
    public static string Reason<T>(string json, JsonReader<T> read)
    {
        var message = Error(json, read).Message;
        return message[..message.IndexOf(". Path: ", StringComparison.Ordinal)];
    }

    /// <summary>Reads from segments of one byte each, as a streaming serializer may hand them to a converter.</summary>
    public static T Segmented<T>(string json, JsonReader<T> read)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        Segment? first = null, last = null;
        for (var i = 0; i < bytes.Length; i++)
        {
            last = new Segment(bytes.AsMemory(i, 1), last);
            first ??= last;
        }

        var reader = new Utf8JsonReader(new ReadOnlySequence<byte>(first!, 0, last!, 1), default(JsonReaderOptions));
        reader.Read();
        return read(ref reader);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? previous)
        {
            Memory = memory;
            if (previous is null) return;
            RunningIndex = previous.RunningIndex + previous.Memory.Length;
            previous.Next = this;
        }
    }
}
