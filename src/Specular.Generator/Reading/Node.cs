using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Generator.Reading;

/// <summary>
/// A value of a description together with the place where it stands. JSON and YAML are both read into this, and Binding works on it directly:
/// so a keyword that no version of OpenAPI knows is still there to be read as it was meant, and every diagnostic has its line and column.
/// </summary>
/// <remarks>A YAML alias shares the node of its anchor. The tree has no cycles: readers refuse an alias inside its own anchor.</remarks>
internal sealed class Node
{
    /// <summary>From this many members on, a lookup goes through a dictionary.</summary>
    private const int DictionaryThreshold = 9;

    private static readonly Node[] s_noItems = [];
    private static readonly Member[] s_noMembers = [];

    private readonly Node[] _items;

    // Null until they are read.
    private Member[]? _members;

    // How they are read; from then on where each of them is, if they are many.
    private object? _lookup;

    private Node(NodeKind kind, SourceFile file, TextSpan span, string text, Node[] items, Member[]? members, bool hasOwnPlace)
    {
        Kind = kind;
        HasOwnPlace = hasOwnPlace;
        File = file;
        Span = span;
        Text = text;
        _items = items;
        _members = members;
    }

    public NodeKind Kind { get; }

    /// <summary>It was read from where it stands, and no other value of the file starts there. What is made of parts of a description stands where one of those does.</summary>
    public bool HasOwnPlace { get; }

    /// <summary>The file that this stands in.</summary>
    public SourceFile File { get; }

    /// <summary>The characters of the file that this was read from.</summary>
    public TextSpan Span { get; }

    /// <summary>The value of a string; a number as the file writes it; <c>true</c>, <c>false</c> or <c>null</c>; empty for arrays and objects.</summary>
    public string Text { get; }

    /// <summary>The items of an array; empty for anything else.</summary>
    public IReadOnlyList<Node> Items => _items;

    /// <summary>The members of an object in the order of the file, each name once; empty for anything else.</summary>
    public IReadOnlyList<Member> Members => OwnMembers;

    public static Node Scalar(NodeKind kind, SourceFile file, TextSpan span, string text, bool hasOwnPlace = false) => new(kind, file, span, text, s_noItems, s_noMembers, hasOwnPlace);

    public static Node Array(SourceFile file, TextSpan span, Node[] items, bool hasOwnPlace = false) => new(NodeKind.Array, file, span, "", items, s_noMembers, hasOwnPlace);

    /// <param name="file">The file that the object stands in.</param>
    /// <param name="span">Its place there.</param>
    /// <param name="members">Its members; the caller has dropped duplicate names.</param>
    /// <param name="hasOwnPlace">No other value starts there.</param>
    public static Node Object(SourceFile file, TextSpan span, Member[] members, bool hasOwnPlace = false) => new(NodeKind.Object, file, span, "", s_noItems, members, hasOwnPlace);

    /// <summary>An object that is read when somebody looks into it.</summary>
    /// <param name="file">The file that the object stands in.</param>
    /// <param name="span">Its place there.</param>
    /// <param name="read">Reads what stands in a place.</param>
    public static Node Unread(SourceFile file, TextSpan span, Func<TextSpan, Node> read) => new(NodeKind.Object, file, span, "", s_noItems, null, hasOwnPlace: true) { _lookup = read };

    /// <summary>The value of a member, or null where this has no such member or is no object.</summary>
    public Node? this[string name]
    {
        get
        {
            var i = IndexOf(name);
            return i < 0 ? null : OwnMembers[i].Value;
        }
    }

    public bool TryGetMember(string name, out Member member)
    {
        var i = IndexOf(name);
        member = i < 0 ? default : OwnMembers[i];
        return i >= 0;
    }

    /// <summary>The value in this one that starts at a place of the file, or null. All values in here have their own places.</summary>
    public Node? At(int place)
    {
        for (var node = this; node is not null; node = node.Around(place))
        {
            if (node.Span.Start == place)
                return node;
        }

        return null;
    }

    private Node? Around(int place)
    {
        var members = OwnMembers;
        var (low, high) = (0, _items.Length + members.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var node = members.Length > 0 ? members[middle].Value : _items[middle];
            if (place < node.Span.Start)
                high = middle - 1;
            else if (place >= node.Span.End)
                low = middle + 1;
            else
                return node;
        }

        return null;
    }

    /// <summary>A node is equal to itself alone; where it stands tells it from most others, and costs less to ask than what the run time would make up.</summary>
    public override int GetHashCode() => unchecked((Span.Start * 397) ^ Span.Length);

    private Member[] OwnMembers => _members ?? ReadMembers();

    private Member[] ReadMembers()
    {
        _members = ((Func<TextSpan, Node>)_lookup!)(Span).OwnMembers;
        _lookup = null;
        return _members;
    }

    [MethodImpl(Hot.Path)]
    private int IndexOf(string name)
    {
        var members = OwnMembers;
        if (members.Length < DictionaryThreshold)
        {
            for (var i = 0; i < members.Length; i++)
            {
                if (string.Equals(members[i].Name, name, StringComparison.Ordinal))
                    return i;
            }

            return -1;
        }

        if (_lookup is not Dictionary<string, int> index)
        {
            index = new Dictionary<string, int>(members.Length, StringComparer.Ordinal);
            for (var i = 0; i < members.Length; i++)
                index[members[i].Name] = i;
            _lookup = index;
        }

        return index.TryGetValue(name, out var found) ? found : -1;
    }
}
