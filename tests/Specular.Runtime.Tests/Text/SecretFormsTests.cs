namespace Specular.Runtime.Tests.Text;

public sealed class SecretFormsTests
{
    [Fact]
    public void A_plain_secret_has_one_form() => Assert.Equal(["abc123"], SecretForms.Of(["abc123", "abc123"]));

    [Fact]
    public void Nothing_is_no_secret() => Assert.Empty(SecretForms.Of([""]));

    [Theory]
    [InlineData("a/b", "a\\/b")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a+b", "a\\u002Bb")]
    [InlineData("a+b", "a&#x2B;b")]
    [InlineData("a b", "a%20b")]
    [InlineData("a b", "a+b")]
    [InlineData("a\"b", "a\\\"b")]
    [InlineData("a\"b", "a\\u0022b")]
    [InlineData("a&b", "a&amp;b")]
    [InlineData("é", "\\u00E9")]
    [InlineData("é", "%C3%A9")]
    public void What_a_server_may_make_of_it(string secret, string form) => Assert.Contains(form, SecretForms.Of([secret]));

    [Fact]
    public void The_secret_itself_is_always_there() => Assert.Contains("a/b+c d", SecretForms.Of(["a/b+c d"]));
}
