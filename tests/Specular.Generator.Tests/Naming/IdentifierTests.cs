using Microsoft.CodeAnalysis.CSharp;
using Specular.Generator.Naming;
using Xunit;

namespace Specular.Generator.Tests.Naming;

/// <summary>What C# calls the things that descriptions have names for.</summary>
public class IdentifierTests
{
    [Theory]
    [InlineData("integrationType", "IntegrationType")]
    [InlineData("integration-type", "IntegrationType")]
    [InlineData("integration_type", "IntegrationType")]
    [InlineData("integration type", "IntegrationType")]
    [InlineData("INTEGRATION_TYPE", "IntegrationType")]
    [InlineData("IntegrationType", "IntegrationType")]
    [InlineData("EMAIL_COMPOSER", "EmailComposer")]
    [InlineData("DIALER", "Dialer")]
    [InlineData("HTTPServer", "HTTPServer")]
    [InlineData("userID", "UserId")]
    [InlineData("LAST_7DAYS", "Last7Days")]
    [InlineData("listUsers_1", "ListUsers1")]
    [InlineData("workspace-id", "WorkspaceId")]
    [InlineData("X-Request-Id", "XRequestId")]
    [InlineData("v1.2", "V1_2")]
    [InlineData("1.2.3", "_1_2_3")]
    [InlineData("2fa", "_2Fa")]
    [InlineData("class", "Class")]
    [InlineData("@type", "Type")]
    [InlineData("$ref", "Ref")]
    [InlineData("_id", "Id")]
    [InlineData("__", "Fallback")]
    [InlineData("", "Fallback")]
    [InlineData(" ", "Fallback")]
    [InlineData("+1", "Plus1")]
    [InlineData("-1", "Minus1")]
    [InlineData("<", "Less")]
    [InlineData("<=", "LessEqual")]
    [InlineData("=", "Equal")]
    [InlineData("!=", "NotEqual")]
    [InlineData("*", "Star")]
    [InlineData("a\u2028b", "AB")]
    [InlineData("a\nb", "AB")]
    [InlineData("\U0001F600", "Fallback")]
    [InlineData("smile\U0001F600face", "SmileFace")]
    [InlineData("\uD83D", "Fallback")]
    [InlineData("größe", "Größe")]
    [InlineData("имя", "Имя")]
    [InlineData("名前", "名前")]
    [InlineData("istanbul", "Istanbul")]
    [InlineData("a/b/{c}", "ABC")]
    public void Pascal(string text, string expected) => Assert.Equal(expected, Identifier.Pascal(text, "Fallback"));

    [Theory]
    [InlineData("integrationType", "integrationType")]
    [InlineData("X-Request-Id", "xRequestId")]
    [InlineData("URLPath", "urlPath")]
    [InlineData("ID", "id")]
    [InlineData("class", "@class")]
    [InlineData("value", "value")]
    [InlineData("await", "@await")]
    [InlineData("record", "@record")]
    [InlineData("1st", "_1St")]
    [InlineData("", "fallback")]
    public void Camel(string text, string expected) => Assert.Equal(expected, Identifier.Camel(text, "fallback"));

    [Fact]
    public void A_long_name_is_cut_and_stays_its_own()
    {
        var name = Identifier.Pascal(new string('a', 500), "X");
        var other = Identifier.Pascal(new string('a', 499) + "b", "X");
        Assert.Equal(96, name.Length);
        Assert.Equal(96, other.Length);
        Assert.NotEqual(name, other);
        Assert.Equal(name, Identifier.Pascal(new string('a', 500), "X"));
    }

    [Fact]
    public void Whatever_comes_in_an_identifier_comes_out()
    {
        var random = new Random(1);
        const string Alphabet = "aZ09_-+ .@$/{}<>!*é名İıß\u0301\u200D\u2028\uD83D\uDE00\u0000\"\\";
        for (var i = 0; i < 2000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            var pascal = Identifier.Pascal(text, "Fallback");
            var camel = Identifier.Camel(text, "fallback");
            Assert.True(SyntaxFacts.IsValidIdentifier(pascal), text + " → " + pascal);
            Assert.Equal(SyntaxKind.None, SyntaxFacts.GetKeywordKind(pascal));
            Assert.True(SyntaxFacts.IsValidIdentifier(camel.TrimStart('@')), text + " → " + camel);
            Assert.True(camel[0] == '@' || SyntaxFacts.GetKeywordKind(camel) == SyntaxKind.None, camel);
        }
    }

    [Theory]
    [InlineData("requestId", "request|Id")]
    [InlineData("request_id", "request|id")]
    [InlineData("requestID", "request|ID")]
    [InlineData("oauth2Token", "oauth2|Token")]
    [InlineData("id", "id")]
    public void Words(string text, string expected) => Assert.Equal(expected, string.Join("|", Identifier.Words(text)));
}
