namespace Specular.Runtime.Tests.Http;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);

    private static TimeSpan? Parse(string? retryAfter, string? date = null)
    {
        var response = new HttpResponseMessage();
        if (retryAfter is not null) response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        if (date is not null) response.Headers.TryAddWithoutValidation("Date", date);
        return RetryAfter.Parse(response, Now);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("120", 120)]
    [InlineData(" 120 ", 120)]
    [InlineData("007", 7)]
    [InlineData("2147483647", 2147483647)]
    [InlineData("2147483648", 2147483647)]
    [InlineData("99999999999999999999999999999999999999", 2147483647)]
    [InlineData("-1", 0)]
    [InlineData("Thu, 29 Feb 2024 12:01:00 GMT", 60)]
    [InlineData("Thursday, 29-Feb-24 12:01:00 GMT", 60)]
    [InlineData("Thu Feb 29 12:01:00 2024", 60)]
    [InlineData("Thu, 29 Feb 2024 11:59:00 GMT", 0)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", 2147483647)]
    public void A_time_to_wait(string value, double seconds) => Cultures.Each(() => Assert.Equal(TimeSpan.FromSeconds(seconds), Parse(value)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-")]
    [InlineData("1.5")]
    [InlineData("1, 2")]
    [InlineData("+5")]
    [InlineData("0x10")]
    [InlineData("٥")]
    [InlineData("Thu, 30 Feb 2024 12:01:00 GMT")]
    public void Nonsense_is_null(string? value) => Assert.Null(Parse(value));

    [Fact]
    public void A_date_counts_from_the_servers_own_clock()
    {
        Assert.Equal(TimeSpan.FromSeconds(30), Parse("Thu, 29 Feb 2024 09:00:30 GMT", "Thu, 29 Feb 2024 09:00:00 GMT"));
        Assert.Equal(TimeSpan.Zero, Parse("Thu, 29 Feb 2024 12:00:30 GMT", "Thu, 29 Feb 2024 13:00:00 GMT"));
        Assert.Equal(TimeSpan.FromSeconds(30), Parse("Thu, 29 Feb 2024 12:00:30 GMT", "nonsense"));
    }

    [Fact]
    public void The_first_of_several_counts()
    {
        var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Retry-After", ["7", "8"]);
        Assert.Equal(TimeSpan.FromSeconds(7), RetryAfter.Parse(response, Now));
    }
}
