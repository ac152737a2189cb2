using System.Net;
using Gong;

namespace Specular.Client.Tests;

/// <summary>The method that returns the body of success and throws for all else.</summary>
public sealed class ThrowingMethodTests(TestServer server) : ServerTest(server)
{
    private const string Failure = """{"requestId":"4al018gzaztcr8nbukw","errors":["First","Second"]}""";

    [Fact]
    public async Task Success()
    {
        Server.Answer = Answers.Json(200, Answers.Registered);

        var body = await Gong().IntegrationSettingsAsync(Registration, Token);

        Assert.Equal(new IntegrationSettingsResponse { RequestId = "4al018gzaztcr8nbukw", IntegrationId = 5517027188234206000 }, body);
    }

    [Theory]
    [InlineData(400, "BadRequest")]
    [InlineData(401, "Unauthorized")]
    [InlineData(409, "Conflict")]
    [InlineData(429, "TooManyRequests")]
    [InlineData(500, "InternalServerError")]
    public async Task A_declared_error(int status, string name)
    {
        Server.Answer = Answers.Json(status, Failure, ("X-Served-By", "node7"), ("Retry-After", "17"));

        var error = await Assert.ThrowsAsync<GongApiException<ErrorResponse>>(() => Gong().IntegrationSettingsAsync(Registration, Token));

        Assert.Equal("integrationSettings", error.Operation);
        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.Equal("4al018gzaztcr8nbukw", error.Body.RequestId);
        Assert.Equal(["First", "Second"], error.Body.Errors);
        Assert.Equal("4al018gzaztcr8nbukw", error.RequestId);
        Assert.Equal("node7", Assert.Single(error.Headers.GetValues("X-Served-By")));
        Assert.Equal(TimeSpan.FromSeconds(17), error.RetryAfter);
        Assert.Null(error.ResponseText);
        Assert.Equal($"integrationSettings: {status} {name} (request 4al018gzaztcr8nbukw): First; Second", error.Message);
        Assert.IsType<GongApiException>(error, exactMatch: false);
    }

