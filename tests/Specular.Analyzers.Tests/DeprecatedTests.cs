using Specular.Analyzers.Rules;
using Specular.CodeFixes;

namespace Specular.Analyzers.Tests;

/// <summary>SPEC111: what the description deprecates, where the compiler does not say so itself.</summary>
public class DeprecatedTests
{
    private static Task Body(string body, params string[] messages) => ShopClient.BodyAsync<DeprecatedAnalyzer>(body, messages);

    [Fact]
    public Task Names_what_is_deprecated_and_what_replaces_it() => Body(
        "await client.ListItemsAsync([|page: 2|]); await client.PutPartAsync(default, unknown, null!, [|trace: unknown|]); _ = LevelExtensions.FromWireValue([|\"high-ish\"|]); await http.GetStringAsync([|\"https://api.shop.example/v1/items/search\"|]);",
        "The description says that the parameter 'page' of 'GET /items' is deprecated. Use 'cursor'.",
        "The description says that the parameter 'trace' of 'PUT /items/{itemId}/parts/{partNumber}' is deprecated. Leave it out.",
        "The description says that the value 'high-ish' of 'Level' is deprecated. Use another of its values.",
        "The description says that the operation 'GET /items/search' is deprecated. Use 'ShopClient.ListItemsAsync'.");

    [Theory]
    [InlineData("await client.ListItemsAsync(1, null, [|2|]);")]
    [InlineData("await client.ListItemsResultAsync([|page: unknown.Length|], limit: 5);")]
    [InlineData("int? page = 2; await client.ListItemsAsync([|page: page|]);")]
    [InlineData("await client.ListItemsAsync([|page: default(int)|]);")]
    [InlineData("const string level = \"high-ish\"; _ = LevelExtensions.FromWireValue([|level|]);")]
    [InlineData("_ = Enum.Parse<Level>([|\"HighIsh\"|]);")]
    [InlineData("_ = new HttpRequestMessage(HttpMethod.Get, [|\"https://api.shop.example/v1/items/search?q=1\"|]);")]
    public Task Reported(string body) => Body(body);

    [Theory]
    [InlineData("await client.ListItemsAsync(limit: 5, cursor: unknown);")]
    [InlineData("await client.ListItemsAsync(page: null);")]
    [InlineData("await client.ListItemsAsync(page: default);")]
    [InlineData("_ = LevelExtensions.FromWireValue(\"high\"); _ = LevelExtensions.FromWireValue(unknown);")]
    [InlineData("void ListItems(int page) { } ListItems(page: 2);")]
    [InlineData("await http.GetStringAsync(\"https://other.example/v1/items/search\");")]
    [InlineData("await http.GetStringAsync(\"https://api.shop.example/v1/items\");")]
    public Task Not_reported(string body) => Body(body);

    [Theory]
    [InlineData("await client.SearchItemsAsync();")]
    [InlineData("_ = item.OldName;")]
    [InlineData("_ = item with { OldName = unknown };")]
    [InlineData("_ = Level.HighIsh;")]
    public async Task What_the_compiler_says_is_not_said_twice(string body)
    {
        await Body(body);
        Assert.Equal(["CS0618"], await Specular.Testing.Analyzers.AnalyzerVerifier.CompilerWarningsAsync([new CoveredSwitchSuppressor()], ShopClient.Referenced, ShopClient.InMethod(body)));
    }

    [Fact]
    public Task Gives_the_value_to_the_parameter_that_replaces_it() => ShopClient.FixBodyAsync<DeprecatedAnalyzer, DeprecatedFixer>(
        "await client.PutPartAsync(default, unknown, null!, [|sort: unknown|]); await client.PutPartResultAsync(default, unknown, null!, [|sort: \"name\"|]);",
        "await client.PutPartAsync(default, unknown, null!, orderBy: unknown); await client.PutPartResultAsync(default, unknown, null!, orderBy: \"name\");");

    [Fact]
    public Task Offers_nothing_where_the_types_differ_or_both_are_given() => ShopClient.NoFixAsync<DeprecatedAnalyzer, DeprecatedFixer>(
        "await client.ListItemsAsync([|page: 2|]); await client.PutPartAsync(default, unknown, null!, [|unknown|]); await client.PutPartAsync(default, unknown, null!, [|sort: unknown|], orderBy: unknown);");
}
