using System;
using System.Collections.Generic;
using Specular.Generator.Model;

namespace Specular.Generator.Binding.Remembering;

/// <summary>
/// The types and operations of the run before. The compiler keeps those for as long as they are equal to what comes after them: where that is one object with
/// them, it takes no second place in memory, and is seen at once to be the same.
/// </summary>
/// <param name="client">The client of that run; null where there was none.</param>
/// <param name="memory">What it left beside that, where it left something: all of it can be found there without a look at all of it.</param>
internal sealed class EarlierModels(ClientModel? client, BindingMemory? memory)
{
    private Dictionary<string, SchemaModel>? _schemas;
    private Dictionary<string, OperationModel>? _operations;

    /// <summary>The type of the run before, where it is equal to one of this run.</summary>
    public SchemaModel Same(SchemaModel schema) => client is not null && Find(client, schema.Name) is { } earlier && earlier.Equals(schema) ? earlier : schema;

    /// <summary>The operation of the run before, where it is equal to one of this run.</summary>
    public OperationModel Same(OperationModel operation) => client is not null && Find(client, operation) is { } earlier && earlier.Equals(operation) ? earlier : operation;

    private SchemaModel? Find(ClientModel earlier, string name)
    {
        if (memory?.WireFacts is { } known)
            return known.IndexOf(name) is >= 0 and var index ? known.Schemas[index] : null;
        return (_schemas ??= Schemas(earlier)).TryGetValue(name, out var schema) ? schema : null;
    }

    private OperationModel? Find(ClientModel earlier, OperationModel operation)
    {
        if (memory is not null)
            return memory.FindCompleted(operation)?.Completed;
        return (_operations ??= Operations(earlier)).TryGetValue(operation.Result.Name, out var known) ? known : null;
    }

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
