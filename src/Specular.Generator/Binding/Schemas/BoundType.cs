using Specular.Generator.Model;

namespace Specular.Generator.Binding.Schemas;

/// <summary>What a schema has become where it is used.</summary>
/// <param name="Type">The type, without <c>?</c>.</param>
/// <param name="Nullable">Null is one of its values.</param>
internal readonly record struct BoundType(TypeModel Type, bool Nullable)
{
    public static readonly BoundType Json = new(new TypeModel.Primitive(PrimitiveKind.Json), Nullable: false);
}
