namespace Specular.Generator.Binding.Remembering;

/// <summary>Something that binding a unit asked of what is bound already, with the answer, or added to it.</summary>
/// <param name="Kind">What it asked or did.</param>
/// <param name="Part">The part that the schema concerned stands in, as the transcript counts them.</param>
/// <param name="Offset">Where it starts there; a number, where no schema is concerned.</param>
/// <param name="Subject">What else was asked about.</param>
/// <param name="Answer">The answer, or what was added.</param>
/// <param name="Flag">The rest of the answer.</param>
internal readonly record struct Step(StepKind Kind, int Part, int Offset, object? Subject, object? Answer, bool Flag = false);

internal enum StepKind
{
    /// <summary>A schema had no type yet.</summary>
    Unbound,

    /// <summary>A schema had a type.</summary>
    Bound,

    /// <summary>A schema was given its type.</summary>
    Bind,

    /// <summary>A schema had no type yet, and was given one with nothing in between.</summary>
    BindFirst,

    /// <summary>The key of a component was looked up.</summary>
    ComponentName,

    /// <summary>The name of a choice was looked up.</summary>
    UnionName,

    /// <summary>A choice was given its name.</summary>
    NameUnion,

    /// <summary>A name in the client's namespace was taken.</summary>
    TakeType,

    /// <summary>A type of the same name and structure was looked for.</summary>
    FindInline,

    /// <summary>A type that a schema without a name declares was noted.</summary>
    NoteInline,

    /// <summary>A record was put off.</summary>
    Enqueue,

    /// <summary>A type was declared.</summary>
    Declare,

    /// <summary>The only member of an enum was looked up.</summary>
    OnlyMember,

    /// <summary>Properties were inherited.</summary>
    Inherit,

    /// <summary>The group of a tag was looked up.</summary>
    Group,

    /// <summary>The name of a method was taken.</summary>
    TakeMethod,

    /// <summary>The name of a webhook was taken.</summary>
    TakeWebhook,
}
