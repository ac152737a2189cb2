using System;
using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Binding.Operations;
using Specular.Generator.Binding.Schemas;
using Specular.Generator.Model;
using Specular.Generator.Naming;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Remembering;

/// <summary>
/// Answers a unit that is bound again as it was answered before, without anything else being bound. It may ask less or more, and types that it declares may say
/// something else by now: as long as it does the same in the same order where others see it, those would be answered as they were, too.
/// </summary>
internal sealed class ScriptedDeclarations : Declarations
{
    private static readonly NameScope s_noNames = new(StringComparer.Ordinal);

    private readonly Recorder _recorder;
    private readonly SharedPlaces _places;
    private readonly Dictionary<(StepKind Kind, int Place), Step> _answers = [];

    // By any of the units so far.
    private readonly Dictionary<int, BoundType> _bound = [];

    private Transcript? _script;
    private bool _isDeclaration;
    private Step[] _steps = [];
    private int _next;

    /// <param name="recorder">Writes down.</param>
    /// <param name="places">Where things are now, and which of them others see.</param>
    public ScriptedDeclarations(Recorder recorder, SharedPlaces places)
        : base(s_noNames, s_noNames, recorder) => (_recorder, _places) = (recorder, places);

    /// <summary>Types that are others than before, by name.</summary>
    public Dictionary<string, SchemaModel> Replaced { get; } = new(StringComparer.Ordinal);

    /// <summary>From here on a unit is bound that was bound before.</summary>
    /// <param name="script">How.</param>
    /// <param name="isDeclaration">It is the declaration of a component, of which others may hear that did not before.</param>
    /// <exception cref="OutdatedMemoryException">How is not written down.</exception>
    public void Begin(Transcript script, bool isDeclaration)
    {
        (_script, _steps, _next, _isDeclaration) = (script, script.Steps ?? throw new OutdatedMemoryException(), 0, isDeclaration);
        _answers.Clear();
        foreach (var step in _steps)
        {
            if (step.Part >= 0 && PlaceOf(step) is { } place && (Question(step.Kind), place) is var key && !_answers.ContainsKey(key))
                _answers.Add(key, step);
        }
    }

    /// <summary>It is bound.</summary>
    /// <exception cref="OutdatedMemoryException">It did more before.</exception>
    public void End()
    {
        SkipUnseen();
        Require(_next == _steps.Length);
    }

    /// <summary>Takes note of what a type has become.</summary>
    /// <exception cref="OutdatedMemoryException">Others see a difference.</exception>
    public void Replace(SchemaModel before, SchemaModel now)
    {
        Require(before.Name == now.Name && before.GetType() == now.GetType());
        if (before is EnumModel old && now is EnumModel values)
            Require(old.Members.Count == 1 ? values.Members.Count == 1 && old.Members[0].Name == values.Members[0].Name : values.Members.Count != 1);
        if (!ReferenceEquals(before, now))
            Replaced[now.Name] = now;
    }

    public override bool TryGetBound(Node schema, out BoundType bound)
    {
        var isBound = IsBound(PlaceOf(schema), out bound);
        _recorder.Add(isBound ? StepKind.Bound : StepKind.Unbound, schema, bound.Type, bound.Nullable);
        return isBound;
    }

    public override void Bind(Node schema, BoundType bound)
    {
        var place = PlaceOf(schema);
        if (IsSeen(place))
        {
            var step = Take(StepKind.Bind);
            Require(place == PlaceOf(step) && bound.Type.Equals(step.Answer as TypeModel) && bound.Nullable == step.Flag);
        }

        _bound[place] = bound;
        _recorder.Add(StepKind.Bind, schema, bound.Type, bound.Nullable);
    }

    public override string? ComponentName(Node schema) => AnswerTo(StepKind.ComponentName, schema, _places.ComponentName);

    public override string? UnionName(Node schema) => AnswerTo(StepKind.UnionName, schema, _places.UnionName);

    public override void NameUnion(Node schema, string name) => Repeat(StepKind.NameUnion, schema, name);

    public override string TakeType(params string[] wishes)
    {
        var step = Take(StepKind.TakeType);
        Require(((string[])step.Subject!).SequenceEqual(wishes, StringComparer.Ordinal));
        _recorder.Add(step.Kind, wishes, step.Answer);
        return (string)step.Answer!;
    }

    public override TypeModel.Named? FindInline(string[] wishes, (ulong, ulong) structure)
    {
        var step = Take(StepKind.FindInline);
        var question = (InlineQuestion)step.Subject!;
        Require(question.Structure == structure && question.Wishes.SequenceEqual(wishes, StringComparer.Ordinal));
        _recorder.Add(step.Kind, question, step.Answer);
        return (TypeModel.Named?)step.Answer;
    }

