using System.Text.Json;

namespace Specular.Client.Tests.Json;

/// <summary>The code that is emitted for a schema keeps every value of it, as System.Text.Json's own document does.</summary>
public sealed class RandomSchemasTests
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    // As a whole, and what a build leaves of it for code that names some types: those lead to others, which are opaque.
    [Theory]
    [InlineData(null, 40, 0)]
    [InlineData("class Uses { public object All => new[] { typeof(Random.T37), typeof(Random.T38), typeof(Random.T39) }; }", 3, 1)]
    public void Values_of_random_schemas_are_read_and_written_back_as_they_were(string? code, int withMembers, int leastOpaque)
    {
        var schemas = new RandomSchemas(20_260_101, count: 40);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        File.WriteAllText(path, schemas.Description());
        CompiledClient client;
        try
        {
            client = CompiledClient.Of(path, "Random", "RandomClient", TestContext.Current.CancellationToken, code);
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Empty(client.Warnings);
        var types = Enumerable.Range(0, schemas.Count).Select(i => client.Assembly.GetType("Random.T" + i)).ToList();
        Assert.Equal(withMembers, types.Count(type => type?.GetProperties().Length > 0));
        Assert.True(types.Count(type => type?.GetProperties().Length == 0) >= leastOpaque);
        for (var i = 0; i < schemas.Count; i++)
        {
            if (types[i] is not { } type)
                continue;
            for (var round = 0; round < 50; round++)
            {
                var sent = schemas.Value(i);
                var json = round % 2 == 0 ? sent.ToJsonString() : sent.ToJsonString(s_indented);
                var value = JsonSerializer.Deserialize(json, type);
                var written = JsonSerializer.Serialize(value, type);
                Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(written)), $"T{i}\n{json}\n{written}");
            }
        }
    }
}
