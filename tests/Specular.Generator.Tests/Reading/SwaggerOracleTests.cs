using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Specular.Generator.Reading;
using Specular.Generator.Reading.Swagger;
using Xunit;

namespace Specular.Generator.Tests.Reading;

/// <summary>
/// The upgraded tree says what Microsoft.OpenApi says when it reads Swagger 2.0 and writes OpenAPI 3.0. Left out of the comparison is what
/// version 3.11 loses or adds on that way: explode, maxItems of a parameter, the format of a file that is answered,
/// the other fields of a form that has a shared one, and empty content for an answer without a body.
/// </summary>
public sealed class SwaggerOracleTests
{
    [Fact]
    public async Task The_same_comes_of_it()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var source = Reader.Yaml(SwaggerSample.Text);
        var ours = ToJson(SwaggerUpgrade.Upgrade(source, cancellationToken).Root!)!;
        var document = OpenApiDocument.Parse(ToJson(source)!.ToJsonString(), "json").Document!;
        var theirs = JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0, cancellationToken))!;

        Assert.Equal(Names(theirs["paths"]), Names(ours["paths"]));
        foreach (var (path, item) in theirs["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject())
            {
                var own = ours["paths"]![path]![method];
                if (method == "parameters")
                    Same(Plain(operation, IsLost), Plain(own, IsLost), path);
                else
                    CompareOperation(operation!, own!, theirs["components"]!["requestBodies"]!, path + " " + method);
            }
        }

        Same(Plain(theirs["components"]!["schemas"]), Plain(ours["components"]!["schemas"]), "schemas");
        Same(Plain(theirs["components"]!["parameters"], IsLost), Plain(ours["components"]!["parameters"], IsLost), "parameters");
        Same(Plain(theirs["components"]!["responses"]), Plain(ours["components"]!["responses"]), "responses");
        Same(Plain(theirs["components"]!["securitySchemes"]), Plain(ours["components"]!["securitySchemes"]), "securitySchemes");
        Assert.Equal(
            theirs["servers"]!.AsArray().Select(server => server!["url"]!.GetValue<string>()).Order(StringComparer.Ordinal),
            ours["servers"]!.AsArray().Select(server => server!["url"]!.GetValue<string>()).Order(StringComparer.Ordinal));
    }

    private static void CompareOperation(JsonNode theirs, JsonNode ours, JsonNode theirBodies, string place)
    {
        Same(Plain(theirs["parameters"], IsLost), Plain(ours["parameters"], IsLost), place + " parameters");
        if (place != "/pets/{id} patch")
        {
            var (their, own) = (theirs["requestBody"], ours["requestBody"]);
            if (their?["$ref"] is { } shared)
                their = theirBodies[shared.GetValue<string>().Split('/')[^1]];
            Assert.True(Names(their?["content"]).SequenceEqual(Names(own?["content"])), place + " media types");
            foreach (var type in Names(their?["content"]))
                Same(Plain(their!["content"]![type]!["schema"]), Plain(own!["content"]![type]!["schema"]), place + " " + type);
        }

        Assert.Equal(Names(theirs["responses"]), Names(ours["responses"]));
        foreach (var status in Names(theirs["responses"]))
        {
            var (their, own) = (theirs["responses"]![status]!, ours["responses"]![status]!);
            Same(their["$ref"], own["$ref"], place + " " + status);
            Same(Plain(their["headers"]), Plain(own["headers"]), place + " headers");
            if (own["content"] is null)
                continue;
            Assert.True(Names(their["content"]).SequenceEqual(Names(own["content"])), place + " " + status);
            foreach (var type in Names(their["content"]).Except(["image/png"]))
                Same(Plain(their["content"]![type]!["schema"]), Plain(own["content"]![type]!["schema"]), place + " " + status);
        }
    }

    private static IEnumerable<string> Names(JsonNode? node) => node is JsonObject map ? map.Select(member => member.Key).Order(StringComparer.Ordinal) : [];

    /// <summary>A copy with its members in order, and without those that only one side writes because they say nothing.</summary>
    private static JsonNode? Plain(JsonNode? node, Func<string, bool>? isLost = null) => node switch
    {
        JsonObject map => new JsonObject(map
            .Where(member => member.Key is not ("example" or "x-example") && isLost?.Invoke(member.Key) != true)
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Plain(member.Value, isLost)))),
        JsonArray list => new JsonArray([.. list.Select(item => Plain(item, isLost))]),
        _ => node?.DeepClone(),
    };

    /// <summary>Style is compared in <see cref="SwaggerUpgradeTests"/>: the other side leaves out a default one.</summary>
    private static bool IsLost(string member) => member is "style" or "explode" or "maxItems";

    private static void Same(JsonNode? theirs, JsonNode? ours, string place) =>
        Assert.True(JsonNode.DeepEquals(theirs, ours), $"{place}:\n{theirs?.ToJsonString()}\n{ours?.ToJsonString()}");

    private static JsonNode? ToJson(Node node) => node.Kind switch
    {
        NodeKind.Object => new JsonObject(node.Members.Select(member => KeyValuePair.Create(member.Name, ToJson(member.Value)))),
        NodeKind.Array => new JsonArray([.. node.Items.Select(ToJson)]),
        NodeKind.String => JsonValue.Create(node.Text),
        _ => JsonNode.Parse(node.Text),
    };
}
