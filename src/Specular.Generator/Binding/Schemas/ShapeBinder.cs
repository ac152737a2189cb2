using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Specular.Generator.Binding.Remembering;
using Specular.Generator.Model;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Schemas;

/// <summary>Gathers what tells the values of one schema from those of another.</summary>
internal sealed class ShapeBinder(BindingContext context, SchemaBinder schemas, RecordBinder records)
{
    // How far down arrays of arrays, and choices in choices, are told apart.
    private const int MaxDepth = 4;

    private readonly Dictionary<(Node Schema, int Depth), (ShapeModel? Shape, Notes? Notes)> _known = [];

    public ShapeModel Bind(Node schema) => Bind(schema, 0) ?? Any;

    private static ShapeModel Any => new(
        ShapeKinds.Boolean | ShapeKinds.Integer | ShapeKinds.Number | ShapeKinds.String | ShapeKinds.Array | ShapeKinds.Object, default, null, default, default, default, null);

    private ShapeModel? Bind(Node schema, int depth)
    {
        if (depth > MaxDepth)
            return null;
        if (_known.TryGetValue((schema, depth), out var known))
        {
            context.Recorder?.Use(known.Notes);
            return known.Shape;
        }

        context.Recorder?.Open();
        var shape = BindNew(schema, depth);
        _known[(schema, depth)] = (shape, context.Recorder?.Close());
        return shape;
    }

    private ShapeModel? BindNew(Node schema, int depth)
    {
        if (schema.Kind is not NodeKind.Object || schemas.Resolve(schema) is not { Kind: NodeKind.Object } target)
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
            new EquatableArray<ShapeMemberModel>(members.Order.Select(name => new ShapeMemberModel(name, KindsOf(members.Properties[name].Value, depth: 0), ConstantsOf(members.Properties[name].Value)))),
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
            all = all is null ? shape : Widen(all, shape);
        }

        return all;
    }

    /// <summary>The shape that takes what either takes.</summary>
    public static ShapeModel Widen(ShapeModel left, ShapeModel right) => new(
        left.Kinds | right.Kinds,
        left.Values.Count > 0 && right.Values.Count > 0 ? new EquatableArray<string>(left.Values.Union(right.Values, StringComparer.Ordinal)) : default,
        left.Format == right.Format ? left.Format : null,
        new EquatableArray<string>(left.Required.Intersect(right.Required, StringComparer.Ordinal)),
        new EquatableArray<string>(left.Known.Union(right.Known, StringComparer.Ordinal)),
        new EquatableArray<ShapeMemberModel>(left.Members.Join(right.Members, member => member.Name, member => member.Name, Widen, StringComparer.Ordinal)),
        left.Item == right.Item ? left.Item : null);

    private static ShapeMemberModel Widen(ShapeMemberModel left, ShapeMemberModel right) => new(
        left.Name,
        left.Kinds | right.Kinds,
        left.Values.Count > 0 && right.Values.Count > 0 ? new EquatableArray<string>(left.Values.Union(right.Values, StringComparer.Ordinal)) : default);

    // What is not known may be anything.
    private ShapeKinds KindsOf(Node property, int depth)
    {
        if (depth > MaxDepth || property.Kind is not NodeKind.Object || schemas.Resolve(property) is not { Kind: NodeKind.Object } target)
            return Any.Kinds | ShapeKinds.Null;
        var isNullable = schemas.HasNull(target) ? ShapeKinds.Null : ShapeKinds.None;
        if (schemas.SinglePart(target) is { } single)
            return isNullable | KindsOf(single, depth + 1);
        if (schemas.Alternatives(target) is { } alternatives)
            return alternatives.Aggregate(isNullable, (kinds, part) => kinds | KindsOf(part, depth + 1));
        var own = records.IsObject(target) ? ShapeKinds.Object : Kinds(SchemaKeywords.Types(target, context) & ~JsonTypes.Null);
        own = (own & ShapeKinds.Integer) != 0 ? (own & ~ShapeKinds.Integer) | ShapeKinds.Number : own;
        return own == ShapeKinds.None ? Any.Kinds | ShapeKinds.Null : own | isNullable;
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
        new(EnumBinder.Values(schema).Where(value => value.Kind is NodeKind.String or NodeKind.Number or NodeKind.Boolean).Select(value => value.Kind is NodeKind.Number ? Canonical(value.Text) : value.Text));

    // 0.10 and 0.1 are one number; the support code compares this form.
    private static string Canonical(string number) => decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        ? (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)
        : number;

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
