using Specular.Analyzers.Rules;
using Specular.CodeFixes;

namespace Specular.Analyzers.Tests;

/// <summary>SPEC112: readOnly properties in requests, writeOnly ones in answers.</summary>
public class WrongDirectionTests
{
    private static Task Body(string body, params string[] messages) => ShopClient.BodyAsync<WrongDirectionAnalyzer>(body, messages);

    [Fact]
    public Task Says_who_sends_it() => Body(
        "await client.AddItemAsync(new Item { Name = unknown, [|Id|] = Guid.NewGuid() }); var account = await client.OpenAccountAsync(new Account { User = unknown }); _ = account.[|Pin|];",
        "'Id' is sent by the server only: a request that has it is refused, or it is ignored. Leave it out.",
        "'Pin' is sent to the server only: no answer has it. Use the value that was sent.");

    [Theory]
    [InlineData("await client.AddItemResultAsync(new() { [|Id|] = default(Guid), Name = unknown, [|Revision|] = 5 });")]
    [InlineData("await client.AddItemAsync(item with { [|Revision|] = 5 });")]
    [InlineData("var made = new Item { Name = unknown, [|Revision|] = 5 }; await client.AddItemAsync(made);")]
    [InlineData("Item made; made = new Item { Name = unknown, [|Revision|] = 5 }; await client.AddItemAsync(made);")]
    [InlineData("await client.PutPartAsync(default, unknown, new Order { Lines = [new Item { Name = unknown, [|Revision|] = 1 }] });")]
    [InlineData("await client.PutPartAsync(default, unknown, new Order { Lines = new[] { item with { [|Id|] = Guid.Empty } }, [|Number|] = unknown });")]
    [InlineData("await client.PutPartAsync(default, unknown, new Order { Lines = new List<Item> { new() { Name = unknown, [|Revision|] = 1 } } });")]
    [InlineData("await client.PutPartAsync(default, unknown, new Order { Lines = [], Owner = new Account { User = unknown, [|SecretNote|] = unknown } });")]
    [InlineData("var line = new Item { Name = unknown, [|Revision|] = 1 }; var order = new Order { Lines = [line] }; await client.PutPartAsync(default, unknown, order);")]
    [InlineData("await client.AddItemAsync(flag ? item : new Item { Name = unknown, [|Revision|] = 1 });")]
    public Task Set_in_a_request(string body) => Body(body);

    [Theory]
    [InlineData("_ = (await client.OpenAccountAsync(null!)).[|Password|];")]
    [InlineData("_ = (await client.OpenAccountAsync(null!).ConfigureAwait(false)).[|Pin|]?.Length;")]
    [InlineData("if (await client.OpenAccountResultAsync(null!) is OpenAccountResult.Ok ok) { _ = ok.Body.[|Pin|]; }")]
    [InlineData("if (await client.OpenAccountAsync(null!) is { [|Pin|]: { } pin }) { }")]
    [InlineData("var order = await client.PutPartAsync(default, unknown, null!); _ = order.Owner?.[|Pin|];")]
    [InlineData("var order = await client.PutPartAsync(default, unknown, null!); var owner = order.Owner!; _ = owner.[|Pin|];")]
    [InlineData("var text = await client.OpenAccountResultAsync(null!) switch { OpenAccountResult.Ok { Body: var a } => a.[|Pin|], _ => null };")]
    public Task Read_from_an_answer(string body) => Body(body);

    [Fact]
    public Task Read_through_a_helper() => ShopClient.ClassAsync<WrongDirectionAnalyzer>("""
        async Task<string?> Use(ShopClient client) => Pin(await OpenAsync(client));
        private static async Task<Account> OpenAsync(ShopClient client) => await client.OpenAccountAsync(null!);
        private static string? Pin(Account account) => account.[|Pin|];
        public string? Other(Account account) => account.Pin;
        """);

    [Theory]
    [InlineData("await client.AddItemAsync(new Item { Name = unknown });")]
    [InlineData("await client.AddItemAsync(item);")]
    [InlineData("await client.AddItemAsync(item with { Id = null, Revision = default });")]
    [InlineData("var answer = new Item { Name = unknown, Id = Guid.NewGuid(), Revision = 5 }; Console.WriteLine(answer);")]
    [InlineData("var json = System.Text.Json.JsonSerializer.Serialize(new Item { Name = unknown, Revision = 5 });")]
    [InlineData("var shown = new Item { Name = unknown, Revision = 5 }; await client.DeleteItemAsync(shown.Id!.Value);")]
    [InlineData("Item Fake() => new Item { Name = unknown, Revision = 5 }; Console.WriteLine(Fake());")]
    [InlineData("var expected = new Item { Name = unknown, Revision = 5 }; var same = await client.AddItemAsync(item) == expected;")]
    [InlineData("var account = new Account { User = unknown, Pin = unknown, Password = unknown }; await client.OpenAccountAsync(account); _ = account.Pin;")]
    [InlineData("var account = await client.OpenAccountAsync(null!); _ = account with { Pin = unknown };")]
    [InlineData("var account = await client.OpenAccountAsync(null!); _ = (account with { Pin = unknown }).Pin;")]
    [InlineData("var account = await client.OpenAccountAsync(null!); _ = account.SecretNote + nameof(account.Pin);")]
    [InlineData("var account = await client.OpenAccountAsync(null!); if (flag) account = new Account { User = unknown, Pin = unknown }; _ = account.Pin;")]
    [InlineData("_ = item.Id; _ = (await client.AddItemAsync(item)).Revision;")]
    public Task Not_reported(string body) => Body(body);

    [Theory]
    [InlineData("new Item { Name = unknown, [|Id|] = Guid.NewGuid() }", "new Item { Name = unknown }")]
    [InlineData("new Item { [|Id|] = Guid.NewGuid(), Name = unknown }", "new Item { Name = unknown }")]
    [InlineData("new Item { [|Id|] = Guid.NewGuid(), [|Revision|] = 5, Name = unknown }", "new Item { Name = unknown }")]
    [InlineData("new Item { [|Id|] = Guid.NewGuid(), Name = unknown, [|Revision|] = 5, }", "new Item { Name = unknown, }")]
    [InlineData("new Item { Name = unknown, [|Id|] = Guid.NewGuid(), [|Revision|] = 5, Code = null }", "new Item { Name = unknown, Code = null }")]
    [InlineData("item with { [|Revision|] = 5 }", "item with {  }")]
    public Task Leaves_out_what_only_the_server_sends(string value, string expected) =>
        ShopClient.FixBodyAsync<WrongDirectionAnalyzer, WrongDirectionFixer>($"await client.AddItemAsync({value});", $"await client.AddItemAsync({expected});");

    [Fact]
    public Task Offers_nothing_where_the_value_does_something_or_is_only_read() => ShopClient.NoFixAsync<WrongDirectionAnalyzer, WrongDirectionFixer>(
        "var n = 0; await client.AddItemAsync(item with { [|Revision|] = n++ }); _ = (await client.OpenAccountAsync(null!)).[|Pin|];");
}