    [Theory]
    [InlineData("{}", "integrationSettings: 400 BadRequest")]
    [InlineData("""{"errors":[]}""", "integrationSettings: 400 BadRequest")]
    [InlineData("""{"requestId":"","errors":["",""]}""", "integrationSettings: 400 BadRequest")]
    [InlineData("""{"requestId":null,"errors":null}""", "integrationSettings: 400 BadRequest")]
    [InlineData("""{"requestId":"a1"}""", "integrationSettings: 400 BadRequest (request a1)")]
    [InlineData("""{"errors":["Only this"]}""", "integrationSettings: 400 BadRequest: Only this")]
    public async Task The_message_says_what_there_is(string json, string message)
    {
        Server.Answer = Answers.Json(400, json);

        var error = await Assert.ThrowsAsync<GongApiException<ErrorResponse>>(() => Gong().IntegrationSettingsAsync(Registration, Token));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public async Task A_server_cannot_write_into_the_log()
    {
        Server.Answer = Answers.Json(400, """{"requestId":"a\r\nFATAL: forged","errors":["b\nc\u0000\u001b[31m\u2028d\u202ee\u0085f","g"]}""");

        var error = await Assert.ThrowsAsync<GongApiException<ErrorResponse>>(() => Gong().IntegrationSettingsAsync(Registration, Token));

        Assert.Equal("integrationSettings: 400 BadRequest (request a  FATAL: forged): b c  [31m d\uFFFDe f; g", error.Message);
        Assert.Equal("a  FATAL: forged", error.RequestId);
        Assert.Equal("a\r\nFATAL: forged", error.Body.RequestId);
    }

    [Fact]
    public async Task A_server_cannot_make_a_message_long()
    {
        Server.Answer = Answers.Json(400, $$"""{"requestId":"{{new string('r', 9_000)}}","errors":["{{new string('e', 9_000)}}"]}""");

        var error = await Assert.ThrowsAsync<GongApiException<ErrorResponse>>(() => Gong().IntegrationSettingsAsync(Registration, Token));

        Assert.InRange(error.Message.Length, 500, 1_100);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("86400", 86400)]
    [InlineData("99999999999999999999", int.MaxValue)]
    [InlineData("-5", 0)]
    public async Task Retry_after_seconds(string header, int seconds)
    {
        Server.Answer = Answers.Json(429, Failure, ("Retry-After", header));

        var error = await Assert.ThrowsAsync<GongApiException<ErrorResponse>>(() => Gong().IntegrationSettingsAsync(Registration, Token));

        Assert.Equal(TimeSpan.FromSeconds(seconds), error.RetryAfter);
    }

    [Theory]
    [InlineData("Wed, 21 Oct 2015 07:28:00 GMT", 90)]
    [InlineData("Wednesday, 21-Oct-15 07:28:00 GMT", 90)]
    [InlineData("Wed, 21 Oct 2015 07:00:00 GMT", 0)]
    public async Task Retry_after_a_date_is_counted_from_the_servers_clock(string header, int seconds)
    {
        Server.Answer = Answers.Json(429, Failure, ("Date", "Wed, 21 Oct 2015 07:26:30 GMT"), ("Retry-After", header));

        var error = await Assert.ThrowsAsync<GongApiException<ErrorResponse>>(() => Gong().IntegrationSettingsAsync(Registration, Token));

        Assert.Equal(TimeSpan.FromSeconds(seconds), error.RetryAfter);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("soon")]
    [InlineData("1.5")]
    [InlineData("12 parsecs")]
    public async Task Retry_after_that_makes_no_sense_is_none(string? header)
    {
        Server.Answer = Answers.Json(429, Failure, header is null ? [] : [("Retry-After", header)]);

        var error = await Assert.ThrowsAsync<GongApiException<ErrorResponse>>(() => Gong().IntegrationSettingsAsync(Registration, Token));

        Assert.Null(error.RetryAfter);
    }

    [Theory]
    [InlineData(201, "integrationSettings: 201 Created: The description does not know this status.")]
    [InlineData(204, "integrationSettings: 204 NoContent: The description does not know this status.")]
    [InlineData(302, "integrationSettings: 302 Found: The description does not know this status.")]
    [InlineData(403, "integrationSettings: 403 Forbidden: The description does not know this status.")]
    [InlineData(418, "integrationSettings: 418: The description does not know this status.")]
    [InlineData(503, "integrationSettings: 503 ServiceUnavailable: The description does not know this status.")]
    public async Task An_undeclared_status(int status, string message)
    {
        Server.Answer = context =>
        {
            context.Response.Headers.Location = "https://elsewhere.example.com";
            context.Response.Headers.RetryAfter = "3";
            return Answers.Status(status)(context);
        };

        var error = await Assert.ThrowsAsync<GongApiException>(() => Gong().IntegrationSettingsAsync(Registration, Token));

        Assert.Equal(message, error.Message);
        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.Equal("", error.ResponseText);
        Assert.Null(error.RequestId);
        Assert.Null(error.InnerException);
        Assert.Equal(TimeSpan.FromSeconds(3), error.RetryAfter);
        Assert.Equal(new Uri("https://elsewhere.example.com"), error.Headers.Location);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    public async Task A_body_that_is_not_what_the_description_says(int status)
    {
        Server.Answer = Answers.Bytes(status, "text/html", "<html>\r\nSorry</html>"u8.ToArray());

        var error = await Assert.ThrowsAsync<GongApiException>(() => Gong().IntegrationSettingsAsync(Registration, Token));

        Assert.StartsWith($"integrationSettings: {status} {(HttpStatusCode)status}: The body is not what the description says: '<' is an invalid start of a value.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Path: $ | LineNumber: 0 | BytePositionInLine: 0.", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("The Content-Type is 'text/html'.", error.Message, StringComparison.Ordinal);
        Assert.Equal("<html>\r\nSorry</html>", error.ResponseText);
        Assert.IsType<System.Text.Json.JsonException>(error.InnerException);
    }

    [Fact]
    public async Task A_long_body_is_cut()
    {
        Server.Answer = Answers.Bytes(500, "text/plain", System.Text.Encoding.UTF8.GetBytes("x" + string.Concat(Enumerable.Repeat("\U0001F600", 10_000))));

        var error = await Assert.ThrowsAsync<GongApiException>(() => Gong().IntegrationSettingsAsync(Registration, Token));

        // Not in the middle of a character.
        Assert.Equal("x" + string.Concat(Enumerable.Repeat("\U0001F600", 8_191)), error.ResponseText);
    }
}
