using System.Text.Json;
using Features.Odd;

namespace Specular.Client.Tests;

/// <summary>specs/features/odd.yaml: what is no OpenAPI, but can only mean one thing.</summary>
public sealed class OddTests(TestServer server) : ServerTest(server)
{
    private OddClient Client => new(Http);

    [Theory]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""{"id":"a","count":9223372036854775807,"either":"x","long":2,"flag":true,"shared":"s","list":["b"],"date":"2024-01-31","bare":"b"}""")]
    [InlineData("""{"id":"a","either":1,"gone":{"x":[1]},"wrong":"red","empty":[]}""")]
    public async Task Round_trips(string json)
    {
        Server.Answer = Answers.Json(200, json);
        var thing = await Client.PostThingAsync(new Thing { Id = "a" }, cancellationToken: Token);
        Server.Reset();

        await Client.PostThingAsync(thing!, cancellationToken: Token);

        Assert.Equal(json, Server.Request.Text);
    }

    [Fact]
    public void What_types_they_have()
    {
        Thing thing = new() { Id = "text", Count = 1L, Long = 2L, Flag = true, Shared = "text", List = ["text"], Date = new DateOnly(2024, 1, 31) };
        Assert.Equal(typeof(JsonElement?), typeof(Thing).GetProperty(nameof(Thing.Gone))!.PropertyType);
        Assert.Equal(typeof(JsonElement?), typeof(Thing).GetProperty(nameof(Thing.Wrong))!.PropertyType);
        Assert.Equal("text", thing.Id);
    }

    /// <summary>YAML 1.1 takes some of these for booleans, octal numbers and dates.</summary>
    [Fact]
    public async Task Words_of_an_enum_stay_words()
    {
        foreach (var flag in Enum.GetValues<Flag>().Where(flag => flag.IsDefined()))
            await Client.PostThingAsync(new Thing { Id = "a" }, flag, cancellationToken: Token);
        foreach (var code in Enum.GetValues<Code>().Where(code => code.IsDefined()))
            await Client.PostThingAsync(new Thing { Id = "a" }, code: code, cancellationToken: Token);

        Assert.Equal(
            ["?flag=yes", "?flag=no", "?flag=on", "?flag=off", "?code=0123", "?code=1e3", "?code=2024-01-31"],
            Server.Received.Select(request => request.Target["/things".Length..]));
    }

    [Fact]
    public async Task Styles_in_capitals()
    {
        await Client.PostThingAsync(new Thing { Id = "a" }, xMany: ["a", "b"], cancellationToken: Token);

        Assert.Equal("a,b", Server.Request.Header("X-Many"));
    }
}
