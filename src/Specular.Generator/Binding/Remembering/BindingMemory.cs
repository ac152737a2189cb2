using System;
using System.Collections.Generic;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Remembering;

/// <summary>
/// What a run leaves to the next one: how each unit was bound. It is part of what the run gave and lives as long as that; nothing in it
/// changes, and whether it still holds is looked up piece by piece, so that it makes a run shorter and never different.
/// </summary>
internal sealed class BindingMemory(ClientContext context, ClientOptions options, Capabilities capabilities, PartTable parts, Dictionary<UnitKey, BoundUnit> units, Dictionary<string, CompletedOperation> completed)
{
    public PartTable Parts { get; } = parts;

    /// <summary>Where the parts stand, for reading the description again; null where it has to be read from the start.</summary>
    public Outline? Outline { get; init; }

    public KnownWireFacts? WireFacts { get; init; }

    /// <summary>What there was to say.</summary>
    public IReadOnlyList<DiagnosticInfo> Diagnostics { get; init; } = [];

    /// <summary>There is a transcript of each unit.</summary>
    public bool HasAll { get; init; }

    /// <summary>How each unit was bound.</summary>
    public IReadOnlyDictionary<UnitKey, BoundUnit> Units => units;

    /// <summary>How each operation was completed.</summary>
    public IReadOnlyCollection<CompletedOperation> Completed => completed.Values;

    public Dictionary<UnitKey, BoundUnit> CopyUnits() => new(units);

    public Dictionary<string, CompletedOperation> CopyCompleted() => new(completed, StringComparer.Ordinal);

    /// <summary>The transcript of a unit, or null.</summary>
    public Transcript? Find(in UnitKey key) => units.TryGetValue(key, out var unit) ? unit.Transcript : null;

    /// <summary>How an operation of this name was completed, or null.</summary>
    public CompletedOperation? FindCompleted(OperationModel bound) => completed.TryGetValue(bound.Result.Name, out var known) ? known : null;

    /// <summary>True where what all units depend on is the same.</summary>
    public bool Fits(ClientContext otherContext, ClientOptions otherOptions, Capabilities otherCapabilities, PartTable now) =>
        context == otherContext && options == otherOptions && capabilities == otherCapabilities && now.HasFrameOf(Parts);
}
