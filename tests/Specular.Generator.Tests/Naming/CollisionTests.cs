using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Naming;

/// <summary>Names that C# cannot take as they are. Each description also has to compile without a warning, which the session requires.</summary>
public class CollisionTests
{
    [Fact]
    public void Properties_that_casing_makes_equal()
    {
        var run = Schemas(("Thing", Specs.Record("user_id", "userId", "UserID", "user-id", "USER_ID", "value", "Value", "")));
        Assert.Equal(8, Properties(run, "Thing").Distinct().Count());
        Assert.Equal(["UserId", "UserIdValue", "UserIdValue2", "UserIdValue3", "UserIdValue4"], Properties(run, "Thing").Take(5));
    }

    [Fact]
    public void Properties_that_every_record_has_already()
    {
        var names = new[]
        {
            "ReadJson", "WriteJson", "JsonConverter", "Equals", "Clone", "ToString", "GetHashCode", "GetType", "MemberwiseClone", "Finalize", "EqualityContract", "PrintMembers", "ReferenceEquals",
            "Thing", "thing", "start", "reader", "writer", "name", "w", "r", "some", "additionalProperties", "AdditionalProperties", "hasName", "value__", "op_Equality", "get_Name", "set_Name", "Deconstruct", "<Clone>$", "名前", "1", "_2", "ა",
        };
        var thing = Specs.Record(names);
        thing["additionalProperties"] = new JsonObject { ["type"] = "string" };
        var nullable = Specs.Record(names);
        foreach (var property in nullable["properties"]!.AsObject())
            property.Value!["nullable"] = true;
        nullable["required"] = new JsonArray([.. names.Select(name => (JsonNode)name)]);
        var run = Schemas(("Thing", thing), ("Nullable", nullable));
        Assert.Equal(names.Length + 1, Properties(run, "Thing").Count());
        Assert.Equal(names.Length, Properties(run, "Nullable").Count());
    }

