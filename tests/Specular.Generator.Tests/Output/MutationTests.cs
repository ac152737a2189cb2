using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Output;

/// <summary>Descriptions that somebody broke: there may be no client, or another one, but no exception and no code that does not compile.</summary>
public class MutationTests
{
    private const int Mutations = 250;

    // One in so many is compiled as well.
    private const int CompiledShare = 10;

    private static readonly string[] s_names =
    [
        "type", "types", "properties", "items", "enum", "allOf", "oneOf", "anyOf", "$ref", "required", "in", "name", "schema", "content", "responses", "parameters", "requestBody", "format", "nullable",
        "additionalProperties", "discriminator", "mapping", "propertyName", "default", "const", "not", "style", "explode", "servers", "url", "variables", "security", "tags", "operationId", "description", "200", "get", "",
    ];

    [Theory]
    [InlineData("features/discriminators.json", 1)]
    [InlineData("features/file-uploads.json", 2)]
    public void A_mutation_does_no_harm(string path, int seed)
    {
        var original = JsonNode.Parse(Specs.Shared(path))!;
        var random = new Random(seed);
        for (var i = 0; i < Mutations; i++)
        {
            var mutated = original.DeepClone();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                mutated = Mutate(mutated, random);
            var text = mutated.ToJsonString();
            try
            {
                var run = new GeneratorSession(null, Specs.Json(text)) { RequireCleanCompilation = i % CompiledShare == 0 }.Run(TestContext.Current.CancellationToken);
                Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Id == "SPEC010");
                Assert.All(run.Diagnostics, diagnostic => Assert.Equal(LocationKind.ExternalFile, diagnostic.Location.Kind));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                throw new InvalidOperationException($"Mutation {i} of {path}: {exception.Message}\n{text}", exception);
            }
        }
    }

    private static JsonNode Mutate(JsonNode root, Random random)
    {
        var nodes = Descendants(root).ToList();
        var node = nodes[random.Next(nodes.Count)];
        switch (node)
        {
            case JsonObject { Count: > 0 } map:
                var (name, value) = map.ElementAt(random.Next(map.Count));
                switch (random.Next(4))
                {
                    case 0:
                        map.Remove(name);
                        break;
                    case 1:
                        map[name] = Value(random);
                        break;
                    case 2:
                        map.Remove(name);
                        map[s_names[random.Next(s_names.Length)]] = value;
                        break;
                    default:
                        map[name] = nodes[random.Next(nodes.Count)].DeepClone();
                        break;
                }

                break;
            case JsonArray { Count: > 0 } list:
                if (random.Next(3) == 0)
                    list.RemoveAt(random.Next(list.Count));
                else
                    list[random.Next(list.Count)] = random.Next(2) == 0 ? Value(random) : nodes[random.Next(nodes.Count)].DeepClone();
                break;
        }

        return root;
    }

    private static JsonNode? Value(Random random) => random.Next(10) switch
    {
        0 => null,
        1 => true,
        2 => random.Next(-2, 1000),
        3 => 1.5e300,
        4 => "",
        5 => s_names[random.Next(s_names.Length)],
        6 => "#/components/schemas/" + s_names[random.Next(s_names.Length)],
        7 => new JsonArray(s_names[random.Next(s_names.Length)], 1, null),
        8 => new JsonObject { [s_names[random.Next(s_names.Length)]] = s_names[random.Next(s_names.Length)] },
        _ => new JsonObject { ["$ref"] = "#" },
    };

    private static IEnumerable<JsonNode> Descendants(JsonNode node)
    {
        yield return node;
        var children = node switch
        {
            JsonObject map => map.Select(member => member.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (var child in children.OfType<JsonNode>())
        {
            foreach (var descendant in Descendants(child))
                yield return descendant;
        }
    }
}
