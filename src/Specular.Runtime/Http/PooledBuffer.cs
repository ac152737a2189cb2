using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Specular.Runtime;

/// <summary>Bytes in an array of the shared pool, which goes back there on <see cref="Dispose"/>, once. Not for use by two threads at a time.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    // Array.MaxLength, which .NET Standard does not have.
    private const int LongestArray = 0x7FFFFFC7;
    private const int LeastRoom = 256;

    private byte[]? array;
    private int written;

    /// <param name="capacity">The length that is expected, in bytes; the buffer grows as it must.</param>
    public PooledBuffer(int capacity = 4096) => array = ArrayPool<byte>.Shared.Rent(Math.Max(capacity, LeastRoom));

    /// <summary>How many bytes have been written.</summary>
    public int WrittenCount => written;

    /// <summary>What has been written. It is gone after the next write and after <see cref="Dispose"/>.</summary>
    public ReadOnlySpan<byte> WrittenSpan => new(Array, 0, written);

    /// <inheritdoc cref="WrittenSpan"/>
    public ReadOnlyMemory<byte> WrittenMemory => new(Array, 0, written);

    private byte[] Array => array ?? throw new ObjectDisposedException(nameof(PooledBuffer));

    /// <inheritdoc/>
    public void Advance(int count)
    {
        if (count < 0 || count > Array.Length - written) throw new ArgumentOutOfRangeException(nameof(count));
        written += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0) => WithRoom(sizeHint).AsMemory(written);

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => WithRoom(sizeHint).AsSpan(written);

    /// <summary>Adds bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Advance(bytes.Length);
    }

    /// <summary>Says how much has been written, and makes room for more.</summary>
    /// <returns>All there is, from the first byte that was written.</returns>
    public Span<byte> Room(int writtenCount, int sizeHint)
    {
        written = writtenCount;
        return WithRoom(sizeHint);
    }

    /// <summary>Forgets what was written, and keeps the room for more.</summary>
    public void Clear() => written = 0;

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="source">The stream; it stays open.</param>
    /// <param name="limit">The most that is taken, in bytes.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ResponseTooLargeException">The stream holds more than <paramref name="limit"/>.</exception>
    public async ValueTask FillAsync(Stream source, long limit, CancellationToken cancellationToken)
    {
        for (var room = limit; ;)
        {
            var target = WithRoom(1);
            // One byte beyond the limit is asked for: it tells a body that just fits from one that goes on.
            var count = (int)Math.Min(target.Length - written, Math.Min(room, LongestArray) + 1);
#if NET8_0_OR_GREATER
            var read = await source.ReadAsync(target.AsMemory(written, count), cancellationToken).ConfigureAwait(false);
#else
            var read = await source.ReadAsync(target, written, count, cancellationToken).ConfigureAwait(false);
#endif
            if (read == 0) return;
            room -= read;
            if (room < 0) throw new ResponseTooLargeException(limit);
            Advance(read);
        }
    }

    /// <summary>Gives the array back to the pool; a second call does nothing.</summary>
    public void Dispose()
    {
        var returned = Interlocked.Exchange(ref array, null);
        written = 0;
        if (returned is not null) ArrayPool<byte>.Shared.Return(returned);
    }

    private byte[] WithRoom(int sizeHint)
    {
        if (sizeHint < 0) throw new ArgumentOutOfRangeException(nameof(sizeHint));
        var current = Array;
        var needed = Math.Max(sizeHint, 1);
        return needed <= current.Length - written ? current : Grow(current, Math.Max(needed, LeastRoom));
    }

    private byte[] Grow(byte[] current, int room)
    {
        var needed = (long)written + room;
        if (needed > LongestArray) throw new OutOfMemoryException();
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(needed, current.Length * 2L), LongestArray));
        Buffer.BlockCopy(current, 0, larger, 0, written);
        array = larger;
        ArrayPool<byte>.Shared.Return(current);
        return larger;
    }
}
