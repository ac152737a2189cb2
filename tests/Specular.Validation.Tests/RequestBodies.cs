using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Specular.Validation.Tests;

/// <summary>Bodies that a client sends: for them, operations are called, and what would go to the server is caught.</summary>
internal static class RequestBodies
{
    /// <summary>A body of JSON for each operation that takes one and each of the values.</summary>
    public static async Task<IReadOnlyList<Sample>> OfAsync(DescribedClient client, Func<Type, IEnumerable<object>> values, CancellationToken cancellationToken)
    {
        using var catcher = new Catcher();
        using var http = new HttpClient(catcher) { BaseAddress = new Uri("http://localhost/") };
        var instance = Activator.CreateInstance(client.Client, http, null)!;
        var samples = new List<Sample>();
        foreach (var method in client.Client.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
        {
            if (!method.Name.EndsWith("ResultAsync", StringComparison.Ordinal) || Operation(method) is not { } operation || Body(method) is not { } body)
                continue;
            foreach (var value in values(body.ParameterType))
            {
                catcher.MediaType = null;
                await (Task)method.Invoke(instance, [.. method.GetParameters().Select(parameter => parameter == body ? value : Argument(parameter, cancellationToken))])!;
                if (catcher.MediaType is { } mediaType && Place(client.Description, operation.Method, operation.Path, mediaType) is { } place)
                    samples.Add(new Sample(place, body.ParameterType, value, catcher.Body));
            }
        }

        return samples;

        object? Argument(ParameterInfo parameter, CancellationToken token) =>
            parameter.ParameterType == typeof(CancellationToken) ? token : parameter.HasDefaultValue ? parameter.DefaultValue : Simple(parameter.ParameterType);

        // Not all that JSON takes may stand in a path or in a header.
        object Simple(Type type)
        {
            if (type == typeof(string))
                return "a";
            if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(IReadOnlyList<>))
                return values(type).First();
            var items = Array.CreateInstance(type.GetGenericArguments()[0], 1);
            items.SetValue(Simple(type.GetGenericArguments()[0]), 0);
            return items;
        }
    }

    private static (string Method, string Path)? Operation(MethodInfo method) =>
        method.GetCustomAttributesData().FirstOrDefault(attribute => attribute.AttributeType.Name == "OpenApiOperationAttribute") is { } attribute
            ? ((string)attribute.ConstructorArguments[0].Value!, (string)attribute.ConstructorArguments[1].Value!)
            : null;

    private static ParameterInfo? Body(MethodInfo method) => method.GetParameters().FirstOrDefault(parameter => parameter.Name == "body");

    private static string? Place(JsonObject description, string method, string path, string mediaType)
    {
        var operation = "#/paths/" + JsonPointer.Escape(path) + "/" + method.ToLowerInvariant();
        if (JsonPointer.Follow(description, operation + "/requestBody") is not { } body || body.Node["content"] is not JsonObject content)
            return null;
        var declared = content.Select(type => type.Key).FirstOrDefault(type => type == mediaType) ?? content.Select(type => type.Key).First(type => type.Contains('*', StringComparison.Ordinal));
        return body.Place + "/content/" + JsonPointer.Escape(declared) + "/schema";
    }

    /// <summary>Answers as no description does.</summary>
    private sealed class Catcher : HttpMessageHandler
    {
        public string? MediaType { get; set; }

        public string Body { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content?.Headers.ContentType is { MediaType: { } mediaType } type && mediaType.EndsWith("json", StringComparison.Ordinal))
            {
                MediaType = type.ToString();
                Body = await request.Content.ReadAsStringAsync(cancellationToken);
            }

            return new HttpResponseMessage((HttpStatusCode)299) { RequestMessage = request };
        }
    }
}
