using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;
using Specular.Generator.Tests.Reading;
using Specular.Testing.Descriptions;

namespace Specular.Generator.Tests.Fuzzing;

/// <summary>Pieces of a real description: one path or one schema, with what it refers to. Small enough that thousands are generated in a minute.</summary>
internal sealed class DescriptionCrops
{
    private const int Referenced = 6;
    private const int Members = 8;
    private const int Items = 4;
    private const int Characters = 300;

    // What says much and means nothing to a client.
    private static readonly string[] s_left = ["example", "examples", "x-code-samples", "x-codeSamples"];

    // Where a description keeps what it refers to.
    private static readonly string[] s_parts =
    [
        "components/schemas", "components/parameters", "components/responses", "components/requestBodies", "components/headers", "definitions", "parameters", "responses", "paths", "webhooks",
    ];

    private readonly JsonObject _root;
    private readonly (string Part, string Name)[] _roots;
    private readonly ConcurrentDictionary<int, JsonObject> _crops = new();

    private DescriptionCrops(string name, string text)
    {
        Name = name;
        _root = (name.EndsWith(".json", StringComparison.Ordinal) ? JsonNode.Parse(text) : YamlTree.Read(text))!.AsObject();
        _roots = [.. new[] { "paths", "webhooks", "components/schemas", "definitions" }.SelectMany(part => Part(_root, part)?.Select(member => (part, member.Key)) ?? [])];
    }

    /// <summary>The description's path.</summary>
    public string Name { get; }

    /// <summary>How many pieces there are.</summary>
    public int Count => _roots.Length;

    /// <summary>The repository's own descriptions, and those that lie beside it where there are any.</summary>
    public static IReadOnlyList<DescriptionCrops> All { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith("specs/", StringComparison.Ordinal) && !name.Contains("overlay", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new DescriptionCrops(name, Specs.Read(name)))

            // A file that others refer to is no description by itself.
            .Where(crops => crops.Count > 0),
        .. Corpus.Files(".json", ".yaml", ".yml").Where(_ => Corpus.Folder is not null).AsParallel().AsOrdered().Select(row => new DescriptionCrops(row.Data, Corpus.Text(row.Data))),
    ];

    /// <summary>A piece that is the caller's own.</summary>
    public JsonObject Take(int index) => _crops.GetOrAdd(index, Crop).DeepClone().AsObject();

    /// <summary>Several pieces side by side, from one on, and what they refer to.</summary>
    public JsonObject Take(int index, int count) => Crop([.. Enumerable.Range(index, count).Select(i => _roots[i % _roots.Length]).Distinct()]);

    private JsonObject Crop(int index) => Crop([_roots[index]]);

    private JsonObject Crop(IReadOnlyCollection<(string Part, string Name)> roots)
    {
        var crop = new JsonObject();
        foreach (var (name, value) in _root)
        {
            if (!s_parts.Any(part => part.Split('/')[0] == name) && name is not ("tags" or "components"))
                crop[name] = Pruned(value);
            else if (name == "components" && value?["securitySchemes"] is { } schemes)
                crop[name] = new JsonObject { ["securitySchemes"] = Pruned(schemes) };
        }

        crop.TryAdd("paths", new JsonObject());
        var open = new Queue<(string Part, string Name)>(roots);
        var taken = new HashSet<(string, string)>();
        while (open.Count > 0 && taken.Count < Referenced + roots.Count)
        {
            var (part, name) = open.Dequeue();
            if (Part(_root, part)?[name] is not { } value || !taken.Add((part, name)))
                continue;
            var pruned = Pruned(value)!;
            Put(crop, part, name, pruned);
            foreach (var reference in References(pruned))
                open.Enqueue(reference);
        }

        return crop;
    }

    private static JsonObject? Part(JsonObject root, string part) => part.Split('/').Aggregate((JsonNode?)root, (node, name) => (node as JsonObject)?[name]) as JsonObject;

    private static void Put(JsonObject crop, string part, string name, JsonNode value)
    {
        var place = crop;
        foreach (var step in part.Split('/'))
        {
            if (place[step] is not JsonObject)
                place[step] = new JsonObject();
            place = place[step]!.AsObject();
        }

        place[name] = value;
    }

    private static IEnumerable<(string Part, string Name)> References(JsonNode? node)
    {
        if (node is JsonObject map)
        {
            foreach (var (name, value) in map)
            {
                if (name == "$ref" && value is JsonValue text && text.TryGetValue<string>(out var pointer) && pointer.StartsWith("#/", StringComparison.Ordinal) && pointer.LastIndexOf('/') is > 2 and var slash)
                    yield return (pointer[2..slash], pointer[(slash + 1)..].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
            }
        }

        var children = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (var reference in children.SelectMany(References))
            yield return reference;
    }

    private static JsonNode? Pruned(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Where(member => !s_left.Contains(member.Key)).Take(Members).Select(member => KeyValuePair.Create(member.Key, Pruned(member.Value)))),
        JsonArray list => new JsonArray([.. list.Take(Items).Select(Pruned)]),
        JsonValue value when value.TryGetValue<string>(out var text) && text.Length > Characters => text[..Characters],
        _ => node?.DeepClone(),
    };
}
