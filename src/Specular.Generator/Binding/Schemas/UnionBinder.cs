using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Specular.Generator.Model;
using Specular.Generator.Naming;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Schemas;

/// <summary>Makes a union of a schema that leaves a choice.</summary>
internal sealed class UnionBinder(BindingContext context, SchemaBinder schemas, ShapeBinder shapes)
{
    private static readonly string[] s_reservedMembers =
        ["Unknown", "Value", "ReadJson", "WriteJson", "JsonConverter", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    public BoundType Bind(Node schema, IReadOnlyList<Node> parts, NameHint hint)
    {
        var (type, isNew) = schemas.NameUnion(schema, hint);
        var union = new BoundType(type, Nullable: false);
        if (!isNew)
            return union;
        schemas.Promise(schema, union);

        var nullable = false;
        var cases = new List<UnionCaseModel>();
        var byType = new Dictionary<TypeModel, int>();
        var discriminator = new DiscriminatorValues(context, schemas);
        var scope = new NameScope(StringComparer.Ordinal, [type.Name, .. s_reservedMembers]);
        for (var i = 0; i < parts.Count; i++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var part = parts[i];
            var title = SchemaKeywords.NonEmptyText(part["title"]);
            var origin = schemas.Origin(part);
            var known = title ?? (schemas.Resolve(origin) is { } target ? schemas.ComponentName(target) : null);
            var own = known is not null ? Identifier.Pascal(known, "Option") : type.Name + "Option" + (i + 1).ToString(CultureInfo.InvariantCulture);
            var bound = schemas.Bind(part, new NameHint(type.Name, own));
            nullable |= bound.Nullable;
            var values = new EquatableArray<string>(discriminator.Of(schema, origin));
            if (byType.TryGetValue(bound.Type, out var same))
            {
                cases[same] = cases[same] with
                {
                    DiscriminatorValues = new EquatableArray<string>(cases[same].DiscriminatorValues.Concat(values).Distinct(StringComparer.Ordinal)),
                    Shape = ShapeBinder.Widen(cases[same].Shape, shapes.Bind(part)),
                };
            }
            else if (bound.Type != type)
            {
                byType.Add(bound.Type, cases.Count);
                cases.Add(new UnionCaseModel(scope.Take(CaseName(bound.Type), own), bound.Type, values, shapes.Bind(part), SchemaKeywords.NonEmptyText(schemas.Resolve(part)?["description"])));
            }
        }

        schemas.Add(new UnionModel(
            type.Name,
            SchemaKeywords.NonEmptyText(schema["description"]) ?? SchemaKeywords.NonEmptyText(schema["title"]),
            SchemaKeywords.Is(schema["deprecated"], "true"),
            Discriminators.Property(schema),
            new EquatableArray<UnionCaseModel>(Distinguish(cases, Discriminators.Property(schema)))));
        return union with { Nullable = nullable };
    }

    // What a single case takes needs no telling apart, and what the discriminator tells apart needs no other sign: such shapes keep their kinds only.
    private static IEnumerable<UnionCaseModel> Distinguish(IReadOnlyList<UnionCaseModel> cases, string? discriminator)
    {
        var byDiscriminator = discriminator is not null
            && cases.All(item => item.DiscriminatorValues.Count > 0 && item.Shape.Required.Contains(discriminator, StringComparer.Ordinal));
        var scalars = ShapeKinds.Boolean | ShapeKinds.Integer | ShapeKinds.Number | ShapeKinds.String;
        bool IsAlone(ShapeKinds kinds) => cases.Count(item => (item.Shape.Kinds & kinds) != 0) <= 1;
        var (aloneObject, aloneScalar, aloneArray) = (IsAlone(ShapeKinds.Object), IsAlone(scalars), IsAlone(ShapeKinds.Array));
        var kinds = cases.SelectMany(item => item.Shape.Members).Select(member => (member.Name, member.Kinds)).Distinct().ToLookup(member => member.Name, StringComparer.Ordinal);
        return cases.Select(item =>
        {
            var shape = item.Shape;
            shape = byDiscriminator || aloneObject
                ? shape with { Required = default, Known = default, Members = default }
                : shape with { Members = new EquatableArray<ShapeMemberModel>(shape.Members.Where(member => member.Values.Count > 0 || kinds[member.Name].Skip(1).Any())) };
            if (aloneScalar)
                shape = shape with { Values = default, Format = null };
            if (aloneArray)
                shape = shape with { Item = null };
            return item with { Shape = shape };
        });
    }

    private static string CaseName(TypeModel type) => type switch
    {
        TypeModel.Named { Name: var name } => name,
        TypeModel.List { Item: var item } => CaseName(item) + "List",
        TypeModel.Map { Value: var value } => CaseName(value) + "Map",
        TypeModel.Primitive { Kind: PrimitiveKind.Int32 or PrimitiveKind.Int64 } => "Integer",
        TypeModel.Primitive { Kind: PrimitiveKind.Single or PrimitiveKind.Double or PrimitiveKind.Decimal } => "Number",
        TypeModel.Primitive { Kind: PrimitiveKind.Json } => "Any",
        TypeModel.Primitive { Kind: var kind } => kind.ToString(),
        _ => "Option",
    };
}
