using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json.Nodes;
using Specular.Testing.Descriptions;
using Specular.Testing.Generator;

namespace Specular.Validation.Tests;

/// <summary>A description and the client that comes of it, compiled and loaded.</summary>
internal sealed class DescribedClient
{
    private const string ClientName = "ValidatedClient";

    private readonly string _namespace;
    private readonly Assembly _assembly;

    private DescribedClient(JsonObject description, string @namespace, Assembly assembly)
    {
        Description = description;
        _namespace = @namespace;
        _assembly = assembly;
    }

    /// <summary>The description as the tree that JSON has.</summary>
    public JsonObject Description { get; }

    /// <summary>The type of the client.</summary>
    public Type Client => _assembly.GetType(_namespace + "." + ClientName, throwOnError: true)!;

    /// <summary>The component schemas that have a type of their own, by name.</summary>
    public IEnumerable<(string Name, Type Type)> Components()
    {
        var types = _assembly.GetExportedTypes()
            .Where(type => type.Namespace == _namespace && !type.IsNested && type.GetCustomAttributesData().Any(attribute => attribute.AttributeType.Name == "JsonConverterAttribute"))
            .ToLookup(type => Letters(type.Name));
        var schemas = (Description["components"]?["schemas"] ?? Description["definitions"]) as JsonObject ?? [];

        // Names that differ in case or marks alone get numbers.
        return schemas
            .GroupBy(schema => Letters(schema.Key))
            .Where(group => group.Count() == 1 && types[group.Key].Count() == 1)
            .Select(group => (group.Single().Key, types[group.Key].Single()));
    }

    /// <summary>The values of properties that tell types apart, by the name of the property.</summary>
    public ILookup<string, string> Discriminators()
    {
        var names = ((Description["components"]?["schemas"] ?? Description["definitions"]) as JsonObject ?? []).Select(schema => schema.Key).ToList();
        return Objects(Description)
            .Select(schema => schema["discriminator"] as JsonObject)
            .Where(discriminator => discriminator is not null)
            .SelectMany(discriminator => (discriminator!["mapping"] as JsonObject ?? []).Select(mapping => mapping.Key).Concat(names).Select(value => (Property: (string)discriminator["propertyName"]!, Value: value)))
            .Distinct()
            .ToLookup(pair => pair.Property, pair => pair.Value);
    }

    /// <summary>Generates the clients of descriptions into one project, and compiles it.</summary>
    public static IReadOnlyDictionary<string, DescribedClient> Together(IEnumerable<(string Path, string Text)> descriptions)
    {
        var files = descriptions.Select((description, index) => new DescriptionFile(description.Path, description.Text) { Namespace = "Validated" + index, ClientName = ClientName }).ToArray();
        var compilation = new GeneratorSession(new ConsumerProject(), files).RunAnew().Compilation;
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        var assembly = new AssemblyLoadContext(files[0].Path, isCollectible: true).LoadFromStream(image);
        return files.ToDictionary(file => file.Path, file => new DescribedClient(Tree(file).AsObject(), file.Namespace, assembly));
    }

    private static JsonNode Tree(DescriptionFile file) => (file.Path.EndsWith(".json", StringComparison.Ordinal) ? JsonNode.Parse(file.Text!) : YamlTree.Read(file.Text!))!;

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(member => Objects(member.Value)).Prepend(map),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
