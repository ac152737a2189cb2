using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Remembering;

/// <summary>The parts of a description, by where they stand.</summary>
internal sealed class PartTable
{
    private readonly List<Part> _parts = [];
    private readonly List<(int Start, int End)> _places = [];
    private readonly Dictionary<string, Part> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Part, int> _indices = [];
    private readonly List<Part> _frame = [];

    /// <param name="root">A description that was read as it stands.</param>
    /// <param name="text">Its text.</param>
    /// <param name="previous">The parts before the description changed.</param>
    /// <param name="edit">How the text differs from the one of those; null where nobody knows.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public PartTable(Node root, string text, PartTable? previous, TextEdit? edit, CancellationToken cancellationToken)
    {
        var names = new TextHash(0, 0);
        foreach (var member in root.Members)
        {
            if (Outline.IsMapOfParts(member.Name) && member.Value.Kind is NodeKind.Object)
                AddEach(member.Name, null, member.Value);
            else if (member.Name is "components" && member.Value.Kind is NodeKind.Object)
                AddSections(member.Value);
            else
                Add("", null, Prefix("", null), member, isFrame: member.Name is "openapi" or "components" or "paths" or "security" or "tags" or "$self" or "$id" or "$defs");
        }

        Names = names;

        void AddSections(Node components)
        {
            var prefix = Prefix("components", null);
            Name(prefix);
            foreach (var section in components.Members)
            {
                if (section.Value.Kind is NodeKind.Object)
                    AddEach("components", section.Name, section.Value);
                else
                    Add("components", null, prefix, section, isFrame: true);
            }
        }

        void AddEach(string map, string? section, Node parts)
        {
            var prefix = Prefix(map, section);
            Name(prefix);
            foreach (var member in parts.Members)
                Add(map, section, prefix, member, isFrame: member.Name is "$ref" or "$dynamicRef");
        }

        void Add(string map, string? section, string prefix, Member member, bool isFrame)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = prefix + member.Name;
            var (start, end) = (member.NameSpan.Start, member.Value.Span.End);
            var part = previous?.Find(name, start, end, edit);
            if (part is null)
            {
                var hash = TextHash.Of(text, start, end - start);
                part = previous is not null && previous._byName.TryGetValue(name, out var known) && known.Hash == hash ? known : new Part(map, section, member.Name, name, hash);
            }

            _indices.Add(part, _parts.Count);
            _byName.Add(name, part);
            _parts.Add(part);
            _places.Add((start, end));
            if (isFrame)
                _frame.Add(part);
            Name(name);
        }

        void Name(string name)
        {
            var own = TextHash.Of(name, 0, name.Length);
            names = new TextHash(unchecked(names.First + own.First), unchecked(names.Second + own.Second));
        }
    }

    // Names may have any character: where that of a section ends is told by its length.
    private static string Prefix(string map, string? section) => section is null ? map + "\0" : map + section.Length.ToString(CultureInfo.InvariantCulture) + "\0" + section;

    public int Count => _parts.Count;

    /// <summary>The names of all parts, in whatever order.</summary>
    public TextHash Names { get; }

    public Part this[int index] => _parts[index];

    /// <summary>Where a part starts.</summary>
    public int StartOf(int index) => _places[index].Start;

    // What is outside of the edit is what it was.
    private Part? Find(string name, int start, int end, TextEdit? edit) =>
        edit is { } known && known.TryMoveBack(start, end, out var oldStart) && _byName.TryGetValue(name, out var part) && _places[_indices[part]].Start == oldStart ? part : null;

    /// <summary>True where what is no path and no component is the same here and there: it may matter to all of them.</summary>
    public bool HasFrameOf(PartTable other)
    {
        if (_frame.Count != other._frame.Count)
            return false;
        for (var i = 0; i < _frame.Count; i++)
        {
            if (!ReferenceEquals(_frame[i], other._frame[i]))
                return false;
        }

        return true;
    }

    /// <summary>Finds the one part that says something else than in another table.</summary>
    /// <param name="before">The table of the text before.</param>
    /// <param name="index">The part.</param>
    /// <returns>False where none does or several do, or where the parts are others.</returns>
    public bool TryFindChange(PartTable before, out int index)
    {
        index = -1;
        if (before.Count != Count)
            return false;
        for (var i = 0; i < Count; i++)
        {
            if (ReferenceEquals(_parts[i], before._parts[i]))
                continue;
            if (index >= 0 || _parts[i].Name != before._parts[i].Name)
                return false;
            index = i;
        }

        return index >= 0;
    }

    /// <summary>Where a part is now; false where it is no more, or says something else.</summary>
    public bool TryIndexOf(Part part, out int index) => _indices.TryGetValue(part, out index);

    /// <summary>The part around a character; -1 where none is.</summary>
    public int At(int position)
    {
        var (low, high) = (0, _places.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var (start, end) = _places[middle];
            if (position < start)
                high = middle - 1;
            else if (position >= end)
                low = middle + 1;
            else
                return middle;
        }

        return -1;
    }
}
