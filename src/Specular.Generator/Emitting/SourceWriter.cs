using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Generator.Emitting;

/// <summary>Writes C#: lines end in <c>\n</c> on every machine, and blocks are indented by four spaces.</summary>
internal sealed class SourceWriter
{
    private const int Indent = 4;

    /// <summary>What a thread keeps for its next file, at most, in characters.</summary>
    private const int KeptLength = 1 << 20;

    // A file is written at once and by one thread; for the next one its memory is there already.
    [ThreadStatic]
    private static char[]? s_kept;

    private char[] _text;
    private int _length;
    private int _depth;

    public SourceWriter()
    {
        _text = s_kept ?? new char[4096];
        s_kept = null;
    }

    /// <summary>Writes text of one line or more, each at the present depth; empty lines stay empty.</summary>
    [MethodImpl(Hot.Path)]
    public SourceWriter Line(string text = "")
    {
        var start = 0;
        while (true)
        {
            var end = text.IndexOf('\n', start);
            var length = (end < 0 ? text.Length : end) - start;
            var indent = length > 0 ? _depth * Indent : 0;
            if (_text.Length - _length <= indent + length)
                Grow(indent + length + 1);
            for (var i = 0; i < indent; i++)
                _text[_length++] = ' ';
            text.CopyTo(start, _text, _length, length);
            _length += length;
            _text[_length++] = '\n';
            if (end < 0)
                return this;
            start = end + 1;
        }
    }

    /// <summary>Writes a line and opens a block below it.</summary>
    public SourceWriter Open(string text)
    {
        Line(text);
        Line("{");
        _depth++;
        return this;
    }

    /// <summary>Closes the block, with something after its brace.</summary>
    public SourceWriter Close(string after = "")
    {
        _depth--;
        return Line("}" + after);
    }

    /// <summary>Writes the lines that follow one step deeper, until <see cref="Dedent"/>.</summary>
    public SourceWriter Deeper()
    {
        _depth++;
        return this;
    }

    public SourceWriter Dedent()
    {
        _depth--;
        return this;
    }

    /// <summary>The text, after which nothing more can be written.</summary>
    public SourceText End()
    {
        // Through a reader, the compiler keeps a long text in pieces: as one string of megabytes, each file would be a burden to the garbage collector.
        using var reader = new Written(_text, _length);
        var text = SourceText.From(reader, _length, Encoding.UTF8);
        if (_text.Length <= KeptLength)
            s_kept = _text;
        _text = [];
        _length = 0;
        return text;
    }

    private void Grow(int more) => Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + more));

    /// <summary>Hands over what is written, without a copy of it.</summary>
    private sealed class Written(char[] text, int length) : TextReader
    {
        private int _position;

        public override int Peek() => _position < length ? text[_position] : -1;

        public override int Read() => _position < length ? text[_position++] : -1;

        public override int Read(char[] buffer, int index, int count)
        {
            var taken = Math.Min(count, length - _position);
            Array.Copy(text, _position, buffer, index, taken);
            _position += taken;
            return taken;
        }

        public override string ReadToEnd()
        {
            var rest = new string(text, _position, length - _position);
            _position = length;
            return rest;
        }
    }
}
