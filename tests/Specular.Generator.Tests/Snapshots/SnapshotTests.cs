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

    private static void Verify(GeneratorRun run, [CallerMemberName] string feature = "")
    {
        var prefix = feature == "Gong" ? "Gong.GongClient." : "Test.TestClient.";
        Snapshot.Verify(feature, nameof(SnapshotTests) + "." + feature, run.ClientFiles
            .Select(file => KeyValuePair.Create(file.Key[prefix.Length..], file.Value))
            .Where(file => !s_companions.Any(companion => file.Key == (feature == "Gong" ? "Gong" : "Test") + companion + ".g.cs")));
    }
}
