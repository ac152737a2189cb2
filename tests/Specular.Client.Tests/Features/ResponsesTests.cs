using System.Globalization;
using System.Net;
using System.Text;
using Features.Responses;

namespace Specular.Client.Tests;

/// <summary>specs/features/responses.yaml: answers that come at once. Those that come bit by bit are in <see cref="StreamsTests"/>.</summary>
public sealed class ResponsesTests(TestServer server) : ServerTest(server)
{
    private ResponsesClient Client => new(Http);

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    public async Task Several_successes_with_the_same_body(int status)
    {
        Server.Answer = Answers.Json(status, """{"id":7}""");

        Assert.Equal(new Job { Id = 7 }, await Client.StartJobAsync(Token));
    }

    [Fact]
    public async Task Several_successes_with_bodies_of_their_own()
    {
        Server.Answer = Answers.Json(200, """{"id":7}""");
        Assert.Equal(7, Assert.IsType<EitherResult.Ok>(await Client.EitherAsync(Token)).Body.Id);
        Server.Answer = Answers.Json(202, """{"ticket":"t"}""");
        Assert.Equal("t", Assert.IsType<EitherResult.Accepted>(await Client.EitherAsync(Token)).Body.TicketValue);
        Server.Answer = Answers.Nothing;
        Assert.IsType<EitherResult.NoContent>(await Client.EitherAsync(Token));
        Server.Answer = Answers.Status(203);
        Assert.Equal((HttpStatusCode)203, (await Assert.ThrowsAsync<ResponsesApiException>(() => Client.EitherAsync(Token))).StatusCode);
    }

    [Fact]
    public async Task A_body_or_none()
    {
        Server.Answer = Answers.Json(200, """{"id":7}""");
        Assert.Equal(7, (await Client.MaybeAsync(Token))?.Id);
        Server.Answer = Answers.Nothing;
        Assert.Null(await Client.MaybeAsync(Token));
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    [InlineData(404, false)]
    public async Task A_range_of_successes(int status, bool success)
    {
        Server.Answer = Answers.Status(status);

        Assert.Equal(success, await Client.PingResultAsync(Token) is PingResult.Success);
        if (success)
            await Client.PingAsync(Token);
        else
            await Assert.ThrowsAsync<ResponsesApiException>(() => Client.PingAsync(Token));
    }

    [Fact]
    public async Task No_content_within_a_range_of_successes()
    {
        Server.Answer = Answers.Json(203, """{"id":7}""");
        Assert.Equal(7, (await Client.AnySuccessAsync(Token))?.Id);
        Server.Answer = Answers.Nothing;
        Assert.Null(await Client.AnySuccessAsync(Token));
        Assert.IsType<AnySuccessResult.NoContent>(await Client.AnySuccessResultAsync(Token));
        Server.Answer = Answers.Status(205);
        Assert.Null(Assert.IsType<AnySuccessResult.Undeclared>(await Client.AnySuccessResultAsync(Token)).Error);
    }

    [Fact]
    public async Task A_default_alone_is_the_success_and_whatever_else_comes()
    {
        Server.Answer = Answers.Json(200, """{"id":7}""");
        Assert.Equal(7, (await Client.OnlyDefaultAsync(Token))?.Id);
        Server.Answer = Answers.Nothing;
        Assert.Null(await Client.OnlyDefaultAsync(Token));
        Server.Answer = Answers.Json(500, """{"id":8}""");
        Assert.Equal(8, Assert.IsType<OnlyDefaultResult.Default>(await Client.OnlyDefaultResultAsync(Token)).Body.Id);
        var exception = await Assert.ThrowsAsync<ResponsesApiException<Job>>(() => Client.OnlyDefaultAsync(Token));
        Assert.Equal((HttpStatusCode.InternalServerError, 8L), (exception.StatusCode, exception.Body.Id));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    [InlineData(205)]
    public async Task A_success_without_content_beside_a_default_with_content(int status)
    {
        Server.Answer = Answers.Status(status);
        await Client.RemoveAsync(Token);
        Server.Answer = Answers.Json(418, """{"title":"teapot"}""");
        Assert.Equal("teapot", (await Assert.ThrowsAsync<ResponsesApiException<Problem>>(() => Client.RemoveAsync(Token))).Body.Title);
    }

    [Fact]
    public async Task A_stream_by_default_and_no_content()
    {
        Server.Answer = Answers.Bytes(200, "application/octet-stream", "file"u8.ToArray());
        using (var body = await Client.AnyFileAsync(Token))
            Assert.Equal("file", await new StreamReader(body!).ReadToEndAsync(Token));
        Server.Answer = Answers.Status(304);
        Assert.Equal("", Assert.IsType<AnyFileResult.Undeclared>(await Client.AnyFileResultAsync(Token)).Content);
    }

    [Fact]
    public async Task A_code_before_its_range_and_a_range_before_the_default()
    {
        Server.Answer = Answers.Json(404, """{"title":"gone"}""");
        Assert.Equal("gone", Assert.IsType<StartJobResult.NotFound>(await Client.StartJobResultAsync(Token)).Body.Title);

        Server.Answer = Answers.Bytes(418, "application/problem+json", """{"title":"teapot"}"""u8.ToArray());
        var teapot = Assert.IsType<StartJobResult.ClientError>(await Client.StartJobResultAsync(Token));
        Assert.Equal(((HttpStatusCode)418, "teapot"), (teapot.StatusCode, teapot.Body.Title));
        Assert.Equal("teapot", (await Assert.ThrowsAsync<ResponsesApiException<Problem>>(() => Client.StartJobAsync(Token))).Body.Title);

        Server.Answer = Answers.Bytes(503, "text/plain", "later"u8.ToArray());
        var later = Assert.IsType<StartJobResult.Default>(await Client.StartJobResultAsync(Token));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "later"), (later.StatusCode, later.Body));
        Assert.Equal("later", (await Assert.ThrowsAsync<ResponsesApiException<string>>(() => Client.StartJobAsync(Token))).Body);
    }

