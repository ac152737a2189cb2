using System.Text;

namespace Specular.Runtime.Tests.Http;

public class LineReaderTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("a", new[] { "a" })]
    [InlineData("a\n", new[] { "a" })]
    [InlineData("a\nb", new[] { "a", "b" })]
    [InlineData("a\r\nb\r\n", new[] { "a", "b" })]
    [InlineData("a\rb\r", new[] { "a", "b" })]
    [InlineData("a\n\nb", new[] { "a", "", "b" })]
    [InlineData("a\r\n\r\nb", new[] { "a", "", "b" })]
    [InlineData("\n", new[] { "" })]
    public async Task Lines_end_in_any_way_and_the_stream_ends_once(string text, string[] lines)
    {
        // One byte at a time, so that every cut between two reads is tried.
        foreach (var chunk in new[] { 1, 2, 4096 })
        {
            using var reader = new LineReader(new Chunked(Encoding.UTF8.GetBytes(text), chunk), limit: 100);
            var read = new List<string>();
            while (await reader.ReadAsync(TestContext.Current.CancellationToken) is { } line)
            {
                read.Add(Encoding.UTF8.GetString(line.Span));
                Assert.True(read.Count <= lines.Length, "more lines than there are");
            }

            Assert.Equal(lines, read);
        }
    }

    [Fact]
    public async Task A_line_longer_than_the_limit_is_an_error()
    {
        using var reader = new LineReader(new Chunked(new byte[5000], 4096), limit: 1000);
        await Assert.ThrowsAsync<ResponseTooLargeException>(async () => await reader.ReadAsync(TestContext.Current.CancellationToken));
    }

    private sealed class Chunked(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(chunk, buffer.Length)], cancellationToken);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            base.ReadAsync(buffer, offset, Math.Min(chunk, count), cancellationToken);
    }
}
