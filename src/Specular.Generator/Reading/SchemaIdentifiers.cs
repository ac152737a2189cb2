using System;
using System.Collections.Generic;
using System.Threading;

namespace Specular.Generator.Reading;

/// <summary>The names that a file's schemas give themselves: <c>$anchor</c>, <c>$dynamicAnchor</c> and <c>$id</c> (JSON Schema 2020-12, core, section 8.2).</summary>
internal sealed class SchemaIdentifiers
{
    private readonly Dictionary<string, Node> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Node> _ids = new(StringComparer.Ordinal);

    public SchemaIdentifiers(Node root, CancellationToken cancellationToken)
    {
        var seen = new HashSet<Node>();
        var open = new Stack<Node>();
        open.Push(root);
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var node = open.Pop();
            if (node.Kind is not (NodeKind.Object or NodeKind.Array) || !seen.Add(node))
                continue;
            foreach (var item in node.Items)
                open.Push(item);
            foreach (var member in node.Members)
            {
                if (member.Value.Kind == NodeKind.String)
                    Note(node, member);
                else if (member.Name is not ("example" or "examples" or "default" or "enum" or "const"))
                    open.Push(member.Value);
            }
        }
    }

    public Node? FindAnchor(string name) => _anchors.TryGetValue(name, out var node) ? node : null;

    public Node? FindId(string uri) => _ids.TryGetValue(uri, out var node) ? node : null;

    private void Note(Node node, Member member)
    {
        var table = member.Name switch
        {
            "$anchor" or "$dynamicAnchor" => _anchors,
            "$id" => _ids,
            _ => null,
        };
        if (table is not null && !table.ContainsKey(member.Value.Text))
            table.Add(member.Value.Text, node);
    }
}
