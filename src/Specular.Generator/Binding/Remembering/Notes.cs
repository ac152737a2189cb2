using System.Collections.Generic;

namespace Specular.Generator.Binding.Remembering;

/// <summary>What something depends on that was found out, and what there was to say on the way.</summary>
internal sealed class Notes
{
    /// <summary>Those of nobody, which are not taken down.</summary>
    public static readonly Notes Nobody = new();

    private readonly HashSet<int> _parts = [];

    /// <summary>The parts that were read, as the table counts them.</summary>
    public IReadOnlyCollection<int> Parts => _parts;

    /// <summary>What was reported; the parts are counted as the table counts them.</summary>
    public List<Report> Reports { get; } = [];

    /// <summary>A part was looked for by its name, in vain.</summary>
    public bool NeedsNames { get; set; }

    /// <summary>It depends on what cannot be found again in the next run.</summary>
    public bool IsSpoiled { get; set; }

    /// <summary>It depends on all components.</summary>
    public bool NeedsComponents { get; set; }

    public bool IsEmpty => _parts.Count == 0 && Reports.Count == 0 && !NeedsNames && !IsSpoiled && !NeedsComponents;

    public void Read(int part) => _parts.Add(part);

    public void Add(Notes other)
    {
        foreach (var part in other._parts)
            _parts.Add(part);
        Reports.AddRange(other.Reports);
        NeedsNames |= other.NeedsNames;
        IsSpoiled |= other.IsSpoiled;
        NeedsComponents |= other.NeedsComponents;
    }
}
