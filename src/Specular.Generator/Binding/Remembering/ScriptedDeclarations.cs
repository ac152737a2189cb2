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
/// Answers a unit that is bound again as it was answered before, from its transcript, without anything else being bound; types that it declares may say something
/// else by now. As long as it asks and does the same in the same order, all others would be answered as they were, too.
/// </summary>
internal sealed class ScriptedDeclarations : Declarations
{
    private static readonly NameScope s_noNames = new(StringComparer.Ordinal);

    private readonly Recorder _recorder;
    private readonly Func<Part, int, int?> _placeOf;
    private Transcript? _script;
    private Step[] _steps = [];
    private int _next;
    private Step? _first;

    /// <param name="recorder">Writes down.</param>
    /// <param name="placeOf">Where something is now that was in a part, counted from its start; null where that cannot be told.</param>
    public ScriptedDeclarations(Recorder recorder, Func<Part, int, int?> placeOf)
        : base(s_noNames, s_noNames, recorder) => (_recorder, _placeOf) = (recorder, placeOf);

    /// <summary>Types that are others than before, by name.</summary>
    public Dictionary<string, SchemaModel> Replaced { get; } = new(StringComparer.Ordinal);

    /// <summary>From here on a unit is bound that was bound before.</summary>
    /// <exception cref="OutdatedMemoryException">How is not written down.</exception>
    public void Begin(Transcript script) => (_script, _steps, _next, _first) = (script, script.Steps ?? throw new OutdatedMemoryException(), 0, null);

    /// <summary>It is bound.</summary>
    /// <exception cref="OutdatedMemoryException">It was asked or done more before.</exception>
    public void End() => Require(_next == _steps.Length && _first is null);

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
        var step = Take(schema, kind => kind is StepKind.Bound or StepKind.Unbound or StepKind.BindFirst);
        var isBound = step.Kind is StepKind.Bound;
        bound = isBound ? new BoundType((TypeModel)step.Answer!, step.Flag) : default;
        _recorder.Add(isBound ? StepKind.Bound : StepKind.Unbound, schema, bound.Type, bound.Nullable);
        if (step.Kind is StepKind.BindFirst)
            _first = step;
        return isBound;
    }

    public override void Bind(Node schema, BoundType bound)
    {
        var first = _first;
        _first = null;
        var step = first ?? Take(schema, kind => kind is StepKind.Bind);
        Require(schema.Span.Start == PlaceOf(step) && bound.Type.Equals(step.Answer as TypeModel) && bound.Nullable == step.Flag);
        _recorder.Add(StepKind.Bind, schema, bound.Type, bound.Nullable);
    }

    public override string? ComponentName(Node schema) => AnswerTo(StepKind.ComponentName, schema);

    public override string? UnionName(Node schema) => AnswerTo(StepKind.UnionName, schema);

    public override void NameUnion(Node schema, string name) => Require(AnswerTo(StepKind.NameUnion, schema) == name);

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

    public override void Enqueue(Node schema, string name) => Require(AnswerTo(StepKind.Enqueue, schema) == name);

    public override void Declare(SchemaModel schema)
    {
        var step = Take(StepKind.Declare);
        schema = _recorder.Same(schema);
        Replace((SchemaModel)step.Answer!, schema);
        _recorder.Add(step.Kind, subject: null, schema);
    }

    public override string? OnlyMember(TypeModel.Named type)
    {
        var step = Take(StepKind.OnlyMember);
        Require(type.Equals(step.Subject as TypeModel));
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
        var step = Take(StepKind.Group);
        Require((string?)step.Subject == tag);
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

    private string? AnswerTo(StepKind kind, Node schema)
    {
        var step = Take(schema, next => next == kind);
        _recorder.Add(kind, schema, step.Answer);
        return (string?)step.Answer;
    }

    private Step Take(StepKind kind) => Take(next => next == kind);

    private Step Take(Node schema, Func<StepKind, bool> isExpected)
    {
        var step = Take(isExpected);
        Require(schema.HasOwnPlace && schema.Span.Start == PlaceOf(step));
        return step;
    }

    private Step Take(Func<StepKind, bool> isExpected)
    {
        Require(_first is null && _next < _steps.Length);
        var step = _steps[_next++];
        Require(isExpected(step.Kind));
        return step;
    }

    private int? PlaceOf(in Step step) => _placeOf(_script!.Parts[step.Part], step.Offset);

    private static void Require(bool isSame)
    {
        if (!isSame)
            throw new OutdatedMemoryException();
    }
}
