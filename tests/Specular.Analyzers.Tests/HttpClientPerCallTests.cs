using Microsoft.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Specular.Analyzers.Rules;
using Specular.Testing.Analyzers;

namespace Specular.Analyzers.Tests;

/// <summary>SPEC108: a client that gets an HttpClient of its own for each call.</summary>
public class HttpClientPerCallTests
{
    private static readonly TestCode s_web = ShopClient.Referenced with { References = [.. ShopClient.Referenced.References, .. TestCode.ReferencesBeside(typeof(IHost))] };

    [Fact]
    public Task Says_when_it_is_made_and_what_to_do() => Members(
        """
        public async Task AddAsync(Item item)
        {
            using var http = [|new HttpClient()|];
            await new ShopClient(http).AddItemAsync(item);
        }
        public async Task AddAsync(Item[] items)
        {
            foreach (var item in items)
                await new ShopClient([|new HttpClient()|]).AddItemAsync(item);
        }
        """,
        "'ShopClient' gets a new HttpClient each time 'AddAsync' is called: no connection is used twice, and under load the ports run out. Keep one, or take it from IHttpClientFactory.",
        "'ShopClient' gets a new HttpClient each time around the loop: no connection is used twice, and under load the ports run out. Keep one, or take it from IHttpClientFactory.");

    [Theory]
    [InlineData("var shop = new ShopClient([|new HttpClient()|]); return shop.AddItemAsync(item);")]
    [InlineData("var http = [|new HttpClient()|]; http.Timeout = default; var shop = new ShopClient(http, new ShopClientOptions()); return shop.AddItemAsync(item);")]
    [InlineData("var shop = new ShopClient([|new HttpClient { BaseAddress = new Uri(\"https://a\") }|]); return shop.AddItemAsync(item);")]
    [InlineData("var shop = new ShopClient([|new HttpClient(new HttpClientHandler())|]); return shop.AddItemAsync(item);")]
    [InlineData("var shop = new ShopClient([|new(new SocketsHttpHandler { MaxConnectionsPerServer = 2 })|]); return shop.AddItemAsync(item);")]
    [InlineData("using (var http = [|new HttpClient()|]) { return Use(new ShopClient(http)); }")]
    [InlineData("using var http = [|new HttpClient()|]; var shop = new ShopClient(http); return Use(shop);")]
    [InlineData("var shop = new ShopClient(options: null, httpClient: [|new HttpClient()|]); return shop.AddItemAsync(item);")]
    public Task Methods(string body) => Members("public Task Add(Item item) { " + body + " } static Task Use(ShopClient shop) => Task.CompletedTask;");

    [Theory]
    [InlineData("while (true) { var shop = new ShopClient([|new HttpClient()|]); await shop.AddItemAsync(item); }")]
    [InlineData("for (var i = 0; i < 3; i++) { using var http = [|new HttpClient()|]; await new ShopClient(http).AddItemAsync(item); }")]
    [InlineData("await Task.WhenAll(new[] { item }.Select(async one => { foreach (var x in new[] { one }) await new ShopClient([|new HttpClient()|]).AddItemAsync(x); }));")]
    public Task Loops(string body) => AnalyzerVerifier.VerifyAsync(new HttpClientPerCallAnalyzer(), Program(ShopClient.Referenced), "using System;\nusing System.Linq;\nusing System.Net.Http;\nusing System.Threading.Tasks;\nusing Shop;\n\nItem item = null!;\n" + body + "\n");

