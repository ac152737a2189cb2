using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Specular.Testing.Descriptions;

namespace Specular.Validation.Tests;

/// <summary>
/// What clients write is valid by the schema that it comes from, and is read back as it was. The judge is Ajv, which knows nothing of this repository.
/// <c>SPECULAR_VALIDATION_SEED</c> and <c>SPECULAR_VALIDATION_CASES</c> ask for other values and for more.
/// </summary>
public sealed class ValidationTests
{
    // Real descriptions of several kinds, small enough to be compiled in a few seconds.
    private static readonly string[] s_shared = ["gong/gong-2026-07-05.json", "meilisearch.json", "okta-oauth.yaml", "wiremock.json"];

    // It has references where no schema may be one, which clients read as they were meant and a validator does not.
    private const string Unorthodox = "specs/features/references.yaml";

    private static readonly Lazy<IReadOnlyDictionary<string, DescribedClient>> s_own =
        new(() => DescribedClient.Together(Names.Select(name => (name, EmbeddedDescriptions.Text(name)))));

    /// <summary>The descriptions of this repository.</summary>
    public static IEnumerable<TheoryDataRow<string>> Own() => Names.Select(name => new TheoryDataRow<string>(name));

    /// <summary>Some of those beside it.</summary>
    public static IEnumerable<TheoryDataRow<string>> Shared() => s_shared.Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Own))]
    public async Task Of_our_own_descriptions(string name)
    {
        Assert.SkipWhen(Ajv.Missing is not null, Ajv.Missing ?? "");
        await CheckAsync(s_own.Value[name]);
    }

    [Theory]
    [MemberData(nameof(Shared))]
    public async Task Of_real_descriptions(string name)
    {
        Assert.SkipWhen(Ajv.Missing is not null, Ajv.Missing ?? "");
        Assert.SkipWhen(SharedDescriptions.Folder is null, "There is no folder shared/descriptions above the tests.");
        var text = File.ReadAllText(Path.Combine(SharedDescriptions.Folder!, name));
        await CheckAsync(DescribedClient.Together([(name, text)])[name]);
    }

    private static IEnumerable<string> Names => EmbeddedDescriptions.Names.Where(name => name != Unorthodox);

    private static async Task CheckAsync(DescribedClient client)
    {
        var values = new ClientValues(client.Discriminators());
        var samples = new List<Sample>();
        foreach (var (name, type) in client.Components())
        {
            var place = JsonSchemaDialect.ComponentPlace(name);
            samples.AddRange(Values(values.Of(type), name).Select(value => new Sample(place, type, value, ClientJson.Write(value, type))));
        }

        samples.AddRange(await RequestBodies.OfAsync(client, type => Values(values.Of(type), type.Name), TestContext.Current.CancellationToken));
        Assert.NotEmpty(samples);
        await CheckAsync(client, samples);
    }

    private static async Task CheckAsync(DescribedClient client, IReadOnlyList<Sample> samples)
    {
        var document = JsonSchemaDialect.Translate(client.Description);
        var errors = await Ajv.ValidateAsync(document, samples.Select(sample => (sample.Place, sample.Json)), TestContext.Current.CancellationToken);
        var failures = new StringBuilder();
        var count = 0;
        foreach (var (sample, error) in samples.Zip(errors))
        {
            if ((error ?? ReadBack(sample)) is not { } wrong || ++count > 5)
                continue;
            failures.Append(CultureInfo.InvariantCulture, $"{wrong}\n  JSON: {sample.Json}\n  schema: {sample.Place} {JsonPointer.Follow(document, sample.Place)?.Node.ToJsonString()}\n");
        }

        Assert.True(count == 0, $"{count} of {samples.Count} values:\n{failures}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{samples.Count} values of {samples.Select(sample => sample.Place).Distinct().Count()} schemas");
    }

    private static string? ReadBack(Sample sample)
    {
        try
        {
            return SameValue.Difference(sample.Value, ClientJson.Read(sample.Json, sample.Type)) is { } place ? "It is read back differently at " + place : null;
        }
        catch (JsonException exception)
        {
            return "It cannot be read back: " + exception.Message;
        }
    }

    // Each schema has a seed of its own, so that another schema changes nothing for it.
    private static IEnumerable<object> Values(Gen<object?> values, string name)
    {
        var seed = name.Aggregate((ulong)Setting("SPECULAR_VALIDATION_SEED", 20_260_101), (hash, c) => (hash * 31) + c);
        return values.Sample(Setting("SPECULAR_VALIDATION_CASES", 10), new Rnd(seed), 10).Select(value => value!);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
