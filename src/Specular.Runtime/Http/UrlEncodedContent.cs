using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Specular.Runtime;

/// <summary>An <c>application/x-www-form-urlencoded</c> body with files in it: each byte is percent-encoded (URL Standard, section 5.2) as it is read.</summary>
internal sealed class UrlEncodedContent : HttpContent
{
    private const int ChunkSize = 8192;

    private readonly IReadOnlyCollection<KeyValuePair<string, string>> _texts;
    private readonly IReadOnlyCollection<KeyValuePair<string, HttpContent>> _files;

    /// <param name="texts">The fields that are text; they come first.</param>
    /// <param name="files">The fields that are bytes, which this content disposes.</param>
    public UrlEncodedContent(IReadOnlyCollection<KeyValuePair<string, string>> texts, IReadOnlyCollection<KeyValuePair<string, HttpContent>> files)
    {
        _texts = texts;
        _files = files;
        Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SendAsync(stream, CancellationToken.None);

#if NET8_0_OR_GREATER
    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => SendAsync(stream, cancellationToken);
#endif

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var file in _files)
                file.Value.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task SendAsync(Stream target, CancellationToken cancellationToken)
    {
        using var texts = new FormUrlEncodedContent(_texts);
        await texts.CopyToAsync(target).ConfigureAwait(false);
        var separator = _texts.Count > 0 ? "&" : "";
        var chunk = new byte[ChunkSize];
        foreach (var file in _files)
        {
            await SendAsync(target, Encoding.ASCII.GetBytes(separator + WebUtility.UrlEncode(file.Key) + "="), cancellationToken).ConfigureAwait(false);
            separator = "&";

            // The content owns the stream.
            var source = await file.Value.ReadAsStreamAsync().ConfigureAwait(false);
            for (int read; (read = await source.ReadAsync(chunk, 0, chunk.Length, cancellationToken).ConfigureAwait(false)) > 0;)
                await SendAsync(target, WebUtility.UrlEncodeToBytes(chunk, 0, read), cancellationToken).ConfigureAwait(false);
        }
    }

    private static Task SendAsync(Stream target, byte[] bytes, CancellationToken cancellationToken) => target.WriteAsync(bytes, 0, bytes.Length, cancellationToken);
}
