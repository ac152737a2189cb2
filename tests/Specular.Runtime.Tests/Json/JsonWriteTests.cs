using System.Text.Json;

namespace Specular.Runtime.Tests.Json;

public sealed class JsonWriteTests
{
    internal static string Written<T>(T value, JsonWriter<T> write) => JsonContents.Text(value, write);

    [Fact]
    public void Date_times() => Cultures.Each(() =>
    {
        var time = new DateTimeOffset(2024, 2, 29, 13, 14, 15, TimeSpan.Zero);
        Assert.Equal("\"2024-02-29T13:14:15Z\"", Written(time, JsonWrite.DateTimeOffset));
        Assert.Equal("\"2024-02-29T13:14:15.05Z\"", Written(time.AddMilliseconds(50), JsonWrite.DateTimeOffset));
        Assert.Equal("\"2024-02-29T14:14:15.0000001+01:00\"", Written(time.AddTicks(1).ToOffset(TimeSpan.FromHours(1)), JsonWrite.DateTimeOffset));
        Assert.Equal("\"2024-02-29T09:44:15-03:30\"", Written(time.ToOffset(TimeSpan.FromHours(-3.5)), JsonWrite.DateTimeOffset));
        foreach (var value in new[] { DateTimeOffset.MinValue, DateTimeOffset.MaxValue, time.ToOffset(TimeSpan.FromHours(14)), time.AddTicks(1234567) })
        {
            var back = Read.One(Written(value, JsonWrite.DateTimeOffset), JsonRead.DateTimeOffset);
            Assert.Equal((value, value.Offset), (back, back.Offset));
        }
    });

#if !NETSTANDARD_UNDER_TEST
    [Fact]
    public void Dates_and_times() => Cultures.Each(() =>
    {
        Assert.Equal("\"0001-01-01\"", Written(DateOnly.MinValue, JsonWrite.Date));
        Assert.Equal("\"2024-02-29\"", Written(new DateOnly(2024, 2, 29), JsonWrite.Date));
        Assert.Equal("\"01:02:03\"", Written(new TimeOnly(1, 2, 3), JsonWrite.Time));
        Assert.Equal("\"01:02:03.04\"", Written(new TimeOnly(1, 2, 3, 40), JsonWrite.Time));
        Assert.Equal("\"23:59:59.9999999\"", Written(TimeOnly.MaxValue, JsonWrite.Time));
    });
#endif

    [Fact]
    public void Floating_point_numbers_come_back() => Cultures.Each(() =>
    {
        Assert.Equal("-0.1", Written(-0.1, JsonWrite.Double));
        Assert.Equal(double.MaxValue, Read.One(Written(double.MaxValue, JsonWrite.Double), JsonRead.Double));
        Assert.Equal(float.Epsilon, Read.One(Written(float.Epsilon, JsonWrite.Single), JsonRead.Single));
    });

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_not_a_number_is_refused(double value)
    {
        Assert.Contains("only finite numbers", Assert.Throws<ArgumentException>(() => Written(value, JsonWrite.Double)).Message);
        Assert.Contains("only finite numbers", Assert.Throws<ArgumentException>(() => Written((float)value, JsonWrite.Single)).Message);
    }

    [Fact]
    public void Bytes_and_elements()
    {
        Assert.Equal([0xFB, 0xFF, 0], Read.One(Written<byte[]>([0xFB, 0xFF, 0], JsonWrite.Bytes), JsonRead.Bytes));
        Assert.Equal("{\"a\":[1]}", Written(JsonElement.Parse("{\"a\": [1]}"), JsonWrite.Element));
        Assert.Equal("a value of JsonElement was never set and stands for none on the wire", Assert.Throws<JsonException>(() => Written<JsonElement>(default, JsonWrite.Element)).Message);
        Assert.Throws<ArgumentNullException>(() => Written<byte[]>(null!, JsonWrite.Bytes));
    }
}
