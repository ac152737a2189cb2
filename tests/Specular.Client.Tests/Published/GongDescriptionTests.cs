using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Specular.Client.Tests;

/// <summary>
/// Gong's whole API as Gong publishes it, compiled and called. The description is not the repository's to carry: where no
/// <c>shared/descriptions</c> stands beside or above the repository, these tests are skipped.
/// </summary>
public sealed class GongDescriptionTests(TestServer server) : ServerTest(server)
{
    private const string Namespace = "Published.Gong";

    private static readonly string? s_path = Find(Path.Combine("shared", "descriptions", "gong", "gong-2026-07-05.json"));

    private static readonly Lazy<CompiledClient> s_client = new(() => CompiledClient.Of(s_path!, Namespace, "GongClient", CancellationToken.None));

    [Fact]
    public void It_compiles_without_a_warning_and_has_every_operation()
    {
        var client = Client().GetType();
        var methods = client.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly);
        using var description = JsonDocument.Parse(File.ReadAllText(s_path!));
        var operations = description.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => operation.Name.ToUpperInvariant() + " " + path.Name))
            .ToList();

        Assert.Empty(s_client.Value.Warnings);
        Assert.Equal(67, operations.Count);
        Assert.Equal(operations.Order(StringComparer.Ordinal), Described(methods, "ResultAsync").Order(StringComparer.Ordinal));
        Assert.Equal(2 * 67, methods.Length);
    }

    [Fact]
    public async Task A_query()
    {
        Server.Answer = Answers.Json(200, """{"requestId":"r","records":{"totalRecords":2147483647},"calls":[{"id":"7782342274025937895","duration":2147483648}]}""");

        var answer = await CallAsync("ListCallsAsync", ("fromDateTime", "2026-02-03T04:05:06+01:00"), ("toDateTime", "2026-02-04T00:00:00Z"), ("workspaceId", "a&b"));

        Assert.Equal(("GET", "/v2/calls?fromDateTime=2026-02-03T04%3A05%3A06%2B01%3A00&toDateTime=2026-02-04T00%3A00%3A00Z&workspaceId=a%26b"), (Server.Request.Method, Server.Request.Target));
        Assert.Equal("r", Get(answer!, "RequestId"));
        Assert.Equal(int.MaxValue, Get(Get(answer!, "Records")!, "TotalRecords"));
    }

    [Fact]
    public async Task A_path_parameter()
    {
        Server.Answer = Answers.Json(200, "{}");

        await CallAsync("GetCallAsync", ("id", "a/b c"));

        Assert.Equal(("GET", "/v2/calls/a%2Fb%20c"), (Server.Request.Method, Server.Request.Target));
    }

    [Fact]
    public async Task A_64_bit_id_in_the_query_of_a_delete()
    {
        Server.Answer = Answers.Json(201, """{"requestId":"r"}""");

        var result = await CallAsync("DeleteGenericCrmIntegrationResultAsync", ("integrationId", 5517027188234206000), ("clientRequestId", "c 1"));

        Assert.Equal(("DELETE", "/v2/crm/integrations?integrationId=5517027188234206000&clientRequestId=c%201"), (Server.Request.Method, Server.Request.Target));
        Assert.Empty(Server.Request.Body);
        Assert.Equal("Created", result!.GetType().Name);
    }

    [Fact]
    public async Task A_list_in_the_query()
    {
        Server.Answer = Answers.Json(200, "{}");
        Client();
        var accountType = Enum.Parse(Type("ObjectType"), "Account", ignoreCase: true);

        await CallAsync("GetCrmObjectsResultAsync", ("integrationId", long.MaxValue), ("objectType", accountType), ("objectsCrmIds", new[] { "a b", "c" }));

        Assert.StartsWith("/v2/crm/entities?integrationId=9223372036854775807&objectType=ACCOUNT&objectsCrmIds=a%20b&objectsCrmIds=c", Server.Request.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload()
    {
        Server.Answer = Answers.Json(201, """{"requestId":"r","callId":"7782342274025937895"}""");
        Client();
        var file = Activator.CreateInstance(Type("GongFile"), new MemoryStream("ID3"u8.ToArray()), "call 1.mp3", "audio/mpeg");
        var body = Activator.CreateInstance(Type("AddCallRecordingRequest"))!;
        body.GetType().GetProperty("MediaFile")!.SetValue(body, file);

        var answer = await CallAsync("AddCallRecordingAsync", ("id", "7782342274025937895"), ("body", body));

        Assert.Equal(("PUT", "/v2/calls/7782342274025937895/media"), (Server.Request.Method, Server.Request.Target));
        var boundary = Server.Request.Header("Content-Type")!.Split("boundary=")[1].Trim('"');
        Assert.Equal(
            $"--{boundary}\r\nContent-Type: audio/mpeg\r\nContent-Disposition: form-data; name=\"mediaFile\"; filename=\"call 1.mp3\"\r\n\r\nID3\r\n--{boundary}--\r\n",
            Encoding.UTF8.GetString(Server.Request.Body));
        Assert.Equal("7782342274025937895", Get(answer!, "CallId"));
    }

    [Fact]
    public async Task A_declared_error()
    {
        Server.Answer = Answers.Json(404, """{"requestId":"r1","errors":["No such call"]}""");

        var error = await Assert.ThrowsAnyAsync<Exception>(() => CallAsync("GetCallAsync", ("id", "1")));

        Assert.Equal("GongApiException`1", error.GetType().Name);
        Assert.Equal("getCall: 404 NotFound (request r1): No such call", error.Message);
    }

    private static IEnumerable<string> Described(MethodInfo[] methods, string suffix) =>
        from method in methods
        where method.Name.EndsWith(suffix, StringComparison.Ordinal)
        let operation = method.GetCustomAttributesData().Single(attribute => attribute.AttributeType.Name == "OpenApiOperationAttribute")
        select operation.ConstructorArguments[0].Value + " " + operation.ConstructorArguments[1].Value;

    private static string? Find(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, relative)))
                return Path.Combine(folder.FullName, relative);
        }

        return null;
    }

    private static Type Type(string name) => s_client.Value.Assembly.GetType(Namespace + "." + name, throwOnError: true)!;

    private static object? Get(object value, string property) => value.GetType().GetProperty(property)!.GetValue(value);

    private object Client()
    {
        Assert.SkipWhen(s_path is null, "There is no shared/descriptions/gong/gong-2026-07-05.json beside or above the repository.");
        return Activator.CreateInstance(Type("GongClient"), Http, null)!;
    }

    private async Task<object?> CallAsync(string name, params (string Name, object Value)[] arguments)
    {
        var client = Client();
        var method = client.GetType().GetMethod(name)!;
        var given = arguments.ToDictionary(argument => argument.Name, argument => argument.Value);
        var parameters = method.GetParameters();
        Assert.Empty(given.Keys.Except(parameters.Select(parameter => parameter.Name!)));
        var task = (Task)method.Invoke(client, [.. parameters.Select(parameter => parameter.ParameterType == typeof(CancellationToken) ? Token : given.GetValueOrDefault(parameter.Name!))])!;
        await task;
        return task.GetType().GetProperty("Result")?.GetValue(task);
    }
}
