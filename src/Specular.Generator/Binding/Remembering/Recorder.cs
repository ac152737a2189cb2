using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Remembering;

/// <summary>
/// Writes down how each unit is bound, and does again what was written down where nothing that it was made of has changed. Binding is one thing after the other,
/// and each unit is bound by its text, by the texts that its references lead to, and by what it asks of those before it: where all of that is the same, so are
/// its result and what it leaves behind.
/// </summary>
internal sealed class Recorder : IReferenceObserver
{
    private readonly PartTable _parts;
    private readonly BindingMemory? _memory;
    private readonly EarlierModels _earlier;
    private readonly Dictionary<UnitKey, BoundUnit> _units;
    private readonly Dictionary<string, CompletedOperation> _completed;
    private readonly Stack<Notes> _open = new();
    private readonly List<int> _starts = [];
    private Notes? _current;
    private UnitNotes? _unit;
    private KnownWireFacts? _wireFacts;
    private bool _isLost;
    private bool _hasMissed;

    /// <param name="parts">The parts of the description.</param>
    /// <param name="memory">What the run before left, where all of it is asked for again; null for nothing.</param>
    /// <param name="earlier">The types and operations of the run before.</param>
    public Recorder(PartTable parts, BindingMemory? memory, EarlierModels earlier)
    {
        (_parts, _memory, _earlier) = (parts, memory, earlier);
        _units = new Dictionary<UnitKey, BoundUnit>(memory?.Units.Count ?? 0);
        _completed = new Dictionary<string, CompletedOperation>(StringComparer.Ordinal);
    }

    /// <param name="parts">The parts of the description.</param>
    /// <param name="memory">What the run before left, all of which holds.</param>
    /// <param name="but">Units of which that is not so: they are bound.</param>
    /// <param name="earlier">The types and operations of the run before.</param>
    public Recorder(PartTable parts, BindingMemory memory, IEnumerable<UnitKey> but, EarlierModels earlier)
    {
        (_parts, _memory, _earlier) = (parts, memory, earlier);
        _units = memory.CopyUnits();
        foreach (var key in but)
            _units.Remove(key);
        _completed = memory.CopyCompleted();
    }

    /// <summary>What this run leaves to the next one; null where something was read that is no part of the description's.</summary>
    public BindingMemory? Leave(ClientContext context, ClientOptions options, Capabilities capabilities, Outline? outline, IReadOnlyList<DiagnosticInfo> diagnostics) => _isLost
        ? null
        : new BindingMemory(context, options, capabilities, _parts, _units, _completed) { WireFacts = _wireFacts, Outline = outline, Diagnostics = diagnostics, HasAll = !_hasMissed };

    /// <summary>How a unit was bound in this run; null where that is not written down.</summary>
    public Transcript? Find(in UnitKey key) => _units.TryGetValue(key, out var unit) ? unit.Transcript : null;

    /// <summary>The unit that a value is.</summary>
    /// <param name="position">Where it starts.</param>
    /// <param name="type">The name that it will have.</param>
    public UnitKey? KeyOf(int position, string type) => _parts.At(position) is >= 0 and var part ? new UnitKey(_parts[part], position - _parts.StartOf(part), type) : null;

    /// <summary>Does again what binding a unit did before.</summary>
    /// <returns>False where it has to be bound.</returns>
    /// <exception cref="OutdatedMemoryException">An answer is another one now.</exception>
    public bool TryRepeat(in UnitKey key, Declarations declared, DiagnosticBag diagnostics, SourceFile file, out object? result)
    {
        result = null;
        if (_memory?.Find(key) is not { Steps: { } steps } transcript || !TryLocate(transcript))
            return false;
        foreach (var step in steps)
        {
            if (!declared.TryRepeat(step, step.Part < 0 ? step.Offset : _starts[step.Part] + step.Offset))
                throw new OutdatedMemoryException();
        }

        foreach (var report in transcript.Reports)
        {
            var span = new TextSpan(_starts[report.Part] + report.Span.Start, report.Span.Length);
            if (report.OncePerKind)
                diagnostics.ReportOncePerKind(report.Descriptor, file, span, report.Arguments[0]);
            else
                diagnostics.Report(report.Descriptor, file, span, report.Arguments);
        }

        _units[key] = new BoundUnit(_units.Count, transcript);
        result = transcript.Result;
        return true;
    }

