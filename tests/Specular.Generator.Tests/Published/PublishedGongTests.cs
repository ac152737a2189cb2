using System.Text.RegularExpressions;
using Specular.Generator.Tests.Snapshots;
using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Published;

/// <summary>Gong's whole API, as Gong publishes it.</summary>
public partial class PublishedGongTests
{
    private static readonly Lazy<GeneratorRun> s_run = new(() => GeneratorSession.Generate(
        new DescriptionFile("gong-2026-07-05.json", Specs.Shared("gong/gong-2026-07-05.json")) { Namespace = "Gong", ClientName = "GongClient" }));

    [Fact]
    public void Every_operation_is_there()
    {
        // The session requires that all of it compiles without a warning.
        var operations = GeneratedOperations.Of(Run().Compilation).ToList();
        Assert.Equal(67, operations.Count);
        Assert.Contains(operations, operation => operation is { Name: "IntegrationSettings", Method: "POST", Path: "/v2/integration-settings" });
        Assert.Equal(67, operations.Select(operation => operation.Method + operation.Path).Distinct().Count());
    }

    [Fact]
    public void What_is_not_honoured_is_said_at_its_place()
    {
        var shown = Run().Shown;
        Assert.All(shown, line => Assert.Matches(Place(), line));
        Snapshot.Verify("Published", nameof(PublishedGongTests), [KeyValuePair.Create("diagnostics.txt", string.Join("\n", shown) + "\n")]);
    }

    private static GeneratorRun Run()
    {
        Specs.Shared("gong/gong-2026-07-05.json");
        return s_run.Value;
    }

    // Of a file of one line, or of no place at all, nobody could tell.
    [GeneratedRegex(@"^gong-2026-07-05\.json\([1-9][0-9]*,[1-9][0-9]*,[1-9][0-9]*,[1-9][0-9]*\): (warning|info) SPEC0[0-9]{2}: \S")]
    private static partial Regex Place();
}
