namespace Specular.Runtime.Tests.Text;

public sealed class SanitizedTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("plain text, é 😀", "plain text, é 😀")]
    [InlineData("a\r\nb\tc\0d\u001be\u007ff\u0085g", "a  b c d e f g")]
    [InlineData("a\u2028b\u2029c", "a b c")]
    [InlineData("a\u202Eb\u2066c\u200Fd\uFEFFe\u061Cf", "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf")]
    [InlineData("👩‍👧", "👩‍👧")]
    public void One_line_of_visible_text(string? text, string expected) => Assert.Equal(expected, Sanitized.Line(text, 100));

    [Fact]
    public void Half_surrogate_pairs_are_replaced()
    {
        Assert.Equal("a\uFFFDb", Sanitized.Line("a\uD83Db", 100));
        Assert.Equal("\uFFFD\uFFFD", Sanitized.Line("\uDE00\uD83D", 100));
        Assert.Equal("\uFFFD😀", Sanitized.Line("\uD83D😀", 100));
    }

    [Fact]
    public void Long_text_is_cut_between_characters()
    {
        Assert.Equal("abcde", Sanitized.Line("abcde", 5));
        Assert.Equal("abcd…", Sanitized.Line("abcdef", 5));
        Assert.Equal("abc…", Sanitized.Line("abc😀ef", 5));
        Assert.Equal("ab😀…", Sanitized.Line("ab😀cdef", 5));
        Assert.Equal("a bc…", Sanitized.Line("a\nbcdef", 5));
        Assert.Equal("…", Sanitized.Line("ab", 1));
        Assert.Equal("", Sanitized.Line("ab", 0));
        Assert.Equal("…", Sanitized.Line("😀😀", 2));
    }

    [Fact]
    public void Text_that_is_safe_is_not_copied()
    {
        const string Text = "safe é 😀";
        Assert.Same(Text, Sanitized.Line(Text, 100));
        Assert.Same(Text, Sanitized.Redact(Text, ["other", ""]));
    }

    [Theory]
    [InlineData("key=s3cret!", "key=***!")]
    [InlineData("s3cret s3cret", "*** ***")]
    [InlineData("s3crets3cret", "***")]
    [InlineData("s3cret-long", "***")]
    [InlineData("S3CRET", "S3CRET")]
    [InlineData("abab ababab", "*** ***")]
    public void Secrets_are_hidden(string text, string expected) =>
        Assert.Equal(expected, Sanitized.Redact(text, ["s3cret", "s3cret-long", "abab"]));

    [Fact]
    public void No_culture_finds_another_secret() => Cultures.Each(() =>
    {
        Assert.Equal("***", Sanitized.Redact("kimlik-id", ["kimlik-id"]));
        Assert.Equal("KİMLİK", Sanitized.Redact("KİMLİK", ["kimlik"]));
        Assert.Equal("a\u200D***", Sanitized.Redact("a\u200Db", ["b"]));
    });
}
