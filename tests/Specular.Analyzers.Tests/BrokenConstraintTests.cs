using Specular.Analyzers.Rules;
using Specular.Analyzers.Rules.Constraints;

namespace Specular.Analyzers.Tests;

/// <summary>SPEC104: a constant that breaks a constraint.</summary>
public class BrokenConstraintTests
{
    private static Task Body(string body, params string[] messages) => ShopClient.BodyAsync<BrokenConstraintAnalyzer>(body, messages);

    private static Task Set(string value, params string[] messages) => Body("_ = item with { " + value + " };", messages);

    [Theory]
    [InlineData("Name = [|\"x\"|]", "'Name' does not take this value: 'x' has 1 character, and at least 2 are needed")]
    [InlineData("Name = [|\"12345678901\"|]", "'Name' does not take this value: '12345678901' has 11 characters, and at most 10 are allowed")]
    [InlineData("Name = [|\"\"|]", "'Name' does not take this value: '' has 0 characters, and at least 2 are needed")]
    [InlineData("Code = [|\"ab-1\"|]", "'Code' does not take this value: 'ab-1' does not match the pattern '^[A-Z]{3}-\\d+$'")]
    [InlineData("Count = [|-5|]", "'Count' does not take this value: -5 is less than the minimum of 0")]
    [InlineData("Count = [|1000|]", "'Count' does not take this value: 1000 is not less than 1000")]
    [InlineData("Count = [|7|]", "'Count' does not take this value: 7 is no multiple of 5")]
    [InlineData("Price = [|0|]", "'Price' does not take this value: 0 is not greater than 0")]
    [InlineData("Price = [|1.005|]", "'Price' does not take this value: 1.005 is no multiple of 0.01")]
    [InlineData("Tags = [|[]|]", "'Tags' does not take this value: it has 0 items, and at least 1 is needed")]
    [InlineData("Tags = [|new[] { \"a\", \"b\", \"c\", \"d\" }|]", "'Tags' does not take this value: it has 4 items, and at most 3 are allowed")]
    [InlineData("Tags = [\"a\", [|\"a\"|]]", "'Tags' does not take this value: \"a\" is in it twice, and no item may be")]
    [InlineData("Codes = [\"ABC\", [|\"abc\"|]]", "'Codes' does not take this value: 'abc' does not match the pattern '^[A-Z]{3}$'")]
    [InlineData("Codes = new[] { [|\"ABCD\"|] }", "'Codes' does not take this value: 'ABCD' has 4 characters, and at most 3 are allowed")]
    [InlineData("Amounts = new List<long> { 1, [|0|] }", "'Amounts' does not take this value: 0 is less than the minimum of 1")]
    [InlineData("Mails = [[|\"me\"|]]", "'Mails' does not take this value: 'me' is no e-mail address (format 'email')")]
    [InlineData("Link = [|\"shop.example/x\"|]", "'Link' does not take this value: 'shop.example/x' is no URI: it has no scheme, such as 'https:' (format 'uri')")]
    [InlineData("Mail = [|\"me\"|]", "'Mail' does not take this value: 'me' is no e-mail address (format 'email')")]
    [InlineData("Address = [|\"1.2.3.256\"|]", "'Address' does not take this value: '1.2.3.256' is no IPv4 address (format 'ipv4')")]
    [InlineData("Host = [|\"https://a\"|]", "'Host' does not take this value: 'https://a' is no host name (format 'hostname')")]
    public Task Says_what_is_wrong(string value, string message) => Set(value, message);