    private bool TryLocate(Transcript transcript)
    {
        if (transcript.Names is { } names && names != _parts.Names)
            return false;
        _starts.Clear();
        foreach (var part in transcript.Parts)
        {
            if (!_parts.TryIndexOf(part, out var index))
                return false;
            _starts.Add(_parts.StartOf(index));
        }

        return true;
    }

    /// <summary>Completes an operation, or takes what completing it gave before.</summary>
    /// <param name="bound">The operation.</param>
    /// <param name="looked">The types that are looked at for it.</param>
    /// <param name="complete">Completes it.</param>
    public OperationModel Complete(OperationModel bound, SchemaModel?[] looked, Func<OperationModel> complete)
    {
        if (_memory?.FindCompleted(bound) is not { } completed || !completed.Fits(bound, looked))
            completed = new CompletedOperation(bound, _earlier.Same(complete()), looked);
        _completed[bound.Result.Name] = completed;
        return completed.Completed;
    }

    /// <summary>Picks the facts about names on the wire, or takes those that were picked before.</summary>
    public IReadOnlyList<WireFactModel> WireFacts(IReadOnlyList<SchemaModel> schemas, IReadOnlyList<OperationModel> operations, Func<WireFacts> pick)
    {
        var facts = _memory?.WireFacts is { } known && known.Fit(schemas, operations) ? known.Facts : pick();
        _wireFacts = new KnownWireFacts(schemas, operations, facts);
        return facts.Picked;
    }

    /// <summary>From here on, what is asked and done belongs to a unit.</summary>
    /// <param name="key">The unit.</param>
    /// <param name="turn">Its turn among all; null for the next.</param>
    public void Begin(in UnitKey key, int? turn = null)
    {
        _parts.TryIndexOf(key.Part, out var own);
        _unit = new UnitNotes(key, turn ?? _units.Count, own);
        _current = _unit.Notes;
    }

    /// <summary>The unit is bound.</summary>
    /// <returns>What came of it: the same object as before, where it is equal.</returns>
    public object? End(object? result)
    {
        var unit = _unit!;
        _unit = null;
        _current = null;
        if (_memory?.Find(unit.Key)?.Result is { } before && before.Equals(result))
            result = before;
        else if (result is SchemaModel schema)
            result = _earlier.Same(schema);
        var reports = new Report[unit.Notes.Reports.Count];
        for (var i = 0; i < reports.Length; i++)
            reports[i] = unit.Notes.Reports[i] is var report ? report with { Part = unit.Local(report.Part) } : report;
        foreach (var part in unit.Notes.Parts)
            unit.Local(part);
        var read = new Part[unit.Parts.Count];
        for (var i = 0; i < read.Length; i++)
            read[i] = _parts[unit.Parts[i]];
        _units[unit.Key] = new BoundUnit(
            unit.Turn,
            new Transcript(read, unit.Notes.NeedsNames ? _parts.Names : null, unit.Notes.IsSpoiled ? null : [.. unit.Steps], reports, result) { NeedsComponents = unit.Notes.NeedsComponents });
        return result;
    }

    /// <summary>Something is bound, or a reference followed for all, that is not written down.</summary>
    public void Miss() => _hasMissed = true;

    /// <summary>The type of the run before, where a type is equal to it.</summary>
    public SchemaModel Same(SchemaModel schema) => _earlier.Same(schema);

    /// <summary>A step that is about no schema.</summary>
    public void Add(StepKind kind, object? subject, object? answer)
    {
        RequireNothingOpen();
        _unit?.Steps.Add(new Step(kind, -1, 0, subject, answer));
    }

    /// <summary>A step that is about a number.</summary>
    public void Add(StepKind kind, int number)
    {
        RequireNothingOpen();
        _unit?.Steps.Add(new Step(kind, -1, number, null, null));
    }

