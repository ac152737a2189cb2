namespace Specular.Generator.Model;

/// <summary>What a declared type is.</summary>
internal enum NamedTypeKind
{
    Record,
    Enum,
    Union,
}
