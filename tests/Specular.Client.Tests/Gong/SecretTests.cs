using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gong;

namespace Specular.Client.Tests;

/// <summary>A server may send back what it was shown; no exception does.</summary>
public sealed class SecretTests(TestServer server) : ServerTest(server)
{
    private const string Secret = "s3cr3t/+k<e>y~?==???";

    private static readonly string Encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes("key:" + Secret));

    public static TheoryData<string> EchoedForms => new(
        Secret,
        Encoded,
        "Basic " + Encoded,
        JavaScriptEncoder.Default.Encode(Secret),
        Secret.Replace("/", "\\/", StringComparison.Ordinal),
        Encoded.Replace("/", "\\/", StringComparison.Ordinal),
        Uri.EscapeDataString(Secret),
        HtmlEncoder.Default.Encode(Secret),
        System.Net.WebUtility.HtmlEncode(Secret));

    [Theory]
    [MemberData(nameof(EchoedForms))]
    public async Task In_an_answer_that_the_description_does_not_know(string echoed)
    {
        Server.Answer = Answers.Bytes(403, "text/html", Encoding.UTF8.GetBytes("<p>You sent " + echoed + " and that is wrong.</p>"));

        var error = await Fails();

        Assert.DoesNotContain("s3cr3t", error.ToString() + error.ResponseText, StringComparison.Ordinal);
        Assert.DoesNotContain(Encoded[..8], error.ToString() + error.ResponseText, StringComparison.Ordinal);
        Assert.Equal("<p>You sent " + (echoed.StartsWith("Basic ", StringComparison.Ordinal) ? "Basic " : "") + "*** and that is wrong.</p>", error.ResponseText);
    }

    [Fact]
    public async Task In_the_errors_and_the_request_id()
    {
        Server.Answer = Answers.Json(401, JsonSerializer.Serialize(new { requestId = "r" + Secret, errors = new[] { "bad " + Secret, "bad Basic " + Encoded } }));

        var error = await Fails();

        Assert.Equal("integrationSettings: 401 Unauthorized (request r***): bad ***; bad Basic ***", error.Message);
        Assert.Equal("r***", error.RequestId);
    }

    [Fact]
    public async Task In_the_place_that_an_error_names()
    {
        Server.Answer = Answers.Json(500, $$"""{"{{Secret}}":tru}""");

        var error = await Fails();

        Assert.DoesNotContain("s3cr3t", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("The body is not what the description says", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_cut_where_a_name_is_too_long()
    {
        var token = "begin" + new string('t', 300);
        Server.Answer = Answers.Json(500, $$"""{"{{token}}":tru}""");

        var error = await Fails(GongAuthentication.Bearer(token));

        Assert.DoesNotContain("begin", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_cut_where_the_text_ends()
    {
        var token = "begin" + new string('t', 300);
        Server.Answer = Answers.Bytes(500, "text/plain", Encoding.UTF8.GetBytes(new string('x', 16_300) + token));

        var error = await Fails(GongAuthentication.Bearer(token));

        Assert.DoesNotContain("begin", error.ResponseText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_was_renewed_in_the_meantime()
    {
        var tokens = new Queue<string>(["first-token", "second-token"]);
        var arrived = new TaskCompletionSource();
        var renewed = new TaskCompletionSource();
        Server.Answer = async context =>
        {
            var sent = context.Request.Headers.Authorization.ToString();
            if (sent.Contains("first", StringComparison.Ordinal))
            {
                arrived.SetResult();
                await renewed.Task;
            }

            await Answers.Json(401, JsonSerializer.Serialize(new { errors = new[] { "What is " + sent + "?" } }))(context);
        };
        var client = Gong(GongAuthentication.Bearer(_ => ValueTask.FromResult(tokens.Dequeue())));
        var first = client.IntegrationSettingsAsync(Registration, Token);
        await arrived.Task.WaitAsync(Long, Token);
        var second = await Assert.ThrowsAsync<GongApiException<ErrorResponse>>(() => client.IntegrationSettingsAsync(Registration, Token));
        renewed.SetResult();

        Assert.Equal("integrationSettings: 401 Unauthorized: What is Bearer ***?", second.Message);
        Assert.Equal("integrationSettings: 401 Unauthorized: What is Bearer ***?", (await Assert.ThrowsAsync<GongApiException<ErrorResponse>>(() => first)).Message);
    }

    [Theory]
    [InlineData("Bearer token-of-the-http-client", "token-of-the-http-client")]
    [InlineData("token-of-the-http-client", "token-of-the-http-client")]
    [InlineData("Basic a2V5OnNlY3JldA==", "secret")]
    [InlineData("Basic a2V5OnNlY3JldA==", "a2V5OnNlY3JldA==")]
    public async Task The_HttpClients_own(string header, string echoed)
    {
        Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        Server.Answer = Answers.Json(401, JsonSerializer.Serialize(new { errors = new[] { "What is " + echoed + "?" } }));

        var error = await Assert.ThrowsAsync<GongApiException<ErrorResponse>>(() => Gong().IntegrationSettingsAsync(Registration, Token));

        Assert.Equal("integrationSettings: 401 Unauthorized: What is ***?", error.Message);
    }

    private async Task<GongApiException> Fails(GongAuthentication? authentication = null) =>
        await Assert.ThrowsAnyAsync<GongApiException>(() => Gong(authentication ?? GongAuthentication.Basic("key", Secret)).IntegrationSettingsAsync(Registration, Token));
}
