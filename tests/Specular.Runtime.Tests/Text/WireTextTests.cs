using Specular.Runtime.Tests.Json;

namespace Specular.Runtime.Tests.Text;

public sealed class WireTextTests
{
    [Fact]
    public void Every_type_in_every_culture() => Cultures.Each(() =>
    {
        Assert.Equal("ıİ", WireText.Format("ıİ"));
        Assert.Equal("true", WireText.Format(true));
        Assert.Equal("false", WireText.Format(false));
        Assert.Equal("-2147483648", WireText.Format(int.MinValue));
        Assert.Equal("-9223372036854775808", WireText.Format(long.MinValue));
        Assert.Equal("-1234.5", WireText.Format(-1234.5m));
        Assert.Equal("1.00", WireText.Format(1.00m));
        Assert.Equal("-0.1", WireText.Format(-0.1));
        Assert.Equal("0.1", WireText.Format(0.1f));
        Assert.Equal("00112233-4455-6677-8899-aabbccddeeff", WireText.Format(new Guid("00112233-4455-6677-8899-AABBCCDDEEFF")));
        Assert.Equal("+/8=", WireText.Format([0xFB, 0xFF]));
        Assert.Equal("https://EXAMPLE.com/%41", WireText.Format(new Uri("https://EXAMPLE.com/%41")));
        Assert.Equal("relative?x", WireText.Format(new Uri("relative?x", UriKind.Relative)));
#if !NETSTANDARD_UNDER_TEST
        Assert.Equal("2024-02-29", WireText.Format(new DateOnly(2024, 2, 29)));
        Assert.Equal("01:02:03", WireText.Format(new TimeOnly(1, 2, 3)));
        Assert.Equal("01:02:03.04", WireText.Format(new TimeOnly(1, 2, 3, 40)));
#endif
    });

    [Fact]
    public void Date_times_are_what_JSON_has() => Cultures.Each(() =>
    {
        var time = new DateTimeOffset(2024, 2, 29, 13, 14, 15, TimeSpan.Zero);
        foreach (var value in new[] { time, time.AddTicks(10), time.ToOffset(TimeSpan.FromHours(5.5)), time.ToOffset(TimeSpan.FromHours(-3.5)).AddTicks(1), DateTimeOffset.MinValue, DateTimeOffset.MaxValue })
        {
            Assert.Equal(JsonWriteTests.Written(value, JsonWrite.DateTimeOffset), "\"" + WireText.Format(value) + "\"");
        }

        Assert.Equal("2024-02-29T13:14:15Z", WireText.Format(time));
    });

    [Fact]
    public void Numbers_are_what_JSON_has_and_come_back()
    {
        var random = new Random(1);
        for (var i = 0; i < 5000; i++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64());
            var single = (float)random.NextDouble() * MathF.Pow(10, random.Next(-30, 30));
            if (double.IsFinite(value))
            {
                Assert.Equal(value, Read.One(WireText.Format(value), JsonRead.Double));
                Assert.Equal(JsonWriteTests.Written(value, JsonWrite.Double), WireText.Format(value));
            }

            Assert.Equal(single, Read.One(WireText.Format(single), JsonRead.Single));
            Assert.Equal(JsonWriteTests.Written(single, JsonWrite.Single), WireText.Format(single));
        }
    }

    [Fact]
    public void What_is_not_a_number_is_refused()
    {
        Assert.Throws<ArgumentException>(() => WireText.Format(double.NaN));
        Assert.Throws<ArgumentException>(() => WireText.Format(float.NegativeInfinity));
    }
}
