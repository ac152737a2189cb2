using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Specular.Generator.Model;

namespace Specular.Generator.Binding.Choosing;

/// <summary>
/// The types that a part of a client needs. In many APIs each type leads to nearly all others, by properties that hardly any code looks at. A property that the
/// project's text does not name is such a link: a type that only links lead to is opaque, since nobody can tell what it is made of.
/// </summary>
internal sealed class NeededTypes
{
    private readonly Func<string, bool> _isNamed;
    private readonly IReadOnlyList<SchemaModel> _all;
    private readonly Dictionary<string, SchemaModel> _byName;
    private readonly HashSet<string> _needed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _linked = new(StringComparer.Ordinal);
    private readonly Stack<SchemaModel> _open = new();

    /// <param name="client">The whole client.</param>
    /// <param name="isNamed">Whether the project's text has a name.</param>
    public NeededTypes(ClientModel client, Func<string, bool> isNamed)
    {
        _isNamed = isNamed;
        _all = [.. client.Schemas.SelectMany(file => file.Schemas).OrderBy(schema => schema.Name, StringComparer.Ordinal)];
        _byName = _all.ToDictionary(schema => schema.Name, StringComparer.Ordinal);
    }

    /// <summary>The types that these operations and webhooks and the project's own code need, in the order of the whole client.</summary>
    public IReadOnlyList<SchemaModel> Of(IEnumerable<OperationModel> operations, IEnumerable<WebhookModel> webhooks, CancellationToken cancellationToken)
    {
        foreach (var schema in _all.Where(IsNamed))
            Need(schema);
        foreach (var operation in operations)
            Need(operation);
        foreach (var webhook in webhooks)
            Need(webhook.Type);
        while (_open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Follow(_open.Pop());
        }

        return [.. _all.Where(schema => _needed.Contains(schema.Name) || _linked.Contains(schema.Name)).Select(schema => _needed.Contains(schema.Name) ? schema : Opaque(schema))];
    }

    private static OpaqueModel Opaque(SchemaModel schema) => new(schema.Name, schema.Documentation, schema.Deprecated, schema is RecordModel);

    private bool IsNamed(SchemaModel schema) => _isNamed(schema.Name) || (schema is EnumModel { Companion: var companion } && _isNamed(companion));

    private void Follow(SchemaModel schema)
    {
        if (schema is UnionModel union)
        {
            foreach (var item in union.Cases)
                Need(item.Type);
        }

        if (schema is not RecordModel record)
            return;
        Need(record.AdditionalProperties?.Type);
        foreach (var property in record.Properties)
        {
            // An enum leads nowhere.
            if (SchemaIn(property.Type) is not { } type)
                continue;
            if (type is EnumModel || _isNamed(property.Name))
                Need(type);
            else
                _linked.Add(type.Name);
        }
    }

    private void Need(OperationModel operation)
    {
        foreach (var parameter in operation.Parameters)
            Need(parameter.Type);
        foreach (var body in operation.OtherBodies.Append(operation.Body).OfType<BodyModel>())
        {
            // How a field of a form is sent depends on its type.
            Need(body.Type);
            foreach (var field in body.Fields)
                Need(field.Property.Type);
        }

        foreach (var response in operation.Responses)
        {
            Need(response.Type);
            foreach (var header in response.Headers)
                Need(header.Type);
        }

        Need(operation.Result.SuccessType);
        if (SchemaIn(operation.Result.SuccessType) is RecordModel answer)
            NeedPaging(answer, operation);
    }

    // That code takes no notice of the next page is told by the type that would say what it is called (SPEC115).
    private void NeedPaging(RecordModel answer, OperationModel operation)
    {
        var names = operation.Parameters.Where(parameter => !parameter.IsAsked && IsText(parameter.Type)).Select(parameter => Letters(parameter.Name)).ToList();
        foreach (var type in answer.Properties.Select(property => SchemaIn(property.Type)).OfType<RecordModel>())
        {
            if (type.Properties.Any(property => IsText(property.Type) && Letters(property.Name) is var own && names.Exists(name => own == name || own == "NEXT" + name || name == "NEXT" + own)))
                Need(type);
        }
    }

    private void Need(TypeModel? type)
    {
        if (SchemaIn(type) is { } schema)
            Need(schema);
    }

    private void Need(SchemaModel schema)
    {
        if (_needed.Add(schema.Name))
            _open.Push(schema);
    }

    private static bool IsText(TypeModel type) => type is TypeModel.Primitive { Kind: PrimitiveKind.String };

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private SchemaModel? SchemaIn(TypeModel? type) => type switch
    {
        TypeModel.Named named => _byName.TryGetValue(named.Name, out var schema) ? schema : null,
        TypeModel.List list => SchemaIn(list.Item),
        TypeModel.Sequence sequence => SchemaIn(sequence.Item),
        TypeModel.Map map => SchemaIn(map.Value),
        _ => null,
    };
}
