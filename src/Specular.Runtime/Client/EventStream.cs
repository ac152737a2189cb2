using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Threading;

namespace Specular.Runtime;

/// <summary>Reads the items of an answer one by one, as they come.</summary>
internal static class EventStream
{
    /// <summary>What a <c>text/event-stream</c> carries.</summary>
    public enum Payload
    {
        /// <summary>The data of an event is the item, as JSON.</summary>
        Data,

        /// <summary>The event is the item: an object with <c>data</c>, <c>event</c>, <c>id</c> and <c>retry</c>, the data being JSON.</summary>
        Event,

        /// <summary>The same with the data as text.</summary>
        TextEvent,
    }

    private const byte RecordSeparator = 0x1E;

    // How several APIs say, against their own description, that nothing more comes.
    private static readonly byte[] s_done = Encoding.UTF8.GetBytes("[DONE]");

    /// <summary>Reads server-sent events (HTML Standard, section 9.2).</summary>
    /// <exception cref="JsonException">An item is not what the description says.</exception>
    public static async IAsyncEnumerable<T> Events<T>(
        Stream stream, long limit, Payload payload, JsonReader<T> read, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var lines = new LineReader(stream, limit);
        using var data = new PooledBuffer();
        string? type = null;
        string? id = null;
        var any = false;
        var first = true;
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false) is { } next)
        {
            var line = next;
            if (first && line.Length >= 3 && line.Span[0] == 0xEF && line.Span[1] == 0xBB && line.Span[2] == 0xBF)
                line = line.Slice(3);
            first = false;
            if (line.Length > 0)
            {
                TakeField(line.Span, data, ref type, ref id, ref any);
                if (data.WrittenCount > limit)
                    throw new ResponseTooLargeException(limit);
                continue;
            }

            if (any)
            {
                if (data.WrittenSpan.SequenceEqual(s_done))
                    yield break;
                yield return payload == Payload.Data ? JsonBody.Parse(data.WrittenSpan, read) : Envelope(data, type, id, payload, read);
            }

            data.Clear();
            type = null;
            any = false;
        }
    }

    /// <summary>Reads JSON values that end with their line (NDJSON, JSON Lines), or begin with a record separator and end with the line that completes them (RFC 7464).</summary>
    /// <exception cref="JsonException">An item is not what the description says.</exception>
    public static async IAsyncEnumerable<T> Lines<T>(Stream stream, long limit, JsonReader<T> read, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var lines = new LineReader(stream, limit);
        using var record = new PooledBuffer();
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            var text = line;
            var begins = false;
            while (text.Length > 0 && text.Span[0] is RecordSeparator or (byte)' ' or (byte)'\t')
            {
                begins |= text.Span[0] == RecordSeparator;
                text = text.Slice(1);
            }

            // What another record cuts short is no value, and reading it says so.
            if (begins && record.WrittenCount > 0)
                yield return JsonBody.Parse(record.WrittenSpan, read);
            if (begins)
                record.Clear();
            if (record.WrittenCount == 0 && (!begins || text.Length == 0 || IsWhole(text.Span)))
            {
                if (text.Length > 0)
                    yield return JsonBody.Parse(text.Span, read);
                continue;
            }

            record.Append(text.Span);
            record.Append("\n"u8);
            if (record.WrittenCount > limit)
                throw new ResponseTooLargeException(limit);
            if (!IsWhole(record.WrittenSpan))
                continue;
            yield return JsonBody.Parse(record.WrittenSpan, read);
            record.Clear();
        }

        if (record.WrittenCount > 0)
            yield return JsonBody.Parse(record.WrittenSpan, read);
    }

    // True where nothing more can belong to it: the value has ended, or is none.
    private static bool IsWhole(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException)
        {
            return true;
        }

        return reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.None or JsonTokenType.StartObject or JsonTokenType.StartArray);
    }

    private static void TakeField(ReadOnlySpan<byte> line, PooledBuffer data, ref string? type, ref string? id, ref bool any)
    {
        var colon = line.IndexOf((byte)':');
        var name = colon < 0 ? line : line.Slice(0, colon);
        var value = colon < 0 ? default : line.Slice(colon + 1);
        if (value.Length > 0 && value[0] == (byte)' ')
            value = value.Slice(1);
        if (name.SequenceEqual("data"u8))
        {
            if (any)
                data.Append("\n"u8);
            data.Append(value);
            any = true;
        }
        else if (name.SequenceEqual("event"u8))
        {
            type = Text(value);
        }
        else if (name.SequenceEqual("id"u8))
        {
            id = Text(value);
        }
    }

    private static T Envelope<T>(PooledBuffer data, string? type, string? id, Payload payload, JsonReader<T> read)
    {
        using var json = new PooledBuffer();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            if (type is not null)
                writer.WriteString("event"u8, type);
            if (id is not null)
                writer.WriteString("id"u8, id);

            // Empty data is a text, but no JSON: such an event has none.
            if (payload == Payload.TextEvent)
            {
                writer.WriteString("data"u8, data.WrittenSpan);
            }
            else if (data.WrittenCount > 0)
            {
                writer.WritePropertyName("data"u8);
                writer.WriteRawValue(data.WrittenSpan);
            }

            writer.WriteEndObject();
        }

        return JsonBody.Parse(json.WrittenSpan, read);
    }

    private static string Text(ReadOnlySpan<byte> value)
    {
#if NET8_0_OR_GREATER
        return Encoding.UTF8.GetString(value);
#else
        return Encoding.UTF8.GetString(value.ToArray());
#endif
    }
}
