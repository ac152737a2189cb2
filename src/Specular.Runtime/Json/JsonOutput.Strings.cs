using System;
#if NET8_0_OR_GREATER
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace Specular.Runtime;

/// <content>Strings: escaped where JSON asks for it (RFC 8259, section 7) and nowhere else.</content>
internal ref partial struct JsonOutput
{
    // What is written at once, in characters; none needs more than six bytes.
    private const int Chunk = 1024, LongestEscape = 6;

    /// <summary>Writes a string. Half of a surrogate pair, which UTF-8 does not have, becomes U+FFFD.</summary>
    public void String(string value) => String(value.AsSpan());

    /// <inheritdoc cref="String(string)"/>
    public void String(ReadOnlySpan<char> value)
    {
        Raw((byte)'"');
        while (value.Length > Chunk)
        {
            var length = char.IsHighSurrogate(value[Chunk - 1]) ? Chunk - 1 : Chunk;
            Escaped(value.Slice(0, length));
            value = value.Slice(length);
        }

        Escaped(value);
        Raw((byte)'"');
    }

    /// <summary>A text as a JSON string.</summary>
    public static byte[] Quote(string text)
    {
        using var buffer = new PooledBuffer();
        var json = new JsonOutput(buffer);
        json.String(text);
        json.Complete();
        return buffer.WrittenSpan.ToArray();
    }

    private void Escaped(ReadOnlySpan<char> text)
    {
        Reserve(text.Length * LongestEscape);
        var room = _room.Slice(_at);
        var written = 0;
        var i = 0;
        while (true)
        {
            var plain = Narrow(text.Slice(i), room.Slice(written));
            i += plain;
            written += plain;
            if (i == text.Length) break;
            written += Other(text, ref i, room.Slice(written));
        }

        _at += written;
    }

    // Copies what is ASCII and stands for itself.
    private static int Narrow(ReadOnlySpan<char> text, Span<byte> room)
    {
        var i = 0;
#if NET8_0_OR_GREATER
        if (Vector128.IsHardwareAccelerated && text.Length >= Vector128<ushort>.Count)
        {
            ref var from = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
            ref var to = ref MemoryMarshal.GetReference(room);
            for (; i <= text.Length - Vector128<ushort>.Count; i += Vector128<ushort>.Count)
            {
                var chars = Vector128.LoadUnsafe(ref from, (nuint)i);
                var other = Vector128.LessThan(chars, Vector128.Create((ushort)' '))
                    | Vector128.GreaterThan(chars, Vector128.Create((ushort)0x7F))
                    | Vector128.Equals(chars, Vector128.Create((ushort)'"'))
                    | Vector128.Equals(chars, Vector128.Create((ushort)'\\'));
                // Of what is no ASCII the wrong bytes are written, and written over.
                Vector128.Narrow(chars, chars).GetLower().StoreUnsafe(ref to, (nuint)i);
                var bits = other.ExtractMostSignificantBits();
                if (bits != 0) return i + BitOperations.TrailingZeroCount(bits);
            }
        }
#endif
        for (; (uint)i < (uint)text.Length && (uint)i < (uint)room.Length; i++)
        {
            var c = text[i];
            if (c is < ' ' or > '\u007F' or '"' or '\\') break;
            room[i] = (byte)c;
        }

        return i;
    }

    // Writes what is an escape or no ASCII, and whatever stands between such.
    private static int Other(ReadOnlySpan<char> text, ref int at, Span<byte> room)
    {
        var c = text[at++];
        if (c < 0x80) return Escape(c, room);
        if (c < 0x800)
        {
            room[1] = (byte)(0x80 | (c & 0x3F));
            room[0] = (byte)(0xC0 | (c >> 6));
            return 2;
        }

        if (char.IsHighSurrogate(c) && at < text.Length && char.IsLowSurrogate(text[at]))
        {
            var rune = char.ConvertToUtf32(c, text[at++]);
            room[3] = (byte)(0x80 | (rune & 0x3F));
            room[2] = (byte)(0x80 | ((rune >> 6) & 0x3F));
            room[1] = (byte)(0x80 | ((rune >> 12) & 0x3F));
            room[0] = (byte)(0xF0 | (rune >> 18));
            return 4;
        }

        if (char.IsSurrogate(c)) c = '\uFFFD';
        room[2] = (byte)(0x80 | (c & 0x3F));
        room[1] = (byte)(0x80 | ((c >> 6) & 0x3F));
        room[0] = (byte)(0xE0 | (c >> 12));
        return 3;
    }

    private static int Escape(char c, Span<byte> room)
    {
        room[0] = (byte)'\\';
        room[1] = c switch
        {
            '"' or '\\' => (byte)c,
            '\b' => (byte)'b',
            '\f' => (byte)'f',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            _ => (byte)'u',
        };
        if (room[1] != 'u') return 2;
        room[2] = (byte)'0';
        room[3] = (byte)'0';
        room[4] = (byte)('0' + (c >> 4));
        room[5] = Hex(c & 0xF);
        return LongestEscape;
    }

    private static byte Hex(int digit) => (byte)(digit < 10 ? '0' + digit : 'a' + digit - 10);
}
