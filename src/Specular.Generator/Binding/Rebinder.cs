using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Binding.Choosing;
using Specular.Generator.Binding.Operations;
using Specular.Generator.Binding.Remembering;
using Specular.Generator.Binding.Schemas;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding;

/// <summary>
/// Binds what an edit within one part has to do with, and nothing else: as long as those units do what they did before where others see it, every other one
/// would be what it was.
/// </summary>
internal sealed class Rebinder
{
    private readonly Description _description;
    private readonly PartTable _parts;
    private readonly BindingMemory _before;
    private readonly ClientModel _earlier;
    private readonly TextEdit _edit;
    private readonly int _changed;
    private readonly List<KeyValuePair<UnitKey, BoundUnit>> _affected = [];
    private readonly Recorder _recorder;
    private readonly SharedPlaces _places;
    private readonly ScriptedDeclarations _declared;
    private readonly SchemaBinder _schemas;
    private readonly OperationBinder _operations;
    private readonly WebhookBinder _webhooks;
    private readonly Dictionary<string, OperationModel> _bound = new(StringComparer.Ordinal);
    private readonly CancellationToken _cancellationToken;

    private Rebinder(Description description, Capabilities capabilities, ClientOptions options, PartTable parts, BindingMemory before, ClientModel earlier, TextEdit edit, int changed, CancellationToken cancellationToken)
    {
        (_description, _parts, _before, _earlier, _edit, _changed, _cancellationToken) = (description, parts, before, earlier, edit, changed, cancellationToken);
        _affected.AddRange(before.Units.Where(unit => IsAffected(unit.Value.Transcript, before.Parts[changed])).OrderBy(unit => unit.Value.Turn));
        _recorder = new Recorder(parts, before, _affected.Select(unit => unit.Key), new EarlierModels(earlier, before));
        _places = new SharedPlaces(parts, before, edit, changed, _affected.Select(unit => unit.Value.Transcript));
        _declared = new ScriptedDeclarations(_recorder, _places);
        var context = new BindingContext(description, capabilities, earlier.Context, _recorder, cancellationToken, _declared);
        _schemas = new SchemaBinder(context);
        _operations = new OperationBinder(context, _schemas, new SecurityBinder(context, _schemas), new OperationChoice(options));
        _webhooks = new WebhookBinder(context, _schemas);
    }

    /// <summary>The client after an edit; null where all of it has to be bound.</summary>
    /// <param name="description">The description, of which one part was edited.</param>
    /// <param name="capabilities">What the consumer's compilation has.</param>
    /// <param name="options">What the project says of the client, which is all of the description.</param>
    /// <param name="parts">The parts of the description.</param>
    /// <param name="before">What the run before left, which fits.</param>
    /// <param name="earlier">The client of that run.</param>
    /// <param name="cancellationToken">Ends the binding.</param>
    public static (ClientModel Client, IReadOnlyList<DiagnosticInfo> Diagnostics, BindingMemory Memory)? TryBind(
        Description description, Capabilities capabilities, ClientOptions options, PartTable parts, BindingMemory before, ClientModel earlier, CancellationToken cancellationToken)
    {
        if (description.Edit is not { LinesAdded: { } lines } edit
            || before is not { HasAll: true, WireFacts: not null }
            || !parts.TryFindChange(before.Parts, out var changed)
            || !IsBoundInUnits(parts[changed])
            || new PlaceMover(edit, lines, description.Root.File.Content).Move(before.Diagnostics) is not { } diagnostics)
            return null;
        try
        {
            var rebinder = new Rebinder(description, capabilities, options, parts, before, earlier, edit, changed, cancellationToken);
            return rebinder.Bind() is { } model && rebinder._recorder.Leave(earlier.Context, options, capabilities, Outline.Of(description.Root), diagnostics) is { } memory
                ? (model, diagnostics, memory)
                : null;
        }
        catch (OutdatedMemoryException)
        {
            return null;
        }
    }

