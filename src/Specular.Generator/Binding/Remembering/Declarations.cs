using System;
using System.Collections.Generic;
using Specular.Generator.Binding.Operations;
using Specular.Generator.Binding.Schemas;
using Specular.Generator.Model;
using Specular.Generator.Naming;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Remembering;

/// <summary>What is named, declared and put off so far: all that what is bound can know of what was bound before it. Whoever asks or adds is written down.</summary>
/// <param name="types">The names in the client's namespace.</param>
/// <param name="webhooks">The names of webhooks.</param>
/// <param name="recorder">Writes down; null where nobody does.</param>
internal class Declarations(NameScope types, NameScope webhooks, Recorder? recorder)
{
    private readonly NodeMap<BoundType> _bound = new(recorder is not null);
    private readonly NodeMap<string> _componentNames = new(recorder is not null);
    private readonly NodeMap<string> _unionNames = new(recorder is not null);
    private readonly Dictionary<string, InlineType> _inlineTypes = [];
    private readonly Dictionary<string, SchemaModel> _schemas = [];
    private readonly Queue<PendingRecord> _pending = [];

    /// <summary>The groups of operations.</summary>
    public OperationGroups? Groups { get; set; }

    /// <summary>The declared types, by name.</summary>
    public IReadOnlyDictionary<string, SchemaModel> Schemas => _schemas;

    /// <summary>Properties that records have inherited.</summary>
    public int Inherited { get; private set; }

    public bool IsBound(Node schema) => _bound.TryGet(schema, out _);

    public virtual bool TryGetBound(Node schema, out BoundType bound)
    {
        var isBound = _bound.TryGet(schema, out bound);
        recorder?.Add(isBound ? StepKind.Bound : StepKind.Unbound, schema, bound.Type, bound.Nullable);
        return isBound;
    }

    /// <summary>Takes note of what a schema has become.</summary>
    public virtual void Bind(Node schema, BoundType bound)
    {
        _bound.Set(schema, bound);
        recorder?.Add(StepKind.Bind, schema, bound.Type, bound.Nullable);
    }

    /// <summary>The key of a component schema, or null for a schema that is none.</summary>
    public virtual string? ComponentName(Node schema)
    {
        var name = _componentNames.TryGet(schema, out var known) ? known : null;
        recorder?.Add(StepKind.ComponentName, schema, name);
        return name;
    }

    public void NameComponent(Node schema, string key) => _componentNames.Set(schema, key);

    /// <summary>The C# name of a component that is a choice, or null for a schema that is none.</summary>
    public virtual string? UnionName(Node schema)
    {
        var name = _unionNames.TryGet(schema, out var known) ? known : null;
        recorder?.Add(StepKind.UnionName, schema, name);
        return name;
    }

    public virtual void NameUnion(Node schema, string name)
    {
        _unionNames.Set(schema, name);
        recorder?.Add(StepKind.NameUnion, schema, name);
    }

    /// <summary>Takes the first of some names in the client's namespace that is free.</summary>
    public virtual string TakeType(params string[] wishes)
    {
        var name = types.Take(wishes);
        recorder?.Add(StepKind.TakeType, wishes, name);
        return name;
    }

    /// <summary>The type that a schema of the same structure has declared under one of some names, or null.</summary>
    public virtual TypeModel.Named? FindInline(string[] wishes, (ulong, ulong) structure)
    {
        var found = Find(wishes, structure);
        recorder?.Add(StepKind.FindInline, new InlineQuestion(wishes, structure), found);
        return found;
    }

    /// <summary>Takes note of the type that a schema without a name declares.</summary>
    public virtual void NoteInline((ulong, ulong) structure, TypeModel.Named type)
    {
        var inline = new InlineType(structure, type);
        _inlineTypes[type.Name] = inline;
        recorder?.Add(StepKind.NoteInline, subject: null, inline);
    }

    /// <summary>Puts off the members of a record.</summary>
    public virtual void Enqueue(Node schema, string name)
    {
        _pending.Enqueue(new PendingRecord(schema, schema.Span.Start, name));
        recorder?.Add(StepKind.Enqueue, schema, name);
    }

    public bool TryDequeue(out PendingRecord record)
    {
        record = _pending.Count > 0 ? _pending.Dequeue() : default;
        return record.Name is not null;
    }

    /// <summary>Adds a declared type.</summary>
    public virtual void Declare(SchemaModel schema)
    {
        schema = recorder?.Same(schema) ?? schema;
        _schemas[schema.Name] = schema;
        recorder?.Add(StepKind.Declare, subject: null, schema);
    }

    /// <summary>The member of an enum that has one alone, or null.</summary>
    public virtual string? OnlyMember(TypeModel.Named type)
    {
        var member = FindOnlyMember(type);
        recorder?.Add(StepKind.OnlyMember, type, member);
        return member;
    }

