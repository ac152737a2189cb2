using System.Text.Json;

namespace Specular.Runtime.Tests.Json;

public sealed class UnknownEnumValuesTests
{
    // One enum for each test, since what is kept is kept for the life of the process.
    private enum Kept { None, Known }

    private enum Concurrent { None }

    private enum Many { None }

    private enum Long { None }

    [Fact]
    public void A_text_is_kept_under_a_negative_number_and_found_again()
    {
        var a = UnknownEnumValues<Kept>.Keep("A");
        var b = UnknownEnumValues<Kept>.Keep("a");
        Assert.Equal((-1, -2), ((int)a, (int)b));
        Assert.Equal(a, UnknownEnumValues<Kept>.Keep(new string('A', 1)));
        Assert.Equal("A", UnknownEnumValues<Kept>.Find(a));
        Assert.Equal("a", UnknownEnumValues<Kept>.Find(b));
        Assert.Equal("", UnknownEnumValues<Kept>.Find(UnknownEnumValues<Kept>.Keep("")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    [InlineData(-1000)]
    public void Other_values_have_no_text(int value) => Assert.Null(UnknownEnumValues<Kept>.Find((Kept)value));

    [Fact]
    public void Threads_agree()
    {
        var seen = new Concurrent[8][];
        Parallel.For(0, seen.Length, t =>
        {
            seen[t] = new Concurrent[2000];
            for (var i = 0; i < 2000; i++)
            {
                seen[t][i] = UnknownEnumValues<Concurrent>.Keep("v" + i);
                Assert.Equal("v" + i, UnknownEnumValues<Concurrent>.Find(seen[t][i]));
            }
        });
        Assert.All(seen, values => Assert.Equal(seen[0], values));
        Assert.Equal(2000, seen[0].Distinct().Count());
    }

    [Fact]
    public void The_number_of_texts_is_limited_and_those_kept_stay()
    {
        for (var i = 0; i < UnknownEnumValues<Many>.MaxCount; i++) UnknownEnumValues<Many>.Keep("v" + i);
        Assert.Contains("65536", Assert.Throws<JsonException>(() => UnknownEnumValues<Many>.Keep("one more")).Message);
        Assert.Equal("v65535", UnknownEnumValues<Many>.Find(UnknownEnumValues<Many>.Keep("v65535")));
    }

    [Fact]
    public void The_length_of_a_text_is_limited()
    {
        UnknownEnumValues<Long>.Keep(new string('x', 4096));
        var json = "\"" + new string('x', 4097) + "\"";
        var error = Read.Error(json, UnknownEnumValues<Long>.Read);
        Assert.Equal("an enum value of more than 4096 characters. Path: $ | LineNumber: 0 | BytePositionInLine: 0.", error.Message);
    }

    [Fact]
    public void A_default_enum_is_refused_in_words() =>
        Assert.Equal("a value of Kind was never set and stands for none on the wire", JsonErrors.NotAWireValue("Kind").Message);
}
