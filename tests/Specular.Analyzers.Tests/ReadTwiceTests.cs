using Specular.Analyzers.Rules;

namespace Specular.Analyzers.Tests;

/// <summary>SPEC116: items of an answer that are read a second time.</summary>
public class ReadTwiceTests
{
    private const string Open = "var orders = await client.WatchOrdersAsync(); ";

    private static Task Body(string body, params string[] messages) => ShopClient.BodyAsync<ReadTwiceAnalyzer>(body, messages);

    [Fact]
    public Task Says_that_they_are_there_once() => Body(
        Open + "await foreach (var a in orders) { } await foreach (var b in [|orders|]) { }",
        "The items of 'WatchOrdersAsync' are read as they come, and are there once: this reads them a second time, and finds none. Keep them in a list, or call the operation again.");

    [Theory]
    [InlineData("await foreach (var a in orders) { if (flag) break; } if (flag) { await foreach (var b in [|orders|]) { } }")]
    [InlineData("await foreach (var a in orders.WithCancellation(default)) { } await foreach (var b in [|orders.ConfigureAwait(false)|]) { }")]
    [InlineData("foreach (var i in new[] { 1, 2 }) { await foreach (var a in [|orders|]) { } }")]
    [InlineData("while (true) { await foreach (var a in [|orders|]) { } }")]
    public Task Reported(string body) => Body(Open + body);

    [Theory]
    [InlineData("await foreach (var a in orders) { }")]
    [InlineData("if (flag) { await foreach (var a in orders) { } } else { await foreach (var b in orders) { } }")]
    [InlineData("if (flag) { await foreach (var a in orders) { } return; } await foreach (var b in orders) { }")]
    [InlineData("if (flag) { await foreach (var a in orders) { return; } } await foreach (var b in orders) { }")]
    [InlineData("await foreach (var a in orders) { } orders = await client.WatchOrdersAsync(); await foreach (var b in orders) { }")]
    [InlineData("while (true) { await foreach (var a in orders) { } break; }")]
    [InlineData("while (true) { var own = await client.WatchOrdersAsync(); await foreach (var a in own) { } }")]
    [InlineData("while (true) { await foreach (var a in await client.WatchOrdersAsync()) { } }")]
    [InlineData("var all = new List<Order>(); await foreach (var a in orders) all.Add(a); foreach (var b in all) { } foreach (var c in all) { }")]
    [InlineData("async Task First() { await foreach (var a in orders) { } } async Task Second() { await foreach (var b in orders) { } } if (flag) await First(); else await Second();")]
    public Task Not_reported(string body) => Body(Open + body);
}
