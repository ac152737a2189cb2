using Features.Presence;

namespace Specular.Client.Tests;

/// <summary>specs/features/presence.yaml: absent, null and a value are three things where the description says so.</summary>
public sealed class PresenceTests(TestServer server) : ServerTest(server)
{
    private PresenceClient Client => new(Http);

    private static Item Least => new() { Text = "t", TextOrNull = null, Number = 1, NumberOrNull = null };

    [Fact]
    public async Task Absent()
    {
        Server.Answer = Answers.Echo();

        Assert.Equal(Least, await Client.PutItemAsync(Least, Token));
        Assert.Equal("""{"text":"t","textOrNull":null,"number":1,"numberOrNull":null}""", Server.Request.Text);
    }

    [Fact]
    public async Task Null()
    {
        Server.Answer = Answers.Echo();
        var item = Least with { MaybeText = null, MaybeTextOrNull = null, MaybeNumber = null, MaybeNumberOrNull = null, MaybeListOrNull = new PresenceOptional<IReadOnlyList<string?>?>(null) };

        var answer = await Client.PutItemAsync(item, Token);

        Assert.Equal("""{"text":"t","textOrNull":null,"number":1,"numberOrNull":null,"maybeTextOrNull":null,"maybeNumberOrNull":null,"maybeListOrNull":null}""", Server.Request.Text);
        Assert.Equal(item, answer);
        Assert.True(answer.MaybeTextOrNull.HasValue && answer.MaybeNumberOrNull.HasValue && answer.MaybeListOrNull.HasValue);
        Assert.NotEqual(Least, answer);
    }

    [Fact]
    public async Task A_value()
    {
        Server.Answer = Answers.Echo();
        var item = new Item { Text = "t", TextOrNull = "", Number = 0, NumberOrNull = 0, MaybeText = "", MaybeTextOrNull = "x", MaybeNumber = 0, MaybeNumberOrNull = 7, MaybeListOrNull = new(["a", null]) };

        var answer = await Client.PutItemAsync(item, Token);

        Assert.Equal(
            """{"text":"t","textOrNull":"","number":0,"numberOrNull":0,"maybeText":"","maybeTextOrNull":"x","maybeNumber":0,"maybeNumberOrNull":7,"maybeListOrNull":["a",null]}""",
            Server.Request.Text);
        Assert.Equal(["a", null], answer.MaybeListOrNull.Value!);
        Assert.Equal(item with { MaybeListOrNull = default }, answer with { MaybeListOrNull = default });
    }

    [Theory]
    [InlineData("""{"textOrNull":null,"number":1,"numberOrNull":null}""", "required property 'text' is missing. Path: $ |")]
    [InlineData("""{"text":"t","number":1,"numberOrNull":null}""", "required property 'textOrNull' is missing. Path: $ |")]
    [InlineData("""{"text":"t","textOrNull":null,"numberOrNull":null}""", "required property 'number' is missing. Path: $ |")]
    [InlineData("""{"text":"t","textOrNull":null,"number":1}""", "required property 'numberOrNull' is missing. Path: $ |")]
    [InlineData("""{"text":null,"textOrNull":null,"number":1,"numberOrNull":null}""", "null where a string is due. Path: $.text |")]
    [InlineData("""{"text":"t","textOrNull":null,"number":null,"numberOrNull":null}""", "null where an integer is due. Path: $.number |")]
    public async Task What_is_required_has_to_come(string json, string message)
    {
        Server.Answer = Answers.Json(200, json);

        var undeclared = Assert.IsType<PutItemResult.Undeclared>(await Client.PutItemResultAsync(Least, Token));

        Assert.StartsWith(message, undeclared.Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_optional_null_that_the_description_does_not_allow_is_read_as_absent()
    {
        Server.Answer = Answers.Json(200, """{"text":"t","textOrNull":null,"number":1,"numberOrNull":null,"maybeText":null,"maybeNumber":null}""");

        Assert.Equal(Least, await Client.PutItemAsync(Least, Token));
    }

    [Fact]
    public async Task Required_text_that_is_null_is_not_sent()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Client.PutItemAsync(Least with { Text = null! }, Token));

        Assert.Empty(Server.Received);
    }

    [Fact]
    public void Absent_and_null_are_not_the_same()
    {
        PresenceOptional<string?> absent = default, none = null, some = "x";

        Assert.Equal((false, true, true), (absent.HasValue, none.HasValue, some.HasValue));
        Assert.Equal((null, null, "x"), (absent.Value, none.Value, some.Value));
        Assert.False(absent == none);
        Assert.True(absent != some && none != some && some == "x");
        Assert.Equal(("absent", "null", "x"), (absent.ToString(), none.ToString(), some.ToString()));
    }
}