    /// <summary>Counts properties that a record has inherited.</summary>
    public virtual void Inherit(int properties)
    {
        Inherited += properties;
        recorder?.Add(StepKind.Inherit, properties);
    }

    /// <summary>The group of the operations with a tag.</summary>
    public virtual OperationGroup Group(string? tag)
    {
        var group = Groups!.Of(tag);
        recorder?.Add(StepKind.Group, tag, group.WithoutMethods());
        return group;
    }

    /// <summary>Takes a name for a method, and another for the one that gives the whole result.</summary>
    public virtual string TakeMethod(string? tag, string wish)
    {
        var name = Groups!.Of(tag).Methods.TakeWithSuffix(wish, "Result");
        recorder?.Add(StepKind.TakeMethod, new MethodQuestion(tag, wish), name);
        return name;
    }

    /// <summary>Takes a name for a webhook.</summary>
    public virtual string TakeWebhook(string wish)
    {
        var name = webhooks.Take(wish);
        recorder?.Add(StepKind.TakeWebhook, wish, name);
        return name;
    }

    /// <summary>Does a step again.</summary>
    /// <param name="step">The step.</param>
    /// <param name="place">Where the schema is now; the number, where it is about none.</param>
    /// <returns>False where the answer is another one now.</returns>
    public bool TryRepeat(in Step step, int place)
    {
        switch (step.Kind)
        {
            case StepKind.Unbound:
                return !_bound.TryGet(place, out _);
            case StepKind.Bound:
                return _bound.TryGet(place, out var bound) && bound.Nullable == step.Flag && bound.Type.Equals((TypeModel)step.Answer!);
            case StepKind.BindFirst when _bound.TryGet(place, out _):
                return false;
            case StepKind.Bind or StepKind.BindFirst:
                _bound.Set(place, new BoundType((TypeModel)step.Answer!, step.Flag));
                return true;
            case StepKind.ComponentName:
                return (string?)step.Answer == (_componentNames.TryGet(place, out var component) ? component : null);
            case StepKind.UnionName:
                return (string?)step.Answer == (_unionNames.TryGet(place, out var union) ? union : null);
            case StepKind.NameUnion:
                _unionNames.Set(place, (string)step.Answer!);
                return true;
            case StepKind.TakeType:
                return (string)step.Answer! == types.Take((string[])step.Subject!);
            case StepKind.FindInline:
                return step.Subject is InlineQuestion question && Equals(Find(question.Wishes, question.Structure), (TypeModel.Named?)step.Answer);
            case StepKind.NoteInline:
                var inline = (InlineType)step.Answer!;
                _inlineTypes[inline.Type.Name] = inline;
                return true;
            case StepKind.Enqueue:
                _pending.Enqueue(new PendingRecord(null, place, (string)step.Answer!));
                return true;
            case StepKind.Declare:
                var schema = (SchemaModel)step.Answer!;
                _schemas[schema.Name] = schema;
                return true;
            case StepKind.OnlyMember:
                return (string?)step.Answer == FindOnlyMember((TypeModel.Named)step.Subject!);
            case StepKind.Inherit:
                Inherited += place;
                return Inherited <= RecordBinder.MaxInherited;
            case StepKind.Group:
                return Groups!.Of((string?)step.Subject).WithoutMethods().Equals(step.Answer);
            case StepKind.TakeWebhook:
                return (string)step.Answer! == webhooks.Take((string)step.Subject!);
            case StepKind.TakeMethod:
                return step.Subject is MethodQuestion method && (string)step.Answer! == Groups!.Of(method.Tag).Methods.TakeWithSuffix(method.Wish, "Result");
            default:
                throw new InvalidOperationException("No such step: " + step.Kind);
        }
    }

    private TypeModel.Named? Find(string[] wishes, (ulong, ulong) structure)
    {
        foreach (var wish in wishes)
        {
            if (_inlineTypes.TryGetValue(wish, out var taken) && taken.Structure == structure)
                return taken.Type;
        }

        return null;
    }

    private string? FindOnlyMember(TypeModel.Named type) => _schemas.TryGetValue(type.Name, out var schema) && schema is EnumModel { Members.Count: 1 } only ? only.Members[0].Name : null;

    protected sealed record InlineType((ulong, ulong) Structure, TypeModel.Named Type);

    protected sealed record InlineQuestion(string[] Wishes, (ulong, ulong) Structure);

    protected sealed record MethodQuestion(string? Tag, string Wish);
}

/// <summary>A record whose members are bound later.</summary>
/// <param name="Schema">Its schema; null where it has not been looked at in this run.</param>
/// <param name="Place">Where that starts.</param>
/// <param name="Name">Its name.</param>
internal readonly record struct PendingRecord(Node? Schema, int Place, string Name);
