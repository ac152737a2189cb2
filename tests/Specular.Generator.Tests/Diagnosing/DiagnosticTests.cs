using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Model;
using Specular.Generator.Pipeline;
using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Diagnosing;

/// <summary>What is said about a description: id, severity, message, and where it stands, to the character.</summary>
public class DiagnosticTests
{
    /// <summary>Descriptions in JSON, which is YAML as well: both readers have to say the same at the same place.</summary>
    public static TheoryData<string, string> InBoth => new()
    {
        {
            """{ "openapi": [|"4.0.0"|], "paths": {} }""",
            "error SPEC002: This is not an OpenAPI description that a client can come of: version '4.0.0' is not known; 2.0 and 3.x are"
        },
        {
            """[||]{ "info": { "title": "A" } }""",
            "error SPEC002: This is not an OpenAPI description that a client can come of: it has no 'openapi'"
        },
        {
            """[||][1]""",
            "error SPEC002: This is not an OpenAPI description that a client can come of: it is an array, not an object"
        },
        {
            """[|{ "openapi": "3.0.3", "info": { "title": "A" } }|]""",
            "error SPEC002: This is not an OpenAPI description that a client can come of: it has none of 'paths', 'webhooks' and 'components'"
        },
        {
            Schemas("""{ "A": { "type": "object", "properties": { "b": { "$ref": [|"#/components/schemas/Missing"|] } } } }"""),
            "warning SPEC003: '#/components/schemas/Missing' does not resolve: there is no 'Missing' in '#/components/schemas'"
        },
        {
            Schemas("""{ "A": { "$ref": [|"#/components/schemas/A"|] } }"""),
            "warning SPEC003: '#/components/schemas/A' does not resolve: it leads back to itself"
        },
        {
            Schemas("""{ "A": { "$ref": [|"https://other.test/a.json"|] } }"""),
            "warning SPEC003: 'https://other.test/a.json' does not resolve: only files that the project gives as OpenApiReference or AdditionalFiles are read, and nothing is fetched from the network; no such file is 'https://other.test/a.json'"
        },
        {
            Operation("""{ "parameters": [{ "name": "id", "in": [|"body-ish"|] }], "responses": {} }"""),
            "warning SPEC004: A parameter in 'body-ish' cannot be sent; it is left out"
        },
        {
            Operation("""{ "parameters": [{ "name": [|"X Bad:"|], "in": "header", "schema": { "type": "string" } }], "responses": {} }"""),
            "warning SPEC004: 'X Bad:' cannot be the name of a header; it is left out"
        },
        {
            Description("""{ "/items": { "additionalOperations": { [|"BAD METHOD"|]: { "responses": {} } } } }""", "{}"),
            "warning SPEC004: 'BAD METHOD' is no method that can be sent; it is left out"
        },
        {
            Description("""{ [|"/items/{id}"|]: { "get": { "responses": {} } } }""", "{}"),
            "warning SPEC004: '{id}' has no path parameter; it is sent as it stands"
        },
        {
            Description("{}", """{ "securitySchemes": { "mine": [|{ "type": "http", "scheme": "digest" }|] } }"""),
            "warning SPEC004: The client does nothing for security scheme 'mine'; the HttpClient's handlers have to"
        },
        {
            Description("{}", """{ "securitySchemes": { "mine": [|{ "type": "mutualTLS" }|] } }"""),
            "info SPEC016: Security scheme 'mine' is mutual TLS: give the HttpClient a handler that has the client's certificate"
        },
        {
            Schemas("""{ "Tree": { "$dynamicAnchor": "node", "type": "object", "properties": { "next": { "$dynamicRef": [|"#node"|] } } }, "Leaf": { "$dynamicAnchor": "node", "type": "string" } }"""),
            "warning SPEC004: '$dynamicRef' is read as '$ref': what a schema around this one puts in its place is not looked at"
        },
        {
            Operation("""{ "parameters": [ [|{ "name": "a", "in": "query", "schema": { "type": "object", "properties": { "b": { "type": "array", "items": {} } } } }|], { "name": "b", "in": "query", "style": "deepObject", "schema": { "type": "object", "properties": { "b": { "type": "object" } } } }], "responses": {} }"""),
            "warning SPEC004: No style says how values inside values are written; in this parameter they are sent as JSON text"
        },
        {
            Description("""{ "/a": { "get": { "responses": { "200": { "content": [|{ "$ref": "#/components/x-contents" }|] } } } } }""", """{ "x-contents": { "application/json": {} } }"""),
            "warning SPEC005: A reference stands where none may be; it is followed"
        },
        {
            Operation("""{ "servers": [ [|{ "url": "http://localhost:80" }|] ], "responses": {} }"""),
            "warning SPEC004: Server 'http://localhost:80' is none that a client could reach; the operation goes to the client's base address"
        },
        {
            Operation("""{ "requestBody": { "content": { [|"multipart/form-data"|]: { "schema": { "type": "string" } } } }, "responses": {} }"""),
            "warning SPEC004: A form whose schema is no object is sent as the caller gives it, as a file"
        },
        {
            Schemas("""{ "A": { "type": "object", "properties": { "b": { "type": [|"int"|] } } } }"""),
            "warning SPEC005: 'int' is no type of JSON Schema; it is read as 'integer'"
        },
        {
            Schemas("""{ "A": { "types": [|["string"]|] } }"""),
            "warning SPEC005: 'types' is no keyword of OpenAPI; it is read as 'type'"
        },
        {
            Schemas("""{ "A": { "types": [|["string"]|] }, "B": { "types": ["string"] }, "C": { "types": ["number"] } }"""),
            "warning SPEC005: 'types' is no keyword of OpenAPI; it is read as 'type' (here and in 2 other places)"
        },
        {
            Description("""
                {
                  "/a": { "get": { "parameters": [{ "name": "a", "in": "header", "style": [|"SIMPLE"|], "schema": { "type": "string" } }], "responses": {} } },
                  "/b": { "get": { "parameters": [{ "name": "a", "in": "header", "style": "SIMPLE", "schema": { "type": "string" } }], "responses": {} } }
                }
                """, "{}"),
            "warning SPEC005: Style 'SIMPLE' is read as 'simple' (here and in 1 other place)"
        },
        {
            """[||]{ "servers": [{ "url": "https://api.test" }], "paths": {} }""",
            "warning SPEC005: 'openapi' is missing; the file is read as OpenAPI 3.1"
        },
        {
            Schemas("""{ "A": { "type": [|"thing"|] } }"""),
            "warning SPEC006: 'thing' is no type of JSON Schema; any value is taken"
        },
        {
            Schemas("""{ "A": { "type": "object", "properties": { "b": [|"string"|] } } }"""),
            "warning SPEC006: A schema is an object; any value is taken here"
        },
        {
            Schemas("""{ "A": { "type": "object", "required": ["b", [|"c"|]], "properties": { "b": {} } } }"""),
            "warning SPEC006: 'required' names 'c', which is no property of this schema"
        },
        {
            Operation("""{ "responses": { [|"20O"|]: { "description": "" } } }"""),
            "warning SPEC006: '20O' is no status code, no range like 4XX, and not 'default'; this response is left out"
        },
        {
            Operation("""{ "parameters": [ [|{ "in": "query" }|] ], "responses": {} }"""),
            "warning SPEC006: A parameter needs a 'name' and an 'in'; this one is left out"
        },
        {
            Operation("""{ "parameters": [{ "name": "a", "in": "query", "style": [|"matrix"|] }], "responses": {} }"""),
            "warning SPEC006: Style 'matrix' is not for parameters in query; 'a' is sent in the ordinary one"
        },
        {
            Schemas("""{ "user": { "type": "object", "properties": { "a": {} } }, [|"User"|]: { "type": "object", "properties": { "b": {} } } }"""),
            "info SPEC007: Schema 'User' is called 'UserSchema' in C#, since 'User' is taken"
        },
        {
            Description("""{ "/a": { "get": { "operationId": "list", "responses": {} }, "put": { "operationId": [|"List"|], "responses": {} } } }""", "{}"),
            "info SPEC007: Operation 'List' is called 'List2Async', since 'ListAsync' is taken"
        },
        {
            """{ "openapi": "3.0.3", "info": [|{ "title": "A" }|], "paths": {} }""",
            "info SPEC008: The description names no server; give the HttpClient or the client's options a base address"
        },
        {
            """{ "openapi": "3.0.3", "servers": [ [|{ "url": "/v2" }|] ], "paths": {} }""",
            "info SPEC008: The description's server '/v2' is none that a client could reach; give the HttpClient or the client's options a base address"
        },
        {
            Operation("""{ "requestBody": { "content": [|{ "application/json": { "schema": { "type": "string" } }, "application/vnd.test+json": { "schema": { "type": "string" } } }|] }, "responses": {} }"""),
            "info SPEC012: The body is sent as 'application/json'; 'application/vnd.test+json' would do as well"
        },
    };

