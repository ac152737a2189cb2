using System.Text.Json;
using Features.Maps;

namespace Specular.Client.Tests;

/// <summary>specs/features/maps.yaml: members that the description does not list are kept.</summary>
public sealed class MapsTests(TestServer server) : ServerTest(server)
{
    private MapsClient Client => new(Http);

    [Fact]
    public async Task All_of_it_survives_a_round_trip()
    {
        const string Json = """{"id":9223372036854775807,"labels":{"a":"1","":"2","é\"\\":"3"},"parts":{"p":{"weight":1.5,"n":5,"none":null},"q":{}},"extra":{"deep":[1,1.50,12345678901234567890,null,true,"x"]},"nothing":null,"id2":7}""";
        Server.Answer = Answers.Json(200, Json);
        var box = await Client.PutBoxAsync(new Box { Id = 1 }, Token);

        Assert.Equal(long.MaxValue, box.Id);
        Assert.Equal("3", box.Labels!["é\"\\"]);
        Assert.Equal(5, box.Parts!["p"].AdditionalProperties!["n"]);
        Assert.Null(box.Parts["p"].AdditionalProperties!["none"]);
        Assert.Null(box.Parts["q"].AdditionalProperties);
        Assert.Equal(JsonValueKind.Null, box.AdditionalProperties!["nothing"].ValueKind);
        Assert.Equal(["extra", "nothing", "id2"], box.AdditionalProperties.Keys);

        Server.Reset();
        Server.Answer = Answers.Echo();
        await Client.PutBoxAsync(box, Token);
        Assert.Equal(Json, Server.Request.Text);
    }

    [Fact]
    public async Task The_elements_outlive_the_answer()
    {
        Server.Answer = Answers.Json(200, """{"id":1,"extra":{"a":[1,2,3]}}""");
        var first = await Client.PutBoxAsync(new Box { Id = 1 }, Token);
        for (var i = 0; i < 50; i++)
        {
            Server.Answer = Answers.Json(200, """{"id":2,"XXXXX":{"Y":[9,9,9]}}""");
            await Client.PutBoxAsync(new Box { Id = 1 }, Token);
        }

        Assert.Equal("""{"a":[1,2,3]}""", first.AdditionalProperties!["extra"].GetRawText());
    }

    [Fact]
    public async Task A_map_as_the_whole_body()
    {
        Server.Answer = Answers.Echo();
        var counts = new Dictionary<string, long> { ["b"] = 2, ["a"] = long.MinValue };

        Assert.Equal(counts, await Client.PutCountsAsync(counts, Token));
        Assert.Equal("""{"b":2,"a":-9223372036854775808}""", Server.Request.Text);
    }

    [Fact]
    public async Task Of_members_of_the_same_name_the_last_counts()
    {
        Server.Answer = Answers.Json(200, """{"a":1,"b":2,"a":3}""");

        Assert.Equal(new Dictionary<string, long> { ["a"] = 3, ["b"] = 2 }, await Client.PutCountsAsync(new Dictionary<string, long>(), Token));
    }

    [Theory]
    [InlineData("""{"a":1,"b":"2"}""", "a string where an integer is due. Path: $.b |")]
    [InlineData("""{"a":1,"odd name":null}""", "null where an integer is due. Path: $['odd name'] |")]
    [InlineData("[]", "an array where an object is due. Path: $ |")]
    public async Task A_value_of_another_kind(string json, string message)
    {
        Server.Answer = Answers.Json(200, json);

        var undeclared = Assert.IsType<PutCountsResult.Undeclared>(await Client.PutCountsResultAsync(new Dictionary<string, long>(), Token));

        Assert.StartsWith(message, undeclared.Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Null_where_it_is_not_allowed_is_not_sent()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => Client.PutCountsAsync(null!, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => Client.PutBoxAsync(new Box { Id = 1, Labels = new Dictionary<string, string> { ["a"] = null! } }, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => Client.PutBoxAsync(new Box { Id = 1, Parts = new Dictionary<string, Part> { ["a"] = null! } }, Token));

        Assert.Empty(Server.Received);
    }
}