    [Fact]
    public async Task Headers_have_types()
    {
        Server.Answer = Answers.Json(
            201, """{"id":7}""", ("Location", "/jobs/7"), ("X-Remaining", "5"), ("X-Total", "9223372036854775807"), ("X-Load", "0.5"), ("X-Cached", "true"), ("X-Until", "2026-02-03T04:05:06Z"));

        var created = Assert.IsType<StartJobResult.Created>(await Client.StartJobResultAsync(Token));

        Assert.Equal(("/jobs/7", 5, long.MaxValue, 0.5, true), (created.Location, created.XRemaining, created.XTotal, created.XLoad, created.XCached));
        Assert.Equal(DateTimeOffset.Parse("2026-02-03T04:05:06Z", CultureInfo.InvariantCulture), created.XUntil);
    }

    [Fact]
    public async Task Headers_that_are_missing_or_odd_are_null()
    {
        Server.Answer = Answers.Json(201, """{"id":7}""", ("X-Remaining", "5 or so"), ("X-Total", "9223372036854775808"), ("X-Cached", "perhaps"), ("X-Until", "soon"));

        var created = Assert.IsType<StartJobResult.Created>(await Client.StartJobResultAsync(Token));

        Assert.Equal<object?>([null, null, null, null, null, null], [created.Location, created.XRemaining, created.XTotal, created.XLoad, created.XCached, created.XUntil]);
    }

    [Theory]
    [InlineData("text/plain; charset=utf-8", "Grüße")]
    [InlineData("text/html", "<p>")]
    [InlineData(null, "")]
    public async Task Text(string? contentType, string text)
    {
        Server.Answer = Answers.Bytes(200, contentType, Encoding.UTF8.GetBytes(text));

        Assert.Equal(text, await Client.GetNoteAsync(Token));
    }

