using System;
#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
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
    public void String(string value)
    {
        var length = value.Length;
        if (length > Chunk)
        {
            Long(value.AsSpan());
            return;
        }

        Reserve(length * LongestEscape + 2);
        var room = _room.Slice(_at);
        room[0] = (byte)'"';
        room = room.Slice(1);
        var written = Narrow(value.AsSpan(), room);
        if (written < length) written = Escaped(value.AsSpan(), written, room);
        room[written] = (byte)'"';
        _at += written + 2;
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

    private void Long(ReadOnlySpan<char> value)
    {
        Raw((byte)'"');
        while (value.Length > 0)
        {
            var length = Math.Min(value.Length, Chunk);
            if (length < value.Length && char.IsHighSurrogate(value[length - 1])) length--;
            Reserve(length * LongestEscape);
            _at += Escaped(value.Slice(0, length), 0, _room.Slice(_at));
            value = value.Slice(length);
        }

        Raw((byte)'"');
    }

    // The beginning is there already, of which each character is a byte.
    private static int Escaped(ReadOnlySpan<char> text, int start, Span<byte> room)
    {
        var written = start;
        var at = start;
        while (at < text.Length)
        {
            var plain = Narrow(text.Slice(at), room.Slice(written));
            at += plain;
            written += plain;
            while (at < text.Length && IsOther(text[at])) written += Other(text, ref at, room.Slice(written));
        }

        return written;
    }

    private static bool IsOther(char c) => c is < ' ' or > '\u007F' or '"' or '\\';

    // Copies what is ASCII and stands for itself. Behind that, it may write into the room what is to be written over.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Narrow(ReadOnlySpan<char> text, Span<byte> room)
    {
        var i = 0;
#if NET8_0_OR_GREATER
        var width = Vector128<ushort>.Count;
        if (Vector128.IsHardwareAccelerated && text.Length >= width && room.Length >= text.Length)
        {
            ref var from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
            ref var to = ref MemoryMarshal.GetReference(room);
            while (true)
            {
                var chars = Vector128.LoadUnsafe(ref from, (nuint)i);
                var other = Vector128.GreaterThan(chars - Vector128.Create((ushort)' '), Vector128.Create((ushort)(0x7F - ' ')))
                    | Vector128.Equals(chars, Vector128.Create((ushort)'"'))
                    | Vector128.Equals(chars, Vector128.Create((ushort)'\\'));
                Vector128.Narrow(chars, chars).GetLower().StoreUnsafe(ref to, (nuint)i);
                if (other != Vector128<ushort>.Zero) return i + BitOperations.TrailingZeroCount(other.ExtractMostSignificantBits());
                if (i == text.Length - width) return text.Length;

                // The last step goes over some once more where the length is no multiple.
                i = Math.Min(i + width, text.Length - width);
            }
        }
#endif
        for (; (uint)i < (uint)text.Length && (uint)i < (uint)room.Length; i++)
        {
            if (IsOther(text[i])) break;
            room[i] = (byte)text[i];
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
