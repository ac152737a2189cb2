using System.Reflection;
using Specular.Analyzers.Rules;
using Specular.Testing.Analyzers;

namespace Specular.Analyzers.Tests;

/// <summary>Code that has nothing to do with the API, beside a client.</summary>
public class ForeignCodeTests
{
    [Fact]
    public async Task Nothing_is_reported_in_the_sources_of_this_project()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = GongClientSource.Files.ToBuilder();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Sources/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            files.Add(name, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
        Assert.True(files.Count > 100);

        // Roslyn stands beside this assembly; what is not found leaves errors, which the rules have to live with anyway.
        var code = new TestCode { Files = files.ToImmutable(), References = TestCode.ReferencesBeside(typeof(NarrowedIdAnalyzer)) };
        Assert.Equal(0, await AnalyzerVerifier.RequireNoCrashAsync(AllRules.Analyzers, code, [""]));
    }

    [Fact]
    public async Task Nothing_is_reported_in_code_of_other_apis() =>
        Assert.Empty(await AnalyzerVerifier.RunAsync(AllRules.Analyzers, GongClientSource.InSource, OtherApis));

    private const string OtherApis = """
        using System.Collections.Generic;
        using System.Linq;
        using System.Text.Json;

        // The entity of a database that has nothing but the name in common.
        class Integration { public int IntegrationId { get; set; } public string AllowedOrigin { get; set; } = "http://localhost"; public List<Integration> Children { get; } = new(); }

        // Another API's id, which is 64-bit too, but whose owner does not mind.
        class OtherResponse { public long? IntegrationId { get; set; } public string? AllowedOrigin { get; set; } }

        class CorsPolicy { public IList<string> AllowedOrigins { get; } = new List<string> { "http://localhost:3000", "*" }; public string? Origin { get; set; } }

        class Code
        {
            int Narrow(OtherResponse r) => (int)r.IntegrationId!.Value;
            int Parse(OtherResponse r) => int.Parse(r.IntegrationId.ToString()!);
            double Mean(IEnumerable<OtherResponse> all) => all.Average(r => (double)r.IntegrationId!);
            OtherResponse Make() => new() { AllowedOrigin = "http://localhost", IntegrationId = 5 };
            CorsPolicy Cors() => new() { Origin = "http://localhost", AllowedOrigins = { "http://localhost" } };
            Integration? Find(IQueryable<Integration> all, int integrationId) => all.FirstOrDefault(i => i.IntegrationId == integrationId);
            string Column(System.Data.IDataReader r) => r.GetInt32(r.GetOrdinal("integrationId")) + r.GetString(r.GetOrdinal("allowedOrigin"));
            int Count(JsonElement e) => e.GetProperty("count").GetInt32() + e.GetProperty("integrationIds").GetArrayLength();
            object View(Integration i) => new { integrationId = i.IntegrationId, allowedOrigin = "http://localhost" };
            string Log(int integrationId) => $"integrationId: {integrationId}, allowedOrigin: http://localhost";
            Dictionary<string, string> Labels() => new() { ["integrationId"] = "Integration", ["allowedOrigin"] = "Allowed origin" };
        }
        """;
}
