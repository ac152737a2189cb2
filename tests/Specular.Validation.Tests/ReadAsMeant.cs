using System.Text.Json.Nodes;

namespace Specular.Validation.Tests;

/// <summary>Takes out of a description what no value can satisfy, as it is written in real ones, and what clients therefore read as it was meant.</summary>
internal static class ReadAsMeant
{
    private const string Home = "#/components/schemas/";

    private static readonly string[] s_choices = ["oneOf", "anyOf"];

    private static readonly string[] s_compositions = ["$ref", "allOf", .. s_choices];

    /// <summary>The description as it was meant.</summary>
    public static JsonObject Of(JsonObject description)
    {
        var meant = description.DeepClone().AsObject();
        if (meant["components"]?["schemas"] is JsonObject schemas)
        {
            foreach (var (name, schema) in schemas.ToList())
                BreakCircle(schemas, name, schema as JsonObject);
        }

        Clean(meant, meant, isPart: false, []);
        return meant;
    }

    // A parent that is a choice between its children, which have it in their allOf, is in them without the choice.
    private static void BreakCircle(JsonObject schemas, string name, JsonObject? parent)
    {
        var children = Items(parent, "oneOf").Concat(Items(parent, "anyOf")).Select(Target).ToHashSet();
        foreach (var reference in children.SelectMany(child => Items(schemas[child] as JsonObject, "allOf")).Where(part => Target(part) == name))
        {
            var bare = parent!.DeepClone().AsObject();
            bare.Remove("oneOf");
            bare.Remove("anyOf");
            schemas[name + ".members"] = bare;
            reference["$ref"] = Home + name + ".members";
        }

        string Target(JsonObject part) => ((string?)part["$ref"] ?? "").Replace(Home, "", StringComparison.Ordinal);
    }

    // What only says what else has to be there is no type.
    private static bool IsRule(JsonObject part) => part.All(member => member.Key is "required" or "not" or "title" or "description");

    // A part of a whole that is closed would be closed to the other parts as well.
    private static void Clean(JsonNode? node, JsonObject document, bool isPart, HashSet<JsonNode> opened)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Clean(item, document, isPart, opened);
        }

        if (node is not JsonObject schema || (isPart && !opened.Add(schema)))
            return;
        if (isPart && (string?)schema["$ref"] is { } reference && JsonPointer.Follow(document, reference) is { } target)
            Clean(target.Node, document, isPart: true, opened);
        if (isPart && schema["additionalProperties"] is JsonValue)
            schema.Remove("additionalProperties");
        if (!isPart && schema["properties"] is JsonObject properties && schema["required"] is JsonArray required && !s_compositions.Any(schema.ContainsKey))
            required.RemoveAll(name => !properties.ContainsKey((string)name!));
        foreach (var choice in s_choices.Where(choice => Items(schema, choice).Any() && Items(schema, choice).All(IsRule)))
            schema.Remove(choice);
        foreach (var (name, value) in schema.ToList())
            Clean(value, document, isPart: name == "allOf" || (isPart && name is "oneOf" or "anyOf"), opened);
    }

    private static IEnumerable<JsonObject> Items(JsonObject? schema, string keyword) => (schema?[keyword] as JsonArray ?? []).OfType<JsonObject>();
}
