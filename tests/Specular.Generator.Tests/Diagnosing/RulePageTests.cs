using System.Globalization;
using System.Reflection;
using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Specular.Testing.Generator;
using Specular.Testing.Pages;
using Xunit;

namespace Specular.Generator.Tests.Diagnosing;

/// <summary>What the pages about descriptions show is what the compiler says: of each example exactly the diagnostic under it, of each cure nothing.</summary>
public class RulePageTests
{
    private const string ExampleSection = "Example";
    private const string CureSection = "What to do";

    // A defect cannot be shown; a missing file and an old project are told by tests of their own.
    private static readonly string[] s_withoutExample = ["SPEC010", "SPEC011", "SPEC020"];

    // What nothing has to be done about, or can be done in the description.
    private static readonly string[] s_withoutCure = ["SPEC012", "SPEC016"];

    public static TheoryData<string> Ids =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith("Rules/", StringComparison.Ordinal))
            .Select(name => name["Rules/".Length..^".md".Length])
            .Except(s_withoutExample)
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_example_gives_the_diagnostic(string id)
    {
        var example = Assert.Single(Blocks(id, ExampleSection));
        var snippet = string.Concat(Lines(example.Text).Where(line => !IsSquiggle(line)));
        var hosted = Host(example with { Text = snippet });
        var run = hosted.Run();
        Assert.NotEmpty(run.Diagnostics);
        Assert.All(run.Diagnostics, diagnostic => Assert.Equal(id, diagnostic.Id));
        if (example.Language == "xml")
            return;
        var shown = hosted.Show(snippet, run.Diagnostics);
        Assert.True(example.Text == shown, $"The page shows\n{example.Text}\nand the compiler says\n{shown}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_cure_gives_none(string id)
    {
        var cures = Blocks(id, CureSection).Where(block => block.Language is "yaml" or "json" or "xml").ToList();
        Assert.Equal(s_withoutCure.Contains(id), cures.Count == 0);
        foreach (var cure in cures)
            Assert.Empty(Host(cure).Run().Shown);
    }

    private static IEnumerable<PageBlock> Blocks(string id, string section) => RulePage.Blocks(Specs.Read($"Rules/{id}.md")).Where(block => block.Section == section);

    private static IEnumerable<string> Lines(string text) => text.Split('\n')[..^1].Select(line => line + "\n");

    private static bool IsSquiggle(string line) => line.TrimStart().StartsWith('~');

    private static HostedSnippet Host(PageBlock block) => block switch
    {
        { Language: "xml" } => HostedSnippet.Item(XElement.Parse(block.Text)),
        { Place: "" } => new HostedSnippet("gong." + block.Language, block.Text, 0, 0),
        _ => HostedSnippet.At(block.Place["in ".Length..], block.Text),
    };

    /// <summary>A snippet in a description that is valid but for it.</summary>
    /// <param name="Path">The file in which it stands.</param>
    /// <param name="Text">The file's text.</param>
    /// <param name="Line">The number of lines before the snippet.</param>
    /// <param name="Indent">The number of spaces before each of its lines.</param>
    private sealed record HostedSnippet(string Path, string Text, int Line, int Indent)
    {
        private const string Head = "openapi: 3.0.3\ninfo: { title: Gong, version: v2 }\nservers: [{ url: https://api.gong.io }]\n";
        private const string Paths = "paths: { /v2/calls: { get: { operationId: listCalls, responses: { '200': { description: The calls } } } } }\n";
        private const string Components = "components: { schemas: { Error: { type: object }, Order: { type: object } } }\n";
        private const string OverlayHead = "overlay: 1.0.0\ninfo: { title: Repairs, version: v1 }\n";

        private DescriptionFile Client { get; init; } = new("gong.yaml", Head + Paths + Components) { Namespace = "Gong", ClientName = "GongClient" };

        public static HostedSnippet Item(XElement item)
        {
            var hosted = new HostedSnippet("", "", 0, 0);
            string Metadata(string name) => (string?)item.Attribute(name) ?? "";
            return hosted with
            {
                Client = hosted.Client with
                {
                    Namespace = Metadata("Namespace"),
                    ClientName = Metadata("ClientName"),
                    IncludeOperations = Metadata("IncludeOperations").Replace(';', '|'),
                    ExcludeOperations = Metadata("ExcludeOperations").Replace(';', '|'),
                },
            };
        }

        /// <summary>Puts a snippet where a pointer says: a JSON Pointer into the description, or into an overlay.</summary>
        public static HostedSnippet At(string place, string snippet)
        {
            var isOverlay = place.StartsWith("overlay/", StringComparison.Ordinal);
            var names = place[(isOverlay ? "overlay/" : "/").Length..].Split('/').Select(name => name.Replace("~1", "/", StringComparison.Ordinal)).ToList();
            var text = new StringBuilder(isOverlay ? OverlayHead : Head);
            var line = text.ToString().Count(c => c == '\n');
            for (var depth = 0; depth < names.Count; depth++, line++)
                text.Append(' ', 2 * depth).Append(char.IsDigit(names[depth][0]) ? $"'{names[depth]}'" : names[depth]).Append(":\n");
            var indent = 2 * names.Count;
            foreach (var own in Lines(snippet))
                text.Append(' ', indent).Append(own);
            if (isOverlay)
                return new HostedSnippet("gong.overlay.yaml", text.ToString(), line, indent);
            if (names[0] != "paths")
                text.Append(Paths);
            if (names[0] != "components")
                text.Append(Components);
            return new HostedSnippet("gong.yaml", text.ToString(), line, indent);
        }

        public GeneratorRun Run() => Path switch
        {
            "" => GeneratorSession.Generate(Client),
            "gong.overlay.yaml" => new GeneratorSession(null, Client with { Overlay = Path }, new DescriptionFile(Path, Text) { IsClient = false, ItemType = "OpenApiOverlay" }).Run(),
            _ => GeneratorSession.Generate(Client with { Path = Path, Text = Text }),
        };

        /// <summary>The snippet with the diagnostics under the places where they stand.</summary>
        public string Show(string snippet, IEnumerable<Diagnostic> diagnostics)
        {
            var shown = new StringBuilder();
            var number = Line;
            foreach (var line in Lines(snippet))
            {
                shown.Append(line);
                foreach (var diagnostic in diagnostics.Where(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line == number))
                {
                    var place = diagnostic.Location.GetLineSpan();
                    Assert.Equal(Path, place.Path);
                    var start = place.StartLinePosition.Character - Indent;
                    var end = place.EndLinePosition.Line == number ? place.EndLinePosition.Character - Indent : line.Length - 1;
                    shown.Append(' ', start).Append('~', Math.Max(end - start, 1)).Append(CultureInfo.InvariantCulture, $" {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}\n");
                }
                number++;
            }
            return shown.ToString();
        }
    }
}
