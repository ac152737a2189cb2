using System;

namespace Specular.Generator.Model;

/// <summary>A value that is one of several types.</summary>
/// <param name="Name">Its name in the client's namespace.</param>
/// <param name="Documentation">What the description says of it.</param>
/// <param name="Deprecated">The description says that it is deprecated.</param>
/// <param name="Discriminator">The property that tells which; null where the shape of the value does.</param>
/// <param name="Cases">The types, in the order of the description.</param>
internal sealed record UnionModel(string Name, string? Documentation, bool Deprecated, string? Discriminator, EquatableArray<UnionCaseModel> Cases)
    : SchemaModel(Name, Documentation, Deprecated);

/// <summary>One of the types of a union.</summary>
/// <param name="Name">The name of the case.</param>
/// <param name="Type">The type of its value.</param>
/// <param name="DiscriminatorValues">The values of the discriminator that mean it.</param>
/// <param name="Shape">What its values look like.</param>
/// <param name="Documentation">What the description says of it.</param>
internal sealed record UnionCaseModel(string Name, TypeModel Type, EquatableArray<string> DiscriminatorValues, ShapeModel Shape, string? Documentation);

/// <summary>What the values of a schema look like, as far as it tells them from those of another.</summary>
/// <param name="Kinds">The kinds of JSON values.</param>
/// <param name="Values">The only values, as text; empty for any.</param>
/// <param name="Format"><c>format</c> of a string.</param>
/// <param name="Required">The members that an object always has.</param>
/// <param name="Known">The members that it may have.</param>
/// <param name="Members">Members with only certain values, or of kinds that tell them from those of another shape.</param>
/// <param name="Item">The shape of an array's items.</param>
internal sealed record ShapeModel(
    ShapeKinds Kinds,
    EquatableArray<string> Values,
    string? Format,
    EquatableArray<string> Required,
    EquatableArray<string> Known,
    EquatableArray<ShapeMemberModel> Members,
    ShapeModel? Item);

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Kinds">The kinds of JSON values that it has; an integer is a number.</param>
/// <param name="Values">The only values, as text; empty for any.</param>
internal sealed record ShapeMemberModel(string Name, ShapeKinds Kinds, EquatableArray<string> Values);

/// <summary>Kinds of JSON values; the support code has the same.</summary>
[Flags]
internal enum ShapeKinds
{
    None = 0,
    Boolean = 1,
    Integer = 2,
    Number = 4,
    String = 8,
    Array = 16,
    Object = 32,
    Null = 64,
}
