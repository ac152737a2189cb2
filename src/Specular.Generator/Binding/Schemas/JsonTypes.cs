using System;

namespace Specular.Generator.Binding.Schemas;

/// <summary>The types that a schema allows (JSON Schema 2020-12, <c>type</c>).</summary>
[Flags]
internal enum JsonTypes
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Number = 8,
    String = 16,
    Array = 32,
    Object = 64,
}
