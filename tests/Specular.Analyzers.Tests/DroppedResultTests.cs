using Specular.Analyzers.Rules;
using Specular.CodeFixes;

namespace Specular.Analyzers.Tests;

/// <summary>SPEC105: a task or result that is dropped, or of which only the success is looked at.</summary>
public class DroppedResultTests
{
    private static Task Body(string body, params string[] messages) => ShopClient.BodyAsync<DroppedResultAnalyzer>(body, messages);

    private static Task Members(string members, params string[] messages) => ShopClient.ClassAsync<DroppedResultAnalyzer>(members, messages);

    [Fact]
    public Task A_result_that_is_dropped() => Body(
        "await client.[|DeleteItemResultAsync|](default); await client.[|AddItemResultAsync|](item).ConfigureAwait(false);",
        "The result of 'DeleteItemResultAsync' is dropped, and with it every failure. Call 'DeleteItemAsync', which throws, or look at it.",
        "The result of 'AddItemResultAsync' is dropped, and with it every failure. Call 'AddItemAsync', which throws, or look at it.");

    [Fact]
    public Task A_task_that_is_dropped() => Members(
        """
        void Run(ShopClient client) { client.[|DeleteItemAsync|](default); }
        void Short(ShopClient client) => client.[|DeleteItemResultAsync|](default).ConfigureAwait(false);
        Action Lambda(ShopClient client) => () => client.[|DeleteItemAsync|](default);
        async Task Nested(ShopClient client) { await Task.Run(() => { client.[|DeleteItemAsync|](default); }); }
        """,
        "The task of 'DeleteItemAsync' is dropped: nobody learns whether it fails. Await it, or hand it on.",
        "The task of 'DeleteItemResultAsync' is dropped: nobody learns whether it fails. Await it, or hand it on.",
        "The task of 'DeleteItemAsync' is dropped: nobody learns whether it fails. Await it, or hand it on.",
        "The task of 'DeleteItemAsync' is dropped: nobody learns whether it fails. Await it, or hand it on.");

    [Theory]
    [InlineData("client.[|DeleteItemResultAsync|](default).Wait();")]
    [InlineData("client.[|DeleteItemResultAsync|](default).GetAwaiter().GetResult();")]
    [InlineData("await Task.WhenAll(client.DeleteItemAsync(default), client.[|AddItemResultAsync|](item), client.[|DeleteItemResultAsync|](default));")]
    [InlineData("await Task.WhenAll(new[] { item }.Select(i => client.[|AddItemResultAsync|](i)));")]
    [InlineData("Func<Task> f = async () => await client.[|DeleteItemResultAsync|](default); await f();")]
    [InlineData("var task = client.[|DeleteItemAsync|](default);")]
    [InlineData("var result = await client.[|AddItemResultAsync|](item);")]
    [InlineData("var r = await client.AddItemResultAsync(item); var body = ([|(AddItemResult.Created)r|]).Body;")]
    public Task Dropped_in_other_ways(string body) => Body(body);

    [Fact]
    public Task Only_the_success_is_looked_at() => Body(
        """
        var r = await client.AddItemResultAsync(item);
                if ([|r is AddItemResult.Created c|])
                    Console.WriteLine(c.Body);
                if ([|await client.AddItemResultAsync(item) is AddItemResult.Created { Body: var b }|])
                {
                    var name = b.Name;
                    Console.WriteLine(name);
                }
                if ([|await client.DeleteItemResultAsync(default) is DeleteItemResult.NoContent|])
                    Console.WriteLine("gone");
        """,
        "Only the success of 'AddItemResultAsync' is looked at; 'Conflict' or 'Undeclared' passes in silence. Add an 'else', or 'switch' over the result.",
        "Only the success of 'AddItemResultAsync' is looked at; 'Conflict' or 'Undeclared' passes in silence. Add an 'else', or 'switch' over the result.",
        "Only the success of 'DeleteItemResultAsync' is looked at; 'Undeclared' passes in silence. Add an 'else', or 'switch' over the result.");

    [Fact]
    public Task A_cast_to_the_success() => Body(
        "_ = ([|(AddItemResult.Created)await client.AddItemResultAsync(item)|]).Body; _ = ([|await client.AddItemResultAsync(item) as AddItemResult.Created|])!.Body;",
        "The cast takes the success of 'AddItemResultAsync' for granted; 'Conflict' or 'Undeclared' ends in an exception that does not tell what the server said. Call 'AddItemAsync', or 'switch' over the result.",
        "The cast takes the success of 'AddItemResultAsync' for granted; 'Conflict' or 'Undeclared' ends in an exception that does not tell what the server said. Call 'AddItemAsync', or 'switch' over the result.");

