using System;
using System.Collections.Generic;
using Specular.Generator.Reading;

namespace Specular.Generator.Overlaying.Paths;

/// <summary>Finds what a JSONPath query means in a tree (RFC 9535, sections 2.3 and 2.5). Once the budget is used up, what it found is not complete.</summary>
internal sealed class PathEvaluator
{
    /// <summary>Places that a query may find, and that any step on its way may.</summary>
    private const int MaxPlaces = 2_000_000;

    private readonly Place _root;
    private readonly StepBudget _budget;
    private readonly FilterEvaluator _filters;

    public PathEvaluator(Node root, StepBudget budget)
    {
        _root = Place.Root(root);
        _budget = budget;
        _filters = new FilterEvaluator(this, budget);
    }

    public List<Place> Evaluate(PathQuery query) => Evaluate(query, _root);

    /// <param name="query">The query.</param>
    /// <param name="current">What <c>@</c> means.</param>
    public List<Place> Evaluate(PathQuery query, Place current)
    {
        var places = new List<Place> { query.IsRelative ? current : _root };
        foreach (var segment in query.Segments)
        {
            var found = new List<Place>();
            if (segment.IsDescendant)
            {
                Descend(places, segment, found);
            }
            else
            {
                foreach (var place in places)
                    Select(place, segment, found);
            }

            places = found;
            if (_budget.IsExhausted || places.Count == 0)
                break;
        }

        return places;
    }

    /// <summary>Goes to all descendants in the order of the document. Where places lie within each other, what is below both is visited once.</summary>
    private void Descend(List<Place> places, PathSegment segment, List<Place> found)
    {
        var seen = places.Count > 1 ? new HashSet<Place>() : null;
        var open = new Stack<Place>();
        foreach (var start in places)
        {
            open.Push(start);
            while (open.Count > 0 && _budget.Take())
            {
                var place = open.Pop();
                if (seen?.Add(place) == false)
                    continue;
                Select(place, segment, found);

                // What has no children has nothing to find.
                for (var i = place.Node.Items.Count - 1; i >= 0; i--)
                {
                    if (place.Node.Items[i].Kind is NodeKind.Object or NodeKind.Array)
                        open.Push(place.Item(i));
                }

                for (var i = place.Node.Members.Count - 1; i >= 0; i--)
                {
                    var member = place.Node.Members[i];
                    if (member.Value.Kind is NodeKind.Object or NodeKind.Array)
                        open.Push(place.Member(member.Name, member.Value));
                }
            }
        }
    }

    private void Select(Place place, PathSegment segment, List<Place> found)
    {
        foreach (var selector in segment.Selectors)
        {
            if (!_budget.Take())
                return;
            switch (selector)
            {
                case PathSelector.Name name:
                    if (place.Node[name.Text] is { } value)
                        Add(found, place.Member(name.Text, value));
                    break;
                case PathSelector.Index index:
                    var position = index.Position < 0 ? place.Node.Items.Count + index.Position : index.Position;
                    if (position >= 0 && position < place.Node.Items.Count)
                        Add(found, place.Item((int)position));
                    break;
                case PathSelector.Slice slice:
                    Slice(place, slice, found);
                    break;
                case PathSelector.Wildcard:
                    Children(place, condition: null, found);
                    break;
                case PathSelector.Filter filter:
                    Children(place, filter.Condition, found);
                    break;
            }
        }
    }

    private void Children(Place place, PathFilter? condition, List<Place> found)
    {
        for (var i = 0; i < place.Node.Items.Count && _budget.Take(); i++)
            AddFitting(place.Item(i));
        for (var i = 0; i < place.Node.Members.Count && _budget.Take(); i++)
            AddFitting(place.Member(place.Node.Members[i].Name, place.Node.Members[i].Value));

        void AddFitting(Place child)
        {
            if (condition is null || _filters.Holds(condition, child))
                Add(found, child);
        }
    }

    private void Add(List<Place> found, Place place)
    {
        if (found.Count < MaxPlaces)
            found.Add(place);
        else
            _budget.Exhaust();
    }

    // RFC 9535, section 2.3.4.2.
    private void Slice(Place place, PathSelector.Slice slice, List<Place> found)
    {
        var count = place.Node.Items.Count;
        if (slice.Step == 0 || count == 0)
            return;
        var start = FromEnd(slice.Start ?? (slice.Step > 0 ? 0 : count - 1));
        var end = FromEnd(slice.End ?? (slice.Step > 0 ? count : -count - 1));
        if (slice.Step > 0)
        {
            end = Math.Min(Math.Max(end, 0), count);
            for (var i = Math.Min(Math.Max(start, 0), count); i < end && _budget.Take(); i += slice.Step)
                Add(found, place.Item((int)i));
        }
        else
        {
            end = Math.Min(Math.Max(end, -1), count - 1);
            for (var i = Math.Min(Math.Max(start, -1), count - 1); i > end && _budget.Take(); i += slice.Step)
                Add(found, place.Item((int)i));
        }

        long FromEnd(long position) => position >= 0 ? position : count + position;
    }
}
