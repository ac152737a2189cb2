using System.Reflection;
using System.Text.Json.Nodes;
using Specular.Testing.Generator;

namespace Specular.Generator.Tests;

/// <summary>Descriptions for tests.</summary>
internal static class Specs
{
    /// <summary>The description that the project is built around, as a project names it.</summary>
    public static DescriptionFile Gong { get; } = new("specs/gong-integration-settings.yaml", Read("specs/gong-integration-settings.yaml")) { Namespace = "Gong", ClientName = "GongClient" };

    /// <summary>An embedded file.</summary>
    public static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new FileNotFoundException(name));
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    public static DescriptionFile Yaml(string text) => new("test.yaml", text) { Namespace = "Test", ClientName = "TestClient" };

    public static DescriptionFile Json(string text) => new("test.json", text) { Namespace = "Test", ClientName = "TestClient" };

    /// <summary>A description with these paths and schemas.</summary>
    public static DescriptionFile Json(JsonObject? paths = null, JsonObject? schemas = null) => Json(new JsonObject
    {
        ["openapi"] = "3.0.3",
        ["info"] = new JsonObject { ["title"] = "Test", ["version"] = "1" },
        ["servers"] = new JsonArray(new JsonObject { ["url"] = "https://api.test" }),
        ["paths"] = paths ?? [],
        ["components"] = new JsonObject { ["schemas"] = schemas ?? [] },
    }.ToJsonString());

    /// <summary>An object schema with a string property of each name.</summary>
    public static JsonObject Record(params string[] properties) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(properties.Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject { ["type"] = "string" }))),
    };

    /// <summary>An object with these members.</summary>
    public static JsonObject Members(params (string Name, JsonNode? Value)[] members) =>
        new(members.Select(member => KeyValuePair.Create(member.Name, member.Value)));

    /// <summary>An operation that answers with nothing.</summary>
    public static JsonObject Operation(string? operationId = null, params JsonNode[] parameters)
    {
        var operation = new JsonObject { ["parameters"] = new JsonArray(parameters), ["responses"] = new JsonObject { ["204"] = new JsonObject { ["description"] = "Done" } } };
        if (operationId is not null)
            operation["operationId"] = operationId;
        return operation;
    }

    public static JsonObject Parameter(string name, string place, bool required = false) =>
        new() { ["name"] = name, ["in"] = place, ["required"] = required || place == "path", ["schema"] = new JsonObject { ["type"] = "string" } };

    /// <summary>The file of the shared descriptions, or a skipped test where they are not there.</summary>
    public static string Shared(string path) => Reading.Corpus.Text(path);
}
