using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Specular.Testing.Analyzers;
using Specular.Testing.Generator;
using Specular.Testing.Pages;

namespace Specular.Analyzers.Tests;

/// <summary>What the pages of the rules show is what the rules say: in each line exactly the diagnostic that stands beside or below it, and in the cures none.</summary>
public partial class RulePageTests
{
    private const string CodeSection = "The code";
    private const string CureSection = "The cure";

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Configuration;

        """;

    private static readonly ImmutableArray<MetadataReference> s_web = TestCode.ReferencesBeside(typeof(Microsoft.AspNetCore.Http.IFormCollection));

    private static readonly TestCode s_gong = new()
    {
        References =
        [
            ShopClient.Emit(GeneratorSession.Generate(
                new DescriptionFile("gong.yaml", Read("gong.yaml")) { Namespace = "Gong", ClientName = "GongClient" },
                new ConsumerProject { AssemblyName = "Gong.Client" })),
            .. s_web,
        ],
    };

    private static readonly TestCode s_shop = ShopClient.Referenced with { References = [.. ShopClient.Referenced.References, .. s_web] };

    public static TheoryData<string> Ids => [.. AllRules.Analyzers.SelectMany(rule => rule.SupportedDiagnostics).Select(descriptor => descriptor.Id).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_code_gives_the_diagnostics_beside_it(string id)
    {
        var blocks = Blocks(id, CodeSection);
        Assert.NotEmpty(blocks);
        foreach (var block in blocks)
        {
            var expected = Expected(block.Text);
            Assert.NotEmpty(expected);
            Assert.All(expected, squiggle => Assert.Equal(id, squiggle.Id));
            var found = await RunAsync(block);

            // What a page leaves unsaid is not compared.
            Assert.Equal(expected, found.Zip(expected, (squiggle, shown) => squiggle with
            {
                Column = shown.Column is null ? null : squiggle.Column,
                Length = shown.Length is null ? null : squiggle.Length,
                Message = shown.Message is null ? null : squiggle.Message,
            }));
            Assert.Equal(expected.Count, found.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_cure_gives_none(string id)
    {
        var blocks = Blocks(id, CureSection);
        Assert.NotEmpty(blocks);
        foreach (var block in blocks)
            Assert.Empty(await RunAsync(block));
    }

    private static IReadOnlyList<PageBlock> Blocks(string id, string section) =>
        [.. RulePage.Blocks(Read($"Rules/{id}.md")).Where(block => block.Section == section && block.Language == "csharp")];

    /// <summary>What a block shows: <c>// SPEC101</c> beside its line, <c>// SPEC101: message</c> below it, or <c>// ~~~ SPEC101: message</c> below it and under the span.</summary>
    private static IReadOnlyList<Squiggle> Expected(string text)
    {
        var expected = new List<Squiggle>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Under().Match(lines[i]) is { Success: true } under)
                expected.Add(new(i - 1, under.Groups[1].Index, under.Groups[1].Length, under.Groups[2].Value, under.Groups[3].Value));
            else if (Below().Match(lines[i]) is { Success: true } below)
                expected.Add(new(i - 1, null, null, below.Groups[1].Value, below.Groups[2].Value));
            else if (Beside().Match(lines[i]) is { Success: true } beside)
                expected.Add(new(i, null, null, beside.Groups[1].Value, null));
        }
        return expected;
    }

    /// <summary>What the rules say of a block.</summary>
    private static async Task<IReadOnlyList<Squiggle>> RunAsync(PageBlock block)
    {
        var (code, client, parameters) = block.Place.Split(' ')[0] switch
        {
            "gong" => (s_gong, "Gong", "GongClient gong, IntegrationSettingsRequest body, IntegrationSettingsResponse registered, IntegrationTypeSettings settings"),
            "shop" => (s_shop, "Shop", "ShopClient shop, Item item, string pin"),
            _ => throw new InvalidOperationException($"A block of code says after 'csharp' which client it uses, 'gong' or 'shop':\n{block.Text}"),
        };
        var isMembers = block.Place.EndsWith(" members", StringComparison.Ordinal);
        var start = Usings + $"using {client};\nclass Page\n{{\n";

        // Paragraphs are examples of their own.
        var text = isMembers
            ? block.Text
            : $"static async Task Run({parameters}, HttpClient http, JsonElement json, JsonNode node, IFormCollection form, IConfiguration configuration, string tenant, string origin, bool local) {{ {{"
              + "\n" + block.Text.Replace("\n\n", "\n}{\n", StringComparison.Ordinal) + "} await Task.Yield(); }";
        var before = start.Count(c => c == '\n') + (isMembers ? 0 : 1);
        var diagnostics = await AnalyzerVerifier.RunAsync(AllRules.Analyzers, code, start + text + "\n}\n");
        return
        [
            .. from diagnostic in diagnostics
               let place = diagnostic.Location.GetLineSpan().StartLinePosition
               select new Squiggle(place.Line - before, place.Character, diagnostic.Location.SourceSpan.Length, diagnostic.Id, diagnostic.GetMessage(null)),
        ];
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource) ?? throw new FileNotFoundException(resource));
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    [GeneratedRegex("^ *// *(~+) (SPEC[0-9]{3}): (.*)$")]
    private static partial Regex Under();

    [GeneratedRegex("^ *// (SPEC[0-9]{3}): (.*)$")]
    private static partial Regex Below();

    [GeneratedRegex("// (SPEC[0-9]{3})\\b")]
    private static partial Regex Beside();

    private sealed record Squiggle(int Line, int? Column, int? Length, string Id, string? Message);
}
