using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Specular.Generator.Binding.Remembering;

/// <summary>128 bits that stand for a text. Texts that differ have different ones, but for a chance that nobody lives to see.</summary>
internal readonly record struct TextHash(ulong First, ulong Second)
{
    private const ulong Spread = 0x9E3779B97F4A7C15;
    private const ulong Stir = 0xD6E8FEB86659FD93;

    // Four lanes that do not wait for each other: a large description is millions of characters, and each of them goes through here after every edit.
    [MethodImpl(Hot.Path)]
    public static TextHash Of(string text, int start, int length)
    {
        var characters = text.AsSpan(start, length);
        var words = MemoryMarshal.Cast<char, ulong>(characters);
        unchecked
        {
            var (a, b, c, d) = (Spread, Stir, Spread * 3, Stir * 5);
            var i = 0;
            for (; i + 4 <= words.Length; i += 4)
            {
                a = Mix(a, words[i]);
                b = Mix(b, words[i + 1]);
                c = Mix(c, words[i + 2]);
                d = Mix(d, words[i + 3]);
            }

            for (; i < words.Length; i++)
                a = Mix(a, words[i]);
            for (var rest = words.Length * 4; rest < length; rest++)
                b = Mix(b, characters[rest]);
            var first = Mix(Mix(Mix(Mix((ulong)length, a), b), c), d);
            var second = Mix(Mix(Mix(Mix(~(ulong)length, d), c), b), a);
            return new TextHash(first, second);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong lane, ulong word)
    {
        lane = unchecked((lane ^ word) * Spread);
        return unchecked((lane ^ (lane >> 32)) * Stir);
    }
}
