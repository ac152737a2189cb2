using Microsoft.CodeAnalysis;
using Specular.Analyzers.Rules;
using Specular.Testing.Analyzers;

namespace Specular.Analyzers.Tests;

/// <summary>SPEC115: operations that answer in pages, of which only the first is read.</summary>
public class FirstPageTests
{
    private static Task Body(string body, params string[] messages) => ShopClient.BodyAsync<FirstPageAnalyzer>(body, messages);

    [Fact]
    public Task Names_what_leads_to_the_next_page() => Body(
        "var page = await client.[|ListOrdersAsync|](); foreach (var order in page.Orders) Console.WriteLine(order);",
        "'ListOrdersAsync' answers in pages, and 'Records.Cursor', which leads to the next one, is not looked at. Give it to 'cursor' until there is none, or say how many items you want.");

    [Theory]
    [InlineData("foreach (var order in (await client.[|ListOrdersAsync|]()).Orders) Console.WriteLine(order);")]
    [InlineData("var orders = (await client.[|ListOrdersAsync|](state: unknown)).Orders;")]
    [InlineData("var page = await client.[|ListOrdersAsync|](state: unknown); Console.WriteLine(page.Orders.Count + page.Total);")]
    public Task Reported(string body) => Body(body);

    [Theory]
    [InlineData("var page = await client.ListOrdersAsync(); Console.WriteLine(page.Orders.Count + page.Records?.Cursor);")]
    [InlineData("var page = await client.ListOrdersAsync(); var next = page.Records; Console.WriteLine(page.Orders);")]
    [InlineData("var page = await client.ListOrdersAsync(limit: 1); Console.WriteLine(page.Orders);")]
    [InlineData("var page = await client.ListOrdersAsync(cursor: unknown); Console.WriteLine(page.Orders);")]
    [InlineData("while (true) { var page = await client.ListOrdersAsync(); Console.WriteLine(page.Orders); }")]
    [InlineData("var page = await client.ListOrdersAsync(); Console.WriteLine(page);")]
    [InlineData("var page = await client.ListOrdersAsync(); Console.WriteLine(page.Total);")]
    [InlineData("await client.ListOrdersAsync();")]
    [InlineData("var items = await client.ListItemsAsync(); Console.WriteLine(items.Count);")]
    public Task Not_reported(string body) => Body(body);

    [Fact]
    public async Task It_is_a_hint()
    {
        var diagnostics = await AnalyzerVerifier.RunAsync([new FirstPageAnalyzer()], ShopClient.Referenced, ShopClient.InMethod("_ = (await client.ListOrdersAsync()).Orders;"));
        Assert.Equal([DiagnosticSeverity.Info], diagnostics.Select(diagnostic => diagnostic.Severity));
    }
}
