using System.Runtime.CompilerServices;
using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Snapshots;

/// <summary>What generated code looks like, to be read in a review. Everything about what it does is tested elsewhere.</summary>
public class SnapshotTests
{
    // What the support code has for each client differs in its names only.
    private static readonly string[] s_companions = ["ApiException", "ClientOptions", "Authentication", "File", "Optional", "ClientExtensions"];

    [Fact]
    public void Gong()
    {
        var run = GeneratorSession.Generate(Specs.Gong);
        Assert.Empty(run.Shown);
        Verify(run);
    }

    /// <summary>Required or not, nullable or not; additional properties.</summary>
    [Fact]
    public void Presence() => Verify(GeneratorSession.Generate(Specs.Yaml(Specs.Read("presence.yaml"))));

    /// <summary>Parameters in each place, of several styles.</summary>
    [Fact]
    public void Parameters() => Verify(GeneratorSession.Generate(Specs.Yaml(Specs.Read("parameters.yaml"))));

    /// <summary>Bodies and answers that are no JSON.</summary>
    [Fact]
    public void Forms() => Verify(GeneratorSession.Generate(Specs.Yaml(Specs.Read("forms.yaml"))));

    /// <summary>Of each description in specs/features the files that show what it is about; of the operations only some, where they are many.</summary>
    [Theory]
    [InlineData("bodies", "postAny;postFields", "BodiesClient.Operations")]
    [InlineData("enums", "", "Color", "Size")]
    [InlineData("facts", "", "Values")]
    [InlineData("formats", "", "Values")]
    [InlineData("grouping", "tag:repos", "GroupingClient", "GroupingClient.Repos")]
    [InlineData("maps", "", "Part")]
    [InlineData("names", "Put", "NamesClient.Operations", "MyDottedName")]
    [InlineData("openapi32", "copyItems;jsonQuery;queryItems", "OpenApi32Client.Operations")]
    [InlineData("relative-server", "", "RelativeServerClient")]
    [InlineData("responses", "startJob;events;getFile", "ResponsesClient.Operations")]
    [InlineData("schemas", "", "Merged", "StrictNode", "Open")]
    [InlineData("security", "own;closed", "SecurityClient", "SecurityClient.Operations")]
    [InlineData("servers", "", "ServersClient", "ServersClient.Operations")]
    [InlineData("odd", "", "Thing")]
    [InlineData("styles", "pathMatrixObjectExploded;queryDeepObjectObjectExploded;headerSimpleObject;cookieFormObject", "StylesClient.Operations")]
    [InlineData("swagger2", "lists;upload", "Swagger2Client.Operations", "UploadRequest")]
    [InlineData("unions", "putShape;search", "Shape")]
    [InlineData("webhooks", "", "WebhooksWebhooks")]
    public void Feature(string feature, string operations, params string[] files)
    {
        var description = new DescriptionFile(feature + ".yaml", Specs.Read("specs/features/" + feature + ".yaml"))
        {
            Namespace = "Features",
            ClientName = Client(feature),
            IncludeOperations = operations,
            Grouping = feature == "grouping" ? "Tag" : "",
        };
        var run = new GeneratorSession(null, description).RunAnew(TestContext.Current.CancellationToken);

        Snapshot.Verify("Features", feature, files.Select(file => KeyValuePair.Create(file + ".g.cs", run.Files["Features." + description.ClientName + "." + file + ".g.cs"])));
    }

    // "relative-server" is RelativeServerClient, "openapi32" is OpenApi32Client.
    private static string Client(string feature) => string.Concat(feature.Replace("api", "-api", StringComparison.Ordinal).Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Client";

    private static void Verify(GeneratorRun run, [CallerMemberName] string feature = "")
    {
        var prefix = feature == "Gong" ? "Gong.GongClient." : "Test.TestClient.";
        Snapshot.Verify(feature, nameof(SnapshotTests) + "." + feature, run.ClientFiles
            .Select(file => KeyValuePair.Create(file.Key[prefix.Length..], file.Value))
            .Where(file => !s_companions.Any(companion => file.Key == (feature == "Gong" ? "Gong" : "Test") + companion + ".g.cs")));
    }
}
