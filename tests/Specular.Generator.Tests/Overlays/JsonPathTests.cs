using Specular.Generator.Overlaying.Paths;
using Specular.Generator.Reading;
using Specular.Generator.Tests.Reading;
using Xunit;

namespace Specular.Generator.Tests.Overlays;

/// <summary>What JSONPath queries find (RFC 9535), and what is no query.</summary>
public class JsonPathTests
{
    // The examples of RFC 9535, section 2.3.5.3 and figure 1, and what descriptions look like.
    private const string Document = """
        {
          "a": [3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}],
          "o": {"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}},
          "e": "f",
          "x-y": {"'": "quote", "k.k": "dots", "": "empty"},
          "paths": {
            "/pets": {"get": {"operationId": "list", "tags": ["Pets"], "deprecated": true}, "post": {"operationId": "add", "tags": ["Pets", "Admin"]}},
            "/pets/{id}": {"get": {"operationId": "get", "parameters": [{"name": "id", "in": "path"}, {"name": "q", "in": "query"}]}}
          },
          "n": null
        }
        """;

    private static readonly Node s_document = Reader.Json(Document);

    [Theory]
    [InlineData("$.e", "\"f\"")]
    [InlineData("$['e']", "\"f\"")]
    [InlineData("$[\"e\"]", "\"f\"")]
    [InlineData("$ .e", "\"f\"")]
    [InlineData("$['e', 'n']", "\"f\" null")]
    [InlineData("$.x-y['\\'']", "\"quote\"")]
    [InlineData("$['x-y'][\"'\"]", "\"quote\"")]
    [InlineData("$.x-y['k.k']", "\"dots\"")]
    [InlineData("$.x-y['\\u006b.k']", "\"dots\"")]
    [InlineData("$.x-y['']", "\"empty\"")]
    [InlineData("$.missing", "")]
    [InlineData("$.e.deeper", "")]
    [InlineData("$.n", "null")]
    [InlineData("$.a[0]", "3")]
    [InlineData("$.a[-2].b", "{}")]
    [InlineData("$.a[10]", "")]
    [InlineData("$.a[-11]", "")]
    [InlineData("$.o[0]", "")]
    [InlineData("$.a[1:3]", "5 1")]
    [InlineData("$.a[:2]", "3 5")]
    [InlineData("$.a[4:6]", "4 6")]
    [InlineData("$.a[0:6:2]", "3 1 4")]
    [InlineData("$.a[5:1:-2]", "6 2")]
    [InlineData("$.a[2::-1]", "1 5 3")]
    [InlineData("$.a[-4:-2].b", "\"j\" \"k\"")]
    [InlineData("$.a[1:5:0]", "")]
    [InlineData("$.a[ 0 , -1 ]", "3 {b:\"kilo\"}")]
    [InlineData("$.o.*", "1 2 3 5 {u:6}")]
    [InlineData("$.o[*]", "1 2 3 5 {u:6}")]
    [InlineData("$.e.*", "")]
    [InlineData("$..u", "6")]
    [InlineData("$..operationId", "\"list\" \"add\" \"get\"")]
    [InlineData("$..['operationId']", "\"list\" \"add\" \"get\"")]
    [InlineData("$..parameters[0].name", "\"id\"")]
    [InlineData("$.o..*", "1 2 3 5 {u:6} 6")]
    [InlineData("$.o..[*]", "1 2 3 5 {u:6} 6")]
    [InlineData("$..*..u", "6")]
    [InlineData("$.a[?@.b == 'kilo']", "{b:\"kilo\"}")]
    [InlineData("$.a[?(@.b == 'kilo')]", "{b:\"kilo\"}")]
    [InlineData("$.a[?@>3.5]", "5 4 6")]
    [InlineData("$.a[?@<=2]", "1 2")]
    [InlineData("$.a[?@ >= 5 || @ == 1]", "5 1 6")]
    [InlineData("$.a[?@>1 && @<4]", "3 2")]
    [InlineData("$.a[?@.b]", "{b:\"j\"} {b:\"k\"} {b:{}} {b:\"kilo\"}")]
    [InlineData("$.a[?!@.b]", "3 5 1 2 4 6")]
    [InlineData("$.a[?!(@.b == 'j') && @.b]", "{b:\"k\"} {b:{}} {b:\"kilo\"}")]
    [InlineData("$.a[?@.b == $.a[7].b]", "{b:\"k\"}")]
    [InlineData("$.a[?@.b == $['x-y']]", "")]
    [InlineData("$.o[?@<3, ?@<3]", "1 2 1 2")]
    [InlineData("$.o[?@.u == 6]", "{u:6}")]
    [InlineData("$.a[?@ == 3.0]", "3")]
    [InlineData("$.a[?@ == 3e0]", "3")]
    [InlineData("$.a[?@.b > 'j']", "{b:\"k\"} {b:\"kilo\"}")]
    [InlineData("$.a[?@.b < 1]", "")]
    [InlineData("$.a[?@.missing == @.absent].b", "\"j\" \"k\" {} \"kilo\"")]
    [InlineData("$[?@ == null]", "null")]
    [InlineData("$.a[?match(@.b, '[jk]')]", "{b:\"j\"} {b:\"k\"}")]
    [InlineData("$.a[?search(@.b, '[jk]')]", "{b:\"j\"} {b:\"k\"} {b:\"kilo\"}")]
    [InlineData("$.a[?search(@.b, '[')]", "")]
    [InlineData("$.a[?length(@.b) == 4]", "{b:\"kilo\"}")]
    [InlineData("$.paths[?count(@.*) > 1].get.operationId", "\"list\"")]
    [InlineData("$.paths[?value(@..deprecated) == true].post.operationId", "\"add\"")]
    [InlineData("$.paths['/pets'].get.operationId", "\"list\"")]
    [InlineData("$.paths./pets/{id}.get.operationId", "\"get\"")]
    [InlineData("$.paths.*[?@.deprecated == true].operationId", "\"list\"")]
    [InlineData("$.paths.*.*[?@ == 'add']", "\"add\"")]
    [InlineData("$.paths[*][?@.tags[?@ == 'Admin']].operationId", "\"add\"")]
    [InlineData("$..parameters[?@.name == 'q' && @.in != 'path' || !@.name].in", "\"query\"")]
    [InlineData("$..[?@.in=='query'].name", "\"q\"")]
    public void A_query_finds(string path, string expected)
    {
        var query = PathParser.Parse(path, out var error, out _);
        Assert.Null(error);
        var budget = new StepBudget(100_000, TestContext.Current.CancellationToken);
        Assert.Equal(expected, string.Join(" ", new PathEvaluator(s_document, budget).Evaluate(query!).Select(place => place.Node.Show())));
        Assert.False(budget.IsExhausted);
    }

