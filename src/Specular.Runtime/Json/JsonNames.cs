using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Specular.Runtime;

/// <summary>
/// The names of an object's members, or the values of an enum, each known by its index. It keeps which member came after which, since the next object
/// mostly has them in the same order; threads may overwrite each other's memory of that, which costs time and nothing else.
/// </summary>
internal sealed class JsonNames
{
    /// <summary>Stands for no member: the object has ended.</summary>
    public const int End = int.MinValue;

    // What is due where no name is left.
    private static readonly byte[] s_never = [];

    /// <summary>No names at all.</summary>
    public static readonly JsonNames None = new();

    // "name": and "name", as they stand in JSON that has neither spaces nor escapes.
    private readonly byte[][] _members;
    private readonly byte[][] _quoted;
    private readonly byte[][] _names;
    private readonly string[] _texts;
    private readonly ulong[] _keys;

    // By slot: 0 is the beginning of an object, and i + 1 what comes after the member i. The last of all has nothing after it.
    private readonly int[] _expected;

    public JsonNames(params string[] names)
    {
        _members = new byte[names.Length + 1][];
        _members[names.Length] = s_never;
        _texts = names;
        _quoted = new byte[names.Length][];
        _names = new byte[names.Length][];
        _keys = new ulong[names.Length];
        _expected = new int[names.Length + 1];
        for (var i = 0; i < names.Length; i++)
        {
            _names[i] = Encoding.UTF8.GetBytes(names[i]);
            _keys[i] = Key(_names[i]);
            _expected[i] = i;
            _quoted[i] = JsonOutput.Quote(names[i]);
            _members[i] = new byte[_quoted[i].Length + 1];
            _quoted[i].CopyTo(_members[i], 0);
            _members[i][_quoted[i].Length] = (byte)':';
        }

        _expected[names.Length] = names.Length;
    }

    /// <summary>The value that was read last; as good as any where there are several threads.</summary>
    public int Latest { get; set; }

    /// <summary>How many names there are.</summary>
    public int Count => _names.Length;

    /// <summary>The slot of what comes after a member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Slot(int previous) => previous >= 0 ? previous + 1 : ~previous;

    /// <summary>A member whose name is none of these, at a slot.</summary>
    public static int Unknown(int slot) => ~slot;

    /// <summary>The member that is most likely next, and the text that it begins with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Expected(int slot, out byte[] member)
    {
        var index = _expected[slot];
        member = _members[index];
        return index;
    }

    /// <summary>Keeps which member came at a slot.</summary>
    public void Learn(int slot, int index) => _expected[slot] = index;

    /// <summary>The index of a name; -1 where it is not there.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<ulong> keys = _keys;
        var key = Key(name);
        for (var from = 0; ; from++)
        {
            var next = keys.Slice(from).IndexOf(key);
            if (next < 0) return -1;
            from += next;
            if (name.SequenceEqual(_names[from])) return from;
        }
    }

    /// <inheritdoc cref="Find(ReadOnlySpan{byte})"/>
    public int Find(string name) => Array.IndexOf(_texts, name);

    /// <summary>The name of an index; null where it has none.</summary>
    public string? Text(int index) => unchecked((uint)index) < (uint)_texts.Length ? _texts[index] : null;

    /// <summary>A value as it stands in JSON, with its quotes; empty where the index is none of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Quoted(int index) => unchecked((uint)index) < (uint)_quoted.Length ? _quoted[index] : default;

    // Its first eight bytes and its length: few names of one object share both.
    private static ulong Key(ReadOnlySpan<byte> name)
    {
        var length = (ulong)name.Length << 56;
        if (name.Length >= sizeof(ulong)) return BinaryPrimitives.ReadUInt64LittleEndian(name) ^ length;
        var key = 0UL;
        for (var i = name.Length - 1; i >= 0; i--) key = (key << 8) | name[i];
        return key ^ length;
    }
}
