using System.Buffers;

namespace Specular.Runtime.Tests.Http;

public sealed class PooledBufferTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void It_grows_and_keeps_what_was_written()
    {
        using var buffer = new PooledBuffer(1);
        var expected = new byte[100_000];
        new Random(1).NextBytes(expected);
        for (var i = 0; i < expected.Length; i += 100) buffer.Write(expected.AsSpan(i, 100));
        Assert.Equal(expected.Length, buffer.WrittenCount);
        Assert.True(buffer.WrittenSpan.SequenceEqual(expected));
        Assert.True(buffer.WrittenMemory.Span.SequenceEqual(expected));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public void There_is_room_for_what_is_asked(int size)
    {
        using var buffer = new PooledBuffer();
        Assert.InRange(buffer.GetSpan(size).Length, Math.Max(size, 1), int.MaxValue);
        Assert.InRange(buffer.GetMemory(size).Length, Math.Max(size, 1), int.MaxValue);
    }

    [Fact]
    public void Wrong_counts_are_refused()
    {
        using var buffer = new PooledBuffer();
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.GetMemory(-1));
        buffer.GetSpan(1);
        buffer.Advance(1);
        Assert.Throws<OutOfMemoryException>(() => buffer.GetMemory(int.MaxValue));
    }

    [Fact]
    public void The_array_goes_back_once()
    {
        var buffer = new PooledBuffer(5000);
        var length = buffer.GetMemory().Length;
        buffer.Dispose();
        buffer.Dispose();
        var first = ArrayPool<byte>.Shared.Rent(length);
        var second = ArrayPool<byte>.Shared.Rent(length);
        Assert.NotSame(first, second);
        Assert.Throws<ObjectDisposedException>(() => buffer.WrittenMemory);
        Assert.Throws<ObjectDisposedException>(() => buffer.GetMemory());
        Assert.Throws<ObjectDisposedException>(() => buffer.Advance(0));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 10)]
    [InlineData(10, 11)]
    [InlineData(100_000, 100_000)]
    [InlineData(100_000, long.MaxValue)]
    public async Task A_stream_within_the_limit_is_read_to_its_end(int size, long limit)
    {
        var expected = new byte[size];
        new Random(1).NextBytes(expected);
        using var buffer = new PooledBuffer();
        await buffer.FillAsync(new TrickleStream(expected), limit, Cancellation);
        Assert.True(buffer.WrittenSpan.SequenceEqual(expected));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(11, 10)]
    [InlineData(100_000, 99_999)]
    public async Task A_stream_beyond_the_limit_is_given_up(int size, long limit)
    {
        using var buffer = new PooledBuffer();
        var stream = new TrickleStream(new byte[size]);
        var error = await Assert.ThrowsAsync<ResponseTooLargeException>(async () => await buffer.FillAsync(stream, limit, Cancellation));
        Assert.Equal(limit, error.Limit);
        Assert.Contains(limit + " bytes", error.Message);
        Assert.InRange(stream.Position, limit + 1, limit + 1);
    }

    [Fact]
    public async Task Cancellation_stops_the_reading()
    {
        using var buffer = new PooledBuffer();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await buffer.FillAsync(new MemoryStream(new byte[10]), 100, new CancellationToken(true)));
        Assert.Equal(0, buffer.WrittenCount);
    }

    /// <summary>Gives no more than seven bytes at a time.</summary>
    private sealed class TrickleStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(7, buffer.Length)], cancellationToken);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            base.ReadAsync(buffer, offset, Math.Min(7, count), cancellationToken);
    }
}
