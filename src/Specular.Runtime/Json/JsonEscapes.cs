using System;
#if NET8_0_OR_GREATER
using System.Buffers;
#endif
using System.Text;
using System.Text.Encodings.Web;

namespace Specular.Runtime;

/// <summary>Escapes in JSON that is written already what an encoder of System.Text.Json escapes besides what has to be.</summary>
internal static class JsonEscapes
{
    // The most that an encoder makes of one byte: \uXXXX of an ASCII character; of others it makes that of at least two bytes.
    private const int LongestOfByte = 6;

    // What may stand in JSON as it is, whichever of the known encoders is asked; all printable ASCII but the backslash, and those that HTML gives a meaning.
    private static bool IsPlain(int c) => c is >= ' ' and < 0x7F and not ('\\' or '<' or '>' or '&' or '\'' or '+' or '`');

#if NET8_0_OR_GREATER
    private static readonly SearchValues<byte> s_plain = SearchValues.Create(Plain());

    private static byte[] Plain()
    {
        var plain = new byte[0x7F];
        var count = 0;
        for (var c = 0; c < plain.Length; c++)
        {
            if (IsPlain(c)) plain[count++] = (byte)c;
        }

        return plain.AsSpan(0, count).ToArray();
    }
#endif

    /// <summary>True where it is known which characters the encoder leaves as they are.</summary>
    public static bool IsKnown(JavaScriptEncoder encoder) => ReferenceEquals(encoder, JavaScriptEncoder.Default) || ReferenceEquals(encoder, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    /// <summary>The length of what no known encoder changes.</summary>
    public static int PlainLength(ReadOnlySpan<byte> json)
    {
#if NET8_0_OR_GREATER
        var length = json.IndexOfAnyExcept(s_plain);
        return length < 0 ? json.Length : length;
#else
        var length = 0;
        while (length < json.Length && IsPlain(json[length])) length++;
        return length;
#endif
    }

    /// <summary>Copies a value, with the escapes of the encoder in its strings.</summary>
    /// <param name="json">The value, as <see cref="JsonOutput"/> writes it.</param>
    /// <param name="to">Where to.</param>
    /// <param name="encoder">One that is known.</param>
    public static void Copy(ReadOnlySpan<byte> json, PooledBuffer to, JavaScriptEncoder encoder)
    {
        var inString = false;
        while (true)
        {
            var plain = PlainLength(json);
            to.Append(json.Slice(0, plain));

            // Quotes that belong to a text come after a backslash, which is not plain.
            inString ^= (Quotes(json.Slice(0, plain)) & 1) != 0;
            json = json.Slice(plain);
            if (json.Length == 0) return;
            if (!inString)
            {
                // The plus of an exponent.
                to.Append(json.Slice(0, 1));
                json = json.Slice(1);
            }
            else if (json[0] == '\\')
            {
                Escape(ref json, to, encoder);
            }
            else
            {
                var length = json.IndexOfAny((byte)'"', (byte)'\\');
                Encode(json.Slice(0, length), to, encoder);
                json = json.Slice(length);
            }
        }
    }

    // One escape, or both of a surrogate pair: what was never taken apart, as any value is, may have more escapes than there must be.
    private static void Escape(ref ReadOnlySpan<byte> json, PooledBuffer to, JavaScriptEncoder encoder)
    {
        JsonText.TryEscape(json, out var value, out var length);
        json = json.Slice(length);
        if (value < 0x80)
        {
            Encode([(byte)value], to, encoder);
            return;
        }

        string text = new([value]);
        if (char.IsHighSurrogate(value) && json.Length > 0 && json[0] == '\\' && JsonText.TryEscape(json, out var low, out length))
        {
            text += low;
            json = json.Slice(length);
        }

        Encode(Encoding.UTF8.GetBytes(text), to, encoder);
    }

    private static int Quotes(ReadOnlySpan<byte> json)
    {
#if NET8_0_OR_GREATER
        return json.Count((byte)'"');
#else
        var count = 0;
        foreach (var c in json)
        {
            if (c == '"') count++;
        }

        return count;
#endif
    }

    private static void Encode(ReadOnlySpan<byte> text, PooledBuffer to, JavaScriptEncoder encoder)
    {
        encoder.EncodeUtf8(text, to.GetSpan(text.Length * LongestOfByte), out _, out var written);
        to.Advance(written);
    }
}
