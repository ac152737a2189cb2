using System.Globalization;
using System.Reflection;
using Features.Parameters;

namespace Specular.Client.Tests;

/// <summary>specs/features/parameters.yaml: parameters in every place and style, as they stand on the wire.</summary>
public sealed class ParametersTests(TestServer server) : ServerTest(server)
{
    private ParametersClient Client => new(Http);

    [Fact]
    public async Task Only_what_is_given_is_sent()
    {
        await Client.SearchAsync(Kind.Person, "7", "all", cancellationToken: Token);

        Assert.Equal(("GET", "/search/person/7?q=all"), (Server.Request.Method, Server.Request.Target));
        Assert.Empty(Server.Request.Body);
        Assert.Null(Server.Request.Header("Content-Type"));
        Assert.Null(Server.Request.Header("Content-Length"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public async Task Everything_in_any_culture(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        await Client.SearchAsync(
            Kind.BigCompany, "i", "I&i=ı", limit: -5, after: long.MaxValue, ratio: 1234.5e-10, active: true,
            since: new DateTimeOffset(2026, 2, 3, 4, 5, 6, 780, TimeSpan.FromHours(3)), day: new DateOnly(2026, 2, 3), kindQuery: Kind.Person, path: "/a/b?c=d&e#f", cancellationToken: Token);

        Assert.Equal(
            "/search/big-company/i?q=I%26i%3D%C4%B1&limit=-5&after=9223372036854775807&ratio=1.2345E-07&active=true&since=2026-02-03T04%3A05%3A06.78%2B03%3A00"
            + "&day=2026-02-03&kind=person&path=/a/b?c=d%26e%23f",
            Server.Request.Target);
    }

    [Fact]
    public async Task Objects_of_any_depth_in_the_query()
    {
        await Client.DeepAsync(
            [new LinesItem { Price = new Price { Amount = 5, Currency = "eur" }, Tags = ["a", "b c"] }, new LinesItem()],
            ["data.customer"],
            new Features.Parameters.Range { Gt = 1 },
            new Dictionary<string, string> { ["k&"] = "v" },
            Token);
        await Client.DeepAsync(created: 7, cancellationToken: Token);

        Assert.Equal(
            [
                "/deep?lines[0][price][amount]=5&lines[0][price][currency]=eur&lines[0][tags][0]=a&lines[0][tags][1]=b%20c&expand[0]=data.customer&created[gt]=1&meta[k%26]=v",
                "/deep?created=7",
            ],
            Server.Received.Select(request => request.Target.Replace("%5B", "[", StringComparison.Ordinal).Replace("%5D", "]", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("a/b c", "a%2Fb%20c")]
    [InlineData("100%", "100%25")]
    [InlineData("%2F", "%252F")]
    [InlineData("?q=1#x", "%3Fq%3D1%23x")]
    [InlineData("a;b,c:d@e", "a%3Bb%2Cc%3Ad%40e")]
    [InlineData("é\U0001F600", "%C3%A9%F0%9F%98%80")]
    [InlineData("a.b-c_d~e", "a.b-c_d~e")]
    [InlineData("...", "...")]
    [InlineData("a\\b", "a%5Cb")]
    [InlineData("a\r\nb", "a%0D%0Ab")]
    public async Task A_path_parameter_is_one_segment(string value, string expected)
    {
        await Client.SearchAsync(Kind.Person, value, "x", cancellationToken: Token);

        Assert.Equal($"/search/person/{expected}?q=x", Server.Request.Target);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task A_path_parameter_that_would_make_another_path_is_refused(string value)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Client.SearchAsync(Kind.Person, value, "x", cancellationToken: Token));

        Assert.Empty(Server.Received);
    }

    [Fact]
    public async Task A_required_parameter_that_is_null_is_refused()
    {
        Assert.Equal("id", (await Assert.ThrowsAsync<ArgumentNullException>(() => Client.SearchAsync(Kind.Person, null!, "x", cancellationToken: Token))).ParamName);
        Assert.Equal("q", (await Assert.ThrowsAsync<ArgumentNullException>(() => Client.SearchAsync(Kind.Person, "1", null!, cancellationToken: Token))).ParamName);
        Assert.Equal("values", (await Assert.ThrowsAsync<ArgumentNullException>(() => Client.LabelAsync(null!, Token))).ParamName);
        await Assert.ThrowsAsync<ArgumentException>(() => Client.ListsAsync(tags: ["a", null!], cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentException>(() => Client.LabelAsync(["a", null!], Token));
        Assert.Empty(Server.Received);
    }

    [Fact]
    public async Task An_enum_that_was_never_set_is_refused()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => Client.SearchAsync(default, "1", "x", cancellationToken: Token));
        await Assert.ThrowsAnyAsync<Exception>(() => Client.SearchAsync(Kind.Person, "1", "x", kindQuery: default(Kind), cancellationToken: Token));

        Assert.Empty(Server.Received);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public async Task A_number_without_a_text_is_refused(double ratio)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Client.SearchAsync(Kind.Person, "1", "x", ratio: ratio, cancellationToken: Token));

        Assert.Empty(Server.Received);
    }

    [Fact]
    public async Task Lists()
    {
        await Client.ListsAsync(["a b", "c,d", ""], [1, -2, long.MaxValue], ["a|b", "c"], ["a b", "c"], [Kind.Person, KindExtensions.FromWireValue("new&one")], Token);

        Assert.Equal(
            "/lists?tags=a%20b&tags=c%2Cd&tags=&ids=1,-2,9223372036854775807&pipes=a%7Cb%7Cc&spaces=a%20b%20c&kinds=person&kinds=new%26one",
            Server.Request.Target);
    }

    [Fact]
    public async Task Lists_without_items_are_not_sent()
    {
        await Client.ListsAsync([], [], [], [], [], Token);

        Assert.Equal("/lists", Server.Request.Target);
    }

    [Fact]
    public async Task Objects()
    {
        var filter = new Filter { Min = 3, Name = "a&b", Open = false };
        await Client.ObjectsAsync(filter, filter, filter, filter, Token);

        Assert.Equal(
            "/objects?filter%5Bmin%5D=3&filter%5Bname%5D=a%26b&filter%5Bopen%5D=false&min=3&name=a%26b&open=false&joined=min,3,name,a%26b,open,false"
            + "&json=%7B%22min%22%3A3%2C%22name%22%3A%22a%26b%22%2C%22open%22%3Afalse%7D",
            Server.Request.Target);
    }

    [Fact]
    public async Task Objects_without_members_are_not_sent()
    {
        await Client.ObjectsAsync(new Filter(), new Filter(), new Filter(), cancellationToken: Token);

        Assert.Equal("/objects", Server.Request.Target);
    }

    /// <summary>What the server does without a value is the server's to know: a default is not sent.</summary>
    [Fact]
    public async Task Defaults_and_empty_values()
    {
#pragma warning disable CS0618 // It is deprecated.
        await Client.DefaultsAsync(cancellationToken: Token);
        await Client.DefaultsAsync(limit: 10, empty: "", cancellationToken: Token);
#pragma warning restore CS0618

        Assert.Equal(["/defaults", "/defaults?limit=10&empty="], Server.Received.Select(request => request.Target));
    }

    [Fact]
    public void An_operation_that_is_deprecated_says_so()
    {
        Assert.NotNull(typeof(ParametersClient).GetMethod("DefaultsAsync")!.GetCustomAttribute<ObsoleteAttribute>());
        Assert.NotNull(typeof(ParametersClient).GetMethod("DefaultsResultAsync")!.GetCustomAttribute<ObsoleteAttribute>());
        Assert.Null(typeof(ParametersClient).GetMethod("OverriddenAsync")!.GetCustomAttribute<ObsoleteAttribute>());
    }

    [Fact]
    public async Task A_parameter_of_the_operation_replaces_the_path_s()
    {
        await Client.OverriddenAsync(7L, 8L, Token);

        Assert.Equal("/overridden/7?size=8", Server.Request.Target);
    }

    [Fact]
    public async Task Label_and_matrix()
    {
        await Client.LabelAsync(["blue", "b/w"], Token);
        await Client.MatrixAsync(new Filter { Min = 3, Name = "a;b" }, Token);

        Assert.Equal(["/label/.blue.b%2Fw", "/matrix/;min=3;name=a%3Bb/end"], Server.Received.Select(request => request.Target));
    }

    [Fact]
    public async Task Headers_and_cookies()
    {
        await Client.HeadersAsync("trace me", [1, 2, long.MinValue], false, "a b;c=d", Kind.BigCompany, Token);

        Assert.Equal("trace me", Server.Request.Header("X-Trace"));
        Assert.Equal("1,2,-9223372036854775808", Server.Request.Header("X-Numbers"));
        Assert.Equal("false", Server.Request.Header("X-Flag"));
        Assert.Equal("session=a%20b%3Bc=d; theme=big-company", Server.Request.Header("Cookie"));
    }

    [Fact]
    public async Task Headers_and_cookies_that_are_not_given()
    {
        await Client.HeadersAsync("x", cancellationToken: Token);

        Assert.Null(Server.Request.Header("X-Numbers"));
        Assert.Null(Server.Request.Header("X-Flag"));
        Assert.Null(Server.Request.Header("Cookie"));
    }

    [Theory]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("a\n")]
    [InlineData("\0")]
    public async Task A_header_is_one_line(string value)
    {
        Assert.DoesNotContain("Evil", (await Assert.ThrowsAsync<ArgumentException>(() => Client.HeadersAsync(value, cancellationToken: Token))).Message, StringComparison.Ordinal);

        Assert.Empty(Server.Received);
    }

    [Fact]
    public async Task An_operation_with_a_server_of_its_own()
    {
        using var handler = new CapturingHandler(System.Net.HttpStatusCode.NoContent);
        using var http = new HttpClient(handler);
        var client = new ParametersClient(http);
        await client.ElsewhereAsync(Token);
        await client.ListsAsync(cancellationToken: Token);

        Assert.Equal(["https://other.example.com/v2/elsewhere", "https://api.example.com/v1/lists"], handler.Uris.Select(uri => uri?.AbsoluteUri));
    }

    [Fact]
    public async Task An_answer_without_a_body()
    {
        var result = await Client.ListsResultAsync(cancellationToken: Token);

        Assert.IsType<ListsResult.NoContent>(result);

        // Another success is one, where no body is due.
        Server.Answer = Answers.Json(200, "{}");
        await Client.ListsAsync(cancellationToken: Token);
        Assert.Equal("{}", Assert.IsType<ListsResult.Undeclared>(await Client.ListsResultAsync(cancellationToken: Token)).Content);
        Server.Answer = Answers.Status(304);
        Assert.Equal("lists: 304 NotModified: The description does not know this status.", (await Assert.ThrowsAsync<ParametersApiException>(() => Client.ListsAsync(cancellationToken: Token))).Message);
    }
}
