using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Specular.Analyzers.Rules;
using Specular.CodeFixes;
using Specular.Testing.Analyzers;

namespace Specular.Analyzers.Tests;

/// <summary>Code that uses a client, as it is while somebody types: the rules about its use see all of it, and may throw on none of it.</summary>
public class IncompleteUseTests
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules =
    [
        new NotInEnumAnalyzer(), new BrokenConstraintAnalyzer(), new DroppedResultAnalyzer(), new MissingCaseAnalyzer(), new RetryAfterAnalyzer(), new HttpClientPerCallAnalyzer(), new HandWrittenRequestAnalyzer(),
        new CredentialLiteralAnalyzer(), new DeprecatedAnalyzer(), new WrongDirectionAnalyzer(), new UndefinedEnumAnalyzer(), new OpenAnswerAnalyzer(), new FirstPageAnalyzer(), new ReadTwiceAnalyzer(),
    ];

    private const string Sample = """"
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;
        using Shop;

        partial class Code
        {
            const string Root = "https://api.shop.example/v1";
            static readonly HttpClient s_http = new() { BaseAddress = new Uri(Root + "/") };
            private static string Url(Guid id) => $"{Root}/items/{id}";

            async Task<int> Use(ShopClient client, HttpClient http, Item item, string text, bool flag)
            {
                await http.DeleteAsync(Url(Guid.Empty)); await s_http.GetAsync("items"); var m = new HttpRequestMessage(HttpMethod.Put, Root + "/shape");
                for (var i = 0; i < 3; i++) { try { await client.ListItemsAsync(page: 2); break; } catch (ShopApiException e) when (e.StatusCode == System.Net.HttpStatusCode.TooManyRequests) { await Task.Delay(flag ? 10 : 20); } }
                while (true) { switch (await client.PutPartResultAsync(default, text, new Order { Lines = [] }, sort: text)) { case PutPartResult.TooManyRequests: System.Threading.Thread.Sleep(1000); continue; default: break; } break; }
                using (var own = new HttpClient()) { await new ShopClient(own).AddItemAsync(new Item { Name = "x", Id = Guid.NewGuid(), Revision = 5, Slug = $"A {text}", Tags = ["a", "a"] }); }
                var account = await client.OpenAccountAsync(new Account { User = text, Password = "hunter2!" }); if (account is { Pin: { } pin }) text = pin + account.Password;
                var csv = await client.ExportItemsAsync(); await csv.CopyToAsync(System.IO.Stream.Null); var orders = await client.WatchOrdersAsync(); await foreach (var o in orders) { } await foreach (var p in orders) { }
                var page = await client.ListOrdersAsync(state: text); foreach (var order in page.Orders) Console.WriteLine(order);
                _ = LevelExtensions.FromWireValue("high-ish"); _ = Enum.Parse<Color>("RED"); _ = item with { Color = (Color)99, Colors = new Color[2], Ratio = 7 };
                if (await client.AddItemResultAsync(item) is AddItemResult.Created c) Console.WriteLine(c.Body); await Task.WhenAll(new[] { item }.Select(x => client.AddItemResultAsync(x)));
                var response = await http.PostAsJsonAsync("https://api.shop.example/v1/items", item); response.EnsureSuccessStatusCode(); var added = await response.Content.ReadFromJsonAsync<Item>();
                return await client.GetItemResultAsync(Guid.Parse("x")) switch { GetItemResult.Ok { Body: var b } => b.Name.Length, GetItemResult.NotFound => 0 };
            }
        }
        """";

    [Fact]
    public async Task The_file_itself_has_something_for_every_rule()
    {
        var diagnostics = await AnalyzerVerifier.RunAsync(s_rules, ShopClient.Referenced, Sample);
        Assert.Equal(s_rules.SelectMany(rule => rule.SupportedDiagnostics).Select(descriptor => descriptor.Id).Order(StringComparer.Ordinal), diagnostics.Select(diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_prefix_of_a_file() =>
        Assert.NotEqual(0, await AnalyzerVerifier.RequireNoCrashAsync(s_rules, ShopClient.Referenced, Prefixes(31)));

    [Fact]
    public async Task A_file_without_any_one_of_its_tokens() => Assert.NotEqual(0, await AnalyzerVerifier.RequireNoCrashAsync(s_rules, ShopClient.Referenced, CSharpSyntaxTree.ParseText(Sample, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken).DescendantTokens()
        .Where((token, index) => index % 13 == 0 && token.Span.Length > 0)
        .Select(token => Sample.Remove(token.SpanStart, token.Span.Length))));

    [Fact]
    public async Task Fixes_in_prefixes_of_a_file()
    {
        (DiagnosticAnalyzer, CodeFixProvider)[] cures =
        [
            (new RetryAfterAnalyzer(), new RetryAfterFixer()), (new HandWrittenRequestAnalyzer(), new HandWrittenRequestFixer()), (new DeprecatedAnalyzer(), new DeprecatedFixer()),
            (new WrongDirectionAnalyzer(), new WrongDirectionFixer()), (new OpenAnswerAnalyzer(), new OpenAnswerFixer()), (new DroppedResultAnalyzer(), new DroppedResultFixer()),
        ];
        foreach (var (rule, cure) in cures)
        {
            var offered = 0;
            foreach (var prefix in Prefixes(509).Append(Sample))
                offered += await CodeFixVerifier.RequireNoCrashAsync(rule, cure, ShopClient.Referenced, prefix);
            Assert.NotEqual(0, offered);
        }
    }

    private static IEnumerable<string> Prefixes(int step)
    {
        for (var length = 0; length < Sample.Length; length += step)
            yield return Sample[..length];
    }
}
