using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>
/// Keeps the values of an enum that the description does not know, so that they survive reading and are written back as they came.
/// Each text gets a negative number of its own, for the life of the process; the members of the description have positive ones.
/// </summary>
/// <typeparam name="TEnum">An enum over <see cref="int"/>.</typeparam>
internal static class UnknownEnumValues<TEnum>
    where TEnum : struct, Enum
{
    /// <summary>How many texts are kept, and how long one may be, in characters: a server must not be able to fill the memory.</summary>
    public const int MaxCount = 65_536, MaxLength = 4_096;

    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal);

    // Grows by replacement, and a slot is never written twice, so that it is read without the lock.
    private static volatile string?[] texts = new string?[4];

    /// <summary>The value that stands for a text; the same for the same text, on any thread.</summary>
    /// <exception cref="JsonException">There are too many such texts already, or this one is too long.</exception>
    public static TEnum Keep(string wire)
    {
        Debug.Assert(Unsafe.SizeOf<TEnum>() == sizeof(int), "the enum is not over int");
        lock (Numbers)
        {
            if (!Numbers.TryGetValue(wire, out var number)) number = Add(wire);
            return Unsafe.As<int, TEnum>(ref number);
        }
    }

    /// <summary>Reads a string, and keeps it.</summary>
    public static TEnum Read(ref JsonInput json)
    {
        var start = json.Position;
        var wire = JsonRead.String(ref json);
        try
        {
            return Keep(wire);
        }
        catch (JsonException exception)
        {
            throw new JsonReadException(exception.Message, start);
        }
    }

    /// <summary>The text that a value stands for; <c>null</c> for a value that came from no text.</summary>
    public static string? Find(TEnum value)
    {
        // The complement of -1, -2, … is 0, 1, …, and that of a positive number is negative.
        var index = ~Unsafe.As<TEnum, int>(ref value);
        var known = texts;
        return index >= 0 && index < known.Length ? known[index] : null;
    }

    private static int Add(string wire)
    {
        if (wire.Length > MaxLength) throw new JsonException("an enum value of more than 4096 characters");
        var index = Numbers.Count;
        if (index == MaxCount) throw new JsonException("more than 65536 enum values that the description does not know");
        var known = texts;
        if (index == known.Length) Array.Resize(ref known, index * 2);
        known[index] = wire;
        texts = known;
        Numbers.Add(wire, ~index);
        return ~index;
    }
}
