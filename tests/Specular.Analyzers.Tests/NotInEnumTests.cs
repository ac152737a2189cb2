using Specular.Analyzers.Rules;
using Specular.CodeFixes;

namespace Specular.Analyzers.Tests;

/// <summary>SPEC103: a constant that is not one of the values that the description lists.</summary>
public class NotInEnumTests
{
    private static Task Body(string body, params string[] messages) => ShopClient.BodyAsync<NotInEnumAnalyzer>(body, messages);

    [Fact]
    public Task The_message_names_the_values() => Body(
        "_ = ColorExtensions.FromWireValue([|\"blue\"|]); _ = item with { Ratio = [|0.75|] }; _ = Enum.Parse<Color>([|\"Blue\"|]);",
        "\"blue\" is none of the values that 'Color' has. Use 'red', 'light-blue' or 'DARK_GREEN'.",
        "0.75 is none of the values that 'Ratio' has. Use '0.5', '1' or '2'.",
        "\"Blue\" is none of the values that 'Color' has. Its members are 'Red', 'LightBlue' and 'DarkGreen'.");

    [Theory]
    [InlineData("const string color = \"blue\"; _ = ColorExtensions.FromWireValue([|color|]);")]
    [InlineData("_ = ColorExtensions.FromWireValue(flag ? \"red\" : [|\"RED\"|]);")]
    [InlineData("_ = Enum.Parse(typeof(Color), [|\"red\"|]);")]
    [InlineData("_ = Enum.TryParse<Color>([|\"light-blue\"|], out _);")]
    [InlineData("_ = Enum.Parse<Color>([|\"red\"|], ignoreCase: false);")]
    [InlineData("_ = item with { Ratio = [|3|] };")]
    [InlineData("_ = item.Color?.ToWireValue() == \"red\"; _ = default(Color).ToWireValue() == [|\"RED\"|];")]
    [InlineData("_ = [|\"LightBlue\"|] != Color.LightBlue.ToWireValue();")]
    public Task Reported(string body) => Body(body);

    [Theory]
    [InlineData("_ = ColorExtensions.FromWireValue(\"light-blue\");")]
    [InlineData("_ = ColorExtensions.FromWireValue(unknown);")]
    [InlineData("_ = Enum.Parse<Color>(\"LightBlue\");")]
    [InlineData("_ = Enum.Parse<Color>(\"red\", ignoreCase: true);")]
    [InlineData("_ = Enum.Parse<Color>(\"2\");")]
    [InlineData("_ = Enum.Parse<Color>(\"Red, LightBlue\");")]
    [InlineData("_ = Enum.Parse<DayOfWeek>(unknown);")]
    [InlineData("_ = item with { Ratio = 0.5 };")]
    [InlineData("_ = item with { Ratio = 1 };")]
    [InlineData("_ = item with { Ratio = unknown.Length };")]
    [InlineData("_ = Color.Red.ToWireValue() == \"red\";")]
    [InlineData("_ = Color.Red.ToWireValue() == \"a-newer-value\";")]
    [InlineData("_ = Color.Red.ToString() == \"RED\";")]
    public Task Not_reported(string body) => Body(body);

    [Fact]
    public Task Spells_the_value_as_the_description_does() => ShopClient.FixBodyAsync<NotInEnumAnalyzer, NotInEnumFixer>(
        "_ = ColorExtensions.FromWireValue([|\"RED\"|]); _ = ColorExtensions.FromWireValue([|\"DarkGreen\"|]); _ = Enum.Parse<Color>([|\"light-blue\"|]); _ = Color.Red.ToWireValue() == [|\"Red\"|];",
        "_ = ColorExtensions.FromWireValue(\"red\"); _ = ColorExtensions.FromWireValue(\"DARK_GREEN\"); _ = Enum.Parse<Color>(\"LightBlue\"); _ = Color.Red.ToWireValue() == \"red\";");

    [Fact]
    public Task Offers_nothing_where_no_value_is_near() => ShopClient.NoFixAsync<NotInEnumAnalyzer, NotInEnumFixer>(
        "_ = ColorExtensions.FromWireValue([|\"blue\"|]); const string red = \"RED\"; _ = ColorExtensions.FromWireValue([|red|]); _ = item with { Ratio = [|3|] };");
}
