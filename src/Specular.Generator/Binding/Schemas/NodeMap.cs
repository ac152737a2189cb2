using System.Collections.Generic;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Schemas;

/// <summary>Values by node, and where the nodes are those of one file, by the place of the node: a run may know that of a node which it has not looked at.</summary>
internal sealed class NodeMap<T>(bool byPlace)
{
    private readonly Dictionary<int, T> _places = [];
    private readonly Dictionary<Node, T> _nodes = [];

    public bool TryGet(Node node, out T? value) =>
        byPlace && node.HasOwnPlace ? _places.TryGetValue(node.Span.Start, out value) : _nodes.TryGetValue(node, out value);

    public bool TryGet(int place, out T? value) => _places.TryGetValue(place, out value);

    public void Set(Node node, T value)
    {
        if (byPlace && node.HasOwnPlace)
            _places[node.Span.Start] = value;
        else
            _nodes[node] = value;
    }

    public void Set(int place, T value) => _places[place] = value;
}