    [Theory]
    [InlineData("await client.DeleteItemAsync(default);")]
    [InlineData("await client.AddItemAsync(item);")]
    [InlineData("_ = client.DeleteItemAsync(default);")]
    [InlineData("_ = await client.DeleteItemResultAsync(default);")]
    [InlineData("var task = client.DeleteItemAsync(default); await task;")]
    [InlineData("await Task.WhenAll(client.DeleteItemAsync(default), client.AddItemAsync(item));")]
    [InlineData("var all = await Task.WhenAll(client.AddItemResultAsync(item), client.AddItemResultAsync(item)); Console.WriteLine(all.Length);")]
    [InlineData("await Task.WhenAll(new[] { item }.Select(i => client.AddItemAsync(i)));")]
    [InlineData("await Task.WhenAll(new[] { item }.Select(async i => { var r = await client.AddItemResultAsync(i); Console.WriteLine(r); }));")]
    [InlineData("var _ = client.DeleteItemAsync(default);")]
    [InlineData("var __ = await client.DeleteItemResultAsync(default);")]
    [InlineData("var r = await client.AddItemResultAsync(item); Console.WriteLine(r.StatusCode); var body = ((AddItemResult.Created)r).Body;")]
    [InlineData("var added = await client.AddItemAsync(item);")]
    [InlineData("Func<Task> f = () => client.DeleteItemAsync(default); await f();")]
    [InlineData("client.DeleteItemAsync(default).Wait();")]
    [InlineData("if (await client.AddItemResultAsync(item) is AddItemResult.Created c) Console.WriteLine(c.Body); else Console.WriteLine(\"no\");")]
    [InlineData("if (await client.AddItemResultAsync(item) is not AddItemResult.Created) throw new Exception();")]
    [InlineData("if (await client.AddItemResultAsync(item) is AddItemResult.Created) return; throw new Exception();")]
    [InlineData("if (await client.AddItemResultAsync(item) is AddItemResult.Conflict) Console.WriteLine(\"there already\");")]
    [InlineData("Item? added = null; if (await client.AddItemResultAsync(item) is AddItemResult.Created c) added = c.Body;")]
    [InlineData("var n = 0; if (await client.DeleteItemResultAsync(default) is DeleteItemResult.NoContent) n++;")]
    [InlineData("var r = await client.AddItemResultAsync(item); if (r is AddItemResult.Created) Console.WriteLine(1); Console.WriteLine(r.StatusCode);")]
    [InlineData("var added = (await client.AddItemResultAsync(item) as AddItemResult.Created)?.Body;")]
    [InlineData("var created = await client.AddItemResultAsync(item) as AddItemResult.Created;")]
    [InlineData("var ok = await client.AddItemResultAsync(item) is AddItemResult.Created;")]
    [InlineData("while (true) { if (await client.AddItemResultAsync(item) is AddItemResult.Created) break; }")]
    public Task Not_reported(string body) => Body(body);

    [Fact]
    public async Task What_the_compiler_reports_itself_is_left_to_it() =>
        await Specular.Testing.Analyzers.AnalyzerVerifier.VerifyAsync(new DroppedResultAnalyzer(), ShopClient.Referenced, ShopClient.InMethod("client.DeleteItemAsync(default);"));

    [Fact]
    public Task Calls_the_method_that_throws() => ShopClient.FixBodyAsync<DroppedResultAnalyzer, DroppedResultFixer>(
        "await client.[|DeleteItemResultAsync|](default); await client.[|AddItemResultAsync|](item).ConfigureAwait(false); client.[|DeleteItemResultAsync|](default).Wait(); await Task.WhenAll(new[] { item }.Select(i => client.[|AddItemResultAsync|](i)));",
        "await client.DeleteItemAsync(default); await client.AddItemAsync(item).ConfigureAwait(false); client.DeleteItemAsync(default).Wait(); await Task.WhenAll(new[] { item }.Select(i => client.AddItemAsync(i)));");

    [Fact]
    public Task Offers_nothing_for_the_others() => ShopClient.NoFixAsync<DroppedResultAnalyzer, DroppedResultFixer>(
        "if ([|await client.DeleteItemResultAsync(default) is DeleteItemResult.NoContent|]) Console.WriteLine(1); _ = ([|(AddItemResult.Created)await client.AddItemResultAsync(item)|]).Body;");
}