    [Theory]
    [InlineData("await client.ListItemsAsync(limit: [|0|]);")]
    [InlineData("await client.ListItemsAsync([|500|]);")]
    [InlineData("await client.ListItemsResultAsync(cursor: [|\"123456789012345678901\"|]);")]
    [InlineData("const int many = 500; await client.ListItemsAsync(flag ? [|many|] : 5);")]
    [InlineData("var many = 500; await client.ListItemsAsync([|many|]);")]
    [InlineData("_ = item with { Name = [|$\"12345678901{unknown}\"|] };")]
    [InlineData("_ = item with { Name = [|\"123456\" + unknown + \"78901\"|] };")]
    [InlineData("_ = item with { Name = [|$\"{\"123456\"}78901{unknown}\"|] };")]
    [InlineData("_ = item with { Tags = [|new List<string>()|] };")]
    [InlineData("_ = item with { Tags = [|Array.Empty<string>()|] };")]
    [InlineData("_ = item with { Tags = new List<string> { unknown, \"a\", [|\"a\"|] } };")]
    [InlineData("_ = item with { Nickname = [|\"123456\"|] };")]
    [InlineData("_ = new Item { Name = unknown switch { \"a\" => [|\"b\"|], _ => \"good\" } };")]
    [InlineData("static string Short() => \"x\"; _ = item with { Name = [|Short()|] };")]
    [InlineData("static string Same(string x) => x; _ = item with { Name = [|Same(\"x\")|] };")]
    [InlineData("await client.GetItemAsync([|Guid.Parse(\"item-7\")|]); await client.DeleteItemAsync([|new Guid(\"7\")|]);")]
    [InlineData("_ = item with { Id = [|new(\"7\")|] };")]
    [InlineData("_ = item with { Slug = [|$\"My item {unknown}\"|] };")]
    [InlineData("_ = item with { Slug = [|\"a_\" + unknown|] };")]
    [InlineData("_ = item with { Link = [|$\"www.shop.example/{unknown}\"|] };")]
    [InlineData("_ = item with { Link = [|$\"https://shop.example/a b/{unknown}\"|] };")]
    [InlineData("_ = item with { Address = [|$\"127.0.0. {unknown}\"|] };")]
    public Task Reported(string body) => Body(body);

    [Theory]
    [InlineData("Name = \"ab\"")]
    [InlineData("Name = \"\\U0001F600\\U0001F600\\U0001F600\\U0001F600\\U0001F600\\U0001F600\"")]
    [InlineData("Name = unknown")]
    [InlineData("Name = $\"1234567890{unknown}\"")]
    [InlineData("Code = \"ABC-12\"")]
    [InlineData("Code = null")]
    [InlineData("Count = 0")]
    [InlineData("Count = 995")]
    [InlineData("Count = unknown.Length")]
    [InlineData("Price = 0.07")]
    [InlineData("Price = 19.99")]
    [InlineData("Tags = [\"a\", .. unknown.Split(',')]")]
    [InlineData("Tags = [.. unknown.Split(',')]")]
    [InlineData("Tags = [unknown, unknown]")]
    [InlineData("Codes = [\"ABC\", unknown, .. unknown.Split(',')]")]
    [InlineData("Codes = []")]
    [InlineData("Amounts = [1, unknown.Length]")]
    [InlineData("Mails = [\"me@home\"]")]
    [InlineData("Tags = [\"a\", \"A\"]")]
    [InlineData("Tags = new string[unknown.Length]")]
    [InlineData("Link = \"https://shop.example/{id}\"")]
    [InlineData("Link = \"urn:isbn:1\"")]
    [InlineData("Mail = \"me+you@localhost\"")]
    [InlineData("Address = \"127.0.0.1\"")]
    [InlineData("Host = \"shop_1.example.\"")]
    [InlineData("Nickname = null")]
    public Task Not_reported(string value) => Set(value);

    [Theory]
    [InlineData("_ = item with { Slug = $\"my-item-{unknown}\" };")]
    [InlineData("_ = item with { Slug = unknown + \"-7\" };")]
    [InlineData("_ = item with { Link = $\"{unknown}/items\" };")]
    [InlineData("_ = item with { Link = $\"https://{unknown}/items\" };")]
    [InlineData("_ = item with { Link = $\"mailto:{unknown}\" };")]
    [InlineData("_ = item with { Code = $\"abc-{unknown}\" };")]
    [InlineData("await client.GetItemAsync(Guid.Parse(\"123e4567e89b12d3a456426614174000\")); await client.GetItemAsync(Guid.Parse(unknown));")]
    [InlineData("var name = flag ? \"\" : \"long enough\"; if (name.Length > 0) _ = item with { Name = name };")]
    [InlineData("var limit = 500; while (limit > 100) { await client.ListItemsAsync(limit); break; }")]
    [InlineData("foreach (var limit in new[] { 5, 500 }.Where(l => l < 100)) await client.ListItemsAsync(limit);")]
    [InlineData("var first = new[] { 500, 5 }.First(l => l < 100); await client.ListItemsAsync(first);")]
    public Task Not_reported_where_the_value_is_not_certain(string body) => Body(body);

    [Fact]
    public Task Members_that_are_written_once() => ShopClient.ClassAsync<BrokenConstraintAnalyzer>("""
        const int Many = 500;
        static readonly string s_short = "x";
        readonly string _own = "x";
        public string Open { get; set; } = "x";
        static int Limit => 500;
        private Task List(ShopClient client, int limit) => client.ListItemsAsync(limit);
        async Task Use(ShopClient client, Item item)
        {
            await client.ListItemsAsync([|Many|]);
            await client.ListItemsAsync([|Limit|]);
            _ = new[] { item with { Name = [|s_short|] }, item with { Name = [|_own|] }, item with { Name = Open } };
            await List(client, 500);
        }
        """);

