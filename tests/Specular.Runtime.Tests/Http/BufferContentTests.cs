using System.Buffers;
using System.Text;

namespace Specular.Runtime.Tests.Http;

public sealed class BufferContentTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static (BufferContent Content, PooledBuffer Buffer) Make(string text)
    {
        var buffer = new PooledBuffer();
        buffer.Write(Encoding.UTF8.GetBytes(text));
        return (new BufferContent(buffer, "application/json"), buffer);
    }

    [Fact]
    public async Task It_has_type_and_length_and_can_be_sent_again()
    {
        using var content = Make("{\"a\":1}").Content;
        Assert.Equal("application/json", content.Headers.ContentType?.ToString());
        Assert.Equal(7, content.Headers.ContentLength);
        for (var i = 0; i < 3; i++)
        {
            var target = new MemoryStream();
            await content.CopyToAsync(target, Cancellation);
            Assert.Equal("{\"a\":1}", Encoding.UTF8.GetString(target.ToArray()));
        }

#if !NETSTANDARD_UNDER_TEST
        var sync = new MemoryStream();
        content.CopyTo(sync, null, Cancellation);
        Assert.Equal(7, sync.Length);
#endif
        Assert.Equal("{\"a\":1}", await content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("application/vnd.x+json; charset=utf-8")]
    [InlineData("text/plain")]
    public void Any_media_type_is_sent_as_it_is(string mediaType)
    {
        using var content = new BufferContent(new PooledBuffer(), mediaType);
        Assert.Equal(mediaType, Assert.Single(content.Headers.GetValues("Content-Type")));
        Assert.Equal(0, content.Headers.ContentLength);
    }

    [Fact]
    public async Task After_disposal_nothing_is_sent_and_the_buffer_is_back()
    {
        var (content, buffer) = Make("x");
        content.Dispose();
        content.Dispose();
        Assert.Throws<ObjectDisposedException>(() => buffer.WrittenMemory);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => content.CopyToAsync(new MemoryStream(), Cancellation));
    }

    [Fact]
    public async Task A_send_that_is_running_keeps_the_buffer()
    {
        var (content, buffer) = Make("still here");
        var stream = new HeldStream();
        var sends = new[] { content.CopyToAsync(stream, Cancellation), content.CopyToAsync(stream, Cancellation) };
        content.Dispose();
        content.Dispose();
        Assert.Equal(10, buffer.WrittenCount);
        stream.Release.SetResult();
        await Task.WhenAll(sends);
        Assert.Equal(["still here", "still here"], stream.Seen);
        Assert.Throws<ObjectDisposedException>(() => buffer.WrittenMemory);
    }

    [Fact]
    public async Task A_send_that_fails_gives_the_buffer_free()
    {
        var (content, buffer) = Make("x");
        var stream = new HeldStream();
        var send = content.CopyToAsync(stream, Cancellation);
        content.Dispose();
        stream.Release.SetException(new IOException("gone"));
        await Assert.ThrowsAnyAsync<Exception>(() => send);
        Assert.Throws<ObjectDisposedException>(() => buffer.WrittenMemory);
    }

    [Fact]
    public async Task Handlers_can_send_it_again_and_the_caller_disposes_it()
    {
        var (content, buffer) = Make("again");
        var bodies = new List<string>();
        using (var client = new HttpClient(new Twice(bodies)))
        using (var request = new HttpRequestMessage(HttpMethod.Post, "http://localhost/") { Content = content })
        {
            using var response = await client.SendAsync(request, Cancellation);
        }

        Assert.Equal(["again", "again"], bodies);
        Assert.Throws<ObjectDisposedException>(() => buffer.WrittenMemory);
    }

    private sealed class Twice(List<string> bodies) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var i = 0; i < 2; i++)
            {
                var target = new MemoryStream();
                await request.Content!.CopyToAsync(target, cancellationToken);
                bodies.Add(Encoding.UTF8.GetString(target.ToArray()));
            }

            return new HttpResponseMessage();
        }
    }

    /// <summary>Holds every write until it is released, and only then looks at the bytes.</summary>
    private sealed class HeldStream : MemoryStream
    {
        public TaskCompletionSource Release { get; } = new();

        public List<string> Seen { get; } = [];

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Release.Task;
            lock (Seen) Seen.Add(Encoding.UTF8.GetString(buffer.Span));
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
