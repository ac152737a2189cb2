using System;
using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>Prints a declared type, whatever it is.</summary>
internal static class SchemaEmitter
{
    public static GeneratedFile Emit(SchemaModel schema, ClientContext client) => schema switch
    {
        RecordModel record => RecordEmitter.Emit(record, client),
        EnumModel @enum => EnumEmitter.Emit(@enum, client),
        UnionModel union => UnionEmitter.Emit(union, client),
        _ => throw new InvalidOperationException("No emitter for " + schema.GetType().Name),
    };
}
