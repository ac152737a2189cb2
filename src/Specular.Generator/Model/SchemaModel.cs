namespace Specular.Generator.Model;

/// <summary>A type that a schema of the description declares; each becomes one file.</summary>
/// <param name="Name">Its name in the client's namespace.</param>
/// <param name="Documentation">What the description says of it.</param>
/// <param name="Deprecated">The description says that it is deprecated.</param>
internal abstract record SchemaModel(string Name, string? Documentation, bool Deprecated);

/// <summary>A file of declared types.</summary>
/// <param name="Name">Its name: that of its type, where it holds one.</param>
/// <param name="Schemas">The types.</param>
internal sealed record SchemaFileModel(string Name, EquatableArray<SchemaModel> Schemas);

/// <summary>An object with properties.</summary>
internal sealed record RecordModel(
    string Name,
    string? Documentation,
    bool Deprecated,
    EquatableArray<PropertyModel> Properties,
    AdditionalPropertiesModel? AdditionalProperties)
    : SchemaModel(Name, Documentation, Deprecated);

/// <summary>The members of an object that its description does not list, kept under a property of their own.</summary>
internal sealed record AdditionalPropertiesModel(string Name, TypeModel Type, bool Nullable);

/// <summary>A closed set of values.</summary>
/// <param name="Name">Its name in the client's namespace.</param>
/// <param name="Documentation">What the description says of it.</param>
/// <param name="Deprecated">The description says that it is deprecated.</param>
/// <param name="Companion">The static class with its methods.</param>
/// <param name="IsInteger">The values are integers on the wire, and the members have them as their values.</param>
/// <param name="Members">The members in the order of the description.</param>
internal sealed record EnumModel(
    string Name,
    string? Documentation,
    bool Deprecated,
    string Companion,
    bool IsInteger,
    EquatableArray<EnumMemberModel> Members)
    : SchemaModel(Name, Documentation, Deprecated);

/// <summary>A value of an enum.</summary>
/// <param name="WireValue">The value on the wire, exactly.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Documentation">What the description says of it.</param>
/// <param name="Deprecated">The description says that it is deprecated.</param>
internal sealed record EnumMemberModel(string WireValue, string Name, string? Documentation, bool Deprecated);

/// <summary>A type whose values are kept as they come: a build leaves out what it is made of, where nothing in the project looks into it.</summary>
/// <param name="Name">Its name in the client's namespace.</param>
/// <param name="Documentation">What the description says of it.</param>
/// <param name="Deprecated">The description says that it is deprecated.</param>
/// <param name="IsObject">It is a record, whose values are objects, and no union.</param>
internal sealed record OpaqueModel(string Name, string? Documentation, bool Deprecated, bool IsObject) : SchemaModel(Name, Documentation, Deprecated);
