using Microsoft.CodeAnalysis;
using Specular.Analyzers.Rules;
using Specular.CodeFixes;
using Specular.Testing.Analyzers;
using Specular.Testing.Generator;

namespace Specular.Analyzers.Tests;

/// <summary>SPEC109: requests by hand that the client has a method for.</summary>
public class HandWrittenRequestTests
{
    private static Task Body(string body, params string[] messages) => ShopClient.BodyAsync<HandWrittenRequestAnalyzer>(body, messages);

    [Fact]
    public Task Names_the_operation_and_the_method() => Body(
        "await http.PostAsync([|\"https://api.shop.example/v1/items\"|], null); await http.GetStringAsync([|$\"https://api.shop.example/v1/items/{unknown}\"|]);",
        "'POST /items' is an operation of the description: call 'ShopClient.AddItemAsync', which knows its parameters, answers and errors",
        "'GET /items/{itemId}' is an operation of the description: call 'ShopClient.GetItemAsync', which knows its parameters, answers and errors");

    [Theory]
    [InlineData("await http.GetAsync([|\"https://api.shop.example/v1/items\"|]);")]
    [InlineData("await http.GetAsync([|\"https://api.shop.example/v1/items?limit=5\"|]);")]
    [InlineData("await http.GetAsync([|$\"https://api.shop.example/v1/items?limit={unknown}\"|]);")]
    [InlineData("await http.GetAsync([|\"https://api.shop.example/v1/items?limit=\" + unknown|]);")]
    [InlineData("await http.GetAsync([|\"HTTPS://API.shop.example:443/v1/items\"|]);")]
    [InlineData("await http.GetAsync([|\"http://eu.shop.example:8080/v1/items\"|]);")]
    [InlineData("await http.GetAsync([|new Uri(\"https://api.shop.example/v1/items\")|]);")]
    [InlineData("var uri = new Uri(\"https://api.shop.example/v1/items\", UriKind.Absolute); await http.GetAsync([|uri|]);")]
    [InlineData("const string root = \"https://api.shop.example/v1\"; await http.GetAsync([|$\"{root}/items\"|]);")]
    [InlineData("var root = \"https://api.shop.example/v1\"; var url = root + \"/items/\" + unknown; await http.DeleteAsync([|url|]);")]
    [InlineData("await http.GetStreamAsync([|\"https://api.shop.example/v1/items\"|]); await http.GetByteArrayAsync([|\"https://api.shop.example/v1/items/export.csv\"|]);")]
    [InlineData("await http.PutAsJsonAsync([|\"https://api.shop.example/v1/items/7/parts/8\"|], new { });")]
    [InlineData("_ = await http.GetFromJsonAsync<Item>([|\"https://api.shop.example/v1/items/7\"|]);")]
    [InlineData("await http.PostAsync([|\"https://files.shop.example/uploads\"|], null);")]
    [InlineData("await http.SendAsync(new HttpRequestMessage(HttpMethod.Delete, [|$\"https://api.shop.example/v1/items/{unknown}\"|]));")]
    [InlineData("using var request = new HttpRequestMessage(new HttpMethod(\"PUT\"), [|\"https://api.shop.example/v1/shape\"|]);")]
    [InlineData("using var own = new HttpClient { BaseAddress = new Uri(\"https://api.shop.example/v1/\") }; await own.GetAsync([|\"items\"|]); await own.GetAsync([|\"/v1/items\"|]);")]
    [InlineData("using var own = new HttpClient(); own.BaseAddress = new Uri(\"https://api.shop.example\"); await own.GetAsync([|\"v1/items\"|]);")]
    public Task Reported(string body) => Body(body);

    [Fact]
    public Task Reported_through_members() => ShopClient.ClassAsync<HandWrittenRequestAnalyzer>("""
        const string Root = "https://api.shop.example/v1";
        static readonly HttpClient s_http = new() { BaseAddress = new Uri(Root + "/") };
        Task A(HttpClient http, Guid id) => http.DeleteAsync([|Root + "/items/" + id|]);
        Task B() => s_http.GetAsync([|"items"|]);
        Task C(HttpClient http, Guid id) => http.DeleteAsync([|Url(id)|]);
        private static string Url(Guid id) => $"{Root}/items/{id}";
        """);

