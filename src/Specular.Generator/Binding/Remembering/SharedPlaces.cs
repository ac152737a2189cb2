using System;
using System.Collections.Generic;
using Specular.Generator.Binding.Schemas;
using Specular.Generator.Model;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Remembering;

/// <summary>Places of a description of which one part was edited: where they are now, which of them more than one unit has to do with, and what is known of those.</summary>
internal sealed class SharedPlaces
{
    private readonly PartTable _parts;
    private readonly BindingMemory _before;
    private readonly TextEdit _edit;
    private readonly int _changed;

    // Of the changed part, by their offsets before, with the unit that has to do with them; null where several have.
    private readonly Dictionary<int, Transcript?> _users = [];
    private Dictionary<int, Step>? _declarations;

    /// <param name="parts">The parts now.</param>
    /// <param name="before">What the run before left.</param>
    /// <param name="edit">How the text differs.</param>
    /// <param name="changed">The part that was edited.</param>
    /// <param name="affected">The units that have to do with it.</param>
    public SharedPlaces(PartTable parts, BindingMemory before, TextEdit edit, int changed, IEnumerable<Transcript> affected)
    {
        (_parts, _before, _edit, _changed) = (parts, before, edit, changed);
        foreach (var unit in affected)
        {
            foreach (var step in unit.Steps ?? [])
            {
                if (step.Part < 0 || !ReferenceEquals(unit.Parts[step.Part], before.Parts[changed]))
                    continue;
                _users[step.Offset] = _users.TryGetValue(step.Offset, out var user) && !ReferenceEquals(user, unit) ? null : unit;
            }
        }
    }

    /// <summary>Where something starts now that was in a part; null where that is within what was edited.</summary>
    public int? Now(Part part, int offset) => _before.Parts.TryIndexOf(part, out var index) ? _edit.StartNow(_before.Parts.StartOf(index) + offset) : null;

    /// <summary>Whether others than a unit have to do with what was in a part.</summary>
    public bool WasSeen(Part part, int offset, Transcript unit) =>
        !ReferenceEquals(part, _before.Parts[_changed]) || (_users.TryGetValue(offset, out var user) && !ReferenceEquals(user, unit));

    /// <summary>Whether others than a unit have to do with what is in a place now.</summary>
    public bool IsSeen(int place, Transcript unit) =>
        _parts.At(place) != _changed || (_edit.StartBefore(place) is { } before && WasSeen(_before.Parts[_changed], before - _before.Parts.StartOf(_changed), unit));

    /// <summary>The type of a component that has one from the start; null where it gets its type when something refers to it.</summary>
    public BoundType? BoundAtOnce(int place) =>
        Declarations.TryGetValue(place, out var step) && step.Kind is StepKind.Bind ? new BoundType((TypeModel)step.Answer!, step.Flag) : null;

    /// <summary>The name of a component that is a choice; null for anything else.</summary>
    public string? UnionName(int place) => Declarations.TryGetValue(place, out var step) && step.Kind is StepKind.NameUnion ? (string?)step.Answer : null;

    /// <summary>The key of a component that declares a type; null for anything else.</summary>
    public string? ComponentName(int place) =>
        Declarations.ContainsKey(place) && _parts.At(place) is >= 0 and var index ? _parts[index].Key : null;

    private Dictionary<int, Step> Declarations
    {
        get
        {
            if (_declarations is not null)
                return _declarations;
            _declarations = [];
            foreach (var unit in _before.Units)
            {
                if (!unit.Key.Type.StartsWith(UnitKind.Declaration, StringComparison.Ordinal))
                    continue;
                foreach (var step in unit.Value.Transcript.Steps ?? throw new OutdatedMemoryException())
                {
                    if (step.Kind is StepKind.Bind or StepKind.NameUnion && Now(unit.Value.Transcript.Parts[step.Part], step.Offset) is { } place)
                        _declarations[place] = step;
                }
            }

            return _declarations;
        }
    }
}
