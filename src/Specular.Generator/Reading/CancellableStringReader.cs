using System;
using System.IO;
using System.Threading;

namespace Specular.Generator.Reading;

/// <summary>Hands a string to YamlDotNet in blocks, and is the place where cancellation gets through to it.</summary>
internal sealed class CancellableStringReader(string text, int position, CancellationToken cancellationToken) : TextReader
{
    private int _position = position;

    public override int Peek() => _position < text.Length ? text[_position] : -1;

    public override int Read() => _position < text.Length ? text[_position++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var length = Math.Min(count, text.Length - _position);
        text.CopyTo(_position, buffer, index, length);
        _position += length;
        return length;
    }
}
