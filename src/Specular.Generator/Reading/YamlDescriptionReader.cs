using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Specular.Generator.Reading;

/// <summary>
/// Reads YAML 1.2 into a tree, from YamlDotNet's events. What of YAML has no counterpart in JSON is replaced (aliases, merge keys) or reported (keys that are no text).
/// </summary>
internal sealed class YamlDescriptionReader
{
    private readonly SourceFile _file;
    private readonly string _text;
    private readonly YamlPlaces _places;
    private readonly Parser _parser;
    private readonly Findings _findings;
    private readonly ObjectBuilder _objects;
    private readonly YamlAnchors _anchors = new();
    private readonly TextCache _texts = new();
    private readonly CancellationToken _cancellationToken;

    // The items of all sequences that are open, innermost last.
    private readonly List<Node> _items = [];

    private YamlDescriptionReader(SourceFile file, string text, CancellationToken cancellationToken)
    {
        _file = file;
        _text = text;
        var origin = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        _places = new YamlPlaces(text, origin);
        _parser = new Parser(new CancellableStringReader(text, origin, cancellationToken));
        _findings = new Findings(file);
        _objects = new ObjectBuilder(file, _findings, hasOwnPlaces: false);
        _cancellationToken = cancellationToken;
    }

    /// <param name="file">The file.</param>
    /// <param name="text">Its text, which the caller has already made one string of.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static ReadResult Read(SourceFile file, string text, CancellationToken cancellationToken)
    {
        // YamlDotNet takes NUL for the end of the text, here and there. A text that has one is mostly UTF-16 that was read as UTF-8.
        var nul = text.IndexOf('\0');
        return nul < 0
            ? new YamlDescriptionReader(file, text, cancellationToken).Read()
            : new Findings(file).Unreadable(new TextSpan(nul, 1), "there is a NUL character in the text");
    }

    private ReadResult Read()
    {
        try
        {
            var root = ReadFirstDocument();
            return root is null
                ? _findings.Unreadable(default, "the file is empty")
                : new ReadResult(root, _findings.Diagnostics);
        }
        catch (YamlException e)
        {
            var (message, span) = YamlErrors.Describe(_text, _places.Of(e.Start, e.End), _places.End, e.Message);
            return _findings.Unreadable(span, message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // YamlDotNet meets some malformed texts with whatever exception its own code runs into: whichever it is, the text is what is wrong.
            return _findings.Unreadable(new TextSpan(_places.End, 0), "this is not YAML");
        }
    }

    private Node? ReadFirstDocument()
    {
        while (Next() is not (DocumentStart or StreamEnd))
        {
        }

        if (_parser.Current is StreamEnd)
            return null;
        Next();
        var root = ReadNode(depth: 0, out _);
        Next();
        if (Next() is DocumentStart second)
            _findings.Ignored(_places.Of(second), "Only the first document of this file is read; this one, and any after it, is ignored");
        return root;
    }

    /// <summary>Reads the node that the current event starts, up to and including its last event.</summary>
    private Node ReadNode(int depth, out int height)
    {
        switch (_parser.Current)
        {
            case Scalar scalar:
                height = 0;
                return ReadScalar(scalar);
            case AnchorAlias alias:
                _places.OfAlias(alias);
                return _anchors.Resolve(alias, depth, out height);
            case SequenceStart or MappingStart:
                return ReadCollection((NodeEvent)_parser.Current, depth + 1, out height);
            default:
                throw new YamlException(_parser.Current!.Start, _parser.Current.End, "expected a value");
        }
    }

    private Node ReadScalar(Scalar scalar)
    {
        var (kind, text) = YamlScalars.Resolve(scalar);
        var node = Node.Scalar(kind, _file, _places.OfScalar(scalar), _texts.Get(text));
        _anchors.CountNode();
        _anchors.Close(scalar.Anchor, node, nodes: 1, height: 0);
        return node;
    }

    private Node ReadCollection(NodeEvent start, int depth, out int height)
    {
        if (depth > ReadingLimits.Depth)
            throw new YamlException(start.Start, start.End, ReadingLimits.TooDeep);
        var nodesBefore = _anchors.Nodes;
        _anchors.CountNode();
        _anchors.Open(start.Anchor);
        var node = start is SequenceStart ? ReadSequence(start, depth, out height) : ReadMapping(start, depth, out height);
        height++;
        _anchors.Close(start.Anchor, node, _anchors.Nodes - nodesBefore, height);
        return node;
    }

    private Node ReadSequence(NodeEvent start, int depth, out int height)
    {
        height = 0;
        var mark = _items.Count;
        while (Next() is not SequenceEnd)
        {
            _items.Add(ReadNode(depth, out var itemHeight));
            height = Math.Max(height, itemHeight);
        }

        var items = new Node[_items.Count - mark];
        _items.CopyTo(mark, items, 0, items.Length);
        _items.RemoveRange(mark, items.Length);
        return Node.Array(_file, _places.OfCollection(start, _parser.Current!), items);
    }

    private Node ReadMapping(NodeEvent start, int depth, out int height)
    {
        height = 0;
        var mark = _objects.Mark;
        while (Next() is not MappingEnd)
        {
            var name = ReadKey(depth, out var nameSpan, out var isMerge);
            Next();
            var value = ReadNode(depth, out var valueHeight);
            if (name is null)
                continue;

            // What a merge key takes apart is no level of the tree.
            if (isMerge)
                valueHeight -= value.Kind == NodeKind.Array ? 2 : 1;
            height = Math.Max(height, valueHeight);
            if (!isMerge)
                _objects.Add(name, nameSpan, value);
            else if (!Merge(value))
                _findings.Ignored(nameSpan, "The merge key '<<' takes an object or an array of objects; this one is ignored");
        }

        return _objects.Close(mark, _places.OfCollection(start, _parser.Current!));
    }

    /// <summary>Reads a key, as it is written: <c>200:</c> has the name "200". Null where it is no scalar.</summary>
    private NameTable.Entry? ReadKey(int depth, out TextSpan span, out bool isMerge)
    {
        isMerge = false;
        if (_parser.Current is Scalar key)
        {
            span = _places.OfScalar(key);
            isMerge = key is { Style: ScalarStyle.Plain, Value: "<<", Tag.IsEmpty: true };
            if (!key.Anchor.IsEmpty)
                ReadScalar(key);
            return _objects.Names.Intern(key.Value);
        }

        var start = _parser.Current!;
        var node = ReadNode(depth, out _);
        span = start is AnchorAlias ? _places.Of(start) : node.Span;
        if (node.Kind is not (NodeKind.Array or NodeKind.Object))
            return _objects.Names.Intern(node.Text);
        _findings.Ignored(span, "The key of this member is no text; the member is ignored");
        return null;
    }

    private bool Merge(Node value)
    {
        if (value.Kind == NodeKind.Object)
        {
            foreach (var member in value.Members)
                _objects.Merge(member);
            return true;
        }

        if (value.Kind != NodeKind.Array)
            return false;
        foreach (var item in value.Items)
        {
            if (item.Kind != NodeKind.Object)
                return false;
        }

        foreach (var item in value.Items)
            Merge(item);
        return true;
    }

    private ParsingEvent Next()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        return _parser.MoveNext() ? _parser.Current! : throw new YamlException("the file ends too early");
    }
}
