using System;
using System.Collections.Generic;
using Specular.Generator.Overlaying.Paths;
using Specular.Generator.Reading;

namespace Specular.Generator.Overlaying;

/// <summary>Places that are to be changed, as a tree: each once, however often it was found, and everything on the way to them.</summary>
internal sealed class EditTree
{
    private readonly Dictionary<string, EditTree> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<int, EditTree> _items = [];
    private bool _isTarget;

    public static EditTree Of(IEnumerable<Place> places, StepBudget budget)
    {
        var root = new EditTree();
        var way = new Stack<Place>();
        foreach (var place in places)
        {
            for (var step = place; step.Parent is not null && budget.Take(); step = step.Parent)
                way.Push(step);
            var edit = root;
            while (way.Count > 0)
                edit = edit.Below(way.Pop());
            edit._isTarget = true;
        }

        return root;
    }

    /// <summary>
    /// The tree with every target replaced by what <paramref name="change"/> makes of it, inner ones first; null takes a target away.
    /// What is on no way to a target stays the same node.
    /// </summary>
    /// <param name="node">The value that this stands for.</param>
    /// <param name="change">Takes a target and its depth.</param>
    /// <param name="budget">Pays for what is copied.</param>
    /// <param name="depth">How many objects and arrays are around it.</param>
    public Node? Apply(Node node, Func<Node, int, Node?> change, StepBudget budget, int depth = 0)
    {
        var current = node;
        if (_members.Count > 0 && node.Kind is NodeKind.Object && budget.Take(node.Members.Count))
            current = ApplyMembers(node, change, budget, depth);
        else if (_items.Count > 0 && node.Kind is NodeKind.Array && budget.Take(node.Items.Count))
            current = ApplyItems(node, change, budget, depth);
        return _isTarget ? change(current, depth) : current;
    }

    private Node ApplyMembers(Node node, Func<Node, int, Node?> change, StepBudget budget, int depth)
    {
        var members = new List<Member>(node.Members.Count);
        foreach (var member in node.Members)
        {
            if (!_members.TryGetValue(member.Name, out var edit))
                members.Add(member);
            else if (edit.Apply(member.Value, change, budget, depth + 1) is { } value)
                members.Add(MemberOf(member, value));
        }

        return Node.Object(node.File, node.Span, [.. members]);
    }

    private Node ApplyItems(Node node, Func<Node, int, Node?> change, StepBudget budget, int depth)
    {
        var items = new List<Node>(node.Items.Count);
        for (var i = 0; i < node.Items.Count; i++)
        {
            if (!_items.TryGetValue(i, out var edit))
                items.Add(node.Items[i]);
            else if (edit.Apply(node.Items[i], change, budget, depth + 1) is { } item)
                items.Add(item);
        }

        return Node.Array(node.File, node.Span, [.. items]);
    }

    // The place of a name is in the file of its value.
    internal static Member MemberOf(Member member, Node value) =>
        ReferenceEquals(value.File, member.Value.File) ? member with { Value = value } : new Member(member.Name, value.Span, value);

    private EditTree Below(Place place)
    {
        EditTree? below;
        if (place.Name is null)
        {
            if (!_items.TryGetValue(place.Index, out below))
                _items.Add(place.Index, below = new EditTree());
        }
        else if (!_members.TryGetValue(place.Name, out below))
        {
            _members.Add(place.Name, below = new EditTree());
        }

        return below;
    }
}
