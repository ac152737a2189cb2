using System;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace Specular.Runtime;

/// <summary>An answer whose headers are there, and whose body is read when it is known what it is.</summary>
internal sealed class ApiResponse(HttpResponseMessage message, long maxContentLength) : IDisposable
{
    private PooledBuffer? _body;
    private bool _handedOver;

    /// <summary>The answer itself.</summary>
    public HttpResponseMessage Message { get; } = message;

    /// <summary>The status code as a number.</summary>
    public int StatusCode => (int)Message.StatusCode;

    /// <summary>The headers of the answer.</summary>
    public HttpResponseHeaders Headers => Message.Headers;

    /// <summary>Reads a JSON body.</summary>
    /// <exception cref="JsonException">It is not what the description says; the message says where.</exception>
    public async ValueTask<T> JsonAsync<T>(JsonReader<T> read, CancellationToken cancellationToken)
    {
        var body = await BodyAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // RFC 8259, section 8.1 knows UTF-8 only; who says otherwise means it.
            return OtherEncoding() is { } encoding
                ? JsonBody.Parse(Encoding.UTF8.GetBytes(GetString(encoding, body)), read)
                : JsonBody.Parse(body.WrittenSpan, read);
        }
        catch (JsonException exception)
        {
            var mediaType = Message.Content.Headers.ContentType?.MediaType;
            if (mediaType is null || mediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase))
                throw;
            throw new JsonException(
                exception.Message + " The Content-Type is '" + Sanitized.Line(mediaType, 60) + "'.", exception.Path, exception.LineNumber, exception.BytePositionInLine, exception);
        }
    }

    /// <summary>Reads a JSON body that may be missing: no content is null.</summary>
    public async ValueTask<T?> OptionalJsonAsync<T>(JsonReader<T> read, CancellationToken cancellationToken)
    {
        var body = await BodyAsync(cancellationToken).ConfigureAwait(false);
        return body.WrittenCount == 0 ? default : await JsonAsync(read, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a body as text.</summary>
    public async ValueTask<string> TextAsync(CancellationToken cancellationToken)
    {
        var body = await BodyAsync(cancellationToken).ConfigureAwait(false);
        return GetString(OtherEncoding() ?? Encoding.UTF8, body);
    }

    /// <summary>Hands the body over as a stream. From then on the answer lives as long as the stream does.</summary>
    public async ValueTask<Stream> StreamAsync(CancellationToken cancellationToken)
    {
#if NET8_0_OR_GREATER
        var stream = await Message.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        cancellationToken.ThrowIfCancellationRequested();
        var stream = await Message.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        _handedOver = true;
        return new ResponseStream(Message, stream);
    }

    /// <summary>Returns what was read to the pool, and the connection to the HttpClient.</summary>
    public void Dispose()
    {
        _body?.Dispose();
        if (!_handedOver)
            Message.Dispose();
    }

    private async ValueTask<PooledBuffer> BodyAsync(CancellationToken cancellationToken)
    {
        if (_body is not null)
            return _body;
        _body = new PooledBuffer();
#if NET8_0_OR_GREATER
        var stream = await Message.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
#else
        using (var stream = await Message.Content.ReadAsStreamAsync().ConfigureAwait(false))
#endif
        {
            await _body.FillAsync(stream, maxContentLength, cancellationToken).ConfigureAwait(false);
        }

        return _body;
    }

    private Encoding? OtherEncoding()
    {
        var charset = Message.Content.Headers.ContentType?.CharSet?.Trim('"');
        if (string.IsNullOrEmpty(charset) || string.Equals(charset, "utf-8", StringComparison.OrdinalIgnoreCase) || string.Equals(charset, "utf8", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            return Encoding.GetEncoding(charset);
        }
        catch (ArgumentException)
        {
            // A charset that nobody knows: UTF-8 is what nearly all of them turn out to be.
            return null;
        }
    }

    private static string GetString(Encoding encoding, PooledBuffer body)
    {
#if NET8_0_OR_GREATER
        return encoding.GetString(body.WrittenSpan);
#else
        return encoding.GetString(body.WrittenSpan.ToArray());
#endif
    }
}
