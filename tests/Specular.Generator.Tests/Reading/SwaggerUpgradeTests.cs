using Specular.Generator.Reading;
using Specular.Generator.Reading.Swagger;
using Xunit;

namespace Specular.Generator.Tests.Reading;

public sealed class SwaggerUpgradeTests
{
    private static readonly Node s_pets = Upgrade(SwaggerSample.Text);

    [Theory]
    [InlineData("swagger: '2.0'", true)]
    [InlineData("swagger: 2.0", true)]
    [InlineData("swagger: 2", true)]
    [InlineData("swagger: '3.0'", false)]
    [InlineData("openapi: '2.0'", false)]
    [InlineData("swagger: {}", false)]
    public void It_is_the_version_that_asks_for_it(string text, bool expected) => Assert.Equal(expected, SwaggerUpgrade.IsNeeded(Reader.Yaml(text)));

    [Theory]
    [InlineData("openapi", "\"3.0.4\"")]
    [InlineData("tags", "[{name:\"pets\"}]")]
    [InlineData("x-origin", "[\"kept\"]")]
    [InlineData("security", "[{key:[]}]")]
    [InlineData("servers", """[{url:"https://api.example.com/v1"},{url:"http://api.example.com/v1"},{url:"wss://api.example.com/v1"}]""")]
    [InlineData("components/securitySchemes/login", """{type:"http",scheme:"basic",description:"Password"}""")]
    [InlineData("components/securitySchemes/key", """{type:"apiKey",name:"X-Key",in:"header"}""")]
    [InlineData("components/securitySchemes/code", """{type:"oauth2",flows:{authorizationCode:{authorizationUrl:"https://a.example/auth",tokenUrl:"https://a.example/token",scopes:{read:"Reads"}}}}""")]
    [InlineData("components/securitySchemes/app", """{type:"oauth2",flows:{clientCredentials:{tokenUrl:"https://a.example/token",scopes:{}}}}""")]
    [InlineData("components/parameters", """{Limit:{name:"limit",in:"query",description:"Page size",schema:{type:"integer",format:"int32",minimum:1,maximum:100,default:20}}}""")]
    [InlineData("components/responses", """{NotFound:{description:"No such pet",content:{application/json:{schema:{$ref:"#/components/schemas/Error"}}}}}""")]
    [InlineData("components/schemas/Pet/discriminator", """{propertyName:"petType"}""")]
    [InlineData("components/schemas/Pet/properties/name", """{type:"string",example:{$ref:"#/definitions/NotAReference"}}""")]
    [InlineData("components/schemas/Pet/properties/owner", """{$ref:"#/components/schemas/Owner"}""")]
    [InlineData("components/schemas/Pet/properties/weight", """{type:"number",nullable:true,exclusiveMinimum:true,minimum:0}""")]
    [InlineData("components/schemas/Pet/properties/extra/additionalProperties", """{$ref:"#/components/schemas/Owner"}""")]
    [InlineData("components/schemas/Cat/allOf/0", """{$ref:"#/components/schemas/Pet"}""")]
    [InlineData("components/schemas/Owner/properties/pets/items", """{$ref:"#/components/schemas/Pet"}""")]
    public void What_holds_for_the_file_moves(string path, string expected) => Assert.Equal(expected, s_pets.At(path.Split('/')).Show());

    [Theory]
    [InlineData(0, """{$ref:"#/components/parameters/Limit"}""")]
    [InlineData(1, """{name:"csv",in:"query",style:"form",explode:false,schema:{type:"array",items:{type:"string"}}}""")]
    [InlineData(2, """{name:"plain",in:"query",style:"form",explode:false,schema:{type:"array",items:{type:"integer"}}}""")]
    [InlineData(3, """{name:"multi",in:"query",style:"form",explode:true,schema:{type:"array",items:{type:"string",enum:["a","b"]}}}""")]
    [InlineData(4, """{name:"ssv",in:"query",style:"spaceDelimited",explode:false,schema:{type:"array",items:{type:"string"}}}""")]
    [InlineData(5, """{name:"pipes",in:"query",style:"pipeDelimited",explode:false,schema:{type:"array",items:{type:"string"},maxItems:3}}""")]
    [InlineData(6, """{name:"X-Ids",in:"header",style:"simple",explode:false,schema:{type:"array",items:{type:"string"}}}""")]
    [InlineData(7, """{name:"since",in:"query",example:"2020-01-01T00:00:00Z",allowEmptyValue:true,schema:{type:"string",format:"date-time"}}""")]
    public void A_parameter_gets_a_schema(int index, string expected) => Assert.Equal(expected, s_pets.At("paths", "/pets", "get", "parameters").Items[index].Show());