    private static bool IsAffected(Transcript unit, Part changed) => Array.IndexOf(unit.Parts, changed) >= 0 || (unit.NeedsComponents && changed.Section is not null);

    // Security schemes, servers and the like are looked at once for all.
    private static bool IsBoundInUnits(Part part) => part.Section is { } section ? section != "securitySchemes" : Outline.IsMapOfParts(part.Map);

    private ClientModel? Bind()
    {
        // One after the other as they were: what asked for another one asks for it as before, or that one is not looked at.
        foreach (var unit in _affected)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var result = Bind(unit.Key, unit.Value);
            if (!Take(unit.Key, unit.Value.Transcript.Result, result))
                return null;
        }

        var client = _earlier;
        if (_declared.Replaced.Count > 0)
            client = client with { Schemas = new EquatableArray<SchemaFileModel>(client.Schemas.Select(Replace)) };
        var schemas = NowOf(_before.WireFacts!);
        var operations = Complete(name => _before.WireFacts!.IndexOf(name) is >= 0 and var index ? schemas[index] : null);
        if (operations.Count > 0)
            client = client with { Operations = new EquatableArray<OperationFileModel>(client.Operations.Select(file => Replace(file, operations))) };
        var all = operations.Count == 0
            ? _before.WireFacts!.Operations
            : _before.WireFacts!.Operations.Select(operation => operations.TryGetValue(operation.Result.Name, out var now) ? now : operation).ToList();
        return client with { WireFacts = new EquatableArray<WireFactModel>(_recorder.WireFacts(schemas, all, () => WireFactBinder.Bind(client.Context, schemas, all, _cancellationToken))) };
    }

    /// <summary>Binds a unit by its transcript.</summary>
    /// <param name="key">What it was.</param>
    /// <param name="unit">How it was bound.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="OutdatedMemoryException">Something else than before is asked, done or said.</exception>
    private object? Bind(in UnitKey key, BoundUnit unit)
    {
        var transcript = unit.Transcript;
        if (_places.Now(key.Part, key.Offset) is not { } place || !TryIndexOf(key.Part, out var index) || _description.Root.At(place) is not { } node)
            throw new OutdatedMemoryException();
        var now = new UnitKey(_parts[index], place - _parts.StartOf(index), key.Type);
        _recorder.Begin(now, unit.Turn);
        _declared.Begin(transcript, key.Type.StartsWith(UnitKind.Declaration, StringComparison.Ordinal));
        var result = _recorder.End(Bind(now, node));
        _declared.End();
        return _recorder.Find(now) is { Steps: not null } written && SaysTheSame(transcript, written) ? result : throw new OutdatedMemoryException();
    }

    private object? Bind(in UnitKey key, Node node)
    {
        _parts.TryIndexOf(key.Part, out var index);
        var owner = Owner(key.Part, _parts.StartOf(index));
        return (key.Part.Map, key.Type) switch
        {
            (_, UnitKind.Path) => _operations.BindPath(owner),
            ("paths", UnitKind.Webhooks) => _webhooks.BindCallbacks(owner.Value),
            (_, UnitKind.Webhooks) => _webhooks.BindWebhook(owner),
            _ => _schemas.Components.BindUnit(key.Type, node, owner),
        };
    }

    private Member Owner(Part part, int start)
    {
        var map = part.Map.Length == 0 ? _description.Root : _description.Root[part.Map];
        if (part.Section is { } section)
            map = map![section];
        return map!.Members.First(member => member.NameSpan.Start == start);
    }

    private bool TryIndexOf(Part part, out int index)
    {
        index = _changed;
        return ReferenceEquals(part, _before.Parts[_changed]) || _parts.TryIndexOf(part, out index);
    }

    // What is said once for all places is counted over all units, so that each has to say what it said.
    private bool SaysTheSame(Transcript before, Transcript now)
    {
        if (before.Reports.Length != now.Reports.Length)
            return false;
        for (var i = 0; i < now.Reports.Length; i++)
        {
            var (old, report) = (before.Reports[i], now.Reports[i]);
            _before.Parts.TryIndexOf(before.Parts[old.Part], out var oldIndex);
            _parts.TryIndexOf(now.Parts[report.Part], out var index);
            var moved = _edit.Move(new TextSpan(_before.Parts.StartOf(oldIndex) + old.Span.Start, old.Span.Length));
            if (old.Descriptor != report.Descriptor || old.OncePerKind != report.OncePerKind || !old.Arguments.SequenceEqual(report.Arguments, StringComparer.Ordinal)
                || moved != new TextSpan(_parts.StartOf(index) + report.Span.Start, report.Span.Length))
                return false;
        }

        return true;
    }

    /// <summary>Takes note of what came of a unit.</summary>
    /// <returns>False where others see a difference.</returns>
    private bool Take(in UnitKey key, object? before, object? now)
    {
        switch (before, now)
        {
            case (RecordModel old, RecordModel record):
                _declared.Replace(old, record);
                return true;
            case ((string? Tag, OperationModel Operation)[] old, (string? Tag, OperationModel Operation)[] operations):
                foreach (var (_, operation) in operations)
                    _bound[operation.Result.Name] = operation;
                return old.Select(item => (item.Tag, item.Operation.Result.Name)).SequenceEqual(operations.Select(item => (item.Tag, item.Operation.Result.Name)));
            case (WebhookModel[] old, WebhookModel[] webhooks):
                return old.SequenceEqual(webhooks);
            default:
                // What another name stands for is seen where it is used.
                return key.Type == UnitKind.Alias || Equals(before, now);
        }
    }

    // Operations that are others now, by the names of their results.
    private Dictionary<string, OperationModel> Complete(Func<string, SchemaModel?> declared)
    {
        var replaced = new Dictionary<string, OperationModel>(StringComparer.Ordinal);
        if (_bound.Count == 0 && _declared.Replaced.Count == 0)
            return replaced;
        foreach (var completed in _before.Completed)
        {
            var name = completed.Completed.Result.Name;
            var isBound = _bound.TryGetValue(name, out var bound);
            if (!isBound && !completed.Looked.Any(schema => schema is not null && _declared.Replaced.ContainsKey(schema.Name)))
                continue;
            bound ??= completed.Bound;
            var now = _recorder.Complete(bound, OperationBinder.LookedAt(bound, declared), () => OperationBinder.Complete(bound, declared));
            if (!ReferenceEquals(now, completed.Completed))
                replaced.Add(name, now);
        }

        return replaced;
    }

    private IReadOnlyList<SchemaModel> NowOf(KnownWireFacts before)
    {
        if (_declared.Replaced.Count == 0)
            return before.Schemas;
        var now = before.Schemas.ToArray();
        foreach (var schema in _declared.Replaced.Values)
            now[before.IndexOf(schema.Name)] = schema;
        return now;
    }

    private SchemaModel Now(SchemaModel schema) => _declared.Replaced.TryGetValue(schema.Name, out var now) ? now : schema;

    private SchemaFileModel Replace(SchemaFileModel file) =>
        file.Schemas.Any(schema => _declared.Replaced.ContainsKey(schema.Name)) ? file with { Schemas = new EquatableArray<SchemaModel>(file.Schemas.Select(Now)) } : file;

    private static OperationFileModel Replace(OperationFileModel file, Dictionary<string, OperationModel> replaced) =>
        file.Operations.Any(operation => replaced.ContainsKey(operation.Result.Name))
            ? file with
            {
                Groups = new EquatableArray<OperationGroupModel>(file.Groups.Select(group => group with
                {
                    Operations = new EquatableArray<OperationModel>(group.Operations.Select(operation => replaced.TryGetValue(operation.Result.Name, out var now) ? now : operation)),
                })),
            }
            : file;
}
