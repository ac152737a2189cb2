using System;
using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif
using System.Text;

namespace Specular.Runtime;

/// <summary>The text between the quotes of a JSON string.</summary>
internal static class JsonText
{
    /// <summary>The length of what is ASCII and stands for itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int PlainLength(ReadOnlySpan<byte> text)
    {
        var i = 0;
#if NET8_0_OR_GREATER
        if (Vector128.IsHardwareAccelerated)
        {
            ref var start = ref MemoryMarshal.GetReference(text);
            for (; i <= text.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
            {
                var bytes = Vector128.LoadUnsafe(ref start, (nuint)i);
                // As signed numbers, control characters and all that is not ASCII are less than a space.
                var other = Vector128.LessThan(bytes.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()
                    | Vector128.Equals(bytes, Vector128.Create((byte)'"'))
                    | Vector128.Equals(bytes, Vector128.Create((byte)'\\'));
                var bits = other.ExtractMostSignificantBits();
                if (bits != 0) return i + BitOperations.TrailingZeroCount(bits);
            }
        }
#endif
        while ((uint)i < (uint)text.Length && text[i] is >= (byte)' ' and < 0x80 and not ((byte)'"' or (byte)'\\')) i++;
        return i;
    }

    /// <summary>The length of what stands for itself, ASCII or not.</summary>
    public static int UnescapedLength(ReadOnlySpan<byte> text)
    {
        var i = 0;
#if NET8_0_OR_GREATER
        if (Vector128.IsHardwareAccelerated)
        {
            ref var start = ref MemoryMarshal.GetReference(text);
            for (; i <= text.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
            {
                var bytes = Vector128.LoadUnsafe(ref start, (nuint)i);
                var other = Vector128.LessThan(bytes, Vector128.Create((byte)' '))
                    | Vector128.Equals(bytes, Vector128.Create((byte)'"'))
                    | Vector128.Equals(bytes, Vector128.Create((byte)'\\'));
                var bits = other.ExtractMostSignificantBits();
                if (bits != 0) return i + BitOperations.TrailingZeroCount(bits);
            }
        }
#endif
        while ((uint)i < (uint)text.Length && text[i] is >= (byte)' ' and not ((byte)'"' or (byte)'\\')) i++;
        return i;
    }

    /// <summary>Takes an escape apart, at whose backslash the text begins.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The UTF-16 code unit that it stands for.</param>
    /// <param name="length">The length of the escape, in bytes.</param>
    public static bool TryEscape(ReadOnlySpan<byte> text, out char value, out int length)
    {
        length = 2;
        value = text.Length < 2 ? '\0' : (char)text[1];
        switch (value)
        {
            case '"' or '\\' or '/':
                return true;
            case 'b':
                value = '\b';
                return true;
            case 'f':
                value = '\f';
                return true;
            case 'n':
                value = '\n';
                return true;
            case 'r':
                value = '\r';
                return true;
            case 't':
                value = '\t';
                return true;
            case 'u':
                length = 6;
                return TryHex(text, out value);
            default:
                return false;
        }
    }

    /// <summary>A string of bytes that are known to be ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static string FromAscii(ReadOnlySpan<byte> ascii) =>
#if NET8_0_OR_GREATER
        Encoding.Latin1.GetString(ascii);
#else
        GetString(Encoding.UTF8, ascii);
#endif

    /// <summary>A string of bytes.</summary>
    public static string GetString(Encoding encoding, ReadOnlySpan<byte> bytes) =>
#if NET8_0_OR_GREATER
        encoding.GetString(bytes);
#else
        encoding.GetString(bytes.ToArray());
#endif

    /// <summary>Characters of bytes; how many.</summary>
    public static int GetChars(Encoding encoding, ReadOnlySpan<byte> bytes, Span<char> chars)
    {
#if NET8_0_OR_GREATER
        return encoding.GetChars(bytes, chars);
#else
        var text = encoding.GetChars(bytes.ToArray());
        text.CopyTo(chars);
        return text.Length;
#endif
    }

    private static bool TryHex(ReadOnlySpan<byte> text, out char value)
    {
        value = '\0';
        if (text.Length < 6) return false;
        for (var i = 2; i < 6; i++)
        {
            var c = text[i];
            var digit = c is >= (byte)'0' and <= (byte)'9' ? c - '0' : (c | 0x20) is var letter and >= 'a' and <= 'f' ? letter - 'a' + 10 : -1;
            if (digit < 0) return false;
            value = (char)((value << 4) | digit);
        }

        return true;
    }
}
