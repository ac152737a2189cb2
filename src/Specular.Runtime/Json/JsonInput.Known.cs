using System;
#if NET8_0_OR_GREATER
using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace Specular.Runtime;

/// <content>
/// Short strings that a long body has said already: it says most of them again and again, and what is there need not be made, held and collected once more.
/// </content>
internal ref partial struct JsonInput
{
#if NET8_0_OR_GREATER
    // Below, there is little to be said again. The more there is, the more strings it has.
    private const int LongText = 16 * 1024, VeryLongText = 1024 * 1024;
    private const int KnownBits = 10, ManyKnownBits = 12;

    // In bytes. What is longer is mostly there once.
    private const int LongestKnown = 32;

    // A string that is known saves more than looking for one costs in vain. Where there are too few, nobody looks any more.
    private const int FirstLuck = 512;
    private const int MostLuck = 4096;
    private const int Found = 3;

    /// <summary>Gives back what it has of the pool, with nothing of the text left in it.</summary>
    public void Dispose()
    {
        if (_known is not { } known) return;
        _known = null;
        _luckOfValues = _luckOfNames = 0;
        ArrayPool<string?>.Shared.Return(known, clearArray: true);
    }

    private void Know()
    {
        if (_text.Length < LongText) return;
        _knownBits = _text.Length < VeryLongText ? KnownBits : ManyKnownBits;
        _known = ArrayPool<string?>.Shared.Rent(2 << _knownBits);
        _luckOfValues = _luckOfNames = FirstLuck;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private string Value(ReadOnlySpan<byte> text) => _luckOfValues <= 0 || text.Length is 0 or > LongestKnown ? JsonText.FromAscii(text) : Known(text, 0, ref _luckOfValues);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private string Name(ReadOnlySpan<byte> text) => _luckOfNames <= 0 || text.Length is 0 or > LongestKnown ? JsonText.FromAscii(text) : Known(text, 1 << _knownBits, ref _luckOfNames);

    private readonly string Known(ReadOnlySpan<byte> text, int from, scoped ref int luck)
    {
        ref var known = ref _known![from + Place(text, _knownBits)];
        if (known is not null && IsSame(text, known))
        {
            if (luck < MostLuck) luck += Found;
            return known;
        }

        var made = JsonText.FromAscii(text);
        known = made;
        luck--;
        return made;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSame(ReadOnlySpan<byte> text, string known)
    {
        if (text.Length != known.Length) return false;
        ref var bytes = ref MemoryMarshal.GetReference(text);
        ref var chars = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(known.AsSpan()));
        if (text.Length < Vector64<byte>.Count)
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (Unsafe.Add(ref bytes, i) != Unsafe.Add(ref chars, i)) return false;
            }

            return true;
        }

        // Eight at a time; the last eight may be some of those before too.
        for (var i = 0; ; i += Vector64<byte>.Count)
        {
            var last = text.Length - Vector64<byte>.Count;
            if (i > last) i = last;
            if (Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, i))).AsByte()) != Vector128.LoadUnsafe(ref chars, (nuint)i)) return false;
            if (i == last) return true;
        }
    }

    private static int Place(ReadOnlySpan<byte> text, int bits)
    {
        ulong first;
        ulong last;
        if (text.Length >= sizeof(ulong))
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(text);
            last = BinaryPrimitives.ReadUInt64LittleEndian(text.Slice(text.Length - sizeof(ulong)));
        }
        else if (text.Length >= sizeof(uint))
        {
            first = BinaryPrimitives.ReadUInt32LittleEndian(text);
            last = BinaryPrimitives.ReadUInt32LittleEndian(text.Slice(text.Length - sizeof(uint)));
        }
        else
        {
            first = text[0];
            last = (uint)(text[text.Length - 1] << 8 | text[text.Length / 2]);
        }

        // Fibonacci hashing: the upper bits of a product depend on all that are below.
        const ulong Golden = 0x9E3779B97F4A7C15;
        return (int)(unchecked(((first * Golden) ^ last ^ (ulong)text.Length) * Golden) >> (64 - bits));
    }
#else
    /// <summary>There is nothing to give back.</summary>
    public readonly void Dispose()
    {
    }

    private readonly void Know()
    {
    }

    private static string Value(ReadOnlySpan<byte> text) => JsonText.FromAscii(text);

    private static string Name(ReadOnlySpan<byte> text) => JsonText.FromAscii(text);
#endif
}