    [Theory]
    [InlineData("await http.GetAsync(\"https://api.other.example/v1/items\");")]
    [InlineData("await http.GetAsync(\"https://api.shop.example/v2/items\");")]
    [InlineData("await http.GetAsync(\"https://api.shop.example/items\");")]
    [InlineData("await http.GetAsync(\"https://api.shop.example:8443/v1/items\");")]
    [InlineData("await http.GetAsync(\"https://api.shop.example.evil.example/v1/items\");")]
    [InlineData("await http.GetAsync(\"https://api.shop.example/v1/items/\");")]
    [InlineData("await http.GetAsync(\"https://api.shop.example/v1/Items\");")]
    [InlineData("await http.GetAsync(\"https://api.shop.example/v1/items/7/prices\");")]
    [InlineData("await http.GetAsync(\"https://api.shop.example/v1\");")]
    [InlineData("await http.PatchAsync(\"https://api.shop.example/v1/items\", null);")]
    [InlineData("await http.PostAsync(\"https://api.shop.example/v1/uploads\", null);")]
    [InlineData("await http.GetAsync($\"https://{unknown}/v1/items\");")]
    [InlineData("await http.GetAsync($\"{unknown}/v1/items\");")]
    [InlineData("await http.GetAsync($\"https://api.shop.example/v1/{unknown}\");")]
    [InlineData("await http.GetAsync($\"https://api.shop.example/v1/items{unknown}\");")]
    [InlineData("await http.GetAsync(\"items\"); await http.GetAsync(\"/v1/items\"); await http.GetAsync(unknown);")]
    [InlineData("http.BaseAddress = new Uri(unknown); await http.GetAsync(\"items\");")]
    [InlineData("using var own = new HttpClient { BaseAddress = new Uri(\"https://api.shop.example/v1\") }; await own.GetAsync(\"items\");")]
    [InlineData("using var own = new HttpClient { BaseAddress = new Uri(\"https://api.other.example/v1/\") }; await own.GetAsync(\"items\");")]
    [InlineData("Console.WriteLine(\"https://api.shop.example/v1/items\");")]
    [InlineData("_ = new HttpRequestMessage(new HttpMethod(unknown), \"https://api.shop.example/v1/items\");")]
    [InlineData("_ = new HttpRequestMessage(); _ = new HttpRequestMessage { RequestUri = new Uri(\"https://api.shop.example/v1/items\") };")]
    [InlineData("await http.GetAsync(\"https://api.shop.example/v1/items/search\");")]
    [InlineData("await client.ListItemsAsync();")]
    public Task Not_reported(string body) => Body(body);

