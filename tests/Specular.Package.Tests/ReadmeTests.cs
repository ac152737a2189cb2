using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Specular.Package.Tests;

public sealed class ReadmeTests(PackedPackage package)
{
    private const string Start = "<!-- transcript.sh writes this -->\n```text\n";
    private const string End = "```\n";

    private const string Program = """
        using Gong;

        var gong = new GongClient(new HttpClient());
        var registered = await gong.IntegrationSettingsAsync(new IntegrationSettingsRequest
        {
            IntegrationTypeSettings = [new() { IntegrationType = IntegrationType.Dialer, AllowedOrigin = "http://acme.partner.com" }],
        });

        int id = (int)registered.IntegrationId!;
        Console.WriteLine(id);

        """;

    [Fact]
    public async Task The_first_diagnostic_is_what_the_compiler_says()
    {
        var consumer = package.CreateConsumer()
            .WriteProject("App", Consumer.GongClient, "<TreatWarningsAsErrors>false</TreatWarningsAsErrors>")
            .Write("App/gong.yaml", Repository.GongDescription)
            .Write("App/Program.cs", Program);
        (await consumer.BuildAsync("App", "-property:ErrorLog=warnings.sarif%2Cversion=2.1")).EnsureSuccess();
        var transcript = Transcript(await File.ReadAllTextAsync(consumer.PathOf("App", "warnings.sarif"), TestContext.Current.CancellationToken));

        var path = Repository.PathOf("README.md");
        var readme = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains(Start, readme, StringComparison.Ordinal);
        var start = readme.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var end = readme.IndexOf(End, start, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("SPECULAR_ACCEPT_SNAPSHOTS") == "1")
            await File.WriteAllTextAsync(path, readme[..start] + transcript + readme[end..], TestContext.Current.CancellationToken);
        else
            Assert.Equal(transcript, readme[start..end]);
    }

    /// <summary>The diagnostics of a build as it shows them, each above the line that it is about.</summary>
    private static string Transcript(string log)
    {
        var lines = Program.Split('\n');
        var transcript = new StringBuilder("$ dotnet build\n");
        using var sarif = JsonDocument.Parse(log);
        var results = sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray();
        foreach (var result in results.OrderBy(result => Region(result).GetProperty("startLine").GetInt32()))
        {
            var region = Region(result);
            var line = region.GetProperty("startLine").GetInt32();
            var column = region.GetProperty("startColumn").GetInt32();
            Assert.Equal(line, region.GetProperty("endLine").GetInt32());
            transcript.Append(CultureInfo.InvariantCulture, $"Program.cs({line},{column}): {result.GetProperty("level").GetString()} {result.GetProperty("ruleId").GetString()}: {result.GetProperty("message").GetProperty("text").GetString()}\n");
            transcript.Append(lines[line - 1]).Append('\n');
            transcript.Append(' ', column - 1).Append('~', region.GetProperty("endColumn").GetInt32() - column).Append('\n');
        }
        return transcript.ToString();
    }

    private static JsonElement Region(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
}