    /// <summary>A step that is about a schema.</summary>
    public void Add(StepKind kind, Node schema, object? answer, bool flag = false)
    {
        if (_unit is not { } unit)
            return;
        RequireNothingOpen();
        if (!schema.HasOwnPlace || _parts.At(schema.Span.Start) is not (>= 0 and var part))
        {
            Spoil();
            return;
        }

        var step = new Step(kind, unit.Local(part), schema.Span.Start - _parts.StartOf(part), null, answer, flag);
        var last = unit.Steps.Count - 1;
        if (kind is StepKind.Bind && last >= 0 && unit.Steps[last] is { Kind: StepKind.Unbound } before && before.Part == step.Part && before.Offset == step.Offset)
            unit.Steps[last] = step with { Kind = StepKind.BindFirst };
        else
            unit.Steps.Add(step);
    }

    /// <summary>The unit is bound anew in each run: it depends on what has no place of its own.</summary>
    public void Spoil()
    {
        if (_current is { } current)
            current.IsSpoiled = true;
    }

    /// <summary>The unit depends on all components.</summary>
    public void NeedComponents()
    {
        Spoil();
        if (_current is { } current)
            current.NeedsComponents = true;
    }

    /// <summary>The unit depends on there being no part of some name.</summary>
    public void NeedNames()
    {
        if (_current is { } current)
            current.NeedsNames = true;
    }

    /// <summary>Takes note of a diagnostic.</summary>
    public void Report(DiagnosticDescriptor descriptor, TextSpan span, bool oncePerKind, string[] arguments)
    {
        if (_current is not { } current)
            return;
        if (_parts.At(span.Start) is >= 0 and var part)
            current.Reports.Add(new Report(descriptor, part, new TextSpan(span.Start - _parts.StartOf(part), span.Length), oncePerKind, arguments));
        else
            _isLost = true;
    }

    /// <inheritdoc/>
    public void Reached(Node target)
    {
        if (_current is not { } current)
            Miss();
        else if (_parts.At(target.Span.Start) is >= 0 and var part)
            current.Read(part);
        else
            _isLost = true;
    }

    /// <inheritdoc/>
    public void Lacked(Node place)
    {
        if (_current is null)
            Miss();
        NeedNames();
        if (_parts.At(place.Span.Start) is >= 0 and var part)
            _current?.Read(part);
    }

    /// <inheritdoc/>
    public void Searched() => _isLost = true;

    /// <summary>From here on it is found out what everybody will ask for who comes by: the notes are for all of them.</summary>
    public void Open()
    {
        if (_current is not null)
            _open.Push(_current);
        else
            _open.Push(Notes.Nobody);
        _current = new Notes();
    }

    /// <summary>It is found out.</summary>
    /// <returns>What has to be noted whenever it is asked for; null for nothing.</returns>
    public Notes? Close()
    {
        var found = _current!;
        _current = _open.Pop() is var outer && ReferenceEquals(outer, Notes.Nobody) ? null : outer;
        Use(found);
        return found.IsEmpty ? null : found;
    }

    /// <summary>What was found out before is asked for.</summary>
    public void Use(Notes? found)
    {
        if (found is not null)
            _current?.Add(found);
    }

    // A step in the midst of finding out what all will ask for would be missing from all but the first of them.
    private void RequireNothingOpen() => _isLost |= _open.Count > 0;

    /// <summary>What a unit asked and did so far.</summary>
    private sealed class UnitNotes
    {
        private readonly Dictionary<int, int> _local = [];

        public UnitNotes(in UnitKey key, int turn, int own)
        {
            (Key, Turn) = (key, turn);
            Local(own);
        }

        public UnitKey Key { get; }

        public int Turn { get; }

        public List<int> Parts { get; } = [];

        public List<Step> Steps { get; } = [];

        public Notes Notes { get; } = new();

        /// <summary>The place of a part among those of the unit.</summary>
        public int Local(int part)
        {
            if (Parts.Count > 0 && Parts[0] == part)
                return 0;
            if (!_local.TryGetValue(part, out var local))
            {
                _local.Add(part, local = Parts.Count);
                Parts.Add(part);
            }

            return local;
        }
    }
}
