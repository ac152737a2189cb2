using Features.Styles;

namespace Specular.Client.Tests;

/// <summary>specs/features/styles.yaml: the table of styles in OpenAPI 3.1, section 4.8.12.6, cell by cell.</summary>
public sealed class StylesTests(TestServer server) : ServerTest(server)
{
    private const string Value = "blue";

    private static readonly string[] s_list = ["blue", "black", "brown"];

    private static readonly Color s_object = new() { R = 100, G = 200, B = 150 };

    private StylesClient Client => new(Http);

    [Fact]
    public async Task Path_simple()
    {
        await Path(() => Client.PathSimpleValueAsync(Value, Token), "blue");
        await Path(() => Client.PathSimpleValueExplodedAsync(Value, Token), "blue");
        await Path(() => Client.PathSimpleListAsync(s_list, Token), "blue,black,brown");
        await Path(() => Client.PathSimpleListExplodedAsync(s_list, Token), "blue,black,brown");
        await Path(() => Client.PathSimpleObjectAsync(s_object, Token), "R,100,G,200,B,150");
        await Path(() => Client.PathSimpleObjectExplodedAsync(s_object, Token), "R=100,G=200,B=150");
    }

    [Fact]
    public async Task Path_label()
    {
        await Path(() => Client.PathLabelValueAsync(Value, Token), ".blue");
        await Path(() => Client.PathLabelValueExplodedAsync(Value, Token), ".blue");
        await Path(() => Client.PathLabelListAsync(s_list, Token), ".blue,black,brown");
        await Path(() => Client.PathLabelListExplodedAsync(s_list, Token), ".blue.black.brown");
        await Path(() => Client.PathLabelObjectAsync(s_object, Token), ".R,100,G,200,B,150");
        await Path(() => Client.PathLabelObjectExplodedAsync(s_object, Token), ".R=100.G=200.B=150");
    }

    [Fact]
    public async Task Path_matrix()
    {
        await Path(() => Client.PathMatrixValueAsync(Value, Token), ";color=blue");
        await Path(() => Client.PathMatrixValueExplodedAsync(Value, Token), ";color=blue");
        await Path(() => Client.PathMatrixListAsync(s_list, Token), ";color=blue,black,brown");
        await Path(() => Client.PathMatrixListExplodedAsync(s_list, Token), ";color=blue;color=black;color=brown");
        await Path(() => Client.PathMatrixObjectAsync(s_object, Token), ";color=R,100,G,200,B,150");
        await Path(() => Client.PathMatrixObjectExplodedAsync(s_object, Token), ";R=100;G=200;B=150");
    }

    [Fact]
    public async Task Query_form()
    {
        await Query(() => Client.QueryFormValueAsync(Value, Token), "?color=blue");
        await Query(() => Client.QueryFormValueAsync("", Token), "?color=");
        await Query(() => Client.QueryFormValueExplodedAsync(Value, Token), "?color=blue");
        await Query(() => Client.QueryFormListAsync(s_list, Token), "?color=blue,black,brown");
        await Query(() => Client.QueryFormListExplodedAsync(s_list, Token), "?color=blue&color=black&color=brown");
        await Query(() => Client.QueryFormObjectAsync(s_object, Token), "?color=R,100,G,200,B,150");
        await Query(() => Client.QueryFormObjectExplodedAsync(s_object, Token), "?R=100&G=200&B=150");
    }

    [Fact]
    public async Task Query_with_spaces_and_pipes()
    {
        await Query(() => Client.QuerySpaceDelimitedListAsync(s_list, Token), "?color=blue%20black%20brown");
        await Query(() => Client.QuerySpaceDelimitedObjectAsync(s_object, Token), "?color=R%20100%20G%20200%20B%20150");
        await Query(() => Client.QueryPipeDelimitedListAsync(s_list, Token), "?color=blue%7Cblack%7Cbrown");
        await Query(() => Client.QueryPipeDelimitedObjectAsync(s_object, Token), "?color=R%7C100%7CG%7C200%7CB%7C150");
    }

    /// <summary>The table has no entry for these; OpenAPI 3.0.4, section 4.7.12.3, says that they are what "form" makes of them.</summary>
    [Fact]
    public async Task Query_with_spaces_and_pipes_exploded()
    {
        await Query(() => Client.QuerySpaceDelimitedListExplodedAsync(s_list, Token), "?color=blue&color=black&color=brown");
        await Query(() => Client.QueryPipeDelimitedListExplodedAsync(s_list, Token), "?color=blue&color=black&color=brown");
        await Query(() => Client.QuerySpaceDelimitedObjectExplodedAsync(s_object, Token), "?R=100&G=200&B=150");
        await Query(() => Client.QueryPipeDelimitedObjectExplodedAsync(s_object, Token), "?R=100&G=200&B=150");
    }

    [Fact]
    public Task Query_deep_object() => Query(() => Client.QueryDeepObjectObjectExplodedAsync(s_object, Token), "?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150");

    [Fact]
    public async Task Header_simple()
    {
        await Header("X-Color", () => Client.HeaderSimpleValueAsync(Value, Token), "blue");
        await Header("X-Color", () => Client.HeaderSimpleValueExplodedAsync(Value, Token), "blue");
        await Header("X-Color", () => Client.HeaderSimpleListAsync(s_list, Token), "blue,black,brown");
        await Header("X-Color", () => Client.HeaderSimpleListExplodedAsync(s_list, Token), "blue,black,brown");
        await Header("X-Color", () => Client.HeaderSimpleObjectAsync(s_object, Token), "R,100,G,200,B,150");
        await Header("X-Color", () => Client.HeaderSimpleObjectExplodedAsync(s_object, Token), "R=100,G=200,B=150");
    }

    [Fact]
    public async Task Cookie_form()
    {
        await Header("Cookie", () => Client.CookieFormValueAsync(Value, Token), "color=blue");
        await Header("Cookie", () => Client.CookieFormValueExplodedAsync(Value, Token), "color=blue");
        await Header("Cookie", () => Client.CookieFormListAsync(s_list, Token), "color=blue,black,brown");
        await Header("Cookie", () => Client.CookieFormListExplodedAsync(s_list, Token), "color=blue; color=black; color=brown");
        await Header("Cookie", () => Client.CookieFormObjectAsync(s_object, Token), "color=R,100,G,200,B,150");
        await Header("Cookie", () => Client.CookieFormObjectExplodedAsync(s_object, Token), "R=100; G=200; B=150");
    }

    private async Task Path(Func<Task> call, string last) => Assert.Equal(last, (await Sent(call)).Target.Split('/')[^1]);

    private async Task Query(Func<Task> call, string query)
    {
        var target = (await Sent(call)).Target;
        Assert.Equal(query, target[target.IndexOf('?')..]);
    }

    private async Task Header(string name, Func<Task> call, string value) => Assert.Equal(value, (await Sent(call)).Header(name));

    private async Task<ReceivedRequest> Sent(Func<Task> call)
    {
        Server.Reset();
        await call();
        return Server.Request;
    }
}
