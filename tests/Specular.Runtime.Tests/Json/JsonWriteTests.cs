using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Specular.Runtime.Tests.Json;

public sealed class JsonWriteTests
{
    internal static string Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    [Fact]
    public void Date_times() => Cultures.Each(() =>
    {
        var time = new DateTimeOffset(2024, 2, 29, 13, 14, 15, TimeSpan.Zero);
        Assert.Equal("\"2024-02-29T13:14:15Z\"", Written(w => JsonWrite.DateTimeOffset(w, time)));
        Assert.Equal("\"2024-02-29T13:14:15.05Z\"", Written(w => JsonWrite.DateTimeOffset(w, time.AddMilliseconds(50))));
        Assert.Equal("\"2024-02-29T14:14:15.0000001+01:00\"", Written(w => JsonWrite.DateTimeOffset(w, time.AddTicks(1).ToOffset(TimeSpan.FromHours(1)))));
        Assert.Equal("\"2024-02-29T09:44:15-03:30\"", Written(w => JsonWrite.DateTimeOffset(w, time.ToOffset(TimeSpan.FromHours(-3.5)))));
        foreach (var value in new[] { DateTimeOffset.MinValue, DateTimeOffset.MaxValue, time.ToOffset(TimeSpan.FromHours(14)), time.AddTicks(1234567) })
        {
            var back = Read.One(Written(w => JsonWrite.DateTimeOffset(w, value)), JsonRead.DateTimeOffset);
            Assert.Equal((value, value.Offset), (back, back.Offset));
        }
    });

#if !NETSTANDARD_UNDER_TEST
    [Fact]
    public void Dates_and_times() => Cultures.Each(() =>
    {
        Assert.Equal("\"0001-01-01\"", Written(w => JsonWrite.Date(w, DateOnly.MinValue)));
        Assert.Equal("\"2024-02-29\"", Written(w => JsonWrite.Date(w, new DateOnly(2024, 2, 29))));
        Assert.Equal("\"01:02:03\"", Written(w => JsonWrite.Time(w, new TimeOnly(1, 2, 3))));
        Assert.Equal("\"01:02:03.04\"", Written(w => JsonWrite.Time(w, new TimeOnly(1, 2, 3, 40))));
        Assert.Equal("\"23:59:59.9999999\"", Written(w => JsonWrite.Time(w, TimeOnly.MaxValue)));
    });
#endif

    [Fact]
    public void Floating_point_numbers_come_back() => Cultures.Each(() =>
    {
        Assert.Equal("-0.1", Written(w => JsonWrite.Double(w, -0.1)));
        Assert.Equal(double.MaxValue, Read.One(Written(w => JsonWrite.Double(w, double.MaxValue)), JsonRead.Double));
        Assert.Equal(float.Epsilon, Read.One(Written(w => JsonWrite.Single(w, float.Epsilon)), JsonRead.Single));
    });

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_not_a_number_is_refused(double value)
    {
        Assert.Contains("only finite numbers", Assert.Throws<ArgumentException>(() => Written(w => JsonWrite.Double(w, value))).Message);
        Assert.Contains("only finite numbers", Assert.Throws<ArgumentException>(() => Written(w => JsonWrite.Single(w, (float)value))).Message);
    }

    [Fact]
    public void Bytes_and_elements()
    {
        Assert.Equal([0xFB, 0xFF, 0], Read.One(Written(w => JsonWrite.Bytes(w, [0xFB, 0xFF, 0])), JsonRead.Bytes));
        Assert.Equal("{\"a\":[1]}", Written(w => JsonWrite.Element(w, JsonElement.Parse("{\"a\": [1]}"))));
        Assert.Equal("a value of JsonElement was never set and stands for none on the wire", Assert.Throws<JsonException>(() => Written(w => JsonWrite.Element(w, default))).Message);
        Assert.Throws<ArgumentNullException>(() => Written(w => JsonWrite.Bytes(w, null!)));
    }
}
