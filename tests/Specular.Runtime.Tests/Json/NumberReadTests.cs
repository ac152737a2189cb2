using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Specular.Runtime.Tests.Json;

public sealed class NumberReadTests
{
    [Theory]
    [InlineData("5517027188234206000", 5517027188234206000)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9007199254740993", 9007199254740993)]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("-0.0", 0)]
    [InlineData("5.0", 5)]
    [InlineData("-5.000", -5)]
    [InlineData("1e2", 100)]
    [InlineData("1E+2", 100)]
    [InlineData("1.5e1", 15)]
    [InlineData("0.001e3", 1)]
    [InlineData("1200e-2", 12)]
    [InlineData("-9.223372036854775808e18", long.MinValue)]
    [InlineData("9.223372036854775807E18", long.MaxValue)]
    [InlineData("92233720368547758070e-1", long.MaxValue)]
    [InlineData("0e999999999999999999999", 0)]
    [InlineData("0.0e-999999999999999999999", 0)]
    public void Int64_is_exact(string json, long expected)
    {
        Assert.Equal(expected, Read.One(json, JsonRead.Int64));
    }

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("18446744073709551616")]
    [InlineData("18446744073709551615")]
    [InlineData("9.223372036854775808e18")]
    [InlineData("1e19")]
    [InlineData("1e999999999999999999999")]
    [InlineData("123456789012345678901234567890.5")]
    public void Int64_out_of_range_never_wraps(string json) =>
        Assert.Equal($"'{json}' is outside the range of int64", Read.Reason(json, JsonRead.Int64));

    [Theory]
    [InlineData("5.5")]
    [InlineData("1e-1")]
    [InlineData("15e-1")]
    [InlineData("1e-999999999999999999999")]
    [InlineData("9223372036854775807.5")]
    public void A_fraction_is_no_integer(string json)
    {
        Assert.Equal($"'{json}' is not an integer: it has a fraction", Read.Reason(json, JsonRead.Int64));
        Assert.Equal($"'{json}' is not an integer: it has a fraction", Read.Reason(json, JsonRead.Int32));
    }

    [Theory]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("2147483647.0", int.MaxValue)]
    [InlineData("2.1e1", 21)]
    [InlineData("-0", 0)]
    public void Int32_is_exact(string json, int expected) => Assert.Equal(expected, Read.One(json, JsonRead.Int32));

    [Theory]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    [InlineData("4294967296")]
    [InlineData("1e10")]
    [InlineData("1e100")]
    public void Int32_out_of_range_never_wraps(string json) =>
        Assert.Equal($"'{json}' is outside the range of int32", Read.Reason(json, JsonRead.Int32));

    [Theory]
    [InlineData("null", "null")]
    [InlineData("\"5\"", "a string")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("{}", "an object")]
    [InlineData("[]", "an array")]
    public void Another_token_is_named(string json, string kind)
    {
        Assert.Equal(kind + " where an integer is due", Read.Reason(json, JsonRead.Int64));
        Assert.Equal(kind + " where an integer is due", Read.Reason(json, JsonRead.Int32));
        Assert.Equal(kind + " where a number is due", Read.Reason(json, JsonRead.Double));
        Assert.Equal(kind + " where a number is due", Read.Reason(json, JsonRead.Single));
        Assert.Equal(kind + " where a number is due", Read.Reason(json, JsonRead.Decimal));
    }

    [Fact]
    public void Floating_point_numbers_are_read_and_infinity_is_not_made()
    {
        Assert.Equal(0.1, Read.One("0.1", JsonRead.Double));
        Assert.Equal(double.MaxValue, Read.One("1.7976931348623157E308", JsonRead.Double));
        Assert.Equal(0d, Read.One("1e-400", JsonRead.Double));
        Assert.Equal(0.1f, Read.One("0.1", JsonRead.Single));
        Assert.Equal("'1e400' is outside the range of double", Read.Reason("1e400", JsonRead.Double));
        Assert.Equal("'-1e39' is outside the range of float", Read.Reason("-1e39", JsonRead.Single));
    }

    [Fact]
    public void Decimals_keep_their_digits()
    {
        Assert.Equal(79228162514264337593543950335m, Read.One("79228162514264337593543950335", JsonRead.Decimal));
        Assert.Equal("1.00", Read.One("1.00", JsonRead.Decimal).ToString(CultureInfo.InvariantCulture));
        Assert.Equal("'1e29' is outside the range of decimal", Read.Reason("1e29", JsonRead.Decimal));
    }

    [Fact]
    public void No_culture_changes_a_number() => Cultures.Each(() =>
    {
        Assert.Equal(-1234.5, Read.One("-1234.5", JsonRead.Double));
        Assert.Equal(-1234.5m, Read.One("-1234.5", JsonRead.Decimal));
        Assert.Equal(-100, Read.One("-1e2", JsonRead.Int64));
    });

    [Fact]
    public void Any_number_is_what_arithmetic_says()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            // Digits, mostly zeros, with a point somewhere and an exponent that moves it about.
            var digits = new StringBuilder().Append(random.Next(1, 10));
            for (var n = random.Next(22); n > 0; n--) digits.Append(random.Next(3) == 0 ? random.Next(10) : 0);
            var decimals = random.Next(digits.Length);
            var exponent = random.Next(-20, 20);
            var sign = random.Next(2) == 0 ? "-" : "";
            var mantissa = digits.ToString();
            var json = sign + mantissa[..^decimals] + (decimals > 0 ? "." + mantissa[^decimals..] : "") + (random.Next(2) == 0 ? "e" : "E") + exponent.ToString(CultureInfo.InvariantCulture);

            var scale = exponent - decimals;
            var value = BigInteger.Parse(sign + mantissa, CultureInfo.InvariantCulture);
            var divisor = BigInteger.Pow(10, Math.Max(0, -scale));
            value *= BigInteger.Pow(10, Math.Max(0, scale));
            var expected = value % divisor == 0 && value / divisor >= long.MinValue && value / divisor <= long.MaxValue ? (long)(value / divisor) : (long?)null;
            long? actual;
            try
            {
                actual = Read.One(json, JsonRead.Int64);
            }
            catch (JsonException)
            {
                actual = null;
            }

            Assert.True(expected == actual, $"{json}: {expected} and not {actual}");
        }
    }
}
