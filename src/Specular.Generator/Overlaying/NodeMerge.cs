using System;
using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Overlaying.Paths;
using Specular.Generator.Reading;

namespace Specular.Generator.Overlaying;

/// <summary>
/// Merges an update into a value (OpenAPI Overlay 1.1, section 4.4.3): members are merged one by one, items are appended, and anything else is replaced.
/// What comes from the update keeps its place in the overlay's file.
/// </summary>
internal sealed class NodeMerge(StepBudget budget)
{
    private readonly Dictionary<Node, (int Height, long Size)> _extents = [];

    /// <summary>Why an update cannot be merged into a target; null where it can.</summary>
    public static string? Conflict(Node target, Node update) => target.Kind switch
    {
        NodeKind.Array => null,
        NodeKind.Object => update.Kind is NodeKind.Object ? null : "its target is an object, into which only an object can be merged",
        _ => update.Kind is NodeKind.Object or NodeKind.Array ? "its target is a single value, which only a single value can replace" : null,
    };

    /// <summary>How many levels a value has, and how many values it is when those that stand in several places are counted in each.</summary>
    public (int Height, long Size) Extent(Node node)
    {
        if (node.Kind is not (NodeKind.Object or NodeKind.Array))
            return (0, 1);
        if (_extents.TryGetValue(node, out var known))
            return known;
        var height = 0;
        var size = 1L;
        foreach (var part in node.Items.Concat(node.Members.Select(member => member.Value)))
        {
            var inner = Extent(part);
            height = Math.Max(height, inner.Height);
            size = Math.Min(size + inner.Size, int.MaxValue);
        }

        return _extents[node] = (height + 1, size);
    }

    public Node Merge(Node target, Node update)
    {
        if (target.Kind is NodeKind.Array)
            return Append(target, update.Kind is NodeKind.Array ? update.Items : [update]);
        return MergeValue(target, update);
    }

    private Node MergeValue(Node target, Node update)
    {
        if (target.Kind is NodeKind.Array && update.Kind is NodeKind.Array)
            return Append(target, update.Items);
        if (target.Kind is not NodeKind.Object || update.Kind is not NodeKind.Object || !budget.Take(target.Members.Count + update.Members.Count))
            return update;

        var members = new List<Member>(target.Members.Count + update.Members.Count);
        foreach (var member in target.Members)
            members.Add(update.TryGetMember(member.Name, out var changed) ? Changed(member, changed) : member);
        members.AddRange(update.Members.Where(member => !target.TryGetMember(member.Name, out _)));
        return Node.Object(target.File, target.Span, [.. members]);
    }

    private Member Changed(Member member, Member changed)
    {
        var value = MergeValue(member.Value, changed.Value);
        return ReferenceEquals(value, changed.Value) ? changed : member with { Value = value };
    }

    private Node Append(Node target, IReadOnlyList<Node> items) =>
        budget.Take(target.Items.Count + items.Count) ? Node.Array(target.File, target.Span, [.. target.Items, .. items]) : target;
}
