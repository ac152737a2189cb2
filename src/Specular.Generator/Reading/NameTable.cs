using System.Runtime.CompilerServices;

namespace Specular.Generator.Reading;

/// <summary>
/// Keeps one string for each different text. A description says <c>type</c> and <c>description</c> tens of thousands of times; each of them is allocated once.
/// </summary>
internal sealed class NameTable
{
    private Entry?[] _buckets = new Entry?[1024];
    private int _count;

    /// <summary>The entry of a part of a text; no string is allocated where it is there already.</summary>
    [MethodImpl(Hot.Path)]
    public Entry Intern(string text, int start, int length)
    {
        var hash = Hash(text, start, length);
        for (var entry = _buckets[hash & (_buckets.Length - 1)]; entry is not null; entry = entry.Next)
        {
            if (entry.Hash == hash && entry.Text.Length == length && string.CompareOrdinal(entry.Text, 0, text, start, length) == 0)
                return entry;
        }

        if (_count == _buckets.Length)
            Grow();
        return Add(new Entry(start == 0 && length == text.Length ? text : text.Substring(start, length), hash));
    }

    public Entry Intern(string text) => Intern(text, 0, text.Length);

    private Entry Add(Entry entry)
    {
        ref var bucket = ref _buckets[entry.Hash & (_buckets.Length - 1)];
        entry.Next = bucket;
        bucket = entry;
        _count++;
        return entry;
    }

    private void Grow()
    {
        var old = _buckets;
        _buckets = new Entry?[old.Length * 2];
        _count = 0;
        foreach (var head in old)
        {
            for (var entry = head; entry is not null;)
            {
                var next = entry.Next;
                Add(entry);
                entry = next;
            }
        }
    }

    [MethodImpl(Hot.Path)]
    internal static int Hash(string text, int start, int length)
    {
        // FNV-1a, over the characters.
        var hash = unchecked((int)2166136261);
        for (var i = start; i < start + length; i++)
            hash = unchecked((hash ^ text[i]) * 16777619);
        return (hash ^ (hash >> 15)) & int.MaxValue;
    }

    /// <summary>A text of the table, which is the same instance for the same text.</summary>
    internal sealed class Entry(string text, int hash)
    {
        public string Text { get; } = text;

        /// <summary>The last object that was found to have a member of this name: what <see cref="ObjectBuilder"/> finds duplicates by.</summary>
        public int LastObject { get; set; }

        internal int Hash { get; } = hash;

        internal Entry? Next { get; set; }
    }
}
