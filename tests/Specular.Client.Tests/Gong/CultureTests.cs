using System.Globalization;
using Gong;

namespace Specular.Client.Tests;

/// <summary>The wire is the same wherever the program runs.</summary>
public sealed class CultureTests(TestServer server) : ServerTest(server)
{
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    public async Task Gong_in_another_culture(string name)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(name);
        Server.Answer = Answers.Json(429, """{"requestId":"I1","errors":["i"]}""", ("retry-after", "17"));

        var error = await Assert.ThrowsAsync<GongApiException<ErrorResponse>>(() => Gong(GongAuthentication.Basic("key", "secret")).IntegrationSettingsAsync(Registration, Token));

        Assert.Equal("integrationSettings: 429 TooManyRequests (request I1): i", error.Message);
        Assert.Equal(TimeSpan.FromSeconds(17), error.RetryAfter);
        Assert.Equal("""{"integrationTypeSettings":[{"integrationType":"EMAIL_COMPOSER","allowedOrigin":"https://acme.partner.com"}]}""", Server.Request.Text);
        Assert.Equal("/v2/integration-settings", Server.Request.Target);

        Server.Answer = Answers.Bytes(200, "application/JSON; charset=ISO-8859-1", """{"integrationId":-5,"requestId":5}"""u8.ToArray());
        var undeclared = Assert.IsType<IntegrationSettingsResult.Undeclared>(await Gong().IntegrationSettingsResultAsync(Registration, Token));
        Assert.Equal("a number where a string is due. Path: $.requestId | LineNumber: 0 | BytePositionInLine: 32.", undeclared.Error?.Message);
    }
}
