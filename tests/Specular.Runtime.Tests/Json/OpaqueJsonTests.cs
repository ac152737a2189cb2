using System.Text.Json;

namespace Specular.Runtime.Tests.Json;

/// <summary>Values that nobody looks into.</summary>
public sealed class OpaqueJsonTests
{
    [Theory]
    [InlineData("null")]
    [InlineData("-1.50e+3")]
    [InlineData("\"\\u00e9 \\/ é\"")]
    [InlineData("[ 1,\n\t2 ]")]
    [InlineData("{ \"a\" : 1, \"a\":{} }")]
    public void A_value_is_written_byte_for_byte_as_it_came(string json) =>
        Assert.Equal(json, JsonWriteTests.Written(Read.One(" " + json + "\r\n", OpaqueJson.Read), Write));

    [Theory]
    [InlineData("{}", "{ \r\n\t}", true)]
    [InlineData("[1,\"a b\"]", " [ 1 , \"a b\" ] ", true)]
    [InlineData("\"a\\\"\\\\\"", "\"a\\\"\\\\\" ", true)]
    [InlineData("[\"\\\\\", 1]", "[\"\\\\\",1]", true)]
    [InlineData("\"a b\"", "\"ab\"", false)]
    [InlineData("\"\\\" \"", "\"\\\"\"", false)]
    [InlineData("1", "1.0", false)]
    [InlineData("1", "12", false)]
    [InlineData("[]", "[[]]", false)]
    public void Spaces_make_no_difference_between_two(string one, string other, bool areEqual)
    {
        var (left, right) = (Read.One(one, OpaqueJson.Read), Read.One(other, OpaqueJson.Read));
        Assert.Equal(areEqual, left.Equals(right));
        Assert.Equal(areEqual, right.Equals((object)left));
        Assert.Equal(areEqual, left.GetHashCode() == right.GetHashCode());
        Assert.False(left.Equals(null));
    }

    [Fact]
    public void What_is_no_object_is_refused_as_one()
    {
        Assert.Equal("{\"a\":[{}]}", JsonWriteTests.Written(Read.One("{\"a\":[{}]}", OpaqueJson.ReadObject), Write));
        Assert.Equal("null where an object is due", Read.Reason("null", OpaqueJson.ReadObject));
        Assert.Equal("an array where an object is due", Read.Reason("[]", OpaqueJson.ReadObject));
        Assert.Throws<JsonException>(() => Read.One("{\"a\":}", OpaqueJson.ReadObject));
        Assert.Throws<JsonException>(() => Read.One("{\"a\":01}", OpaqueJson.Read));
    }

    [Fact]
    public void Its_text_is_not_shown() => Assert.DoesNotContain("secret", Read.One("\"secret\"", OpaqueJson.Read).ToString(), StringComparison.Ordinal);

    private static void Write(ref JsonOutput json, OpaqueJson value) => value.Write(ref json);
}