    [Fact]
    public void Enum_values_that_casing_makes_equal()
    {
        string[] values = ["a", "A", "+1", "-1", "1", "", " ", "a b", "a-b", "a_b", "a.b", "value__", "None", "class", "true", "null", "\U0001F600", "ß", "SS", "Equals", "ToString", new('x', 500), new('x', 501)];
        var run = Schemas(("Kind", new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) }));
        var members = run.Compilation.GetTypeByMetadataName("Test.Kind")!.GetMembers().OfType<IFieldSymbol>().ToList();
        Assert.Equal(values, members.Select(member => (string)member.GetAttributes().Single().ConstructorArguments[0].Value!));
        Assert.Equal(values.Length, members.Select(member => member.Name).Distinct().Count());
    }

    [Fact]
    public void Integer_enum_values()
    {
        var run = Schemas(("Level", new JsonObject { ["type"] = "integer", ["enum"] = new JsonArray(-1, 0, 1, 1, 9223372036854775807L) }));
        var members = run.Compilation.GetTypeByMetadataName("Test.Level")!.GetMembers().OfType<IFieldSymbol>();
        Assert.Equal([-1L, 0L, 1L, long.MaxValue], members.Select(member => (long)member.ConstantValue!));
    }

    [Fact]
    public void Schemas_that_casing_makes_equal()
    {
        // File names come of them, and on some disks those know no case.
        var run = Schemas(("user", Specs.Record("a")), ("User", Specs.Record("b")), ("USER", Specs.Record("c")), ("u ser", Specs.Record("d")), ("Üser", Specs.Record("e")));
        Assert.Equal(["User", "UserSchema", "UserSchema2", "USerSchema3", "Üser"], new[] { "A", "B", "C", "D", "E" }.Select(property => run.Compilation
            .GetSymbolsWithName(property, SymbolFilter.Member).OfType<IPropertySymbol>().Single(found => found.ContainingNamespace.Name == "Test").ContainingType.Name));
        Assert.Equal(3, run.Diagnostics.Count(diagnostic => diagnostic.Id == "SPEC007"));
    }

    // What the framework, the language, the client itself, its support code and the members of its types are called.
    private static readonly string[] s_names =
    [
        "Task", "Object", "String", "System", "Uri", "Exception", "Stream", "List", "IReadOnlyList", "Type", "CancellationToken", "JsonConverter",
        "JsonElement", "ReadJson", "WriteJson", "Equals", "ToString", "GetHashCode", "PrintMembers", "EqualityContract", "Clone", "MemberwiseClone",
        "Deconstruct", "AdditionalProperties", "HttpClient", "File", "Test", "TestClient", "TestClientOptions", "TestApiException",
        "TestAuthentication", "TestFile", "TestOptional", "GetThingResult", "GetThingResponse", "KindExtensions", "SystemJson", "SpecularRuntime",
        "Specular", "Nullable", "Attribute", "GeneratedCode", "required", "record", "a b.c/d", "Map«string,object»", "Unknown", "Value",
        "Dictionary", "StatusCode", "Undeclared", "Any", "Text", "Json", "value__", "IsDefined", "ToWireValue", "FromWireValue", "ToException",
        "Body", "Headers", "Ok",
    ];

    [Theory]
    [InlineData("record", "Test")]
    [InlineData("enum", "Test")]
    [InlineData("union", "Test")]
    [InlineData("record", "Test.System.Net")]
    [InlineData("union", "Specular.Shop")]
    public void A_schema_may_be_called_anything(string kind, string space)
    {
        var schemas = new JsonObject { ["Kind"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("a", "b") } };
        var paths = new JsonObject();
        foreach (var name in s_names)
        {
            schemas[name] = kind switch
            {
                "record" => Everything(name),
                "enum" => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("a", name) },
                _ => new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, Specs.Record(name, "a"), new JsonObject { ["$ref"] = "#/components/schemas/Kind" }) },
            };
            var reference = new JsonObject { ["$ref"] = "#/components/schemas/" + name.Replace("/", "~1", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal) };
            var operation = Specs.Operation("get" + name, Specs.Parameter(name, "query"));
            operation["requestBody"] = new JsonObject { ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = reference.DeepClone() } } };
            operation["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "", ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = reference } } } };
            paths["/" + paths.Count] = new JsonObject { ["post"] = operation };
        }

        var run = GeneratorSession.Generate(Specs.Json(paths, schemas) with { Namespace = space });
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.Equal(s_names.Length, Operations(run).Count());
    }

    [Fact]
    public void Users_types_of_well_known_names_change_nothing()
    {
        var run = new GeneratorSession(
            new ConsumerProject
            {
                Sources =
                [
                    "class Task { } class String { } class Uri { } class Exception { } class Stream { } class List { } class HttpClient { } class JsonSerializer { } class Type { } class Attribute { } class SystemJson { } class SpecularRuntime { }",
                    "namespace Gong { class Task { } class JsonException { } class Stream { } class StringComparer { } class CancellationToken { } class Uri { } class Exception { } class HttpClient { } class Math { } class Encoding { } }",
                    "namespace Gong.System { class String { } } namespace Gong.Specular { class Runtime { } } namespace Gong.Microsoft { }",
                ],
            },
            Specs.Gong).Run(TestContext.Current.CancellationToken);
        Assert.Empty(run.Diagnostics);
    }

    [Fact]
    public void Operations_that_are_called_the_same_or_nothing()
    {
        var paths = Specs.Members(
            ("/a", Specs.Members(("get", Specs.Operation("list")), ("post", Specs.Operation("List")), ("put", Specs.Operation()))),
            ("/b", Specs.Members(("get", Specs.Operation("list")), ("post", Specs.Operation("listResult")), ("put", Specs.Operation("")))),
            ("/c", Specs.Members(("get", Specs.Operation("ListAsync")), ("post", Specs.Operation("+")), ("put", Specs.Operation("TestClient")))),
            ("/d", Specs.Members(("get", Specs.Operation("getType")), ("post", Specs.Operation("equals")), ("put", Specs.Operation("class")))),
            ("/e", Specs.Members(("get", Specs.Operation("_connection")), ("post", Specs.Operation("connection")), ("put", Specs.Operation("dispose")))));
        var run = GeneratorSession.Generate(Specs.Json(paths));
        Assert.Equal(
            ["GET /a", "GET /b", "GET /c", "GET /d", "GET /e", "POST /a", "POST /b", "POST /c", "POST /d", "POST /e", "PUT /a", "PUT /b", "PUT /c", "PUT /d", "PUT /e"],
            Operations(run).Select(operation => operation.Method + " " + operation.Path).Order(StringComparer.Ordinal));
        Assert.Contains(Operations(run), operation => operation is { Path: "/a", Method: "PUT", Name: "PutA" });
    }

    [Fact]
    public void Paths_that_differ_in_nothing_that_has_a_name()
    {
        var paths = Specs.Members(
            ("/items/{id}", Specs.Members(("get", Specs.Operation(null, Specs.Parameter("id", "path"))))),
            ("/items/{name}", Specs.Members(("get", Specs.Operation(null, Specs.Parameter("name", "path"))))),
            ("/items/id", Specs.Members(("get", Specs.Operation()))),
            ("/items-id", Specs.Members(("get", Specs.Operation()))),
            ("/#X-Target=A", Specs.Members(("post", Specs.Operation()))),
            ("/#X-Target=B", Specs.Members(("post", Specs.Operation()))),
            ("/", Specs.Members(("post", Specs.Operation()))),
            ("/items/{id}/", Specs.Members(("get", Specs.Operation(null, Specs.Parameter("id", "path"))))),
            ("/{a}{b}/{a}", Specs.Members(("get", Specs.Operation(null, Specs.Parameter("a", "path"), Specs.Parameter("b", "path"))))));
        var run = GeneratorSession.Generate(Specs.Json(paths));
        Assert.Equal(paths.Count, Operations(run).Count());
        Assert.Equal(paths.Count, Operations(run).Select(operation => operation.Path).Distinct().Count());
    }

    [Fact]
    public void Parameters_that_are_called_like_each_other_or_like_the_methods_own()
    {
        var parameters = new[]
        {
            "httpRequest", "httpAnswer", "body", "cancellationToken", "result", "value", "outcome", "answer", "exception", "jsonError", "formFields", "cookieHeader", "file", "item", "some", "w", "r", "reader",
            "class", "id", "ID", "Id", "_id", "idGiven", "id_given", "", "1", "+1", "e", "success", "error", "args", "field", "await", "async", "nameof", "var", "dynamic", "global", "_connection", "this", "null", "_", "__", "名前",
        };
        JsonObject Operation(JsonObject schema, string place) => Specs.Operation("find" + place + schema["type"], [.. parameters.Select(name =>
        {
            var parameter = Specs.Parameter(name.Length == 0 ? "empty" : name, place);
            parameter["schema"] = schema.DeepClone();
            return parameter;
        })]);
        JsonObject text = new() { ["type"] = "string" }, number = new() { ["type"] = "integer" }, list = new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "number" } };
        var withBody = Operation(number, "query");
        withBody["operationId"] = "withBody";
        withBody["requestBody"] = new JsonObject { ["content"] = new JsonObject { ["multipart/form-data"] = new JsonObject { ["schema"] = Specs.Record(["file", "id", "body"]) } } };
        var paths = Specs.Members(
            ("/text", Specs.Members(("get", Operation(text, "query")), ("post", Operation(text, "header")), ("put", Operation(text, "cookie")), ("delete", withBody))),
            ("/number", Specs.Members(("get", Operation(number, "query")), ("post", Operation(number, "header")), ("put", Operation(number, "cookie")))),
            ("/list", Specs.Members(("get", Operation(list, "query")), ("post", Operation(list, "header")), ("put", Operation(list, "cookie")))),
            ("/same/{id}", Specs.Members(("get", Specs.Operation("same", Specs.Parameter("id", "path"), Specs.Parameter("id", "query"), Specs.Parameter("id", "header"), Specs.Parameter("id", "cookie"))))));
        var run = GeneratorSession.Generate(Specs.Json(paths));
        Assert.Equal(11, Operations(run).Count());
        var same = run.Compilation.GetTypeByMetadataName("Test.TestClient")!.GetMembers("SameAsync").OfType<IMethodSymbol>().Single();
        Assert.Equal(["id", "idQuery", "idHeader", "idCookie", "cancellationToken"], same.Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void Results_and_headers_that_are_called_like_their_own_members()
    {
        var operation = Specs.Operation("ok");
        var headers = new JsonObject(new[] { "Body", "Headers", "Status-Code", "StatusCode", "Ok", "to-exception", "ToString", "body", "value", "Retry-After", "retry_after", "class", "名前", "0" }
            .Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject { ["schema"] = new JsonObject { ["type"] = "integer" } })));
        operation["responses"] = new JsonObject(new[] { "200", "201", "4XX", "404", "default", "499", "5xx" }.Select(status => KeyValuePair.Create(status, (JsonNode?)new JsonObject
        {
            ["description"] = status,
            ["headers"] = headers.DeepClone(),
            ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Specs.Record("errors", "Headers", "requestId") } },
        })));
        var run = GeneratorSession.Generate(Specs.Json(Specs.Members(("/", Specs.Members(("get", operation))))));
        Assert.Equal(
            ["ClientError", "Created", "Default", "NotFound", "Ok", "ServerError", "Status499", "Undeclared"],
            run.Compilation.GetTypeByMetadataName("Test.OkResult")!.GetTypeMembers().Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Inline_types_take_the_name_of_their_property_and_then_of_their_parent()
    {
        JsonObject WithState(params string[] values) => new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["state"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) } },
        };
        var run = Schemas(("Order", WithState("open")), ("Ticket", WithState("open")), ("Bug", WithState("new")), ("Zoo", new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["Zoo"] = Specs.Record("a") } }));
        Assert.Equal("Test.State", Type("Order"));
        Assert.Equal("Test.State", Type("Ticket"));
        Assert.Equal("Test.BugState", Type("Bug"));

        string Type(string schema) => ((INamedTypeSymbol)run.Compilation.GetTypeByMetadataName("Test." + schema)!.GetMembers("State").OfType<IPropertySymbol>().Single().Type).TypeArguments[0].ToDisplayString();
    }

    [Fact]
    public void The_names_are_the_same_every_time_and_a_new_schema_changes_none()
    {
        var schemas = new JsonObject { ["user"] = Specs.Record("a"), ["User"] = Specs.Record("b"), ["Order"] = Specs.Record("id", "ID"), ["Müller"] = Specs.Record("c") };
        var first = GeneratorSession.Generate(Specs.Json(null, schemas));
        var second = GeneratorSession.Generate(Specs.Json(null, (JsonObject)schemas.DeepClone()));
        Assert.Equal(first.Files, second.Files);

        foreach (var position in new[] { 0, 2, 4 })
        {
            var more = new JsonObject(schemas.DeepClone().AsObject().ToList().Select((member, index) => (member, index)).SelectMany(pair => pair.index == position
                ? new[] { KeyValuePair.Create("Extra", (JsonNode?)Specs.Record("x")), KeyValuePair.Create(pair.member.Key, pair.member.Value?.DeepClone()) }
                : [KeyValuePair.Create(pair.member.Key, pair.member.Value?.DeepClone())]));
            if (position == 4)
                more["USER"] = Specs.Record("y");
            var third = GeneratorSession.Generate(Specs.Json(null, more));
            Assert.Equal(first.Files.Count + 1, third.Files.Count);
            Assert.All(first.Files, file => Assert.Equal(file.Value, third.Files[file.Key]));
        }
    }

    // An object that needs a type of each kind that the emitted code refers to.
    private static JsonObject Everything(string name) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("when"),
        ["properties"] = new JsonObject
        {
            [name] = new JsonObject { ["type"] = "string" },
            ["when"] = new JsonObject { ["type"] = "string", ["format"] = "date-time" },
            ["day"] = new JsonObject { ["type"] = "string", ["format"] = "date", ["nullable"] = true },
            ["id"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" },
            ["data"] = new JsonObject { ["type"] = "string", ["format"] = "byte" },
            ["any"] = new JsonObject(),
            ["kind"] = new JsonObject { ["$ref"] = "#/components/schemas/Kind" },
            ["list"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string", ["nullable"] = true } },
            ["map"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "integer" } },
        },
        ["additionalProperties"] = new JsonObject { ["type"] = "string" },
    };

    private static GeneratorRun Schemas(params (string Name, JsonObject Schema)[] schemas) =>
        GeneratorSession.Generate(Specs.Json(null, new JsonObject(schemas.Select(schema => KeyValuePair.Create(schema.Name, (JsonNode?)schema.Schema)))));

    private static IEnumerable<string> Properties(GeneratorRun run, string type) =>
        run.Compilation.GetTypeByMetadataName("Test." + type)!.GetMembers().OfType<IPropertySymbol>().Where(property => property.DeclaredAccessibility is Accessibility.Public).Select(property => property.Name);

    private static IEnumerable<(string Name, string Method, string Path)> Operations(GeneratorRun run) => GeneratedOperations.Of(run.Compilation);
}
