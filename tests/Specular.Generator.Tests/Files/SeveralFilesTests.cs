using Microsoft.CodeAnalysis;
using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Files;

/// <summary>Descriptions in several files.</summary>
public class SeveralFilesTests
{
    private const string Root = """
        openapi: 3.0.3
        info: { title: Pets, version: '1' }
        servers: [ { url: https://pets.test } ]
        paths:
          /pets:
            get:
              operationId: listPets
              parameters: [ { $ref: 'parts/parameters.yaml#/limit' } ]
              responses:
                '200': { $ref: 'parts/responses.json#/components/responses/Pets' }
          /pets/{id}: { $ref: 'parts/path.yaml' }

        """;

    private const string Parameters = """
        limit: { name: limit, in: query, schema: { type: integer, format: int32 } }
        id: { name: id, in: path, required: true, schema: { type: string } }

        """;

    private const string Responses = """
        {"components": {"responses": {"Pets": {"description": "All", "content": {"application/json": {"schema": {"type": "array", "items": {"$ref": "../schemas/pet.yaml"}}}}}}}}
        """;

    private const string Path = """
        parameters: [ { $ref: 'parameters.yaml#/id' } ]
        get:
          operationId: getPet
          responses:
            '200': { description: One, content: { application/json: { schema: { $ref: '../schemas/pet.yaml' } } } }

        """;

    private const string Pet = """
        type: object
        properties:
          name: { type: string }
          owner: { $ref: 'people.yaml#/Person' }
          parent: { $ref: 'pet.yaml' }

        """;

    private const string People = """
        Person: { type: object, properties: { name: { type: string }, pets: { type: array, items: { $ref: './pet.yaml' } }, friend: { $ref: '#/Person' } } }

        """;

    private static readonly DescriptionFile s_root = new("/project/api/pets.yaml", Root) { Namespace = "Pets", ClientName = "PetsClient" };
    private static readonly DescriptionFile s_people = Part("/project/api/schemas/people.yaml", People);

    private static readonly DescriptionFile[] s_parts =
    [
        Part("/project/api/parts/parameters.yaml", Parameters),
        Part("/project/api/parts/responses.json", Responses),
        Part("/project/api/parts/path.yaml", Path),
        Part("/project/api/schemas/pet.yaml", Pet),
        s_people,
    ];

