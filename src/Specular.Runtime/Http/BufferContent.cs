using System;
using System.IO;
using System.Net;
using System.Net.Http;
#if !NET8_0_OR_GREATER
using System.Runtime.InteropServices;
#endif
using System.Threading;
using System.Threading.Tasks;

namespace Specular.Runtime;

/// <summary>
/// A body that is ready in a pooled buffer, which it owns. It can be sent any number of times, as redirects and retries do, until it is disposed.
/// </summary>
internal sealed class BufferContent : HttpContent
{
    private readonly PooledBuffer buffer;
    private readonly int length;

    // One for the owner and one for each send that is running: HTTP/2 may answer, and the caller dispose the request, while its body still goes out.
    private int users = 1;
    private int disposed;

    /// <param name="buffer">The body; not to be touched by the caller any more.</param>
    /// <param name="mediaType">The value of <c>Content-Type</c>.</param>
    public BufferContent(PooledBuffer buffer, string mediaType)
    {
        this.buffer = buffer;
        length = buffer.WrittenCount;
        Headers.TryAddWithoutValidation("Content-Type", mediaType);
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = this.length;
        return true;
    }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SendAsync(stream, CancellationToken.None);

#if NET8_0_OR_GREATER
    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        SendAsync(stream, cancellationToken);

    /// <inheritdoc/>
    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Enter();
        try
        {
            stream.Write(buffer.WrittenSpan);
        }
        finally
        {
            Leave();
        }
    }
#endif

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref disposed, 1) == 0) Leave();
        base.Dispose(disposing);
    }

    private async Task SendAsync(Stream stream, CancellationToken cancellationToken)
    {
        Enter();
        try
        {
#if NET8_0_OR_GREATER
            await stream.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
#else
            // An array of the pool is always there to be had.
            MemoryMarshal.TryGetArray(buffer.WrittenMemory, out var bytes);
            await stream.WriteAsync(bytes.Array!, bytes.Offset, bytes.Count, cancellationToken).ConfigureAwait(false);
#endif
        }
        finally
        {
            Leave();
        }
    }

    private void Enter()
    {
        for (var current = Volatile.Read(ref users); current > 0;)
        {
            var seen = Interlocked.CompareExchange(ref users, current + 1, current);
            if (seen == current) return;
            current = seen;
        }

        throw new ObjectDisposedException(nameof(BufferContent));
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref users) == 0) buffer.Dispose();
    }
}
