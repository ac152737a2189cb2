using System;
using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Model;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Schemas;

/// <summary>Gathers what tells the values of one schema from those of another.</summary>
internal sealed class ShapeBinder(BindingContext context, SchemaBinder schemas, RecordBinder records)
{
    // How far down arrays of arrays, and choices in choices, are told apart.
    private const int MaxDepth = 4;

    public ShapeModel Bind(Node schema) => Bind(schema, 0) ?? Any;

    private static ShapeModel Any => new(
        ShapeKinds.Boolean | ShapeKinds.Integer | ShapeKinds.Number | ShapeKinds.String | ShapeKinds.Array | ShapeKinds.Object, default, null, default, default, default, null);

    private ShapeModel? Bind(Node schema, int depth)
    {
        if (depth > MaxDepth || schema.Kind is not NodeKind.Object || schemas.Resolve(schema) is not { Kind: NodeKind.Object } target)
            return null;
        if (schemas.SinglePart(target) is { } single)
            return Bind(single, depth + 1);
        if (schemas.Alternatives(target) is { } alternatives)
            return Union(alternatives, depth);

        var members = records.Members(target);
        var types = SchemaKeywords.Types(target, context) & ~JsonTypes.Null;
        var kinds = members.Properties.Count > 0 ? ShapeKinds.Object : Kinds(types);
        if (kinds == ShapeKinds.None)
            return null;
        return new ShapeModel(
            kinds,
            members.Properties.Count > 0 ? default : Values(target),
            SchemaKeywords.Text(target["format"]),
            new EquatableArray<string>(members.Required.Keys.Where(members.Properties.ContainsKey).OrderBy(name => name, StringComparer.Ordinal)),
            new EquatableArray<string>(members.Order),
            new EquatableArray<ShapeConstantModel>(members.Order.Select(name => (Name: name, Values: ConstantsOf(members.Properties[name].Value))).Where(item => item.Values.Count > 0).Select(item => new ShapeConstantModel(item.Name, item.Values))),
            target["items"] is { } items ? Bind(items, depth + 1) : null);
    }

    // What is common to all: a choice takes what any of its parts takes.
    private ShapeModel? Union(IReadOnlyList<Node> alternatives, int depth)
    {
        ShapeModel? all = null;
        foreach (var part in alternatives)
        {
            if (Bind(part, depth + 1) is not { } shape)
                return null;
            all = all is null
                ? shape
                : new ShapeModel(
                    all.Kinds | shape.Kinds,
                    all.Values.Count > 0 && shape.Values.Count > 0 ? new EquatableArray<string>(all.Values.Concat(shape.Values)) : default,
                    all.Format == shape.Format ? all.Format : null,
                    new EquatableArray<string>(all.Required.Intersect(shape.Required, StringComparer.Ordinal)),
                    new EquatableArray<string>(all.Known.Union(shape.Known, StringComparer.Ordinal)),
                    default,
                    all.Item == shape.Item ? all.Item : null);
        }

        return all;
    }

    private EquatableArray<string> ConstantsOf(Node property)
    {
        if (property.Kind is not NodeKind.Object || schemas.Resolve(property) is not { Kind: NodeKind.Object } target)
            return default;

        // A property that says "always this", or one of a few; a wide enum tells little, and grows.
        var values = Values(target);
        return values.Count is > 0 and <= 3 ? values : default;
    }

    private static EquatableArray<string> Values(Node schema) =>
        new(EnumBinder.Values(schema).Where(value => value.Kind is NodeKind.String or NodeKind.Number or NodeKind.Boolean).Select(value => value.Text));

    private static ShapeKinds Kinds(JsonTypes types)
    {
        var kinds = ShapeKinds.None;
        if (types.HasFlag(JsonTypes.Boolean))
            kinds |= ShapeKinds.Boolean;
        if (types.HasFlag(JsonTypes.Integer))
            kinds |= ShapeKinds.Integer;
        if (types.HasFlag(JsonTypes.Number))
            kinds |= ShapeKinds.Number;
        if (types.HasFlag(JsonTypes.String))
            kinds |= ShapeKinds.String;
        if (types.HasFlag(JsonTypes.Array))
            kinds |= ShapeKinds.Array;
        if (types.HasFlag(JsonTypes.Object))
            kinds |= ShapeKinds.Object;
        return kinds;
    }
}