    [Fact]
    public void The_whole_document_is_a_query() =>
        Assert.Same(s_document, Assert.Single(new PathEvaluator(s_document, new StepBudget(10, CancellationToken.None)).Evaluate(PathParser.Parse("$", out _, out _)!)).Node);

    [Theory]
    [InlineData("", 0, "a path begins with '$'")]
    [InlineData("paths", 0, "a path begins with '$'")]
    [InlineData("@.a", 0, "a path begins with '$'")]
    [InlineData("$.", 2, "expected a name or '*'")]
    [InlineData("$..", 3, "expected a name or '*'")]
    [InlineData("$.a.", 4, "expected a name or '*'")]
    [InlineData("$a", 1, "expected '.', '[' or the end of the path")]
    [InlineData("$.a^", 3, "expected '.', '[' or the end of the path")]
    [InlineData("$[", 2, "expected a name in quotes, a number, '*' or '?'")]
    [InlineData("$[a]", 2, "expected a name in quotes, a number, '*' or '?'")]
    [InlineData("$['a'", 5, "expected ',' or ']'")]
    [InlineData("$['a]", 2, "the quotes are not closed")]
    [InlineData("$['\\x']", 4, "no such escape")]
    [InlineData("$[1.5]", 3, "expected ',' or ']'")]
    [InlineData("$[99999999999999999999]", 2, "expected a whole number")]
    [InlineData("$[?]", 3, "expected '@', '$', a literal, or one of the functions length, count, value, match and search")]
    [InlineData("$[?@.a = 1]", 7, "expected ',' or ']'")]
    [InlineData("$[?@.a == ]", 10, "expected '@', '$', a literal, or one of the functions length, count, value, match and search")]
    [InlineData("$[?@.a == b]", 10, "expected '@', '$', a literal, or one of the functions length, count, value, match and search")]
    [InlineData("$[?'a']", 6, "expected a comparison")]
    [InlineData("$[?(@.a]", 7, "expected ')', '&&' or '||'")]
    [InlineData("$[?@.* == 1]", 3, "only a path to one value can be compared")]
    [InlineData("$[?1 == @..a]", 8, "only a path to one value can be compared")]
    [InlineData("$[?length(@)]", 12, "expected a comparison")]
    [InlineData("$[?match(@)]", 10, "expected ','")]
    [InlineData("$[?@ == 1-]", 8, "expected a number")]
    public void An_error_has_a_place(string path, int position, string message)
    {
        Assert.Null(PathParser.Parse(path, out var error, out var at));
        Assert.Equal((position, message), (at, error));
    }

    [Theory]
    [InlineData("$", "[?@", "]")]
    [InlineData("$[?", "(", ")")]
    [InlineData("$[?", "!(", ")")]
    public void Deep_brackets_are_refused(string start, string open, string close)
    {
        var text = start + string.Concat(Enumerable.Repeat(open, 100_000)) + string.Concat(Enumerable.Repeat(close, 100_000));
        Assert.Null(PathParser.Parse(text, out var error, out _));
        Assert.Equal("brackets are nested deeper than 64 levels", error);
    }

    [Fact]
    public void Nested_functions_are_refused()
    {
        Assert.Null(PathParser.Parse("$[?" + string.Concat(Enumerable.Repeat("length(", 100_000)), out var error, out _));
        Assert.Equal("brackets are nested deeper than 64 levels", error);
    }

    [Fact]
    public void A_pattern_that_never_ends_uses_the_budget_up()
    {
        var document = Reader.Json("{\"a\": {\"text\": \"" + new string('a', 40) + "!\"}}");
        var budget = new StepBudget(1_000_000, CancellationToken.None);
        new PathEvaluator(document, budget).Evaluate(PathParser.Parse("$[?match(@.text, '(a+)+')]", out _, out _)!);
        Assert.True(budget.IsExhausted);
    }
}