    /// <summary>What only one of the two formats can be wrong in, or where YAML's block style has other places.</summary>
    public static TheoryData<string, string, string> InOne => new()
    {
        {
            "test.json",
            """{ "openapi": "3.0.3", "info": { "title": "Gong" [|"|]version": "v2" } }""",
            "error SPEC001: The description cannot be read: expected ',' or '}' after a member"
        },
        {
            "test.json",
            "[||]",
            "error SPEC001: The description cannot be read: the file is empty"
        },
        {
            "test.yaml",
            "[||]# nothing\n",
            "error SPEC001: The description cannot be read: the file is empty"
        },
        {
            "test.yaml",
            "openapi: 3.0.3\ninfo:\n[|\t|]title: A\n",
            "error SPEC001"
        },
        {
            "test.yaml",
            """
            openapi: 3.0.3
            servers:
              - url: https://api.test
            paths:
              /a:
                get:
                  responses:
                    '200':
                      $ref: [|'#/components/responses/Ok'|]
            """,
            "warning SPEC003: '#/components/responses/Ok' does not resolve: there is no 'components' in the file"
        },
        {
            "test.yaml",
            """
            openapi: 3.0.3
            servers:
              - url: https://api.test
            paths: {}
            components:
              securitySchemes:
                mine:
                  [|type: http|]
                  scheme: digest
            """,
            "warning SPEC004: The client does nothing for security scheme 'mine'; the HttpClient's handlers have to"
        },
        {
            "test.yaml",
            """
            openapi: 3.0.3
            info:
              [|title: A|]
              version: '1'
            paths: {}
            """,
            "info SPEC008: The description names no server; give the HttpClient or the client's options a base address"
        },
    };

