using System;
using System.Collections.Generic;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Specular.Generator.Reading;

/// <summary>
/// The anchors of a YAML document, and the account of what their aliases would come to if each were a copy: a few lines of YAML
/// can stand for billions of nodes, or for a tree too deep to walk.
/// </summary>
internal sealed class YamlAnchors
{
    private readonly Dictionary<string, Anchor> _anchors = new(StringComparer.Ordinal);
    private long _aliasedNodes;

    /// <summary>How many nodes the tree has so far, with every alias replaced by a copy.</summary>
    public long Nodes { get; private set; }

    public void CountNode() => Nodes++;

    /// <summary>Says that a node with an anchor starts here; until it ends, an alias to it is an error.</summary>
    public void Open(AnchorName name)
    {
        if (!name.IsEmpty)
            _anchors[name.Value] = default;
    }

    /// <summary>Says that a node with an anchor has ended.</summary>
    /// <param name="name">The anchor; may be empty.</param>
    /// <param name="node">The node.</param>
    /// <param name="nodes">How many nodes it stands for.</param>
    /// <param name="height">How many levels it has; a scalar has none.</param>
    public void Close(AnchorName name, Node node, long nodes, int height)
    {
        if (!name.IsEmpty)
            _anchors[name.Value] = new Anchor(node, nodes, height);
    }

    /// <summary>The node that an alias stands for.</summary>
    /// <exception cref="YamlException">There is none, or it would be too much.</exception>
    public Node Resolve(AnchorAlias alias, int depth, out int height)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var anchor))
            throw new YamlException(alias.Start, alias.End, $"the alias '*{alias.Value.Value}' has no anchor '&{alias.Value.Value}' before it; put the text in quotes if it is meant to start with '*'");
        if (anchor.Node is null)
            throw new YamlException(alias.Start, alias.End, $"the alias '*{alias.Value.Value}' stands inside its own anchor");
        height = anchor.Height;
        if (depth + height > ReadingLimits.Depth)
            throw new YamlException(alias.Start, alias.End, ReadingLimits.TooDeep);
        Nodes += anchor.Nodes;
        _aliasedNodes += anchor.Nodes;
        if (_aliasedNodes > ReadingLimits.AliasedNodes)
            throw new YamlException(alias.Start, alias.End, "the aliases stand for more than 4 million values");
        return anchor.Node;
    }

    /// <param name="Node">The node; null while it is being read.</param>
    /// <param name="Nodes">How many nodes it stands for, itself among them.</param>
    /// <param name="Height">How many levels of objects and arrays it has.</param>
    private readonly record struct Anchor(Node? Node, long Nodes, int Height);
}
