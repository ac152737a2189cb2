namespace Specular.Generator.Model;

/// <summary>Whether a property has to be there, and whether it may be null: two different things (JSON Schema 2020-12, <c>required</c> and <c>type: null</c>).</summary>
internal enum Presence
{
    /// <summary>Always there and never null: <c>required T</c>.</summary>
    Required,

    /// <summary>Always there, maybe null: <c>required T?</c>.</summary>
    RequiredNullable,

    /// <summary>Maybe absent, never null: <c>T?</c>, where null stands for absent.</summary>
    Optional,

    /// <summary>Absent, null or a value: <c>Optional&lt;T?&gt;</c>.</summary>
    OptionalNullable,
}
