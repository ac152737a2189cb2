using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Generator.Reading;

/// <summary>
/// Reads JSON (RFC 8259) into a tree, with comments and trailing commas, which real files have, tolerated. The span of a string includes its quotes.
/// </summary>
internal sealed class JsonDescriptionReader
{
    private readonly SourceFile _file;
    private readonly string _text;
    private readonly Findings _findings;
    private readonly JsonScanner _scanner;
    private readonly ObjectBuilder _objects;
    private readonly TextCache _texts = new();
    private readonly CancellationToken _cancellationToken;

    // The items of all arrays that are open, innermost last.
    private readonly List<Node> _items = [];

    /// <param name="file">The file.</param>
    /// <param name="text">Its text, which the caller has already made one string of.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public JsonDescriptionReader(SourceFile file, string text, CancellationToken cancellationToken)
    {
        _file = file;
        _text = text;
        _findings = new Findings(file);
        _scanner = new JsonScanner(text, _findings);
        _objects = new ObjectBuilder(file, _findings, hasOwnPlaces: true);
        _cancellationToken = cancellationToken;
    }

    /// <inheritdoc cref="JsonDescriptionReader(SourceFile, string, CancellationToken)"/>
    public static ReadResult Read(SourceFile file, string text, CancellationToken cancellationToken) =>
        new JsonDescriptionReader(file, text, cancellationToken).Read();

    /// <summary>Reads a value alone.</summary>
    /// <param name="span">Where it has to stand.</param>
    /// <param name="depth">How many objects and arrays are around it.</param>
    /// <returns>Null where it is none, goes on behind the span, or there is something to say about it.</returns>
    public Node? ReadPart(TextSpan span, int depth)
    {
        _scanner.Position = span.Start;
        return ReadValue(depth) is { } value && value.Span == span && _findings.Diagnostics.Count == 0 ? value : null;
    }

    private ReadResult Read()
    {
        if (_scanner.Current == '\uFEFF')
            _scanner.Position++;
        var root = _scanner.SkipSpace() ? ReadValue(depth: 0) : null;
        if (root is not null && _scanner.SkipSpace() && !_scanner.AtEnd)
            _scanner.Fail(_scanner.WordAt(_scanner.Position), "expected the end of the file");
        return _scanner.Error is { } error ? _findings.Unreadable(_scanner.ErrorSpan, error) : new ReadResult(root, _findings.Diagnostics);
    }

    /// <summary>Reads the value at the position, which is past any white space; null after an error.</summary>
    private Node? ReadValue(int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var start = _scanner.Position;
        switch (_scanner.Current)
        {
            case '{':
                return ReadObject(depth + 1);
            case '[':
                return ReadArray(depth + 1);
            case '"':
                return _scanner.ReadString(out var text, out var from, out var length) ? Scalar(NodeKind.String, start, _texts.Get(text, from, length)) : null;
            case '-' or (>= '0' and <= '9'):
                return _scanner.ReadNumber() ? Scalar(NodeKind.Number, start, _texts.Get(_text, start, _scanner.Position - start)) : null;
            default:
                if (_scanner.ReadLiteral() is { } literal)
                    return Scalar(literal == "null" ? NodeKind.Null : NodeKind.Boolean, start, literal);
                _scanner.Fail(_scanner.WordAt(start), "expected a value");
                return null;
        }
    }

    [MethodImpl(Hot.Path)]
    private Node? ReadObject(int depth)
    {
        var start = _scanner.Position;
        if (!Enter(depth))
            return null;
        var mark = _objects.Mark;
        while (_scanner.Current != '}')
        {
            var nameStart = _scanner.Position;
            if (_scanner.Current != '"')
                return Fail(_scanner.WordAt(nameStart), _objects.Mark == mark ? "expected a member name in double quotes or '}'" : "expected a member name in double quotes");
            if (!_scanner.ReadString(out var text, out var from, out var length))
                return null;
            var name = _objects.Names.Intern(text, from, length);
            var nameSpan = TextSpan.FromBounds(nameStart, _scanner.Position);
            if (!_scanner.SkipSpace())
                return null;
            if (_scanner.Current != ':')
                return Fail(_scanner.WordAt(_scanner.Position), "expected ':' after the name of a member");
            if (!Advance() || ReadValue(depth) is not { } value || !_scanner.SkipSpace())
                return null;
            _objects.Add(name, nameSpan, value);
            if (_scanner.Current != '}' && !NextAfterComma('}', "expected ',' or '}' after a member"))
                return null;
        }

        _scanner.Position++;
        return _objects.Close(mark, TextSpan.FromBounds(start, _scanner.Position));
    }

    private Node? ReadArray(int depth)
    {
        var start = _scanner.Position;
        if (!Enter(depth))
            return null;
        var mark = _items.Count;
        while (_scanner.Current != ']')
        {
            if (ReadValue(depth) is not { } value || !_scanner.SkipSpace())
                return null;
            _items.Add(value);
            if (_scanner.Current != ']' && !NextAfterComma(']', "expected ',' or ']' after an item"))
                return null;
        }

        _scanner.Position++;
        var items = new Node[_items.Count - mark];
        _items.CopyTo(mark, items, 0, items.Length);
        _items.RemoveRange(mark, items.Length);
        return Node.Array(_file, TextSpan.FromBounds(start, _scanner.Position), items, hasOwnPlace: true);
    }

    /// <summary>Goes past an opening bracket and the space behind it.</summary>
    private bool Enter(int depth) =>
        depth <= ReadingLimits.Depth ? Advance() : _scanner.Fail(new TextSpan(_scanner.Position, 1), ReadingLimits.TooDeep);

    private bool Advance()
    {
        _scanner.Position++;
        return _scanner.SkipSpace();
    }

    /// <summary>Goes past the comma that has to stand here, and says so where nothing follows it.</summary>
    private bool NextAfterComma(char close, string expectation)
    {
        var comma = _scanner.Position;
        if (_scanner.Current != ',')
            return _scanner.Fail(_scanner.WordAt(comma), expectation);
        if (!Advance())
            return false;
        if (_scanner.Current == close)
            _findings.ReadAsMeant(new TextSpan(comma, 1), "JSON has no comma after the last value; this one, and any other in this file, is skipped");
        return true;
    }

    private Node Scalar(NodeKind kind, int start, string text) => Node.Scalar(kind, _file, TextSpan.FromBounds(start, _scanner.Position), text, hasOwnPlace: true);

    private Node? Fail(TextSpan span, string message)
    {
        _scanner.Fail(span, message);
        return null;
    }
}