    [Theory]
    [InlineData("public Task Add(Item item) => s_shop.AddItemAsync(item); static readonly ShopClient s_shop = new(new HttpClient());")]
    [InlineData("readonly ShopClient _shop = new(new HttpClient()); public Task Add(Item item) => _shop.AddItemAsync(item);")]
    [InlineData("readonly ShopClient _shop; Code() { _shop = new ShopClient(new HttpClient()); }")]
    [InlineData("ShopClient? _shop; public Task Add(Item item) { _shop ??= new ShopClient(new HttpClient()); return _shop.AddItemAsync(item); }")]
    [InlineData("ShopClient? _shop; void Open() { _shop = new ShopClient(new HttpClient()); }")]
    [InlineData("public ShopClient Create() => new(new HttpClient());")]
    [InlineData("public ShopClient Create() { var shop = new ShopClient(new HttpClient()); return shop; }")]
    [InlineData("public ShopClient Create() { var http = new HttpClient(); http.BaseAddress = new Uri(\"https://a\"); return new ShopClient(http); }")]
    [InlineData("public void Keep(List<ShopClient> all) { all.Add(new ShopClient(new HttpClient())); }")]
    [InlineData("public void Keep(List<ShopClient> all) { foreach (var a in new[] { \"https://a\" }) all.Add(new ShopClient(new HttpClient { BaseAddress = new Uri(a) })); }")]
    [InlineData("HttpClient? _http; public Task Add(Item item) { var http = new HttpClient(); _http = http; return new ShopClient(http).AddItemAsync(item); }")]
    [InlineData("public Task Add(Item item, HttpClient http) => new ShopClient(http).AddItemAsync(item);")]
    [InlineData("static readonly HttpClient s_http = new(); public Task Add(Item item) => new ShopClient(s_http).AddItemAsync(item);")]
    [InlineData("static readonly HttpClientHandler s_handler = new(); public Task Add(Item item) => new ShopClient(new HttpClient(s_handler, disposeHandler: false)).AddItemAsync(item);")]
    [InlineData("public Task Add(Item item, HttpMessageHandler handler) => new ShopClient(new HttpClient(handler)).AddItemAsync(item);")]
    [InlineData("public Task Add(Item item) => new ShopClient(new HttpClient(new Fake())).AddItemAsync(item); class Fake : HttpClientHandler { }")]
    [InlineData("public Task Add() { using var http = new HttpClient(); return http.GetAsync(\"https://other.example\"); }")]
    [InlineData("public Task RunAsync() => new ShopClient(new HttpClient()).DeleteItemAsync(default);")]
    [InlineData("public Func<Task> Later(Item item) => () => new ShopClient(new HttpClient()).AddItemAsync(item);")]
    [InlineData("readonly Lazy<ShopClient> _shop = new(() => new ShopClient(new HttpClient()));")]
    public Task Not_reported(string members) => Members(members);

    [Fact]
    public Task A_program_that_does_its_work_and_ends_may_make_one() => AnalyzerVerifier.VerifyAsync(new HttpClientPerCallAnalyzer(), Program(ShopClient.Referenced), """
        using System.Net.Http;
        using System.Threading.Tasks;
        using Shop;

        using var http = new HttpClient();
        await new ShopClient(http).DeleteItemAsync(default);
        await Command.RunOnceAsync();

        static class Command
        {
            public static Task RunOnceAsync() => new ShopClient(new HttpClient()).DeleteItemAsync(default);
        }
        """);

    // An editor may not know yet that the project makes a program.
    [Fact]
    public async Task Statements_of_a_program_run_once_whatever_the_project_is_said_to_make() => Assert.Equal(0, await AnalyzerVerifier.RequireNoCrashAsync([new HttpClientPerCallAnalyzer()], ShopClient.Referenced,
    [
        """
        using System.Net.Http;
        using Shop;

        using var http = new HttpClient();
        await new ShopClient(http).DeleteItemAsync(default);
        """,
    ]));

    [Fact]
    public Task A_test_may_make_one() => ShopClient.FileAsync<HttpClientPerCallAnalyzer>("""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Shop;

        namespace Xunit { class FactAttribute : Attribute { } }
        class Tests { [Xunit.Fact] public Task Adds() => Add(); Task Add() => new ShopClient(new HttpClient()).AddItemAsync(null!); }
        class Fixture { public Task Add() => new ShopClient(new HttpClient()).AddItemAsync(null!); }
        """);

    [Fact]
    public Task Handlers_of_requests() => AnalyzerVerifier.VerifyAsync(new HttpClientPerCallAnalyzer(), Program(s_web), """
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using System.Threading;
        using Shop;

        var builder = WebApplication.CreateBuilder();
        builder.Services.AddSingleton(_ => new ShopClient(new HttpClient()));
        var app = builder.Build();
        var shop = new ShopClient(new HttpClient());
        await shop.DeleteItemAsync(default);
        app.MapPost("/items", async (Item item) => await new ShopClient([|new HttpClient()|]).AddItemAsync(item));
        app.MapPost("/more", async (Item item) =>
        {
            using var http = [|new HttpClient()|];
            await new ShopClient(http).AddItemAsync(item);
        });

        class ItemsController : ControllerBase
        {
            [HttpPost] public Task Add(Item item) => new ShopClient([|new HttpClient()|]).AddItemAsync(item);
        }

        class Store
        {
            public Task Add(Item item) => new ShopClient([|new HttpClient()|]).AddItemAsync(item);
        }

        class Worker : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stop)
            {
                var shop = new ShopClient(new HttpClient());
                while (!stop.IsCancellationRequested)
                    await shop.DeleteItemAsync(default);
            }
        }
        """);

    private static TestCode Program(TestCode code) => code with { OutputKind = OutputKind.ConsoleApplication };

    private static Task Members(string members, params string[] messages) => ShopClient.ClassAsync<HttpClientPerCallAnalyzer>(members, messages);
}
