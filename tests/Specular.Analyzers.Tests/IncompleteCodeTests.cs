using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Specular.Testing.Analyzers;

namespace Specular.Analyzers.Tests;

/// <summary>Code as it is while somebody types: analyzers and fixes see all of it, and may throw on none of it.</summary>
public class IncompleteCodeTests
{
    // From another assembly: nothing of the client has to be bound again.
    private static readonly TestCode s_gong = new() { References = [GongClientSource.InSource.Emit("Gong.Client", withoutBodies: true)] };

    [Fact]
    public async Task The_files_themselves_are_complete()
    {
        Assert.Equal(
            AllRules.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(descriptor => descriptor.Id).Order(StringComparer.Ordinal),
            [.. (await IdsAsync(s_gong, IncompleteCode.Gong)).Union(await IdsAsync(ShopClient.Referenced, IncompleteCode.Shop)).Order(StringComparer.Ordinal)]);

        static async Task<IEnumerable<string>> IdsAsync(TestCode code, ImmutableArray<string> files)
        {
            var found = new List<string>();
            foreach (var file in files)
                found.AddRange((await AnalyzerVerifier.RunAsync(AllRules.Analyzers, code, file)).Select(diagnostic => diagnostic.Id));
            return found;
        }
    }

    [Fact]
    public async Task Every_prefix_of_a_file()
    {
        await RunAsync(s_gong, IncompleteCode.Prefixes(IncompleteCode.Gong));
        // A third of those of the other files: with the omissions and mutations below that makes five thousand.
        await RunAsync(ShopClient.Referenced, IncompleteCode.Prefixes(IncompleteCode.Shop, 3));
    }

    [Fact]
    public async Task A_file_without_one_of_its_words()
    {
        await RunAsync(s_gong, IncompleteCode.Omissions(IncompleteCode.Gong, 23));
        await RunAsync(ShopClient.Referenced, IncompleteCode.Omissions(IncompleteCode.Shop, 23));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Mutations_of_a_file(int seed)
    {
        await RunAsync(s_gong, IncompleteCode.Mutations(IncompleteCode.Gong, 350, seed));
        await RunAsync(ShopClient.Referenced, IncompleteCode.Mutations(IncompleteCode.Shop, 350, seed));
    }

    [Fact]
    public async Task A_client_in_the_same_assembly()
    {
        var part = GongClientSource.Files.Add("Part.cs", "partial class Code { partial int Half { get; } Gong.IntegrationSettingsResponse _r; string Text => Origin + s_origin + (int)_id; void Write() => _id = (int)_r.IntegrationId; }");
        await RunAsync(GongClientSource.InSource with { Files = part }, IncompleteCode.Prefixes(IncompleteCode.Gong, 47));
    }

    [Fact]
    public async Task Top_level_statements()
    {
        // Without the class around them, the members are what a program may begin with.
        var programs = IncompleteCode.Gong.Select(file => file.Replace("partial class Code\n{\n", "", StringComparison.Ordinal)).ToImmutableArray();
        await RunAsync(s_gong with { OutputKind = OutputKind.ConsoleApplication }, IncompleteCode.Prefixes(programs, 29));
    }

    [Fact]
    public async Task Types_that_are_not_there()
    {
        var nothing = new TestCode { Files = GongClientSource.Files, HasFramework = false };
        await RunAsync(nothing, IncompleteCode.Gong);
        await RunAsync(ShopClient.Referenced with { HasFramework = false }, IncompleteCode.Shop);
    }

    [Theory]
    [InlineData("[OpenApiProperty(\"integrationId\", ", "[OpenApiProperty(")]
    [InlineData("[OpenApiProperty(\"integrationId\", ", "[OpenApiProperty(null, ")]
    [InlineData("\"int64-id\"", "5")]
    [InlineData("\"int64-id\", ", "")]
    [InlineData("Identifier = true", "Identifier = \"true\"")]
    [InlineData("Origin = \"https\"", "Origin = null, Enum = null, MinLength = \"1\"")]
    [InlineData("[OpenApiEnumValue(\"DIALER\")]", "[OpenApiEnumValue]")]
    [InlineData("[OpenApiOperation(\"POST\", ", "[OpenApiOperation(")]
    [InlineData("\"Gong.GongClient\"", "null")]
    public async Task Facts_that_are_not_whole(string fact, string broken)
    {
        var files = GongClientSource.Files.ToBuilder();
        var client = files["GongClient.g.cs"];
        Assert.Contains(fact, client, StringComparison.Ordinal);
        files["GongClient.g.cs"] = client.Replace(fact, broken, StringComparison.Ordinal);
        await RunAsync(new TestCode { Files = files.ToImmutable() }, IncompleteCode.Gong);
    }

    [Fact]
    public async Task Fixes_in_prefixes_of_a_file()
    {
        foreach (var (analyzer, fixer) in AllRules.Fixes)
        {
            var offered = 0;
            foreach (var (code, files) in new[] { (s_gong, IncompleteCode.Gong), (ShopClient.Referenced, IncompleteCode.Shop) })
            {
                foreach (var prefix in IncompleteCode.Prefixes(files, 211).Concat(files))
                    offered += await CodeFixVerifier.RequireNoCrashAsync(analyzer, fixer, code, prefix);
            }
            Assert.True(offered > 0, fixer.GetType().Name);
        }
    }

    // Each processor has its own share.
    private static Task RunAsync(TestCode code, IEnumerable<string> sources) => Task.WhenAll(
        sources.Select((source, index) => (source, index)).GroupBy(source => source.index % Environment.ProcessorCount, source => source.source)
            .Select(share => Task.Run(() => AnalyzerVerifier.RequireNoCrashAsync(AllRules.Analyzers, code, share))));
}
