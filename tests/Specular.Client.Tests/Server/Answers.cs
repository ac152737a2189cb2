using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Specular.Client.Tests;

/// <summary>What a server may answer.</summary>
public static class Answers
{
    /// <summary>An answer of Gong's that has everything.</summary>
    public const string Registered = """{"requestId":"4al018gzaztcr8nbukw","integrationId":5517027188234206000}""";

    /// <summary>204 without a body.</summary>
    public static RequestDelegate Nothing => Status(204);

    /// <summary>A status without a body.</summary>
    public static RequestDelegate Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    /// <summary>JSON text, with headers beside it.</summary>
    public static RequestDelegate Json(int status, string json, params (string Name, string Value)[] headers) =>
        Bytes(status, "application/json", Encoding.UTF8.GetBytes(json), headers);

    /// <summary>Bytes of a media type; null for none.</summary>
    public static RequestDelegate Bytes(int status, string? contentType, byte[] body, params (string Name, string Value)[] headers) => async context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        if (contentType is not null)
            context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    };

    /// <summary>The request's own body.</summary>
    public static RequestDelegate Echo(string contentType = "application/json") => context =>
        Bytes(200, contentType, context.Features.GetRequiredFeature<ReceivedRequest>().Body)(context);
}
