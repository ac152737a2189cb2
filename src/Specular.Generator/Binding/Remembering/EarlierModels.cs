using System;
using System.Collections.Generic;
using Specular.Generator.Model;

namespace Specular.Generator.Binding.Remembering;

/// <summary>
/// The types and operations of the run before. The compiler keeps those for as long as they are equal to what comes after them: where that is one object with
/// them, it takes no second place in memory, and is seen at once to be the same.
/// </summary>
internal sealed class EarlierModels(ClientModel? client)
{
    private Dictionary<string, SchemaModel>? _schemas;
    private Dictionary<string, OperationModel>? _operations;

    /// <summary>The type of the run before, where it is equal to one of this run.</summary>
    public SchemaModel Same(SchemaModel schema) => client is not null && (_schemas ??= Schemas(client)).TryGetValue(schema.Name, out var earlier) && earlier.Equals(schema) ? earlier : schema;

    /// <summary>The operation of the run before, where it is equal to one of this run.</summary>
    public OperationModel Same(OperationModel operation) =>
        client is not null && (_operations ??= Operations(client)).TryGetValue(operation.Result.Name, out var earlier) && earlier.Equals(operation) ? earlier : operation;

    private static Dictionary<string, SchemaModel> Schemas(ClientModel client)
    {
        var schemas = new Dictionary<string, SchemaModel>(StringComparer.Ordinal);
        foreach (var file in client.Schemas)
        {
            foreach (var schema in file.Schemas)
                schemas[schema.Name] = schema;
        }

        return schemas;
    }

    private static Dictionary<string, OperationModel> Operations(ClientModel client)
    {
        var operations = new Dictionary<string, OperationModel>(StringComparer.Ordinal);
        foreach (var file in client.Operations)
        {
            foreach (var operation in file.Operations)
                operations[operation.Result.Name] = operation;
        }

        return operations;
    }
}
