using System;
using System.Collections.Generic;
using System.Threading;

namespace Specular.Generator.Reading;

/// <summary>
/// The names that a file's schemas give themselves: <c>$anchor</c>, <c>$dynamicAnchor</c> and <c>$id</c> (JSON Schema 2020-12, core, section 8.2), and the one
/// that a description gives itself: <c>$self</c> (OpenAPI 3.2, section 4.1.2.1).
/// </summary>
internal sealed class SchemaIdentifiers
{
    private readonly Dictionary<(Node? Resource, string Name), Node> _anchors = [];
    private readonly Dictionary<string, Node> _firstAnchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _overridden = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Node> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<Node, SchemaResource> _resources = [];

    public SchemaIdentifiers(Node root, CancellationToken cancellationToken)
    {
        var seen = new HashSet<Node>();
        var open = new Stack<(Node Node, SchemaResource? Resource)>();
        open.Push((root, null));
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (node, resource) = open.Pop();
            if (node.Kind is not (NodeKind.Object or NodeKind.Array) || !seen.Add(node))
                continue;
            foreach (var item in node.Items)
                open.Push((item, resource));
            if (node.Kind is NodeKind.Object)
                resource = NoteNames(node, isRoot: ReferenceEquals(node, root), resource);
            foreach (var member in node.Members)
            {
                if (member.Value.Kind != NodeKind.String && member.Name is not ("example" or "examples" or "default" or "enum" or "const"))
                    open.Push((member.Value, resource));
            }
        }
    }

    /// <summary>The schema with an anchor: of several the one within a schema that has a URI, or else the first.</summary>
    public Node? FindAnchor(string name, Node? resource) =>
        _anchors.TryGetValue((resource, name), out var node) || _firstAnchors.TryGetValue(name, out node) ? node : null;

    public Node? FindId(string uri) => _ids.TryGetValue(uri, out var node) ? node : null;

    /// <summary>The innermost schema that a reference starts from; null where that is the file.</summary>
    /// <param name="node">An object with a <c>$ref</c>, or one made of a discriminator's mapping.</param>
    public SchemaResource? ResourceOf(Node node) =>
        _resources.TryGetValue(node, out var resource) || (node["$ref"] is { } reference && _resources.TryGetValue(reference, out resource)) ? resource : null;

    /// <summary>True where several schemas have a <c>$dynamicAnchor</c>, so that the outermost decides which is meant.</summary>
    public bool IsOverridden(string dynamicAnchor) => _overridden.Contains(dynamicAnchor);

    private SchemaResource? NoteNames(Node node, bool isRoot, SchemaResource? resource)
    {
        if ((isRoot ? node["$self"] ?? node["$id"] : node["$id"]) is { Kind: NodeKind.String } id)
        {
            resource = new SchemaResource(node, resource?.Combine(id.Text) ?? id.Text, IsNamed: true, resource);
            foreach (var uri in new[] { resource.Uri, id.Text })
            {
                if (!_ids.ContainsKey(uri))
                    _ids.Add(uri, node);
            }
        }

        else if (!isRoot && node["$defs"] is { Kind: NodeKind.Object })
        {
            resource = new SchemaResource(node, resource?.Uri ?? "", IsNamed: false, resource);
        }

        foreach (var keyword in new[] { "$anchor", "$dynamicAnchor" })
        {
            if (node[keyword] is { Kind: NodeKind.String } anchor)
                NoteAnchor(anchor.Text, node, resource, isDynamic: keyword == "$dynamicAnchor");
        }

        if (resource is null)
            return null;
        if (Description.ReferenceOf(node) is not null)
            _resources.Add(node, resource);
        foreach (var mapping in node["discriminator"]?["mapping"]?.Members ?? [])
            _resources[mapping.Value] = resource;
        return resource;
    }

    private void NoteAnchor(string name, Node node, SchemaResource? resource, bool isDynamic)
    {
        if (!_anchors.ContainsKey((resource?.Root, name)))
            _anchors.Add((resource?.Root, name), node);
        if (!_firstAnchors.ContainsKey(name))
            _firstAnchors.Add(name, node);
        else if (isDynamic)
            _overridden.Add(name);
    }
}
