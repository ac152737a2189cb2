using System.Reflection;
using System.Text.Json;
using Features.Schemas;

namespace Specular.Client.Tests;

/// <summary>specs/features/schemas.yaml: what schemas are made of.</summary>
public sealed class SchemasTests(TestServer server) : ServerTest(server)
{
    private SchemasClient Client => new(Http);

    [Theory]
    [InlineData("""{"merged":{"id":1,"label":"a","note":"b"}}""")]
    [InlineData("""{"tree":{"value":1,"left":{"value":2},"children":[{"value":3,"children":[{"value":4}]},{"value":5}]}}""")]
    [InlineData("""{"author":{"name":"a","books":[{"title":"b","author":{"name":"a","books":[]}}]}}""")]
    [InlineData("""{"name":"a","names":["b","c"],"nickname":"d"}""")]
    [InlineData("""{"home":{"city":"a","since":1970}}""")]
    [InlineData("""{"fromPath":{"depth":3},"fromProperty":{"color":"red"}}""")]
    [InlineData("""{"anything":[1.50,{"a":null}],"nothing":{"b":[]}}""")]
    [InlineData("""{"pair":[1,2.5],"triple":["a",1,true]}""")]
    [InlineData("""{"headers":{"X-A":"1","other":"2"}}""")]
    [InlineData("""{"open":{"id":1,"more":true}}""")]
    [InlineData("""{"version":"v1","priority":2}""")]
    [InlineData("""{"version":"v2","priority":99}""")]
    [InlineData("""{"free":"x"}""")]
    [InlineData("""{"node":{"value":1,"next":{"value":2}}}""")]
    [InlineData("""{"notNumber":"x","notAnything":[1]}""")]
    [InlineData("""{"limited":{"kind":"other"}}""")]
    [InlineData("""{"mixed":"low"}""")]
    [InlineData("""{"mixed":1}""")]
    [InlineData("""{"mixed":true}""")]
    [InlineData("""{"mixed":null}""")]
    [InlineData("""{"maybe":"b"}""")]
    [InlineData("""{"maybe":null}""")]
    [InlineData("""{"greeting":"good morning"}""")]
    [InlineData("""{"encoded":"AAEC/w==","embedded":"{}"}""")]
    [InlineData("{}")]
    public async Task Round_trips(string json)
    {
        Server.Answer = Answers.Json(200, json);
        var values = await Client.PutValuesAsync(new Values(), Token);
        Server.Reset();
        Server.Answer = Answers.Echo();

        await Client.PutValuesAsync(values, Token);

        Assert.Equal(json, Server.Request.Text);
    }

    [Fact]
    public void What_types_they_have()
    {
        Assert.Equal(
            new Merged { Id = 1, Label = "a", Note = "b" },
            new Values { Merged = new Merged { Id = 1, Label = "a", Note = "b" } }.Merged);
        Assert.Equal(typeof(string), TypeOf(nameof(Values.Name)));
        Assert.Equal(typeof(IReadOnlyList<string>), TypeOf(nameof(Values.Names)));
        Assert.Equal(typeof(string), TypeOf(nameof(Values.Nickname)));
        Assert.Equal(typeof(Home), TypeOf(nameof(Values.Home)));
        Assert.Equal(typeof(Inner), TypeOf(nameof(Values.FromPath)));
        Assert.Equal(typeof(Pen), TypeOf(nameof(Values.FromProperty)));
        Assert.Equal(typeof(JsonElement?), TypeOf(nameof(Values.Anything)));
        Assert.Equal(typeof(JsonElement?), TypeOf(nameof(Values.Free)));
        Assert.Equal(typeof(IReadOnlyList<double>), TypeOf(nameof(Values.Pair)));
        Assert.Equal(typeof(IReadOnlyList<JsonElement>), TypeOf(nameof(Values.Triple)));
        Assert.Equal(typeof(IReadOnlyDictionary<string, string>), TypeOf(nameof(Values.Headers)));
        Assert.Equal(typeof(IReadOnlyDictionary<string, bool>), typeof(Open).GetProperty(nameof(Open.AdditionalProperties))!.PropertyType);
        Assert.Equal(typeof(StrictNode), typeof(StrictNode).GetProperty(nameof(StrictNode.Next))!.PropertyType);

        Assert.Equal(typeof(string), TypeOf(nameof(Values.NotNumber)));
        Assert.Equal(typeof(JsonElement?), TypeOf(nameof(Values.NotAnything)));
        Assert.Equal(typeof(byte[]), TypeOf(nameof(Values.Encoded)));
        Assert.Equal(typeof(string), TypeOf(nameof(Values.Embedded)));

        static Type TypeOf(string property) => typeof(Values).GetProperty(property)!.PropertyType;
    }

    [Theory]
    [InlineData("""{"merged":{"id":1,"label":"a"}}""", "required property 'note' is missing. Path: $.merged |")]
    [InlineData("""{"home":{"since":1}}""", "required property 'city' is missing. Path: $.home |")]
    [InlineData("""{"home":{"city":"a"}}""", "required property 'since' is missing. Path: $.home |")]
    [InlineData("""{"tree":{"value":1,"children":[{"value":2,"left":{}}]}}""", "required property 'value' is missing. Path: $.tree.children[0].left |")]
    [InlineData("""{"author":{"name":"a","books":[{}]}}""", "required property 'title' is missing. Path: $.author.books[0] |")]
    [InlineData("""{"node":{"value":1,"next":{}}}""", "required property 'value' is missing. Path: $.node.next |")]
    [InlineData("""{"pair":[1,"2"]}""", "a string where a number is due. Path: $.pair[1] |")]
    public async Task What_does_not_fit(string json, string message)
    {
        Server.Answer = Answers.Json(200, json);

        var undeclared = Assert.IsType<PutValuesResult.Undeclared>(await Client.PutValuesResultAsync(new Values(), Token));

        Assert.StartsWith(message, undeclared.Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_integer_that_the_enum_does_not_know()
    {
        Server.Answer = Answers.Json(200, """{"priority":99}""");

        var priority = (await Client.PutValuesAsync(new Values(), Token)).Priority;

        Assert.Equal((false, 99L, "99"), (priority!.Value.IsDefined(), (long)priority.Value, priority.Value.ToWireValue()));
    }

    [Fact]
    public async Task What_only_one_side_sends_is_required_of_neither()
    {
        Server.Answer = Answers.Json(200, """{"id":7,"name":"a"}""");

        var account = await Client.PutAccountAsync(new Account { Name = "a", Password = "secret" }, Token);

        Assert.Equal("""{"name":"a","password":"secret"}""", Server.Request.Text);
        Assert.Equal(new Account { Id = 7, Name = "a" }, account);
    }

    [Fact]
    public void Passwords_are_not_shown()
    {
        var text = new Account { Name = "a", Password = "secret", Pin = "1234" }.ToString();

        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", text, StringComparison.Ordinal);
        Assert.Contains("Name = a", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_deprecated_says_so()
    {
        Assert.NotNull(typeof(Account).GetProperty("Login")!.GetCustomAttribute<ObsoleteAttribute>());
        Assert.Null(typeof(Account).GetProperty("Name")!.GetCustomAttribute<ObsoleteAttribute>());
    }
}
