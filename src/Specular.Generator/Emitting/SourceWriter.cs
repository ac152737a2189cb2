using System.Text;

namespace Specular.Generator.Emitting;

/// <summary>Writes C#: lines end in <c>\n</c> on every machine, and blocks are indented by four spaces.</summary>
internal sealed class SourceWriter
{
    private const int Indent = 4;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes text of one line or more, each at the present depth; empty lines stay empty.</summary>
    public SourceWriter Line(string text = "")
    {
        var start = 0;
        while (true)
        {
            var end = text.IndexOf('\n', start);
            var length = (end < 0 ? text.Length : end) - start;
            if (length > 0)
                _text.Append(' ', _depth * Indent).Append(text, start, length);
            _text.Append('\n');
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

    public override string ToString() => _text.ToString();
}