    [Theory]
    [MemberData(nameof(InBoth))]
    public void In_json_and_in_yaml(string marked, string expected)
    {
        Check("test.json", marked, expected);
        Check("test.yaml", marked, expected);
    }

    [Theory]
    [MemberData(nameof(InOne))]
    public void In_one_format(string path, string marked, string expected) => Check(path, marked, expected);

    [Fact]
    public void A_broken_reference_takes_no_operation_away()
    {
        var run = GeneratorSession.Generate(Specs.Json(Description(
            """
            {
              "/a": { "get": { "responses": { "200": { "$ref": "#/nowhere" } } } },
              "/b": { "get": { "parameters": [{ "$ref": "#/nowhere" }], "requestBody": { "$ref": "#/nowhere" }, "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/nowhere" } } } } } } },
              "/c": { "$ref": "#/nowhere" },
              "/d": { "get": { "responses": { "200": { "description": "", "headers": { "A": { "$ref": "#/nowhere" } }, "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "gone.json" } } } } } } } }
            }
            """,
            "{}")));
        Assert.Equal(["/a", "/b", "/d"], GeneratedOperations.Of(run.Compilation).Select(operation => operation.Path));
        Assert.Equal(7, run.Diagnostics.Length);
        Assert.All(run.Diagnostics, diagnostic => Assert.Equal("SPEC003", diagnostic.Id));
    }

    [Theory]
    [InlineData("a-b", "", "", "Namespace 'a-b' is no C# namespace")]
    [InlineData("A.class", "", "", "Namespace 'A.class' is no C# namespace")]
    [InlineData("A..B", "", "", "Namespace 'A..B' is no C# namespace")]
    [InlineData("A; class B { }", "", "", "Namespace 'A; class B { }' is no C# namespace")]
    [InlineData("", "1Client", "", "ClientName '1Client' is no C# class name")]
    [InlineData("", "A.B", "", "ClientName 'A.B' is no C# class name")]
    [InlineData("", "class", "", "ClientName 'class' is no C# class name")]
    [InlineData("", "", "Public", "Accessibility 'Public' is neither 'public' nor 'internal'")]
    [InlineData("", "", "private", "Accessibility 'private' is neither 'public' nor 'internal'")]
    public void An_invalid_option(string space, string name, string accessibility, string message)
    {
        var run = GeneratorSession.Generate(Specs.Gong with { Namespace = space, ClientName = name, Accessibility = accessibility });
        Assert.Equal(["specs/gong-integration-settings.yaml(1,1,1,1): error SPEC009: " + message], run.Shown);
        Assert.Empty(run.Files);
    }

