using Specular.Analyzers.Rules;
using Specular.CodeFixes;

namespace Specular.Analyzers.Tests;

/// <summary>SPEC114: bodies of answers that are left open.</summary>
public class OpenAnswerTests
{
    private static Task Body(string body, params string[] messages) => ShopClient.BodyAsync<OpenAnswerAnalyzer>(body, messages);

    [Fact]
    public Task Says_what_holds_the_connection() => Body(
        "var csv = await client.[|ExportItemsAsync|](); await csv.CopyToAsync(System.IO.Stream.Null); await client.[|ExportItemsAsync|](); var orders = await client.[|WatchOrdersAsync|]();",
        "The answer of 'ExportItemsAsync' holds its connection until its body has been read or is disposed, and it is not disposed. Declare it with 'using'.",
        "The answer of 'ExportItemsAsync' holds its connection until its body has been read or is disposed, and its body is dropped. Read it, and dispose it.",
        "The answer of 'WatchOrdersAsync' holds its connection until its body has been read or is disposed, and its items are not read. Read them with 'await foreach'.");

    [Theory]
    [InlineData("var csv = await client.[|ExportItemsAsync|]().ConfigureAwait(false); var first = csv.ReadByte();")]
    [InlineData("System.IO.Stream csv = await client.[|ExportItemsAsync|]();")]
    [InlineData("await (await client.[|ExportItemsAsync|]()).CopyToAsync(System.IO.Stream.Null);")]
    [InlineData("await client.[|WatchOrdersAsync|]();")]
    public Task Reported(string body) => Body(body);

    [Theory]
    [InlineData("using var csv = await client.ExportItemsAsync(); await csv.CopyToAsync(System.IO.Stream.Null);")]
    [InlineData("await using var csv = await client.ExportItemsAsync(); await csv.CopyToAsync(System.IO.Stream.Null);")]
    [InlineData("using (var csv = await client.ExportItemsAsync()) await csv.CopyToAsync(System.IO.Stream.Null);")]
    [InlineData("await using (var csv = await client.ExportItemsAsync()) { csv.ReadByte(); }")]
    [InlineData("using (await client.ExportItemsAsync()) { }")]
    [InlineData("var csv = await client.ExportItemsAsync(); using (csv) { csv.ReadByte(); }")]
    [InlineData("var csv = await client.ExportItemsAsync(); try { csv.ReadByte(); } finally { csv.Dispose(); }")]
    [InlineData("var csv = await client.ExportItemsAsync(); await using (csv.ConfigureAwait(false)) { csv.ReadByte(); }")]
    [InlineData("var csv = await client.ExportItemsAsync(); using var reader = new System.IO.StreamReader(csv);")]
    [InlineData("var csv = await client.ExportItemsAsync(); Use(csv); void Use(System.IO.Stream s) => s.Dispose();")]
    [InlineData("async Task<System.IO.Stream> Open() { var csv = await client.ExportItemsAsync(); csv.ReadByte(); return csv; } await Open();")]
    [InlineData("System.IO.Stream? kept = null; kept = await client.ExportItemsAsync(); kept.ReadByte();")]
    [InlineData("(await client.ExportItemsAsync()).Dispose(); await (await client.ExportItemsAsync()).DisposeAsync();")]
    [InlineData("var text = await new System.IO.StreamReader(await client.ExportItemsAsync()).ReadToEndAsync();")]
    [InlineData("await foreach (var order in await client.WatchOrdersAsync()) { }")]
    [InlineData("var orders = await client.WatchOrdersAsync(); await foreach (var order in orders) { }")]
    [InlineData("var items = await client.ListItemsAsync(); await client.DeleteItemAsync(default);")]
    [InlineData("var body = await http.GetStreamAsync(unknown); body.ReadByte();")]
    public Task Not_reported(string body) => Body(body);

    [Fact]
    public Task Declares_it_with_using() => ShopClient.FixBodyAsync<OpenAnswerAnalyzer, OpenAnswerFixer>(
        "var csv = await client.[|ExportItemsAsync|](); await csv.CopyToAsync(System.IO.Stream.Null); System.IO.Stream more = await client.[|ExportItemsAsync|](); more.ReadByte();",
        "using var csv = await client.ExportItemsAsync(); await csv.CopyToAsync(System.IO.Stream.Null); using System.IO.Stream more = await client.ExportItemsAsync(); more.ReadByte();");

    [Fact]
    public Task Offers_nothing_where_there_is_no_variable() => ShopClient.NoFixAsync<OpenAnswerAnalyzer, OpenAnswerFixer>(
        "await client.[|ExportItemsAsync|](); switch (1) { case 1: var csv = await client.[|ExportItemsAsync|](); csv.ReadByte(); break; }");
}