    [Fact]
    public Task A_collection_that_may_still_change_is_not_looked_at() => Body("var tags = new List<string>(); tags.Add(unknown); _ = item with { Tags = tags };");

    [Fact]
    public Task What_is_left_out_is_not_looked_at() => Body("await client.ListItemsAsync(); await client.ListItemsAsync(limit: null, cursor: null);");

    [Fact]
    public Task An_origin_is_left_to_SPEC102() => Verify.FileAsync<BrokenConstraintAnalyzer>(
        Verify.InClass("IntegrationTypeSettings S() => new() { IntegrationType = default, AllowedOrigin = \"http://acme.com\" };"));

    [Theory]
    [InlineData(@"^\d+$", "12", true)]
    [InlineData(@"^\d+$", "١٢", false)]
    [InlineData(@"^\d+$", "12\n", false)]
    [InlineData(@"^\w+$", "é", false)]
    [InlineData(@"^.$", "\u2028", false)]
    [InlineData(@"b", "abc", true)]
    [InlineData(@"^[^]$", "\n", true)]
    [InlineData(@"[]", "a", false)]
    [InlineData(@"^[a-z-[aeiou]]+$", "e]", true)]
    [InlineData(@"^[\w.-]+$", "a-b.c", true)]
    [InlineData(@"^(?<year>\d{4})-(?:a|b)$", "2026-a", true)]
    [InlineData(@"^(?!x)[\s\S]*$", "x", false)]
    [InlineData(@"^\u0041\x42\/\-$", "AB/-", true)]
    [InlineData(@"^\p{Lu}$", "É", true)]
    [InlineData(@"\bcat\b", "a cat.", true)]
    [InlineData(@"\bcat\b", "cats", false)]
    [InlineData(@"^\s$", "\uFEFF", true)]
    [InlineData(@"^[\W\D]$", "[", true)]
    [InlineData(@"^[\W]$", "_", false)]
    public void A_pattern_means_what_ECMA_262_says(string pattern, string text, bool matches)
    {
        var regex = EcmaPattern.Compile(pattern);
        Assert.NotNull(regex);
        Assert.Equal(matches, EcmaPattern.Matches(regex, text));
    }

    [Theory]
    [InlineData(@"(?i)abc")]
    [InlineData(@"\Aabc\Z")]
    [InlineData(@"(a)\1")]
    [InlineData(@"(?<a>x)\k<a>")]
    [InlineData(@"/^abc$/i")]
    [InlineData(@"[[:alpha:]]")]
    [InlineData(@"a++")]
    [InlineData(@"(?>a)")]
    [InlineData(@"\p{Script=Latin}")]
    [InlineData(@"(")]
    [InlineData(@"[a")]
    [InlineData(@"\")]
    public void A_pattern_of_another_dialect_has_no_answer(string pattern) => Assert.Null(EcmaPattern.Compile(pattern));

    [Fact]
    public void A_text_beyond_the_basic_plane_has_no_answer() => Assert.Null(EcmaPattern.Matches(EcmaPattern.Compile("^.$")!, "\U0001F600"));

    [Fact]
    public void A_pattern_that_explodes_comes_to_an_end() => Assert.NotEqual(true, EcmaPattern.Matches(EcmaPattern.Compile("^(?=a)(a+)+$")!, new string('a', 40) + "b"));

    [Theory]
    [InlineData("uuid", "123e4567-e89b-12d3-a456-426614174000", true)]
    [InlineData("uuid", "123e4567e89b12d3a456426614174000", false)]
    [InlineData("date", "2026-02-28", true)]
    [InlineData("date", "2026-02-30", false)]
    [InlineData("date-time", "2026-01-31T23:59:60.5+01:00", true)]
    [InlineData("date-time", "2026-01-31T12:00:00", false)]
    [InlineData("date-time", "2026-13-31T12:00:00Z", false)]
    [InlineData("ipv6", "::1", true)]
    [InlineData("ipv6", "1.2.3.4", false)]
    [InlineData("hostname", "-a", false)]
    [InlineData("ipv4", "01.2.3.4", false)]
    [InlineData("email", "a b@c", false)]
    [InlineData("uri", "https://a b", false)]
    [InlineData("made-up", "anything", true)]
    public void A_format_is_checked_for_what_is_certain(string format, string text, bool right) => Assert.Equal(right, FormatCheck.Find(format, text) is null);
}
