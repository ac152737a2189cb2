using System;
using System.Collections.Generic;
using System.Globalization;
using Specular.Generator.Model;
using Specular.Generator.Naming;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Schemas;

/// <summary>Makes an enum of a schema that lists its values.</summary>
internal static class EnumBinder
{
    public static bool HasValues(Node schema) => schema["enum"] is { Kind: NodeKind.Array, Items.Count: > 0 } || schema["const"] is { Kind: NodeKind.String or NodeKind.Number };

    public static bool HasNull(Node schema)
    {
        foreach (var value in Values(schema))
        {
            if (value.Kind is NodeKind.Null)
                return true;
        }

        return false;
    }

    /// <summary>True where every value is of the type that the schema has.</summary>
    public static bool CanBind(Node schema, bool isInteger)
    {
        var any = false;
        foreach (var value in Values(schema))
        {
            if (value.Kind is NodeKind.Null)
                continue;
            if (isInteger && !long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
                return false;
            any = true;
        }

        return any;
    }

    public static EnumModel Bind(Node schema, TypeModel.Named type, bool isInteger)
    {
        var scope = new NameScope(StringComparer.Ordinal, "value__");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var members = new List<EnumMemberModel>();
        var names = schema["x-enum-varnames"] ?? schema["x-enumNames"] ?? schema["x-enum-names"];
        var descriptions = schema["x-enum-descriptions"] ?? schema["x-enumDescriptions"];
        var deprecated = schema["x-enum-deprecated"];
        var values = Values(schema);
        for (var i = 0; i < values.Count; i++)
        {
            var value = values[i];
            var wire = isInteger && value.Kind is not NodeKind.Null
                ? long.Parse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
                : value.Text;
            if (value.Kind is NodeKind.Null || !seen.Add(wire))
                continue;
            var given = Item(names, i, wire);
            var pascal = given is not null ? Identifier.Pascal(given, "Value") : isInteger ? IntegerName(wire) : Identifier.Pascal(wire, wire.Length == 0 ? "Empty" : "Value");
            members.Add(new EnumMemberModel(wire, scope.Take(pascal), Item(descriptions, i, wire), Item(deprecated, i, wire) == "true"));
        }

        return new EnumModel(
            type.Name,
            SchemaKeywords.NonEmptyText(schema["description"]) ?? SchemaKeywords.NonEmptyText(schema["title"]),
            SchemaKeywords.Is(schema["deprecated"], "true"),
            type.Companion,
            isInteger,
            new EquatableArray<EnumMemberModel>(members));
    }

    // Lists of names and descriptions stand beside the values, or are maps from them.
    private static string? Item(Node? list, int index, string wire) => list switch
    {
        { Kind: NodeKind.Array } when index < list.Items.Count => SchemaKeywords.NonEmptyText(list.Items[index]),
        { Kind: NodeKind.Object } => SchemaKeywords.NonEmptyText(list[wire]),
        _ => null,
    };

    private static string IntegerName(string wire) => wire[0] == '-' ? "Minus" + wire.Substring(1) : "Value" + wire;

    /// <summary>The values that a schema lists.</summary>
    public static IReadOnlyList<Node> Values(Node schema) =>
        schema["enum"] is { Kind: NodeKind.Array } values ? values.Items : schema["const"] is { } value ? [value] : [];
}
