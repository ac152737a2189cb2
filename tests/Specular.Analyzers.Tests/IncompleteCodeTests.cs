using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Specular.Analyzers.Rules;
using Specular.CodeFixes;
using Specular.Testing.Analyzers;

namespace Specular.Analyzers.Tests;

/// <summary>Code as it is while somebody types: analyzers and fixes see all of it, and may throw on none of it.</summary>
public class IncompleteCodeTests
{
    private const string Sample = """"
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Gong;

        partial class Code
        {
            const string Origin = "http://" + "acme.com";
            static readonly string s_origin = "acme.com/";
            double _id;

            async Task<int> Run(GongClient client, JsonElement e, JsonNode n, Dictionary<string, string> form)
            {
                var r = await client.IntegrationSettingsAsync(new() { IntegrationTypeSettings = [new() { IntegrationType = default, AllowedOrigin = Origin }] });
                int id = checked((int)r.IntegrationId!.Value), other = (int)n["integrationId"];
                if (r is { IntegrationId: { } whole } && e.TryGetProperty("integrationId", out var p) && p.TryGetInt32(out var i)) _id = whole;
                (string name, var pair) = (r.RequestId, r.IntegrationId ?? 0);
                var small = r.IntegrationId switch { long x when x > 5 => (short)x, _ => int.Parse(form["integrationId"]) };
                var text = $"{r?.IntegrationId}"; int.TryParse(text, out id);
                var s = new IntegrationTypeSettings { IntegrationType = default, AllowedOrigin = s_origin } with { AllowedOrigin = form.Count > 1 ? $"http://{name}:{id}" : name ?? "" };
                var json = $$"""{"allowedOrigin": "http://{{name}}"}""" + JsonSerializer.Serialize(new { allowedOrigin = string.Format("http://{0}", name) });
                int[] all = [.. new[] { r }.Select(x => (int)x.IntegrationId)]; return all[^1];
            }

            void Read(ref Utf8JsonReader j)
            {
                switch (j.GetString()) { case "integrationId": j.Read(); _id = j.GetInt32(); break; default: while (j.Read()) { if (!j.ValueTextEquals("integrationId"u8)) continue; _id = j.GetSingle(); } break; }
            }

            record Dto([property: JsonPropertyName("integrationId")] int Id) { public int IntegrationId { get; init; } = JsonSerializer.Deserialize<Dto>("{}").IntegrationId; }
        }
        """";

    [Fact]
    public async Task The_file_itself_is_complete()
    {
        var diagnostics = await AnalyzerVerifier.RunAsync([new NarrowedIdAnalyzer(), new HttpsOriginAnalyzer()], GongClientSource.InSource, Sample);
        Assert.Equal(12, diagnostics.Count(diagnostic => diagnostic.Id == "SPEC101"));
        Assert.Equal(6, diagnostics.Count(diagnostic => diagnostic.Id == "SPEC102"));
    }

    [Fact]
    public async Task Every_prefix_of_a_file() =>
        Assert.NotEqual(0, await AnalyzerVerifier.RequireNoCrashAsync([new NarrowedIdAnalyzer(), new HttpsOriginAnalyzer()], GongClientSource.InSource, Prefixes(7)));

    [Fact]
    public async Task A_file_without_any_one_of_its_tokens() =>
        Assert.NotEqual(0, await AnalyzerVerifier.RequireNoCrashAsync([new NarrowedIdAnalyzer(), new HttpsOriginAnalyzer()], GongClientSource.InSource, WithoutTokens(5)));

    [Fact]
    public async Task Fixes_in_prefixes_of_a_file()
    {
        var offered = 0;
        foreach (var prefix in Prefixes(151))
        {
            offered += await CodeFixVerifier.RequireNoCrashAsync(new NarrowedIdAnalyzer(), new NarrowedIdFixer(), GongClientSource.InSource, prefix);
            offered += await CodeFixVerifier.RequireNoCrashAsync(new HttpsOriginAnalyzer(), new HttpsOriginFixer(), GongClientSource.InSource, prefix);
        }
        Assert.NotEqual(0, offered);
    }

    private static IEnumerable<string> Prefixes(int step)
    {
        for (var length = 0; length < Sample.Length; length += step)
            yield return Sample[..length];
    }

    private static IEnumerable<string> WithoutTokens(int step) => CSharpSyntaxTree.ParseText(Sample).GetRoot().DescendantTokens()
        .Where((token, index) => index % step == 0 && token.Span.Length > 0)
        .Select(token => Sample.Remove(token.SpanStart, token.Span.Length));
}
