using System.Globalization;

namespace Specular.Runtime.Tests.Json;

public sealed class TimeReadTests
{
    [Theory]
    [InlineData("2024-02-29T13:14:15Z", "2024-02-29T13:14:15.0000000+00:00")]
    [InlineData("2024-02-29t13:14:15z", "2024-02-29T13:14:15.0000000+00:00")]
    [InlineData("2024-02-29T13:14:15.5Z", "2024-02-29T13:14:15.5000000+00:00")]
    [InlineData("2024-02-29T13:14:15,25Z", "2024-02-29T13:14:15.2500000+00:00")]
    [InlineData("2024-02-29T13:14:15.123456789Z", "2024-02-29T13:14:15.1234567+00:00")]
    [InlineData("2024-02-29T13:14:15.99999999999999999999999999999Z", "2024-02-29T13:14:15.9999999+00:00")]
    [InlineData("2024-02-29T13:14:15+02:00", "2024-02-29T13:14:15.0000000+02:00")]
    [InlineData("2024-02-29T13:14:15-0330", "2024-02-29T13:14:15.0000000-03:30")]
    [InlineData("2024-02-29T13:14:15+0000", "2024-02-29T13:14:15.0000000+00:00")]
    [InlineData("2024-02-29T13:14:15-00:00", "2024-02-29T13:14:15.0000000+00:00")]
    [InlineData("2024-02-29T13:14:15+05", "2024-02-29T13:14:15.0000000+05:00")]
    [InlineData("2024-02-29T13:14:15\\u002B05:30", "2024-02-29T13:14:15.0000000+05:30")]
    [InlineData("2024-02-29T13:14:15", "2024-02-29T13:14:15.0000000+00:00")]
    [InlineData("2024-02-29 13:14:15", "2024-02-29T13:14:15.0000000+00:00")]
    [InlineData("2024-02-29 13:14:15 +0100", "2024-02-29T13:14:15.0000000+01:00")]
    [InlineData("2024-02-29T13:14Z", "2024-02-29T13:14:00.0000000+00:00")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00.0000000+00:00")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.0000000+00:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999+00:00")]
    [InlineData("2024-01-01T00:00:00+14:00", "2024-01-01T00:00:00.0000000+14:00")]
    public void Date_times(string text, string expected) => Cultures.Each(() =>
        Assert.Equal(expected, Read.One("\"" + text + "\"", JsonRead.DateTimeOffset).ToString("O", CultureInfo.InvariantCulture)));

    [Fact]
    public void Any_date_time_comes_back()
    {
        var random = new Random(1);
        for (var i = 0; i < 5000; i++)
        {
            var offset = TimeSpan.FromMinutes(random.Next(-14 * 60, 14 * 60 + 1));
            var value = new DateTimeOffset(random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), offset);
            var back = Read.One("\"" + value.ToString("O", CultureInfo.InvariantCulture) + "\"", JsonRead.DateTimeOffset);
            Assert.Equal((value, offset), (back, back.Offset));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("2023-02-29T00:00:00Z")]
    [InlineData("2024-13-01T00:00:00Z")]
    [InlineData("2024-00-01T00:00:00Z")]
    [InlineData("2024-01-00T00:00:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("2024-01-01T24:00:00Z")]
    [InlineData("2024-01-01T00:60:00Z")]
    [InlineData("2024-01-01T00:00:61Z")]
    [InlineData("2024-01-01T00:00:00.Z")]
    [InlineData("2024-01-01T00:00:00:00Z")]
    [InlineData("2024-01-01T00:00:00+14:01")]
    [InlineData("2024-01-01T00:00:00+1")]
    [InlineData("2024-01-01T00:00:00+01:60")]
    [InlineData("2024-01-01T00:00:00+01:00 x")]
    [InlineData("2024-01-01T00:00:00 ")]
    [InlineData("2024-01-01T00:00:00ZZ")]
    [InlineData("2024-01-01T")]
    [InlineData("2024-1-1T00:00:00Z")]
    [InlineData("01/02/2024 00:00:00")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:60Z")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("٢٠٢٤-٠١-٠١T00:00:00Z")]
    public void Not_date_times(string text) =>
        Assert.Equal("'" + text + "' is not a date-time", Read.Reason("\"" + text + "\"", JsonRead.DateTimeOffset));

    [Fact]
    public void Other_tokens_are_named()
    {
        Assert.Equal("a number where a date-time is due", Read.Reason("1704067200", JsonRead.DateTimeOffset));
    }

    [Fact]
    public void A_long_text_is_refused() =>
        Assert.EndsWith("…' is not a date-time", Read.Reason("\"\\u0032" + new string('0', 300) + "\"", JsonRead.DateTimeOffset));

#if !NETSTANDARD_UNDER_TEST
    [Theory]
    [InlineData("2024-02-29")]
    [InlineData("2024-02-29T00:00:00")]
    [InlineData("2024-02-29T00:00:00.000Z")]
    public void Dates(string text) => Cultures.Each(() => Assert.Equal(new DateOnly(2024, 2, 29), Read.One("\"" + text + "\"", JsonRead.Date)));

    [Theory]
    [InlineData("2024-02-30")]
    [InlineData("2024-02-29T00:00:01")]
    [InlineData("2024-02-29T00:00:00+01:00")]
    [InlineData("29.02.2024")]
    public void Not_dates(string text) => Assert.Equal("'" + text + "' is not a date", Read.Reason("\"" + text + "\"", JsonRead.Date));

    [Theory]
    [InlineData("13:14", 131400)]
    [InlineData("13:14:15", 131415)]
    [InlineData("13:14:15Z", 131415)]
    [InlineData("13:14:15+00:00", 131415)]
    public void Times(string text, int expected) =>
        Assert.Equal(new TimeOnly(expected / 10000, expected / 100 % 100, expected % 100), Read.One("\"" + text + "\"", JsonRead.Time));

    [Theory]
    [InlineData("1:14")]
    [InlineData("24:00")]
    [InlineData("23:59:60")]
    [InlineData("13:14:15+01:00")]
    [InlineData("1 pm")]
    public void Not_times(string text) => Assert.Equal("'" + text + "' is not a time", Read.Reason("\"" + text + "\"", JsonRead.Time));
#endif
}