    [Theory]
    [InlineData("tsv", "query", """style:"form",explode:false,x-collectionFormat:"tsv",""")]
    [InlineData("ssv", "path", """style:"simple",explode:false,x-collectionFormat:"ssv",""")]
    [InlineData("multi", "header", """style:"simple",explode:false,x-collectionFormat:"multi",""")]
    public void A_format_that_cannot_be_said_is_kept(string format, string place, string expected)
    {
        var root = Upgrade($"""
            swagger: '2.0'
            paths:
              /a:
                get:
                  parameters:
                    - name: n
                      in: {place}
                      type: array
                      collectionFormat: {format}
            """);

        Assert.Contains(expected, root.At("paths", "/a", "get", "parameters", "0").Show());
    }

    [Fact]
    public void A_response_has_content_for_each_media_type()
    {
        var response = s_pets.At("paths", "/pets", "get", "responses", "200");

        Assert.Equal(
            """{description:"All pets",headers:{X-Total:{description:"How many",schema:{type:"integer",format:"int64"}}},"""
            + """content:{application/json:{schema:{type:"array",items:{$ref:"#/components/schemas/Pet"}},example:[{$ref:"#/definitions/NotAReference"}]},"""
            + """text/csv:{schema:{type:"array",items:{$ref:"#/components/schemas/Pet"}}}}}""",
            response.Show());
        Assert.Equal("""{$ref:"#/components/responses/NotFound"}""", s_pets.At("paths", "/pets", "get", "responses", "404").Show());
        Assert.Equal("""{description:"Added"}""", s_pets.At("paths", "/pets", "post", "responses", "201").Show());
        Assert.Equal("""{image/png:{schema:{type:"string",format:"binary"}}}""", s_pets.At("paths", "/pets/{id}/photo", "get", "responses", "200", "content").Show());
    }

    [Theory]
    [InlineData("/pets", "post", """{x-name:"pet",required:true,content:{application/json:{schema:{$ref:"#/components/schemas/Pet"}},application/xml:{schema:{$ref:"#/components/schemas/Pet"}}}}""")]
    [InlineData("/pets/{id}", "put", """{x-name:"pet",description:"The pet",content:{application/vnd.pet+json:{schema:{$ref:"#/components/schemas/Pet"}}}}""")]
    [InlineData(
        "/pets/{id}",
        "patch",
        """
        {content:{application/x-www-form-urlencoded:{schema:{type:"object",properties:{name:{type:"string",description:"Its name"},tags:{type:"array",items:{type:"string"}},ages:{type:"array",items:{type:"integer"}},nickname:{type:"string"}},required:["name"]},encoding:{tags:{style:"form",explode:true},ages:{style:"form",explode:false}}}},required:true}
        """)]
    [InlineData(
        "/pets/{id}/photo",
        "post",
        """
        {content:{multipart/form-data:{schema:{type:"object",properties:{photo:{type:"string",format:"binary"},title:{type:"string"}},required:["photo"]}}},required:true}
        """)]
    public void Body_and_form_parameters_become_the_request_body(string path, string method, string expected)
    {
        var operation = s_pets.At("paths", path, method);

        Assert.Equal(expected, operation.At("requestBody").Show());
        Assert.Null(operation["parameters"]);
        Assert.Null(operation["consumes"]);
    }

    [Fact]
    public void Schemes_of_an_operation_become_its_servers() =>
        Assert.Equal("""[{url:"https://api.example.com/v1"}]""", s_pets.At("paths", "/pets/{id}", "put", "servers").Show());

