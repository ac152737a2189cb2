using System.Net;
using System.Reflection;
using Gong;

namespace Specular.Client.Tests;

/// <summary>The method that returns a case for each answer.</summary>
public sealed class ResultMethodTests(TestServer server) : ServerTest(server)
{
    [Theory]
    [InlineData(200, "Ok 5517027188234206000")]
    [InlineData(400, "BadRequest First")]
    [InlineData(401, "Unauthorized First")]
    [InlineData(409, "Conflict First")]
    [InlineData(429, "TooManyRequests First after 17")]
    [InlineData(500, "InternalServerError First")]
    [InlineData(418, "Undeclared")]
    public async Task A_case_for_each_status(int status, string expected)
    {
        Server.Answer = Answers.Json(status, """{"integrationId":5517027188234206000,"errors":["First"]}""", ("Retry-After", "17"), ("X-Served-By", "node7"));

        var result = await Gong().IntegrationSettingsResultAsync(Registration, Token);

        var actual = result switch
        {
            IntegrationSettingsResult.Ok ok => $"Ok {ok.Body.IntegrationId}",
            IntegrationSettingsResult.BadRequest error => $"BadRequest {error.Body.Errors?[0]}",
            IntegrationSettingsResult.Unauthorized error => $"Unauthorized {error.Body.Errors?[0]}",
            IntegrationSettingsResult.Conflict error => $"Conflict {error.Body.Errors?[0]}",
            IntegrationSettingsResult.TooManyRequests error => $"TooManyRequests {error.Body.Errors?[0]} after {error.RetryAfter}",
            IntegrationSettingsResult.InternalServerError error => $"InternalServerError {error.Body.Errors?[0]}",
            IntegrationSettingsResult.Undeclared => "Undeclared",
            _ => "a case that there should not be",
        };
        Assert.Equal(expected, actual);
        Assert.Equal((HttpStatusCode)status, result.StatusCode);
        Assert.Equal("node7", Assert.Single(result.Headers.GetValues("X-Served-By")));
    }

    [Fact]
    public void Nobody_can_add_a_case()
    {
        var cases = typeof(IntegrationSettingsResult).GetNestedTypes();

        Assert.Equal(["BadRequest", "Conflict", "InternalServerError", "Ok", "TooManyRequests", "Unauthorized", "Undeclared"], cases.Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.All(cases, type => Assert.True(type.IsSealed && type.IsSubclassOf(typeof(IntegrationSettingsResult))));
        Assert.True(typeof(IntegrationSettingsResult).IsAbstract);
        Assert.All(typeof(IntegrationSettingsResult).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public), constructor => Assert.True(constructor.IsPrivate));
    }

    [Theory]
    [InlineData("60", 60L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("Wed, 21 Oct 2015 07:28:00 GMT", null)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task The_typed_header(string? header, long? expected)
    {
        Server.Answer = Answers.Json(429, "{}", header is null ? [] : [("Retry-After", header)]);

        var result = Assert.IsType<IntegrationSettingsResult.TooManyRequests>(await Gong().IntegrationSettingsResultAsync(Registration, Token));

        Assert.Equal(expected, result.RetryAfter);
    }

    [Fact]
    public async Task An_undeclared_status_keeps_what_came()
    {
        Server.Answer = Answers.Bytes(503, "text/plain", "Back at noon\r\n"u8.ToArray());

        var result = Assert.IsType<IntegrationSettingsResult.Undeclared>(await Gong().IntegrationSettingsResultAsync(Registration, Token));

        Assert.Equal("Back at noon\r\n", result.Content);
        Assert.Null(result.Error);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, result.StatusCode);
    }

    [Fact]
    public void A_test_of_the_users_can_make_a_case()
    {
        using var message = new HttpResponseMessage();

        var result = new IntegrationSettingsResult.TooManyRequests(message.Headers, new ErrorResponse { Errors = ["Slow down"] }, retryAfter: 5);

        Assert.Equal(HttpStatusCode.TooManyRequests, result.StatusCode);
        Assert.Equal(5, result.RetryAfter);
    }
}
