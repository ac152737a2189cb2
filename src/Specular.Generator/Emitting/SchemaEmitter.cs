using System;
using System.Threading;
using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>Prints declared types, whatever they are.</summary>
internal static class SchemaEmitter
{
    public static GeneratedFile Emit(SchemaFileModel file, ClientContext client, CancellationToken cancellationToken)
    {
        var writer = FileLayout.Begin(client);
        for (var i = 0; i < file.Schemas.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (i > 0)
                writer.Line();
            Emit(writer, file.Schemas[i], client);
        }

        return writer.End(client, file.Name);
    }

    private static void Emit(SourceWriter writer, SchemaModel schema, ClientContext client)
    {
        switch (schema)
        {
            case RecordModel record:
                RecordEmitter.Emit(writer, record, client);
                break;
            case EnumModel @enum:
                EnumEmitter.Emit(writer, @enum, client);
                break;
            case UnionModel union:
                UnionEmitter.Emit(writer, union, client);
                break;
            case OpaqueModel opaque:
                OpaqueEmitter.Emit(writer, opaque, client);
                break;
            default:
                throw new InvalidOperationException("No emitter for " + schema.GetType().Name);
        }
    }
}
