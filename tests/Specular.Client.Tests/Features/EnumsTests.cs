using System.Text.Json;
using Features.Enums;

namespace Specular.Client.Tests;

/// <summary>specs/features/enums.yaml: enums of odd strings and of integers.</summary>
public sealed class EnumsTests(TestServer server) : ServerTest(server)
{
    public static TheoryData<string> Colors => new("red", "light-blue", "+1", "-1", "1st", "naïve", "two words", "say \"hi\"\\", "");

    private EnumsClient Client => new(Http);

    [Theory]
    [MemberData(nameof(Colors))]
    public async Task A_value_that_the_description_knows(string wire)
    {
        Server.Answer = Answers.Echo();
        var color = ColorExtensions.FromWireValue(wire);

        var answer = await Client.PaintAsync(new Paint { Color = color, Others = [color] }, only: [color], cancellationToken: Token);

        Assert.True(color.IsDefined());
        Assert.Equal(wire, color.ToWireValue());
        Assert.Equal(color, answer.Color);
        Assert.Equal(color, Assert.Single(answer.Others!));
        Assert.Equal("/paint?only=" + Uri.EscapeDataString(wire), Server.Request.Target);
        Assert.Equal(wire, JsonDocument.Parse(Server.Request.Text).RootElement.GetProperty("color").GetString());
    }

    [Fact]
    public void Each_has_a_member_of_its_own()
    {
        Assert.Equal(9, Enum.GetValues<Color>().Distinct().Count());
        Assert.Equal(9, Colors.Select(row => ColorExtensions.FromWireValue(row.Data)).Distinct().Count());
    }

    [Fact]
    public async Task A_value_that_the_description_does_not_know_comes_back_as_it_came()
    {
        Server.Answer = Answers.Json(200, """{"color":"Red","others":["red","ultra\u0076iolet/\u00e9",""," red"],"size":-7,"level":12}""");
        var answer = await Client.PaintAsync(new Paint { Color = Color.Red }, cancellationToken: Token);

        Assert.Equal((false, "Red"), (answer.Color.IsDefined(), answer.Color.ToWireValue()));
        Assert.Equal([true, false, true, false], answer.Others!.Select(color => color.IsDefined()));
        Assert.Equal(["red", "ultraviolet/é", "", " red"], answer.Others!.Select(color => color.ToWireValue()));
        Assert.False(answer.Size!.Value.IsDefined() || answer.Level!.Value.IsDefined());

        Server.Reset();
        Server.Answer = Answers.Echo();
        await Client.PaintAsync(answer, only: [answer.Color], size: answer.Size, cancellationToken: Token);
        Assert.Equal("""{"color":"Red","others":["red","ultraviolet/é",""," red"],"size":-7,"level":12}""", Server.Request.Text);
        Assert.Equal("/paint?only=Red&size=-7", Server.Request.Target);
    }

    [Fact]
    public async Task Integers()
    {
        Server.Answer = Answers.Echo();
        var answer = await Client.PaintAsync(new Paint { Color = Color.Red, Size = Size.Value40, Level = LevelExtensions.FromWireValue("9223372036854775807") }, size: Size.Value2, cancellationToken: Token);

        Assert.Equal("""{"color":"red","size":40,"level":9223372036854775807}""", Server.Request.Text);
        Assert.Equal("/paint?size=2", Server.Request.Target);
        Assert.True(answer.Size!.Value.IsDefined() && answer.Level!.Value.IsDefined());
        Assert.Equal(long.MaxValue, (long)answer.Level.Value);
    }

    [Fact]
    public async Task Zero_is_a_value_where_the_description_has_it_and_none_where_it_has_not()
    {
        Server.Answer = Answers.Echo();
        await Client.PaintAsync(new Paint { Color = Color.Red, Level = default(Level) }, cancellationToken: Token);
        Assert.Equal("""{"color":"red","level":0}""", Server.Request.Text);
        Assert.True(default(Level).IsDefined());

        Server.Reset();
        await Assert.ThrowsAnyAsync<JsonException>(() => Client.PaintAsync(new Paint { Color = default }, cancellationToken: Token));
        await Assert.ThrowsAnyAsync<JsonException>(() => Client.PaintAsync(new Paint { Color = Color.Red, Size = default(Size) }, cancellationToken: Token));
        Assert.Empty(Server.Received);
    }

    [Theory]
    [InlineData("""{"color":5}""", "$.color")]
    [InlineData("""{"color":null}""", "$.color")]
    [InlineData("""{"color":"red","size":"1"}""", "$.size")]
    [InlineData("""{"color":"red","size":1.5}""", "$.size")]
    [InlineData("""{"color":"red","others":["red",null]}""", "$.others[1]")]
    public async Task Values_of_another_kind(string json, string path)
    {
        Server.Answer = Answers.Json(200, json);

        var undeclared = Assert.IsType<PaintResult.Undeclared>(await Client.PaintResultAsync(new Paint { Color = Color.Red }, cancellationToken: Token));

        Assert.Equal(path, Assert.IsType<JsonException>(undeclared.Error).Path);
    }

    [Fact]
    public void As_keys_of_a_dictionary()
    {
        var byColor = JsonSerializer.Deserialize<Dictionary<Color, int>>("""{"light-blue":1,"":2,"new":3}""")!;
        Assert.Equal(1, byColor[Color.LightBlue]);
        Assert.Equal("""{"light-blue":1,"":2,"new":3}""", JsonSerializer.Serialize(byColor));

        var bySize = JsonSerializer.Deserialize<Dictionary<Size, int>>("""{"2":1,"-7":2}""")!;
        Assert.Equal(1, bySize[Size.Value2]);
        Assert.Equal("""{"2":1,"-7":2}""", JsonSerializer.Serialize(bySize));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Dictionary<Size, int>>("""{"two":1}"""));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Dictionary<Size, int>>("""{"9223372036854775808":1}"""));
    }
}
