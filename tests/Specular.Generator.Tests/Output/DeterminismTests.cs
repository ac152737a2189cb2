using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp;
using Specular.Testing.Descriptions;
using Specular.Testing.Generator;
using Xunit;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Specular.Generator.Tests.Output;

/// <summary>The output depends on the description and on the options, and on nothing else.</summary>
public class DeterminismTests
{
    private const string Feature = """
        openapi: 3.0.3
        info: { title: Ilik istek, version: '1' }
        servers: [{ url: 'https://api.test' }]
        paths:
          /items/{id}:
            get:
              operationId: listItems
              tags: [indirim]
              parameters:
                - { name: id, in: path, required: true, schema: { type: integer, format: int64 } }
                - { name: I-İ-ı, in: query, schema: { type: number, minimum: -1.5, maximum: 1e3, multipleOf: 0.25, default: 2.5 } }
                - { name: If-Match, in: header, schema: { type: string } }
              responses:
                '200': { description: İçerik, content: { application/json: { schema: { $ref: '#/components/schemas/ITEM_LIST' } } } }
        components:
          schemas:
            ITEM_LIST: { type: object, properties: { ITEMS: { type: array, items: { $ref: '#/components/schemas/item' } } } }
            item: { type: object, properties: { i: { type: string, minLength: 1000 }, at: { type: string, maxLength: 9 }, kind: { type: string, enum: [i, I, İ, ı, INIT, -1] }, level: { type: integer, enum: [-1, 1000000] } } }
        """;

    public static TheoryData<string> Cultures => ["tr-TR", "ar-SA", "fa-IR", "de-DE", "hi-IN", "sv-SE"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void The_culture_makes_no_difference(string name)
    {
        var culture = CultureInfo.GetCultureInfo(name);
        foreach (var file in new[] { Specs.Yaml(Feature) with { ClientName = "" }, Specs.Gong })
        {
            var expected = In(CultureInfo.InvariantCulture, file);
            var actual = In(culture, file);
            Assert.Equal(expected.Files, actual.Files);
            Assert.Equal(expected.Shown, actual.Shown);
        }
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("America/St_Johns")]
    public void The_time_zone_makes_no_difference(string zone)
    {
        var file = Specs.Yaml(Feature.Replace("maxLength: 9", "format: date-time, default: '2024-02-29T23:30:00-11:00'", StringComparison.Ordinal));
        var expected = GeneratorSession.Generate(file).Files;
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            Assert.Equal(expected, GeneratorSession.Generate(file).Files);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Theory]
    [InlineData("gong.yaml")]
    [InlineData("/home/user/src/specs/gong.yaml")]
    [InlineData(@"C:\src\my project\gong.yaml")]
    [InlineData("../../other/name.yml")]
    [InlineData("")]
    public void The_place_of_the_file_makes_no_difference(string path) =>
        Assert.Equal(GeneratorSession.Generate(Specs.Gong).Files, GeneratorSession.Generate(Specs.Gong with { Path = path }).Files);

    [Fact]
    public void Line_ends_make_no_difference()
    {
        var expected = GeneratorSession.Generate(Specs.Gong);
        Assert.Equal(expected.Files, GeneratorSession.Generate(Specs.Gong with { Text = Specs.Gong.Text!.Replace("\n", "\r\n", StringComparison.Ordinal) }).Files);
        Assert.All(expected.Files, file => Assert.DoesNotContain('\r', file.Value));
    }

    [Fact]
    public void Json_and_yaml_give_the_same()
    {
        foreach (var file in new[] { Specs.Yaml(Feature), Specs.Gong })
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(file.Text!));
            var json = ToJson(stream.Documents[0].RootNode)!;
            Assert.Equal(GeneratorSession.Generate(file).Files, GeneratorSession.Generate(file with { Path = "test.json", Text = json.ToJsonString() }).Files);
        }
    }

    [Fact]
    public async Task Many_at_once_give_the_same()
    {
        var expected = GeneratorSession.Generate(Specs.Gong).Files;
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new GeneratorSession(null, Specs.Gong) { RequireCleanCompilation = false }.Run(TestContext.Current.CancellationToken).Files, TestContext.Current.CancellationToken)));
        Assert.All(runs, files => Assert.Equal(expected, files));
    }

    [Fact]
    public async Task A_large_description_gives_the_same_on_every_thread()
    {
        var file = new DescriptionFile("large.json", SyntheticDescription.Of(400));
        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => new GeneratorSession(null, file) { RequireCleanCompilation = false }.Run(TestContext.Current.CancellationToken).Files, TestContext.Current.CancellationToken)));
        Assert.All(runs, files => Assert.Equal(runs[0], files));
    }

    // Names go to files by a number that is made of them, and text that is hashed by the run time would be another one in each process.
    [Theory]
    [InlineData("record Item7", "L.LClient.Schemas.25.g.cs")]
    [InlineData("Tag0HandleItem7Async(", "L.LClient.LClient.Operations.02.g.cs")]
    public void Many_types_share_files_and_each_is_where_its_name_puts_it(string declaration, string file)
    {
        var run = new GeneratorSession(null, new DescriptionFile("large.json", SyntheticDescription.Of(2_000)) { Namespace = "L", ClientName = "LClient" }) { RequireCleanCompilation = false }.Run(TestContext.Current.CancellationToken);
        Assert.InRange(run.ClientFiles.Count(), 20, 100);
        Assert.Equal(file, Assert.Single(run.ClientFiles, other => System.Text.RegularExpressions.Regex.IsMatch(other.Value, "(partial|> )\\s*" + System.Text.RegularExpressions.Regex.Escape(declaration) + "(?![0-9])")).Key);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.Preview)]
    public void Every_supported_version_of_the_language_takes_it(LanguageVersion version)
    {
        var project = new ConsumerProject { LanguageVersion = version };
        Assert.Equal(GeneratorSession.Generate(Specs.Gong).Files, GeneratorSession.Generate(Specs.Gong, project).Files);
        GeneratorSession.Generate(Specs.Yaml(Feature), project);
    }

    [Fact]
    public void An_internal_client_shows_nothing()
    {
        var run = GeneratorSession.Generate(Specs.Gong with { Accessibility = "internal" });
        Assert.DoesNotContain(run.Compilation.Assembly.TypeNames, name => run.Compilation.GetTypeByMetadataName("Gong." + name) is { DeclaredAccessibility: Microsoft.CodeAnalysis.Accessibility.Public });
    }

    private static GeneratorRun In(CultureInfo culture, DescriptionFile file)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
            return new GeneratorSession(null, file) { RequireCleanCompilation = culture.Equals(CultureInfo.InvariantCulture) }.Run();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    // By another library than the generator's own way to read YAML.
    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, ToJson(child.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
        YamlScalarNode { Style: not ScalarStyle.Plain } text => text.Value,
        YamlScalarNode { Value: "true" or "false" } flag => flag.Value == "true",
        YamlScalarNode { Value: "null" or "" or null } => null,
        YamlScalarNode scalar when decimal.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => JsonNode.Parse(scalar.Value!),
        YamlScalarNode scalar => scalar.Value,
        _ => throw new InvalidOperationException(node.NodeType.ToString()),
    };
}
