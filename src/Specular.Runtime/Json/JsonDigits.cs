using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Specular.Runtime;

/// <summary>Digits of a number, eight at a time: each byte of one register is one of them.</summary>
internal static class JsonDigits
{
    /// <summary>What the first eight bytes stand for, where all of them are digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryEight(ReadOnlySpan<byte> text, out uint value)
    {
        value = 0;
        if (text.Length < sizeof(ulong)) return false;
        var digits = BinaryPrimitives.ReadUInt64LittleEndian(text);

        // 0x30 to 0x39 have a 3 in front, and have it still when 6 is added.
        if ((digits & 0xF0F0F0F0F0F0F0F0) != 0x3030303030303030 || (unchecked(digits + 0x0606060606060606) & 0xF0F0F0F0F0F0F0F0) != 0x3030303030303030) return false;
        unchecked
        {
            // Pairs, then fours, then all: each step puts two neighbours together.
            digits = (digits & 0x0F0F0F0F0F0F0F0F) * 10 + ((digits & 0x0F0F0F0F0F0F0F0F) >> 8);
            digits = (digits & 0x00FF00FF00FF00FF) * 100 + ((digits & 0x00FF00FF00FF00FF) >> 16);
            digits = (digits & 0x0000FFFF0000FFFF) * 10_000 + ((digits & 0x0000FFFF0000FFFF) >> 32);
            value = (uint)digits;
        }

        return true;
    }
}
