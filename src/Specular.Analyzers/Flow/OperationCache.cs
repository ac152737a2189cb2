using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Specular.Analyzers.Flow;

/// <summary>
/// Keeps what was found out about the operations that were last asked for. The rules ask about one body after the other, each about the same: a few places are enough, and hold on to little.
/// </summary>
internal sealed class OperationCache<T>
    where T : class
{
    private const int Size = 64;

    private readonly Entry?[] _entries = new Entry?[Size];

    /// <summary>What is known of an operation; null where nothing is, or no more.</summary>
    public T? Get(IOperation operation) => Volatile.Read(ref PlaceOf(operation)) is { } entry && entry.Operation == operation ? entry.Value : null;

    /// <summary>Takes the place of what was kept there.</summary>
    public void Set(IOperation operation, T value) => Volatile.Write(ref PlaceOf(operation), new Entry(operation, value));

    private ref Entry? PlaceOf(IOperation operation) => ref _entries[RuntimeHelpers.GetHashCode(operation) & (Size - 1)];

    private sealed class Entry
    {
        public Entry(IOperation operation, T value) => (Operation, Value) = (operation, value);

        public IOperation Operation { get; }

        public T Value { get; }
    }
}