    /// <summary>Inline types of one name are one type where they say the same; what a reference says depends on the file.</summary>
    [Fact]
    public void The_same_reference_in_two_folders_is_two_things()
    {
        const string Box = "type: object\nproperties: { box: { type: object, properties: { value: { $ref: value.yaml } } } }";
        var run = new GeneratorSession(
            null,
            Specs.Yaml("""
                openapi: 3.0.3
                info: { title: Boxes, version: '1' }
                servers: [ { url: https://boxes.test } ]
                paths: {}
                components:
                  schemas:
                    One: { $ref: 'one/holder.yaml' }
                    Same: { type: object, properties: { box: { $ref: 'one/holder.yaml#/properties/box' } } }
                    Other: { $ref: 'other/holder.yaml' }
                """),
            Part("one/holder.yaml", Box),
            Part("one/value.yaml", "type: string"),
            Part("other/holder.yaml", Box),
            Part("other/value.yaml", "type: integer")).Run(TestContext.Current.CancellationToken);

        Assert.Empty(run.Shown);
        Assert.Contains("Box? Box {", run.Files["Test.TestClient.One.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Test.Box? Box {", run.Files["Test.TestClient.Same.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Test.OtherBox? Box {", run.Files["Test.TestClient.Other.g.cs"], StringComparison.Ordinal);
        Assert.Contains("string? Value {", run.Files["Test.TestClient.Box.g.cs"], StringComparison.Ordinal);
        Assert.Contains("long? Value {", run.Files["Test.TestClient.OtherBox.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Path_items_parameters_responses_and_schemas_come_from_other_files()
    {
        var run = Session().Run(TestContext.Current.CancellationToken);
        Assert.Empty(run.Shown);
        var operations = run.Files["Pets.PetsClient.PetsClient.Operations.g.cs"];
        Assert.Contains("Task<global::System.Collections.Generic.IReadOnlyList<global::Pets.Pet>> ListPetsAsync(int? limit = null", operations, StringComparison.Ordinal);
        Assert.Contains("Task<global::Pets.Pet> GetPetAsync(string id", operations, StringComparison.Ordinal);
        Assert.Contains("global::Pets.Person? Owner", run.Files["Pets.PetsClient.Pet.g.cs"], StringComparison.Ordinal);
        Assert.Contains("global::Pets.Pet? Parent", run.Files["Pets.PetsClient.Pet.g.cs"], StringComparison.Ordinal);
        Assert.Contains("global::Pets.Person? Friend", run.Files["Pets.PetsClient.Person.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OpenApiReference")]
    [InlineData("")]
    public void Any_additional_file_may_be_referred_to(string itemType) =>
        Assert.Empty(new GeneratorSession(null, [s_root, .. s_parts.Select(part => part with { ItemType = itemType })]).Run(TestContext.Current.CancellationToken).Diagnostics);

    [Fact]
    public void Editing_a_file_that_is_referred_to_makes_its_types_anew()
    {
        var session = Session();
        session.Run(TestContext.Current.CancellationToken);
        var after = session.With(s_people with { Text = People.Replace("name: { type: string }", "name: { type: boolean }", StringComparison.Ordinal) }).Run(TestContext.Current.CancellationToken);
        Assert.Equal([IncrementalStepRunReason.Modified], after.Reasons("Bindings"));
        Assert.Equal(["Pets.PetsClient.Person.g.cs"], after.Emitted);
    }

    [Fact]
    public void Editing_any_other_file_makes_nothing_anew()
    {
        var other = Part("/project/api/schemas/car.yaml", "{ type: string }");
        var session = new GeneratorSession(null, [s_root, .. s_parts, other]);
        session.Run(TestContext.Current.CancellationToken);
        foreach (var file in new[] { other with { Text = "{ type: integer, items: { $ref: 'pet.yaml' } }" }, Part("/project/appsettings.json", "{}") })
        {
            var after = session.With(file).Run(TestContext.Current.CancellationToken);
            Assert.Equal([IncrementalStepRunReason.Cached], after.Reasons("Bindings"));
            Assert.Empty(after.Emitted);
        }
    }

    [Fact]
    public void A_file_that_comes_to_be_is_taken()
    {
        var session = new GeneratorSession(null, [s_root, .. s_parts.Where(part => part != s_people)]);
        Assert.Equal("SPEC003", Assert.Single(session.Run(TestContext.Current.CancellationToken).Diagnostics).Id);
        Assert.Empty(session.With(s_people).Run(TestContext.Current.CancellationToken).Diagnostics);
    }

    [Theory]
    [InlineData("https://example.com/schemas/person.json")]
    [InlineData("../../../etc/passwd")]
    [InlineData("/project/api/schemas/people.yaml#/Person")]
    [InlineData("people.yaml#/Nobody")]
    public void What_leads_outside_is_said_at_its_place(string reference)
    {
        var session = new GeneratorSession(null, [s_root, .. s_parts.Select(part => part.Text == Pet ? part with { Text = Pet.Replace("people.yaml#/Person", reference, StringComparison.Ordinal) } : part)]);
        var diagnostic = Assert.Single(session.Run(TestContext.Current.CancellationToken).Diagnostics);
        Assert.Equal("SPEC003", diagnostic.Id);
        Assert.Equal("/project/api/schemas/pet.yaml", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal("'" + reference + "'", session.TextAt(diagnostic.Location));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_said_once_in_that_file()
    {
        var run = new GeneratorSession(null, [s_root, .. s_parts.Select(part => part == s_people ? part with { Text = "{ Person: " } : part)]).Run(TestContext.Current.CancellationToken);
        Assert.Equal(["SPEC001", "SPEC003"], run.Diagnostics.Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
        Assert.NotEmpty(run.Files);
    }

    [Fact]
    public void Files_may_refer_to_each_other_and_to_the_root()
    {
        var run = new GeneratorSession(
            null,
            new DescriptionFile("root.yaml", """
                openapi: 3.1.0
                info: { title: T, version: '1' }
                servers: [ { url: https://t.test } ]
                paths: { /a: { get: { operationId: a, responses: { '200': { description: A, content: { application/json: { schema: { $ref: 'one.yaml' } } } } } } } }
                components: { schemas: { Leaf: { type: object, properties: { up: { $ref: 'one.yaml' } } } } }
                """) { Namespace = "T", ClientName = "TClient" },
            Part("one.yaml", "type: object\nproperties: { two: { $ref: two.yaml }, leaf: { $ref: 'root.yaml#/components/schemas/Leaf' } }"),
            Part("two.yaml", "$ref: three.yaml"),
            Part("three.yaml", "$ref: two.yaml")).Run(TestContext.Current.CancellationToken);
        Assert.Contains("global::T.Leaf? Leaf", run.Files["T.TClient.One.g.cs"], StringComparison.Ordinal);
        Assert.All(run.Diagnostics, diagnostic => Assert.Equal("SPEC003", diagnostic.Id));
        Assert.Contains(run.Diagnostics, diagnostic => diagnostic.GetMessage(null).Contains("leads back to itself", StringComparison.Ordinal));
    }

    [Fact]
    public void A_component_in_a_file_of_its_own_has_the_name_of_the_component()
    {
        var run = new GeneratorSession(
            null,
            new DescriptionFile("root.yaml", """
                openapi: 3.0.3
                info: { title: T, version: '1' }
                servers: [ { url: https://t.test } ]
                paths: { $ref: paths.yaml }
                components: { schemas: { $ref: 'schemas/_index.yaml' } }
                """) { Namespace = "T", ClientName = "TClient" },
            Part("paths.yaml", "/a: { get: { operationId: a, responses: { '200': { description: A, content: { application/json: { schema: { $ref: 'schemas/pet-schema.yaml' } } } } } } }"),
            Part("schemas/_index.yaml", "Animal: { $ref: pet-schema.yaml }"),
            Part("schemas/pet-schema.yaml", "{ type: object, properties: { id: { type: string } } }")).Run(TestContext.Current.CancellationToken);
        Assert.Empty(run.Shown);
        Assert.Contains("T.TClient.Animal.g.cs", run.Files.Keys);
        Assert.Contains("Task<global::T.Animal> AAsync", run.Files["T.TClient.TClient.Operations.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_swagger_file_that_is_referred_to_is_brought_up_to_date()
    {
        var run = new GeneratorSession(
            null,
            new DescriptionFile("root.yaml", """
                openapi: 3.0.3
                info: { title: T, version: '1' }
                servers: [ { url: https://t.test } ]
                paths: { /a: { $ref: 'old.json#/paths/~1a' } }
                """) { Namespace = "T", ClientName = "TClient" },
            Part("old.json", """
                {"swagger": "2.0", "info": {"title": "O", "version": "1"},
                 "paths": {"/a": {"post": {"operationId": "a", "parameters": [{"name": "order", "in": "body", "schema": {"$ref": "#/definitions/Order"}}], "responses": {"200": {"description": "", "schema": {"$ref": "#/definitions/Order"}}}}}},
                 "definitions": {"Order": {"type": "object", "properties": {"id": {"type": "string"}}}}}
                """)).Run(TestContext.Current.CancellationToken);
        Assert.Empty(run.Shown);
        Assert.Contains("Task<global::T.Order> AAsync(global::T.Order? body = null", run.Files["T.TClient.TClient.Operations.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Two_clients_may_share_files()
    {
        var second = s_root with { Path = "/project/api/second.yaml", Namespace = "Second", ClientName = "SecondClient" };
        var session = new GeneratorSession(null, [s_root, second, .. s_parts]);
        Assert.Empty(session.Run(TestContext.Current.CancellationToken).Diagnostics);
        var after = session.With(s_people with { Text = People.Replace("string", "boolean", StringComparison.Ordinal) }).Run(TestContext.Current.CancellationToken);
        Assert.Equal(["Pets.PetsClient.Person.g.cs", "Second.SecondClient.Person.g.cs"], after.Emitted);
    }

    private static GeneratorSession Session() => new(null, [s_root, .. s_parts]);

    private static DescriptionFile Part(string path, string text) => new(path, text) { IsClient = false, ItemType = "OpenApiReference" };
}
