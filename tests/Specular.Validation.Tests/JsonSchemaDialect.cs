using System.Text.Json.Nodes;

namespace Specular.Validation.Tests;

/// <summary>
/// Says in JSON Schema 2020-12 what the schemas of a description say: OpenAPI 3.0 has words of its own for some of it. Left out is what no type of C# can promise and
/// no fact of the client tells: patterns, and that no more than one of <c>oneOf</c> fits.
/// </summary>
internal static class JsonSchemaDialect
{
    private static readonly string[] s_left = ["pattern", "discriminator", "xml", "externalDocs", "example", "examples", "default", "nullable", "exclusiveMinimum", "exclusiveMaximum"];

    private static readonly string[] s_schemas = ["items", "additionalProperties", "not", "unevaluatedItems", "unevaluatedProperties", "propertyNames", "contains", "if", "then", "else"];

    private static readonly string[] s_maps = ["properties", "patternProperties", "$defs", "dependentSchemas"];

    private static readonly string[] s_lists = ["allOf", "anyOf", "prefixItems"];

    /// <summary>The schemas of a description under <c>$defs</c>, and beside them everything else that they may refer to.</summary>
    public static JsonObject Translate(JsonObject description)
    {
        var isOld = (string?)description["openapi"] is { } version && version.StartsWith("3.0", StringComparison.Ordinal);
        var document = new JsonObject { ["$defs"] = Map(description["components"]?["schemas"] as JsonObject ?? [], isOld) };
        if (description["paths"] is { } paths)
            document["paths"] = Inside(paths, isOld);
        return document;
    }

    // Schemas that stand where they are used.
    private static JsonNode? Inside(JsonNode? node, bool isOld) => node switch
    {
        JsonObject map => new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, member.Key == "schema" ? Schema(member.Value, isOld) : Inside(member.Value, isOld)))),
        JsonArray list => new JsonArray([.. list.Select(item => Inside(item, isOld))]),
        _ => node?.DeepClone(),
    };

    private static JsonObject Map(JsonObject schemas, bool isOld) => new(schemas.Select(schema => KeyValuePair.Create(schema.Key, Schema(schema.Value, isOld))));

    private static JsonNode? Schema(JsonNode? node, bool isOld)
    {
        if (node is not JsonObject schema)
            return node?.DeepClone();
        if (isOld && schema.ContainsKey("$ref"))
            return new JsonObject { ["$ref"] = Reference(schema["$ref"]) };

        var result = new JsonObject();
        foreach (var (name, value) in schema)
        {
            if (s_left.Contains(name))
                continue;
            result[name] = name switch
            {
                "$ref" => Reference(value),
                "oneOf" => null,
                _ when s_schemas.Contains(name) => Schema(value, isOld),
                _ when s_maps.Contains(name) && value is JsonObject map => Map(map, isOld),
                _ when s_lists.Contains(name) && value is JsonArray list => new JsonArray([.. list.Select(item => Schema(item, isOld))]),
                _ => value?.DeepClone(),
            };
        }

        if (schema["oneOf"] is JsonArray choices)
        {
            result.Remove("oneOf");
            var any = new JsonObject { ["anyOf"] = new JsonArray([.. choices.Select(choice => Schema(choice, isOld))]) };
            result["allOf"] = new JsonArray([any, .. (result["allOf"] as JsonArray ?? []).Select(item => item?.DeepClone())]);
        }

        Bound(schema, result, "minimum", "exclusiveMinimum");
        Bound(schema, result, "maximum", "exclusiveMaximum");
        return isOld && schema["nullable"] is JsonValue nullable && nullable.TryGetValue<bool>(out var isNullable) && isNullable
            ? new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, result) }
            : result;
    }

    // Of OpenAPI 3.0, true makes of the bound beside it one that is not reached.
    private static void Bound(JsonObject schema, JsonObject result, string name, string exclusive)
    {
        if (schema[exclusive] is not JsonValue value)
            return;
        if (!value.TryGetValue<bool>(out var isExclusive))
            result[exclusive] = value.DeepClone();
        else if (isExclusive && result.Remove(name, out var bound))
            result[exclusive] = bound;
    }

    private static JsonNode? Reference(JsonNode? reference) => ((string?)reference)?.Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
}