    [Theory]
    [InlineData("host: a.example", "https://a.example")]
    [InlineData("host: a.example\nschemes: [http]\nbasePath: v2", "http://a.example/v2")]
    [InlineData("basePath: /v2", "/v2")]
    [InlineData("host: 'https://a.example/'\nbasePath: /", "https://a.example")]
    [InlineData("basePath: /", null)]
    [InlineData("schemes: [https]", null)]
    public void The_server_is_put_together(string text, string? expected) =>
        Assert.Equal(expected, Upgrade("swagger: '2.0'\n" + text)["servers"]?.Items[0].At("url").Text);

    [Fact]
    public void A_path_can_have_a_body_for_all_of_its_operations()
    {
        var path = Upgrade("""
            swagger: '2.0'
            paths:
              /a:
                parameters:
                  - {name: shared, in: body, schema: {type: string}}
                  - {name: q, in: query, type: string}
                put: {}
                post: {parameters: [{name: own, in: body, schema: {type: integer}}]}
            """).At("paths", "/a");

        Assert.Equal("""[{name:"q",in:"query",schema:{type:"string"}}]""", path.At("parameters").Show());
        Assert.Equal("shared", path.At("put", "requestBody", "x-name").Text);
        Assert.Equal("own", path.At("post", "requestBody", "x-name").Text);
    }

    [Fact]
    public void A_file_always_goes_as_multipart()
    {
        var body = Upgrade("""
            swagger: '2.0'
            consumes: [application/json]
            paths: {/a: {post: {parameters: [{name: f, in: formData, type: file}, {name: f, in: formData, type: string}]}}}
            """, out var diagnostics).At("paths", "/a", "post", "requestBody");

        Assert.Equal(["multipart/form-data"], body.At("content").Members.Select(member => member.Name));
        Assert.StartsWith("SPEC006", Assert.Single(diagnostics));
        Assert.Null(body["required"]);
    }

    [Fact]
    public void Two_bodies_are_one_too_many()
    {
        var post = Upgrade("""
            swagger: '2.0'
            paths: {/a: {post: {parameters: [{name: a, in: body, schema: {}}, {name: b, in: body, schema: {}}, {name: c, in: formData, type: string}]}}}
            """, out var diagnostics).At("paths", "/a", "post");

        Assert.Equal("a", post.At("requestBody", "x-name").Text);
        Assert.Equal(2, diagnostics.Count);
    }

    [Fact]
    public void Every_value_keeps_its_place()
    {
        Assert.Equal("'2.0'", s_pets.At("openapi").Slice());
        Assert.Equal("api.example.com", s_pets.At("servers").Slice());
        Assert.Equal("https", s_pets.At("servers", "0").Slice());
        Assert.Equal("definitions", Name(s_pets.At("components"), "schemas"));
        Assert.Equal("'#/definitions/Owner'", s_pets.At("components", "schemas", "Pet", "properties", "owner", "$ref").Slice());
        Assert.Equal("petType", s_pets.At("components", "schemas", "Pet", "discriminator").Slice());
        Assert.Equal("x-nullable", Name(s_pets.At("components", "schemas", "Pet", "properties", "weight"), "nullable"));
        Assert.Equal("multi", s_pets.At("paths", "/pets", "get", "parameters", "3", "explode").Slice());
        Assert.Equal("int32", s_pets.At("components", "parameters", "Limit", "schema", "format").Slice());
        Assert.Equal("application/vnd.pet+json", Name(s_pets.At("paths", "/pets/{id}", "put", "requestBody", "content"), "application/vnd.pet+json"));
        Assert.Equal("file", s_pets.At("paths", "/pets/{id}/photo", "post", "requestBody", "content", "multipart/form-data", "schema", "properties", "photo", "format").Slice());

        static string Name(Node node, string name)
        {
            Assert.True(node.TryGetMember(name, out var member));
            return node.Slice(member.NameSpan);
        }
    }

    [Fact]
    public void Old_pointers_still_lead_to_the_new_place()
    {
        var description = new Description(s_pets);

        Assert.Same(s_pets.At("components", "schemas", "Owner"), description.Resolve(s_pets, "#/definitions/Owner").Target);
        Assert.Same(s_pets.At("components", "schemas", "Owner"), description.Resolve(s_pets, "#/components/schemas/Owner").Target);
        Assert.Equal("there is no 'Nobody' in '#/definitions'", description.Resolve(s_pets, "#/definitions/Nobody").Error);
    }

