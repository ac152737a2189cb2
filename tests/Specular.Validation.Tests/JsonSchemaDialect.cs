using System.Text.Json;
using System.Text.Json.Nodes;

namespace Specular.Validation.Tests;

/// <summary>
/// Says in JSON Schema 2020-12 what the schemas of a description say: OpenAPI 3.0 and Swagger 2.0 have words of their own for some of it. Left out is what no type of C#
/// can promise and no fact of the client tells: patterns, conditions, that no more than one of <c>oneOf</c> fits, and how long or large the items of a list may be.
/// </summary>
internal sealed class JsonSchemaDialect
{
    /// <summary>Where the schemas stand as they are, with what the facts of a property tell of its value.</summary>
    private const string Strict = "#/$defs/";

    /// <summary>Where they stand without.</summary>
    private const string Loose = "#/loose/";

    private static readonly string[] s_left =
    [
        "pattern", "discriminator", "xml", "externalDocs", "example", "examples", "default", "nullable", "readOnly", "writeOnly",
        "not", "if", "then", "else", "dependentSchemas", "dependentRequired", "contains", "propertyNames", "minProperties", "maxProperties", "unevaluatedItems",
    ];

    private static readonly string[] s_constraints =
        ["minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems", "uniqueItems"];

    // What has a type of its own in C# has it everywhere.
    private static readonly string[] s_typedFormats = ["date-time", "date", "time", "uuid", "byte", "int32", "int64", "float", "double"];

    // "additionalProperties" does not see what these bring in, and is meant to.
    private static readonly string[] s_compositions = ["$ref", "allOf", "anyOf", "oneOf"];

    private static readonly string[] s_anchors = ["$id", "$anchor", "$dynamicAnchor"];

    private readonly bool _isOld;

    private JsonSchemaDialect(JsonObject description) =>
        _isOld = description["swagger"] is not null || ((string?)description["openapi"])?.StartsWith("3.0", StringComparison.Ordinal) == true;

    /// <summary>The schemas of a description under <c>$defs</c>, and beside them everything else that they may refer to.</summary>
    public static JsonObject Translate(JsonObject asWritten)
    {
        var description = ReadAsMeant.Of(asWritten);
        var dialect = new JsonSchemaDialect(description);
        var schemas = (description["components"]?["schemas"] ?? description["definitions"]) as JsonObject ?? [];
        var document = new JsonObject
        {
            ["$defs"] = dialect.Map(schemas, isStrict: true),
            ["loose"] = new JsonObject(schemas.Select(schema => KeyValuePair.Create(schema.Key, dialect.LooseTwin(schema.Key, schema.Value)))),
            ["components"] = dialect.Around(description["components"] is JsonObject components ? new JsonObject(components.Where(part => part.Key != "schemas").Select(Copy)) : null),
            ["paths"] = dialect.Around(description["paths"]),
        };
        return document;
    }

    /// <summary>The place in the translated document of a value that has no facts: a body, or a component on its own.</summary>
    public static string ComponentPlace(string name) => Loose + JsonPointer.Escape(name);

    private static KeyValuePair<string, JsonNode?> Copy(KeyValuePair<string, JsonNode?> member) => KeyValuePair.Create(member.Key, member.Value?.DeepClone());

    // Schemas that stand where they are used.
    private JsonNode? Around(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(member =>
            KeyValuePair.Create(member.Key, member.Key is "schema" or "itemSchema" && member.Value is JsonObject ? Schema(member.Value, isStrict: false) : Around(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Around)]),
        _ => node?.DeepClone(),
    };

    private JsonObject Map(JsonObject schemas, bool isStrict) => new(schemas.Select(schema => KeyValuePair.Create(schema.Key, Schema(schema.Value, isStrict))));

    // What has a name of its own can stand there only once.
    private JsonNode? LooseTwin(string name, JsonNode? schema) =>
        schema is JsonObject map && s_anchors.Any(map.ContainsKey) ? new JsonObject { ["$ref"] = Strict + JsonPointer.Escape(name) } : Schema(schema, isStrict: false);

