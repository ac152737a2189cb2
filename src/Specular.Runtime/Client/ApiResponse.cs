using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace Specular.Runtime;

/// <summary>An answer whose headers are there, and whose body is read when it is known what it is.</summary>
/// <param name="message">The answer, with its body still to come.</param>
/// <param name="maxContentLength">The most bytes that are read of the body.</param>
/// <param name="timeout">How long the whole call may take: HttpClient's own timeout, which it applies up to the headers only.</param>
/// <param name="start">The time stamp at which the request was sent.</param>
/// <param name="cancellationToken">Ends the call, and whatever reads the body.</param>
internal sealed class ApiResponse(HttpResponseMessage message, long maxContentLength, TimeSpan timeout, long start, CancellationToken cancellationToken) : IDisposable
{
    private PooledBuffer? _body;
    private Stream? _stream;
    private bool _handedOver;

    /// <summary>The answer itself.</summary>
    public HttpResponseMessage Message { get; } = message;

    /// <summary>The status code as a number.</summary>
    public int StatusCode => (int)Message.StatusCode;

    /// <summary>The headers of the answer.</summary>
    public HttpResponseHeaders Headers => Message.Headers;

    /// <summary>Reads the body, or begins to.</summary>
    public async ValueTask PrepareAsync(BodyUse use)
    {
        if (use == BodyUse.Buffer && _body is null)
            _body = await BodyAsync().ConfigureAwait(false);
        else if (use == BodyUse.Stream)
            _stream = await OpenAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The body as JSON.</summary>
    /// <exception cref="JsonException">It is not what the description says; the message says where.</exception>
    public T Json<T>(JsonReader<T> read)
    {
        try
        {
            // RFC 8259, section 8.1 knows UTF-8 only; who says otherwise means it.
            return OtherEncoding() is { } encoding
                ? JsonBody.Parse(Encoding.UTF8.GetBytes(GetString(encoding, _body!)), read)
                : JsonBody.Parse(_body!.WrittenSpan, read);
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

    /// <summary>The body as text.</summary>
    public string Text() => GetString(OtherEncoding() ?? Encoding.UTF8, _body!);

    /// <summary>Hands the body over as a stream. From then on the answer lives as long as the stream does.</summary>
    public Stream Stream()
    {
        _handedOver = true;
        return new ResponseStream(Message, _stream!);
    }

    /// <summary>Hands the body over as server-sent events, read as they come.</summary>
    /// <exception cref="JsonException">The server says that it is something else.</exception>
    public IAsyncEnumerable<T> Events<T>(EventStream.Payload payload, JsonReader<T> read)
    {
        // As events, a document would be no event at all, without a word.
        if (Message.Content.Headers.ContentType?.MediaType is { } mediaType && IsDocument(mediaType))
            throw new JsonException("The answer is no stream of events: the Content-Type is '" + Sanitized.Line(mediaType, 60) + "'.");
        return EventStream.Events(Stream(), maxContentLength, payload, read, cancellationToken);
    }

    /// <summary>Hands the body over as JSON values, one a line, read as they come.</summary>
    public IAsyncEnumerable<T> Lines<T>(JsonReader<T> read) => EventStream.Lines(Stream(), maxContentLength, read, cancellationToken);

    /// <summary>Returns what was read to the pool, and the connection to the HttpClient.</summary>
    public void Dispose()
    {
        _body?.Dispose();
        if (!_handedOver)
            Message.Dispose();
    }

    private async ValueTask<PooledBuffer> BodyAsync()
    {
        var body = new PooledBuffer();
        try
        {
            await FillAsync(body).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            body.Dispose();
            if (BrokenAnswer.Is(exception))
                throw BrokenAnswer.Of(exception, Message.StatusCode);
            throw;
        }

        return body;
    }

    private async ValueTask FillAsync(PooledBuffer body)
    {
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            await CopyAsync(body, cancellationToken).ConfigureAwait(false);
            return;
        }

        var left = timeout - TimeSpan.FromSeconds((Stopwatch.GetTimestamp() - start) / (double)Stopwatch.Frequency);
        using var deadline = Deadline.After(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken);
        try
        {
            await CopyAsync(body, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            // By the token that the caller knows.
#if NET8_0_OR_GREATER
            throw new TaskCanceledException(exception.Message, exception, cancellationToken);
#else
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
#endif
        }
        catch (OperationCanceledException exception) when (deadline.Token.IsCancellationRequested)
        {
            var message = "The answer did not end within the " + WireText.Format(timeout.TotalSeconds) + " seconds of HttpClient.Timeout.";
            throw new TaskCanceledException(message, new TimeoutException(message, exception));
        }
    }

    private async ValueTask CopyAsync(PooledBuffer body, CancellationToken deadline)
    {
        var stream = await OpenAsync(deadline).ConfigureAwait(false);
#if NET8_0_OR_GREATER
        await using (stream.ConfigureAwait(false))
#else
        using (stream)
#endif
        {
            await body.FillAsync(stream, maxContentLength, deadline).ConfigureAwait(false);
        }
    }

    // It comes of the headers, which are there.
    private Task<Stream> OpenAsync(CancellationToken end) =>
#if NET8_0_OR_GREATER
        Message.Content.ReadAsStreamAsync(end);
#else
        Message.Content.ReadAsStreamAsync();
#endif

    private static bool IsDocument(string mediaType) =>
        mediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase) || mediaType.EndsWith("html", StringComparison.OrdinalIgnoreCase) || mediaType.EndsWith("xml", StringComparison.OrdinalIgnoreCase);

    private Encoding? OtherEncoding()
    {
        var charset = Message.Content.Headers.ContentType?.CharSet?.Trim('"');
        if (string.IsNullOrEmpty(charset) || string.Equals(charset, "utf-8", StringComparison.OrdinalIgnoreCase) || string.Equals(charset, "utf8", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            return Encoding.GetEncoding(charset);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // A charset that nobody knows, or that is too dangerous to know: UTF-8 is what nearly all of them turn out to be.
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