    [Theory]
    [InlineData("", "", "", "Consumer", "GongClient")]
    [InlineData(" Acme.Gong ", " Api ", " internal ", "Acme.Gong", "Api")]
    public void A_valid_option(string space, string name, string accessibility, string expectedNamespace, string expectedName)
    {
        var run = GeneratorSession.Generate(Specs.Gong with { Namespace = space, ClientName = name, Accessibility = accessibility });
        Assert.Empty(run.Shown);
        Assert.NotNull(run.Compilation.GetTypeByMetadataName(expectedNamespace + "." + expectedName));
    }

    [Theory]
    [InlineData("My.App", "My.App")]
    [InlineData("my-app.v2", "MyApp.V2")]
    [InlineData("1.2", "_1._2")]
    [InlineData("", "Api")]
    public void Without_a_namespace_the_root_namespace_is_taken(string rootNamespace, string expected)
    {
        var run = GeneratorSession.Generate(Specs.Gong with { Namespace = "" }, new ConsumerProject { RootNamespace = rootNamespace });
        Assert.NotNull(run.Compilation.GetTypeByMetadataName(expected + ".GongClient"));
    }

    [Fact]
    public void An_old_version_of_the_language()
    {
        var run = GeneratorSession.Generate(Specs.Gong, new ConsumerProject { LanguageVersion = LanguageVersion.CSharp11 });
        Assert.Equal(["specs/gong-integration-settings.yaml(1,1,1,1): error SPEC020: The client needs C# 12 or later; set LangVersion in the project"], run.Shown);
        Assert.Empty(run.Files);
    }

    [Fact]
    public void A_file_without_text()
    {
        var run = GeneratorSession.Generate(Specs.Gong with { Text = null });
        Assert.Equal(["specs/gong-integration-settings.yaml(1,1,1,1): error SPEC001: The description cannot be read: the file has no text"], run.Shown);
    }

    [Fact]
    public void A_defect_of_the_generator_is_a_diagnostic_and_no_exception()
    {
        var bound = Bind(new ClientInput("test.yaml", new FailingText(), "Root", "", "", ""), TestContext.Current.CancellationToken);
        Assert.Null(bound.Client);
        var diagnostic = Assert.Single(bound.Diagnostics).ToDiagnostic();
        Assert.Equal("SPEC010", diagnostic.Id);
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal("test.yaml", diagnostic.Location.GetLineSpan().Path);
        Assert.Contains("NotSupportedException: on purpose", diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancellation_is_no_diagnostic()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var input = new ClientInput(Specs.Gong.Path, SourceText.From(Specs.Gong.Text!), "Root", "", "", "");
        Assert.Throws<OperationCanceledException>(() => Bind(input, source.Token));
    }

    private static BoundClient Bind(ClientInput input, CancellationToken cancellationToken) => new ClientBinding().Of(
        (new ClientSources(input, default, default, default), new Capabilities("Consumer", HasDateOnly: true, HasHttpClientFactory: false, LanguageVersion: 1200, default)),
        cancellationToken);

    private static void Check(string path, string marked, string expected)
    {
        var text = new MarkedText(marked);
        var run = GeneratorSession.Generate(new DescriptionFile(path, text.Text) { Namespace = "Test", ClientName = "TestClient" });
        var shown = Assert.Single(run.Shown);

        // Of YAML's own errors the words are the library's.
        Assert.StartsWith(text.Expect(path, expected), shown, StringComparison.Ordinal);
        if (expected.Contains(": ", StringComparison.Ordinal))
            Assert.Equal(text.Expect(path, expected), shown);
        Assert.Equal(text.Span, run.Diagnostics[0].Location.SourceSpan);
        Assert.Equal(run.Diagnostics[0].Severity is Microsoft.CodeAnalysis.DiagnosticSeverity.Error, run.Files.IsEmpty);
    }

    private static string Description(string paths, string components) => $$"""
        {
          "openapi": "3.0.3",
          "info": { "title": "Test", "version": "1" },
          "servers": [{ "url": "https://api.test" }],
          "paths": {{paths}},
          "components": {{components}}
        }
        """;

    private static string Schemas(string schemas) => Description("{}", $$"""{ "schemas": {{schemas}} }""");

    private static string Operation(string operation) => Description($$"""{ "/a": { "post": {{operation}} } }""", "{}");

    private sealed class FailingText : SourceText
    {
        public override System.Text.Encoding? Encoding => null;

        public override int Length => 1;

        public override char this[int position] => 'a';

        public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count) => Array.Fill(destination, 'a', destinationIndex, count);

        public override string ToString(TextSpan span) => throw new NotSupportedException("on purpose");
    }
}
