using System;
using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace Specular.Runtime;

/// <summary>
/// Writes JSON into a buffer, without spaces. Each member and each item is written with a comma before it; when the object or the array ends, the first
/// of these commas becomes its opening bracket. So the names are written with their commas, quotes and colons, in one piece.
/// </summary>
internal ref partial struct JsonOutput
{
    // The longest text of a number, a date or a UUID.
    private const int LongestScalar = 64;

#if NET8_0_OR_GREATER
    private static readonly ulong[] s_powersOfTen =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000, 1_000_000_000_000,
        10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
    ];
#endif

    private readonly PooledBuffer _buffer;
    private Span<byte> _room;
    private int _at;
    private int _depth;

    /// <param name="buffer">Where to write; what is in it stays before. Not to be touched before <see cref="Complete"/>.</param>
    public JsonOutput(PooledBuffer buffer)
    {
        _buffer = buffer;
        _at = buffer.WrittenCount;
        _room = buffer.Room(_at, 0);
    }

    /// <summary>Hands what was written over to the buffer.</summary>
    public readonly void Complete() => _buffer.Room(_at, 0);

    /// <summary>Begins an object or an array. What it returns is due at the end.</summary>
    /// <exception cref="InvalidOperationException">The value goes deeper than <see cref="JsonInput.MaxDepth"/>; it may hold itself.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Begin()
    {
        if (++_depth > JsonInput.MaxDepth) throw JsonErrors.TooDeep();
        return _at;
    }

    /// <summary>Ends an object that began at a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EndObject(int start) => End(start, (byte)'{', (byte)'}');

    /// <summary>Ends an array that began at a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EndArray(int start) => End(start, (byte)'[', (byte)']');

    /// <summary>Writes bytes as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_room.Slice(_at));
        _at += utf8.Length;
    }

    /// <summary>Writes a byte as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(byte ascii)
    {
        Reserve(1);
        _room[_at++] = ascii;
    }

    /// <summary>Writes null.</summary>
    public void Null() => Raw("null"u8);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public void Boolean(bool value)
    {
        if (value) Raw("true"u8);
        else Raw("false"u8);
    }

    /// <summary>Writes one of some values that are known; false, and nothing is written, where the index is none of theirs.</summary>
    public bool Value(JsonNames values, int index)
    {
        var quoted = values.Quoted(index);
        Raw(quoted);
        return quoted.Length > 0;
    }

    /// <summary>Writes a whole number.</summary>
    public void Int64(long value)
    {
        Reserve(LongestScalar);
        Utf8Formatter.TryFormat(value, _room.Slice(_at), out var length);
        _at += length;
    }

    /// <summary>Writes a decimal number, with the zeros at its end that it has.</summary>
    public void Decimal(decimal value)
    {
        Reserve(LongestScalar);
        var room = _room.Slice(_at);
        if (!TryFixed(value, room, out var length)) Utf8Formatter.TryFormat(value, room, out length);
        _at += length;
    }

    /// <summary>Writes a UUID.</summary>
    public void Guid(Guid value)
    {
        Reserve(LongestScalar);
        var room = _room.Slice(_at);
        room[0] = (byte)'"';
        Utf8Formatter.TryFormat(value, room.Slice(1), out var length);
        room[length + 1] = (byte)'"';
        _at += length + 2;
    }

    /// <summary>Room for a scalar of at most 64 bytes; <see cref="Advance"/> says how long it was.</summary>
    public Span<byte> Scalar()
    {
        Reserve(LongestScalar);
        return _room.Slice(_at, LongestScalar);
    }

    /// <summary>Room for that many bytes; <see cref="Advance"/> says how many there were.</summary>
    public Span<byte> Room(int length)
    {
        Reserve(length);
        return _room.Slice(_at, length);
    }

    /// <summary>Makes what was put into the room part of the text.</summary>
    public void Advance(int length) => _at += length;

    // Nearly all fit into 64 bits, and two whole numbers are faster to write than one decimal.
    private static bool TryFixed(decimal value, Span<byte> room, out int length)
    {
        length = 0;
#if NET8_0_OR_GREATER
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = unchecked(((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        var scale = (bits[3] >> 16) & 0xFF;
        if (bits[2] != 0 || digits == 0 || scale > 18) return false;
        if (bits[3] < 0) room[length++] = (byte)'-';
        var unit = s_powersOfTen[scale];
        Utf8Formatter.TryFormat(digits / unit, room.Slice(length), out var integer);
        length += integer;
        if (scale == 0) return true;
        room[length] = (byte)'.';
        var fraction = digits % unit;
        for (var i = scale; i > 0; i--)
        {
            room[length + i] = (byte)('0' + fraction % 10);
            fraction /= 10;
        }

        length += 1 + scale;
        return true;
#else
        return false;
#endif
    }

    private void End(int start, byte opening, byte closing)
    {
        _depth--;
        if (_at == start) Raw(opening);
        else _room[start] = opening;
        Raw(closing);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int length)
    {
        if (length > _room.Length - _at) Grow(length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int length) => _room = _buffer.Room(_at, length);
}