    private JsonNode? Schema(JsonNode? node, bool isStrict)
    {
        if (node is not JsonObject schema)
            return node?.DeepClone();
        var result = new JsonObject();
        if (_isOld && schema.ContainsKey("$ref"))
        {
            result["$ref"] = Reference(schema["$ref"], isStrict);
        }
        else
        {
            foreach (var (name, value) in schema)
            {
                if (!s_left.Contains(name) && !(name == "enum" && IsMixed(value)) && (isStrict && !schema.ContainsKey("enum") || !IsFactAlone(name, value)))
                    result[name == "additionalProperties" && s_compositions.Any(schema.ContainsKey) ? "unevaluatedProperties" : name] = Keyword(name, value, isStrict);
            }

            Choice(schema, result);
            if (isStrict)
                Bounds(schema, result);
            ClosedTuple(result);
        }

        return IsTrue(schema["nullable"]) || IsTrue(schema["x-nullable"]) || schema["enum"] is JsonArray values && values.Contains(null) ? new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, result) } : result;
    }

    private JsonNode? Keyword(string name, JsonNode? value, bool isStrict) => (name, value) switch
    {
        ("$ref", _) => Reference(value, isStrict),
        ("properties", JsonObject properties) => Map(new JsonObject(properties.Where(property => !IsFalse(property.Value)).Select(Copy)), isStrict: true),
        ("patternProperties" or "$defs", JsonObject schemas) => Map(schemas, isStrict: false),
        ("items" or "additionalProperties" or "unevaluatedProperties", _) => Schema(value, isStrict: false),
        ("allOf", JsonArray parts) => new JsonArray([.. parts.Select(part => Schema(part, isStrict))]),
        ("anyOf" or "prefixItems", JsonArray parts) => new JsonArray([.. parts.Select(part => Schema(part, isStrict: false))]),
        _ => value?.DeepClone(),
    };

    private static bool IsFactAlone(string name, JsonNode? value) => s_constraints.Contains(name) || (name == "format" && !s_typedFormats.Contains((string?)value));

    // Values of several kinds have no type in C#.
    private static bool IsMixed(JsonNode? values) =>
        (values as JsonArray ?? []).Where(value => value is not null).Select(value => value!.GetValueKind()).Distinct().ToList() is not ([JsonValueKind.String] or [JsonValueKind.Number] or [JsonValueKind.True] or [JsonValueKind.False]);

    private void Choice(JsonObject schema, JsonObject result)
    {
        if (schema["oneOf"] is not JsonArray choices)
            return;
        result.Remove("oneOf");
        var any = new JsonObject { ["anyOf"] = new JsonArray([.. choices.Select(choice => Schema(choice, isStrict: false))]) };
        result["allOf"] = new JsonArray([any, .. (result["allOf"] as JsonArray ?? []).Select(item => item?.DeepClone())]);
    }

    // Of OpenAPI 3.0, true makes of the bound beside it one that is not reached.
    private static void Bounds(JsonObject schema, JsonObject result)
    {
        foreach (var (name, exclusive) in new[] { ("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum") })
        {
            if (schema[exclusive] is not JsonValue value || !value.TryGetValue<bool>(out var isExclusive))
                continue;
            result.Remove(exclusive);
            if (isExclusive && result.Remove(name, out var bound))
                result[exclusive] = bound;
        }
    }

    // A list of C# has items of one type, as many as there are.
    private static void ClosedTuple(JsonObject result)
    {
        if (result.ContainsKey("prefixItems"))
            result.Remove("items");
        if (result["prefixItems"] is JsonArray places && places.Select(place => (string?)place?["type"]).Distinct().Count() > 1)
            result.Remove("prefixItems");
    }

    private static bool IsTrue(JsonNode? node) => node is JsonValue value && value.TryGetValue<bool>(out var isTrue) && isTrue;

    private static bool IsFalse(JsonNode? node) => node is JsonValue value && value.TryGetValue<bool>(out var isTrue) && !isTrue;

    private static string? Reference(JsonNode? reference, bool isStrict)
    {
        foreach (var home in new[] { "#/components/schemas/", "#/definitions/" })
        {
            if (((string?)reference)?.StartsWith(home, StringComparison.Ordinal) == true)
                return (isStrict ? Strict : Loose) + ((string)reference!)[home.Length..];
        }

        return (string?)reference;
    }
}