    [Theory]
    [InlineData("swagger: '2.0'\npaths: [1]\ndefinitions: x\nparameters: 3\nresponses: [a]\nsecurityDefinitions: null\nhost: {}\nschemes: https\nconsumes: 5")]
    [InlineData("swagger: '2.0'\npaths: {/a: 1, x-b: {get: 1}, /c: {get: [], parameters: {}, post: {parameters: x, responses: 4, schemes: 7}}}")]
    [InlineData("swagger: '2.0'\npaths: {/a: {get: {parameters: [1, [], {in: 3}, {in: formData}, {$ref: 4}, {$ref: '#/parameters/x'}], responses: {'200': 1, x-a: 2}}}}\nparameters: {x: {$ref: '#/parameters/x'}}")]
    [InlineData("swagger: '2.0'\nsecurityDefinitions: {a: 1, b: {}, c: {type: basic}, d: {type: oauth2}, e: {type: oauth2, flow: [], scopes: 3}}")]
    [InlineData("swagger: '2.0'\ndefinitions: {a: {properties: 1, items: [1, {$ref: b}], allOf: 3, discriminator: {}, type: [file], x-nullable: 5}, b: []}")]
    public void Parts_of_the_wrong_kind_are_passed_on(string text) => Assert.Equal("3.0.4", Upgrade(text, out _).At("openapi").Text);

    [Theory]
    [InlineData("1")]
    [InlineData("text")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[{}, [], x]")]
    [InlineData("{}")]
    [InlineData("{a: {b: c}, $ref: '#/parameters/PetBody'}")]
    public void No_part_has_to_be_what_it_should(string replacement)
    {
        var other = Reader.Yaml(replacement);
        var root = Reader.Yaml(SwaggerSample.Text);
        var count = Count(root);
        for (var index = 1; index < count; index++)
        {
            var left = index;
            var result = SwaggerUpgrade.Upgrade(Replace(root, other, ref left), TestContext.Current.CancellationToken);
            CheckNames(result.Root!);
        }

        static int Count(Node node) => 1 + node.Members.Sum(member => Count(member.Value)) + node.Items.Sum(Count);

        static Node Replace(Node node, Node other, ref int left)
        {
            if (left-- == 0)
                return other;
            var members = new Member[node.Members.Count];
            for (var i = 0; i < members.Length; i++)
                members[i] = node.Members[i] with { Value = Replace(node.Members[i].Value, other, ref left) };
            var items = new Node[node.Items.Count];
            for (var i = 0; i < items.Length; i++)
                items[i] = Replace(node.Items[i], other, ref left);
            return node.Kind switch
            {
                NodeKind.Object => Node.Object(node.File, node.Span, members),
                NodeKind.Array => Node.Array(node.File, node.Span, items),
                _ => node,
            };
        }

        static void CheckNames(Node node)
        {
            Assert.Equal(node.Members.Count, node.Members.Select(member => member.Name).Distinct(StringComparer.Ordinal).Count());
            foreach (var member in node.Members)
                CheckNames(member.Value);
            foreach (var item in node.Items)
                CheckNames(item);
        }
    }

    [Fact]
    public void A_bare_name_of_a_definition_is_a_reference_to_it() =>
        Assert.Equal("#/components/schemas/b", Upgrade("swagger: '2.0'\ndefinitions: {a: {items: {$ref: b}}, b: {}}").At("components", "schemas", "a", "items", "$ref").Text);

    private static Node Upgrade(string text)
    {
        var root = Upgrade(text, out var diagnostics);
        Assert.Equal([], diagnostics);
        return root;
    }

    private static Node Upgrade(string text, out IReadOnlyList<string> diagnostics)
    {
        var result = SwaggerUpgrade.Upgrade(Reader.Yaml(text), TestContext.Current.CancellationToken);
        diagnostics = [.. result.Diagnostics.Select(Reader.Show)];
        return Assert.IsType<Node>(result.Root);
    }
}