    [Fact]
    public async Task Methods_of_a_tag()
    {
        var run = GeneratorSession.Generate(
            new DescriptionFile("tags.yaml", """
                openapi: 3.1.0
                info: { title: Tags, version: '1' }
                servers: [{ url: https://tags.example }]
                paths:
                  /calls:
                    get: { operationId: listCalls, tags: [Calls], responses: { '204': { description: Done } } }
                """) { Namespace = "Tags", ClientName = "TagsClient", Grouping = "Tag" },
            new ConsumerProject { AssemblyName = "Tags.Client" });
        using var assembly = new MemoryStream();
        Assert.True(run.Compilation.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken).Success);
        await CodeFixVerifier.VerifyAsync(
            new HandWrittenRequestAnalyzer(),
            new HandWrittenRequestFixer(),
            new TestCode { References = [MetadataReference.CreateFromImage(assembly.ToArray())] },
            "class C { async System.Threading.Tasks.Task M(System.Net.Http.HttpClient http, Tags.TagsClient client) { await http.GetAsync([|\"https://tags.example/calls\"|]); } }",
            "class C { async System.Threading.Tasks.Task M(System.Net.Http.HttpClient http, Tags.TagsClient client) { await client.Calls.ListCallsAsync(); } }");
    }

    [Theory]
    [InlineData("await http.DeleteAsync([|$\"https://api.shop.example/v1/items/{item.Id!.Value}\"|]);", "await client.DeleteItemAsync(item.Id!.Value);")]
    [InlineData("await http.DeleteAsync([|$\"https://api.shop.example/v1/items/{item.Id!.Value}\"|]).ConfigureAwait(false);", "await client.DeleteItemAsync(item.Id!.Value).ConfigureAwait(false);")]
    [InlineData("await http.PostAsJsonAsync([|\"https://api.shop.example/v1/items\"|], item, stop);", "await client.AddItemAsync(item, stop);")]
    [InlineData("await http.PostAsync([|\"https://api.shop.example/v1/items\"|], JsonContent.Create(item));", "await client.AddItemAsync(item);")]
    [InlineData("await http.PostAsync([|\"https://files.shop.example/uploads\"|], null);", "await client.StartUploadAsync();")]
    [InlineData("var all = await http.GetFromJsonAsync<IReadOnlyList<Item>>([|\"https://api.shop.example/v1/items\"|], stop);", "var all = await client.ListItemsAsync(cancellationToken: stop);")]
    [InlineData("var one = await http.GetFromJsonAsync<Item>([|$\"https://api.shop.example/v1/items/{Guid.Empty}\"|]);", "var one = await client.GetItemAsync(Guid.Empty);")]
    [InlineData(
        "var response = await http.PutAsJsonAsync([|$\"https://api.shop.example/v1/items/{Guid.Empty}/parts/{Uri.EscapeDataString(unknown)}\"|], order);\n        response.EnsureSuccessStatusCode();\n        var put = await response.Content.ReadFromJsonAsync<Order>();",
        "var put = await client.PutPartAsync(Guid.Empty, unknown, order);")]
    [InlineData(
        "using var response = await http.PostAsJsonAsync([|\"https://api.shop.example/v1/items\"|], item);\n        var added = await response.Content.ReadFromJsonAsync<Item>();",
        "var added = await client.AddItemAsync(item);")]
    [InlineData(
        "var response = await http.PostAsJsonAsync([|\"https://api.shop.example/v1/items\"|], item);\n        response.EnsureSuccessStatusCode();",
        "await client.AddItemAsync(item);")]
    public Task Calls_the_method(string body, string expected) => ShopClient.FixBodyAsync<HandWrittenRequestAnalyzer, HandWrittenRequestFixer>(Declared + body, Declared + expected);

    [Theory]
    [InlineData("await http.DeleteAsync([|$\"https://api.shop.example/v1/items/{unknown}\"|]);")]
    [InlineData("await http.PostAsJsonAsync([|\"https://api.shop.example/v1/items\"|], new { name = unknown });")]
    [InlineData("await http.PostAsync([|\"https://api.shop.example/v1/items\"|], new StringContent(unknown));")]
    [InlineData("await http.GetAsync([|\"https://api.shop.example/v1/items?limit=5\"|]);")]
    [InlineData("var text = await http.GetStringAsync([|\"https://api.shop.example/v1/items\"|]);")]
    [InlineData("var all = await http.GetFromJsonAsync<Item[]>([|\"https://api.shop.example/v1/items\"|]);")]
    [InlineData("var response = await http.PostAsJsonAsync([|\"https://api.shop.example/v1/items\"|], item); if (response.IsSuccessStatusCode) { }")]
    [InlineData("var response = await http.PostAsJsonAsync([|\"https://api.shop.example/v1/items\"|], item); Console.WriteLine(response.StatusCode); var added = await response.Content.ReadFromJsonAsync<Item>();")]
    [InlineData("using var request = new HttpRequestMessage(HttpMethod.Post, [|\"https://api.shop.example/v1/items\"|]);")]
    [InlineData("await http.PostAsJsonAsync([|\"https://api.shop.example/v1/items\"|], item, new System.Text.Json.JsonSerializerOptions());")]
    [InlineData("ShopClient other = client; await http.PostAsJsonAsync([|\"https://api.shop.example/v1/items\"|], item);")]
    public Task Offers_nothing_where_more_than_the_method_does_is_asked(string body) => ShopClient.NoFixAsync<HandWrittenRequestAnalyzer, HandWrittenRequestFixer>(Declared + body);

    private const string Declared = "System.Threading.CancellationToken stop = default; Order order = null!; ";
}
