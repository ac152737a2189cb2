using System;
using System.Buffers;
using System.Runtime.CompilerServices;

namespace Specular.Runtime;

/// <summary>Items whose number is not known yet, in arrays of the shared pool: what is kept in the end has just the length it needs.</summary>
internal struct ItemBuffer<T> : IDisposable
{
    private const int FirstLength = 16;

    private T[]? _items;

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    /// <summary>The items; gone after <see cref="Dispose"/>.</summary>
    public readonly ReadOnlySpan<T> Items => new(_items, 0, Count);

    /// <summary>Adds an item.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T item)
    {
        var items = _items;
        if (items is null || Count == items.Length) items = Grow();
        items[Count++] = item;
    }

    /// <summary>A copy of the items.</summary>
    public readonly T[] ToArray() => Items.ToArray();

    /// <summary>Gives the array back to the pool, with nothing left in it.</summary>
    public void Dispose()
    {
        var items = _items;
        _items = null;
        if (items is not null) Return(items);
    }

    private T[] Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(FirstLength, Count * 2));
        if (_items is { } items)
        {
            Array.Copy(items, larger, Count);
            Return(items);
        }

        _items = larger;
        return larger;
    }

    private readonly void Return(T[] items)
    {
        Array.Clear(items, 0, Count);
        ArrayPool<T>.Shared.Return(items);
    }
}