    public override void NoteInline((ulong, ulong) structure, TypeModel.Named type)
    {
        var step = Take(StepKind.NoteInline);
        Require(new InlineType(structure, type).Equals(step.Answer));
        _recorder.Add(step.Kind, subject: null, step.Answer);
    }

    public override void Enqueue(Node schema, string name) => Repeat(StepKind.Enqueue, schema, name);

    public override void Declare(SchemaModel schema)
    {
        var step = Take(StepKind.Declare);
        schema = _recorder.Same(schema);
        Replace((SchemaModel)step.Answer!, schema);
        _recorder.Add(step.Kind, subject: null, schema);
    }

    public override string? OnlyMember(TypeModel.Named type)
    {
        var step = Find(StepKind.OnlyMember, subject => type.Equals(subject as TypeModel));
        _recorder.Add(step.Kind, type, step.Answer);
        return (string?)step.Answer;
    }

    public override void Inherit(int properties)
    {
        Require(Take(StepKind.Inherit).Offset == properties);
        _recorder.Add(StepKind.Inherit, properties);
    }

    public override OperationGroup Group(string? tag)
    {
        var step = Find(StepKind.Group, subject => (string?)subject == tag);
        _recorder.Add(step.Kind, tag, step.Answer);
        return (OperationGroup)step.Answer!;
    }

    public override string TakeMethod(string? tag, string wish)
    {
        var step = Take(StepKind.TakeMethod);
        Require(new MethodQuestion(tag, wish).Equals(step.Subject));
        _recorder.Add(step.Kind, step.Subject, step.Answer);
        return (string)step.Answer!;
    }

    public override string TakeWebhook(string wish)
    {
        var step = Take(StepKind.TakeWebhook);
        Require((string)step.Subject! == wish);
        _recorder.Add(step.Kind, wish, step.Answer);
        return (string)step.Answer!;
    }

    private bool IsBound(int place, out BoundType bound)
    {
        if (_bound.TryGetValue(place, out bound))
            return true;
        if (!IsSeen(place))
            return false;
        if (!_answers.TryGetValue((StepKind.Bound, place), out var step))
        {
            bound = _places.BoundAtOnce(place) ?? throw new OutdatedMemoryException();
            return true;
        }

        // What it bound itself was not bound before.
        var isBound = step.Kind is StepKind.Bound;
        bound = isBound ? new BoundType((TypeModel)step.Answer!, step.Flag) : default;
        return isBound;
    }

    private string? AnswerTo(StepKind kind, Node schema, Func<int, string?> otherwise)
    {
        var place = PlaceOf(schema);
        var answer = _answers.TryGetValue((kind, place), out var step) ? (string?)step.Answer : IsSeen(place) ? otherwise(place) : null;
        _recorder.Add(kind, schema, answer);
        return answer;
    }

    private void Repeat(StepKind kind, Node schema, string name)
    {
        var step = Take(kind);
        Require(PlaceOf(schema) == PlaceOf(step) && name == (string?)step.Answer);
        _recorder.Add(kind, schema, name);
    }

    private Step Find(StepKind kind, Func<object?, bool> isAsked)
    {
        foreach (var step in _steps)
        {
            if (step.Kind == kind && isAsked(step.Subject))
                return step;
        }

        throw new OutdatedMemoryException();
    }

    private Step Take(StepKind kind)
    {
        SkipUnseen();
        Require(_next < _steps.Length);
        var step = _steps[_next++];
        Require((step.Kind is StepKind.BindFirst ? StepKind.Bind : step.Kind) == kind);
        return step;
    }

    private void SkipUnseen()
    {
        while (_next < _steps.Length && !IsSeen(_steps[_next]))
            _next++;
    }

    private bool IsSeen(int place) => _isDeclaration || _places.IsSeen(place, _script!);

    private bool IsSeen(in Step step) => step.Kind switch
    {
        StepKind.Unbound or StepKind.Bound or StepKind.ComponentName or StepKind.UnionName or StepKind.OnlyMember or StepKind.Group => false,
        StepKind.Bind or StepKind.BindFirst => _isDeclaration || _places.WasSeen(_script!.Parts[step.Part], step.Offset, _script),
        _ => true,
    };

    private static StepKind Question(StepKind kind) => kind is StepKind.Unbound or StepKind.BindFirst ? StepKind.Bound : kind;

    private int? PlaceOf(in Step step) => _places.Now(_script!.Parts[step.Part], step.Offset);

    private static int PlaceOf(Node schema)
    {
        Require(schema.HasOwnPlace);
        return schema.Span.Start;
    }

    private static void Require(bool isSame)
    {
        if (!isSame)
            throw new OutdatedMemoryException();
    }
}
