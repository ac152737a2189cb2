using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Generator.Reading.Swagger;

/// <summary>
/// The members of an object that takes the place of one in the file. Whatever is new in it has the place of what it comes from.
/// </summary>
internal sealed class MemberList(Node source)
{
    private readonly List<Member> _members = [];

    public int Count => _members.Count;

    /// <summary>Takes over a member with another value.</summary>
    public void Add(Member member, Node value) => _members.Add(member with { Value = value });

    /// <summary>Takes over a member under another name.</summary>
    public void Add(string name, Member member, Node value) => _members.Add(new Member(name, member.NameSpan, value));

    /// <summary>Adds what no member of the file says directly.</summary>
    public void Add(string name, Node value) => _members.Add(new Member(name, value.Span, value));

    public void AddString(string name, string value, TextSpan span) =>
        _members.Add(new Member(name, span, Node.Scalar(NodeKind.String, source.File, span, value)));

    public void AddBoolean(string name, bool value, TextSpan span) =>
        _members.Add(new Member(name, span, Node.Scalar(NodeKind.Boolean, source.File, span, value ? "true" : "false")));

    public bool Has(string name) => _members.Exists(member => member.Name == name);

    /// <summary>The object. A file that mixes 2.0 with 3.0 can say the same twice: what was added later counts.</summary>
    public Node ToObject()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = _members.Count - 1; i >= 0; i--)
        {
            if (!names.Add(_members[i].Name))
                _members.RemoveAt(i);
        }

        return Node.Object(source.File, source.Span, _members.ToArray());
    }

    /// <summary>An object of members that were computed one by one; the source itself where none changed.</summary>
    public static Node Map(Node source, Func<Member, Node?> convert)
    {
        if (source.Kind != NodeKind.Object)
            return source;
        var members = new List<Member>(source.Members.Count);
        var isSame = true;
        foreach (var member in source.Members)
        {
            var value = convert(member);
            isSame &= ReferenceEquals(value, member.Value);
            if (value is not null)
                members.Add(member with { Value = value });
        }

        return isSame ? source : Node.Object(source.File, source.Span, members.ToArray());
    }

    /// <summary>An array of items that were computed one by one; the source itself where none changed.</summary>
    public static Node MapItems(Node source, Func<Node, Node> convert)
    {
        if (source.Kind != NodeKind.Array)
            return source;
        var items = new Node[source.Items.Count];
        var isSame = true;
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = convert(source.Items[i]);
            isSame &= ReferenceEquals(items[i], source.Items[i]);
        }

        return isSame ? source : Node.Array(source.File, source.Span, items);
    }
}