    [Fact]
    public async Task A_file_is_there_before_it_has_come_as_a_whole()
    {
        var seen = new TaskCompletionSource();
        Server.Answer = async context =>
        {
            context.Response.ContentType = "application/octet-stream";
            await context.Response.Body.WriteAsync(new byte[] { 1, 2, 3 }, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await seen.Task.WaitAsync(Long, context.RequestAborted);
            await context.Response.Body.WriteAsync(new byte[] { 4, 5 }, context.RequestAborted);
        };

        await using var file = await Client.GetFileAsync(Token);
        var half = new byte[3];
        await file.ReadExactlyAsync(half, Token);
        seen.SetResult();
        using var rest = new MemoryStream();
        await file.CopyToAsync(rest, Token);

        Assert.Equal([1, 2, 3], half);
        Assert.Equal([4, 5], rest.ToArray());
        Assert.False(file.CanWrite);
        Assert.Throws<NotSupportedException>(() => file.Write(half, 0, 1));
    }

    [Fact]
    public async Task A_file_larger_than_what_is_kept_in_memory()
    {
        Server.Answer = Answers.Bytes(200, "application/octet-stream", new byte[5_000_000]);
        var client = new ResponsesClient(Http, new ResponsesClientOptions { MaxResponseContentLength = 1000 });

        await using var file = await client.GetFileAsync(Token);
        using var all = new MemoryStream();
        await file.CopyToAsync(all, Token);

        Assert.Equal(5_000_000, all.Length);
    }

    /// <summary>RFC 9110, section 9.3.2: an answer to HEAD has no body, whatever the description declares.</summary>
    [Fact]
    public async Task An_answer_to_HEAD()
    {
        Server.Answer = context =>
        {
            context.Response.Headers["X-Size"] = "7";
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 1000;
            return Task.CompletedTask;
        };
        var result = await Client.HeadFileResultAsync(Token);

        Assert.Equal("HEAD", Server.Request.Method);
        Assert.Equal(7, Assert.IsType<HeadFileResult.Ok>(result).XSize);

        Server.Answer = Answers.Status(404);
        Assert.IsType<HeadFileResult.NotFound>(await Client.HeadFileResultAsync(Token));
    }

    [Fact]
    public async Task A_file_that_is_not_there()
    {
        Server.Answer = Answers.Json(404, """{"title":"gone"}""");

        Assert.Equal("gone", (await Assert.ThrowsAsync<ResponsesApiException<Problem>>(() => Client.GetFileAsync(Token))).Body.Title);
    }

    [Fact]
    public async Task A_file_that_is_let_go_ends_the_connection()
    {
        var ended = new TaskCompletionSource();
        Server.Answer = async context =>
        {
            context.RequestAborted.Register(() => ended.TrySetResult());
            await context.Response.Body.WriteAsync(new byte[3], Token);
            await context.Response.Body.FlushAsync(Token);
            await ended.Task.WaitAsync(Long, Token);
        };

        await (await Client.GetFileAsync(Token)).DisposeAsync();

        await ended.Task.WaitAsync(Long, Token);
    }

    [Fact]
    public async Task Each_is_asked_for_by_its_name()
    {
        Server.Answer = Answers.Bytes(200, "application/vnd.jobs.v2+json", "{\"id\":7}"u8.ToArray());

        Assert.Equal(7, (await Client.VendorAsync(Token)).Id);
        Assert.Equal("application/vnd.jobs.v2+json, application/problem+json", Server.Request.Header("Accept"));
    }

    [Fact]
    public async Task What_the_client_does_not_read_is_a_stream()
    {
        Server.Answer = Answers.Echo("application/xml");

        using var body = await Client.PutXmlAsync("<job id='1'/>"u8.ToArray(), Token);

        Assert.Equal("<job id='1'/>", await new StreamReader(body).ReadToEndAsync(Token));
        Assert.Equal(("application/xml", "application/xml"), (Server.Request.Header("Content-Type"), Server.Request.Header("Accept")));
    }
}
