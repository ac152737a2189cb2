using Specular.Analyzers.Rules;

namespace Specular.Analyzers.Tests;

/// <summary>SPEC113: default, or a number that no member has, for an enum of the API.</summary>
public class UndefinedEnumTests
{
    private static Task Body(string body, params string[] messages) => ShopClient.BodyAsync<UndefinedEnumAnalyzer>(body, messages);

    [Fact]
    public Task The_message_names_what_is_wrong_and_what_is_right() => Body(
        "_ = new Item { Name = unknown, Color = [|(Color)99|], Size = [|default(Size)|] };",
        "'(Color)99' is no value that the description has for 'Color'. Use 'Color.Red', 'Color.LightBlue', 'Color.DarkGreen'.",
        "'default(Size)' is no value that the description has for 'Size'. Use 'Size.Value1', 'Size.Value2', 'Size.Value40'.");

    [Theory]
    [InlineData("await client.ListItemsAsync(color: [|default(Color)|]);")]
    [InlineData("await client.ListItemsResultAsync(color: [|new Color()|]);")]
    [InlineData("var none = (Color)0; await client.ListItemsAsync(color: [|none|]);")]
    [InlineData("await client.ListItemsAsync(color: flag ? Color.Red : [|(Color)4|]);")]
    [InlineData("_ = item with { OtherColor = [|default(Color)|] };")]
    [InlineData("_ = item with { Colors = [Color.Red, [|(Color)7|], [|default|]] };")]
    [InlineData("_ = item with { Colors = new List<Color> { [|default|] } };")]
    [InlineData("_ = item with { Colors = new[] { Color.Red, [|(Color)(-1)|] } };")]
    [InlineData("_ = item with { Size = [|(Size)3|] };")]
    [InlineData("_ = item with { Colors = [|new Color[2]|] };")]
    [InlineData("var colors = new[] { default(Color) }; _ = item with { Colors = [|colors|] };")]
    [InlineData("static Color None() => default; _ = item with { Color = [|None()|] };")]
    [InlineData("const Color none = default; _ = item with { Color = [|none|] };")]
    public Task Reported(string body) => Body(body);

    [Theory]
    [InlineData("await client.ListItemsAsync(color: default);")]
    [InlineData("await client.ListItemsAsync();")]
    [InlineData("_ = item with { Color = null, Size = default };")]
    [InlineData("_ = item with { Size = (Size)40, Color = (Color)2 };")]
    [InlineData("_ = item with { Color = Enum.Parse<Color>(unknown) };")]
    [InlineData("_ = item with { Color = (Color)unknown.Length };")]
    [InlineData("var color = default(Color); if (flag) color = Color.Red; _ = item with { Color = color };")]
    [InlineData("if (item.Color == default(Color) || (Color)99 == item.Color) { }")]
    [InlineData("_ = default(Color).IsDefined();")]
    [InlineData("Color color = default; foreach (var one in new[] { Color.Red }) color = one;")]
    [InlineData("await http.GetAsync(unknown, default(HttpCompletionOption));")]
    [InlineData("_ = item with { OtherColor = default };")]
    [InlineData("_ = item with { Colors = new Color[0] };")]
    [InlineData("var colors = new Color[2]; colors[0] = colors[1] = Color.Red; _ = item with { Colors = colors };")]
    [InlineData("var color = flag ? Color.Red : default; if (color != default) _ = item with { Color = color };")]
    [InlineData("foreach (var color in new[] { default, Color.Red }.Where(c => c.IsDefined())) _ = item with { Color = color };")]
    public Task Not_reported(string body) => Body(body);
}
