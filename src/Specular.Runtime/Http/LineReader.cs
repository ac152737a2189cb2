using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Specular.Runtime;

/// <summary>Reads a stream line by line, as bytes. A line ends in LF, CR or CR LF; a line that never ends is not kept beyond a limit.</summary>
internal sealed class LineReader : IDisposable
{
    private readonly Stream _stream;
    private readonly long _limit;
    private byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;
    private bool _skipLineFeed;
    private bool _ended;

    /// <param name="stream">The stream; it is disposed with this.</param>
    /// <param name="limit">The most bytes of one line.</param>
    public LineReader(Stream stream, long limit)
    {
        _stream = stream;
        _limit = limit;
    }

    /// <summary>The next line without its end, or null after the last. It is valid until the next call.</summary>
    /// <exception cref="ResponseTooLargeException">The line is longer than the limit.</exception>
    /// <exception cref="System.Net.Http.HttpRequestException">The stream broke off.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        var scanned = _start;
        while (true)
        {
            if (_skipLineFeed && _start < _end)
            {
                if (_buffer[_start] == (byte)'\n')
                    _start++;
                scanned = Math.Max(scanned, _start);
                _skipLineFeed = false;
            }

            var found = _buffer.AsSpan(scanned, _end - scanned).IndexOfAny((byte)'\n', (byte)'\r');
            if (found >= 0)
            {
                var end = scanned + found;
                var line = new ReadOnlyMemory<byte>(_buffer, _start, end - _start);
                _skipLineFeed = _buffer[end] == (byte)'\r';
                _start = end + 1;
                return line;
            }

            scanned = _end;
            if (_ended)
            {
                var rest = new ReadOnlyMemory<byte>(_buffer, _start, _end - _start);
                _start = _end;

                // "rest : null" would be an empty line: null is an array, and an array is memory.
                return rest.Length > 0 ? rest : default(ReadOnlyMemory<byte>?);
            }

            if (_end - _start > _limit)
                throw new ResponseTooLargeException(_limit);
            scanned -= MakeRoom();
            var read = await FillAsync(cancellationToken).ConfigureAwait(false);
            _ended = read == 0;
            _end += read;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private async ValueTask<int> FillAsync(CancellationToken cancellationToken)
    {
        try
        {
#if NET8_0_OR_GREATER
            return await _stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
#else
            return await _stream.ReadAsync(_buffer, _end, _buffer.Length - _end, cancellationToken).ConfigureAwait(false);
#endif
        }
        catch (Exception exception) when (BrokenAnswer.Is(exception))
        {
            throw BrokenAnswer.Of(exception, statusCode: null);
        }
    }

    // Returns by how much what is there has moved to the front.
    private int MakeRoom()
    {
        var moved = _start;
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, checked(_buffer.Length * 2));
        return moved;
    }
}
