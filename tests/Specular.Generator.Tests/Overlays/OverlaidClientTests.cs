using Microsoft.CodeAnalysis;
using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Overlays;

/// <summary>Overlays through the compiler: from the item's metadata to the client.</summary>
public class OverlaidClientTests
{
    private const string Shop = """
        openapi: 3.0.3
        info: { title: Shop, version: '1' }
        servers: [ { url: https://shop.test } ]
        paths:
          /orders:
            get:
              operationId: listOrders
              responses:
                '200': { description: All, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
        components:
          schemas:
            Order: { type: object, properties: { id: { type: string } } }

        """;

    private static readonly DescriptionFile s_shop = new("/project/specs/shop.yaml", Shop) { Namespace = "Shop", ClientName = "ShopClient", Overlay = "specs/shop.overlay.yaml" };

    [Fact]
    public void An_overlay_changes_the_client()
    {
        var run = new GeneratorSession(null, s_shop, Overlay("- { target: $.components.schemas.Order.properties, update: { total: { type: number } } }")).Run(TestContext.Current.CancellationToken);
        Assert.Empty(run.Diagnostics);
        Assert.Contains("double? Total { get; init; }", run.Files["Shop.ShopClient.Order.g.cs"], StringComparison.Ordinal);
        Assert.Contains("string? Id { get; init; }", run.Files["Shop.ShopClient.Order.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("specs/shop.overlay.yaml")]
    [InlineData("./specs/../specs/shop.overlay.yaml")]
    [InlineData("specs\\shop.overlay.yaml")]
    [InlineData("shop.overlay.yaml")]
    [InlineData("/project/specs/shop.overlay.yaml")]
    public void An_overlay_is_found_from_the_project_from_the_description_and_anywhere(string path)
    {
        var run = new GeneratorSession(null, s_shop with { Overlay = path }, Overlay("- { target: $.components.schemas.Order.properties, update: { total: { type: number } } }")).Run(TestContext.Current.CancellationToken);
        Assert.Empty(run.Diagnostics);
        Assert.Contains("Total", run.Files["Shop.ShopClient.Order.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Several_overlays_are_applied_in_their_order()
    {
        var run = new GeneratorSession(
            null,
            s_shop with { Overlay = "a.yaml| b.yaml" },
            new DescriptionFile("/project/b.yaml", Actions("- { target: $.components.schemas.Order.properties.total, update: { type: integer } }")) { IsClient = false, ItemType = "OpenApiOverlay" },
            new DescriptionFile("/project/a.yaml", Actions("- { target: $.components.schemas.Order.properties, update: { total: { type: number } } }")) { IsClient = false, ItemType = "OpenApiOverlay" }).Run(TestContext.Current.CancellationToken);
        Assert.Empty(run.Diagnostics);
        Assert.Contains("long? Total", run.Files["Shop.ShopClient.Order.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_with_new_parts_is_said_in_the_overlay()
    {
        var session = new GeneratorSession(null, s_shop, Overlay("- target: $.components.schemas.Order.properties\n  update:\n    total: { $ref: '#/components/schemas/Money' }"));
        var diagnostic = Assert.Single(session.Run(TestContext.Current.CancellationToken).Diagnostics);
        Assert.Equal("SPEC003", diagnostic.Id);
        Assert.Equal("'#/components/schemas/Money'", session.TextAt(diagnostic.Location));
        Assert.Equal("/project/specs/shop.overlay.yaml", diagnostic.Location.GetLineSpan().Path);
    }

    [Fact]
    public void An_unmatched_target_is_a_warning_and_the_client_is_there()
    {
        var run = new GeneratorSession(null, s_shop, Overlay("- target: $.paths['/order']\n  remove: true")).Run(TestContext.Current.CancellationToken);
        Assert.Equal(["/project/specs/shop.overlay.yaml(4,11,4,28): warning SPEC014: '$.paths['/order']' matches nothing in the description; this action changes nothing"], run.Shown);
        Assert.NotEmpty(run.Files);
    }

    [Fact]
    public void An_overlay_that_is_not_there_is_an_error()
    {
        var run = new GeneratorSession(null, s_shop).Run(TestContext.Current.CancellationToken);
        Assert.Equal(["/project/specs/shop.yaml(1,1,1,1): error SPEC009: Overlay 'specs/shop.overlay.yaml' is no file that the project has"], run.Shown);
        Assert.Empty(run.Files);
    }

    [Fact]
    public void A_description_is_no_overlay_of_itself()
    {
        var run = new GeneratorSession(null, s_shop with { Overlay = "shop.yaml" }).Run(TestContext.Current.CancellationToken);
        Assert.Equal("SPEC013", Assert.Single(run.Diagnostics).Id);
        Assert.NotEmpty(run.Files);
    }

    [Fact]
    public void An_overlay_that_cannot_be_read_is_an_error()
    {
        var session = new GeneratorSession(null, s_shop, Overlay("- { target: $, update: {"));
        Assert.Equal("SPEC001", Assert.Single(session.Run(TestContext.Current.CancellationToken).Diagnostics).Id);
    }

    [Fact]
    public void A_swagger_file_is_changed_as_it_is_written()
    {
        var run = new GeneratorSession(
            null,
            new DescriptionFile("/project/old.json", """
                {"swagger": "2.0", "info": {"title": "Old", "version": "1"}, "host": "old.test", "schemes": ["https"],
                 "paths": {"/a": {"get": {"operationId": "a", "responses": {"200": {"description": "", "schema": {"$ref": "#/definitions/A"}}}}}},
                 "definitions": {"A": {"type": "object", "properties": {"id": {"type": "string"}}}}}
                """) { Namespace = "Old", ClientName = "OldClient", Overlay = "old.overlay.yaml" },
            new DescriptionFile("/project/old.overlay.yaml", Actions("- { target: $.definitions.A.properties, update: { b: { $ref: '#/definitions/B' } } }\n- { target: $.definitions, update: { B: { type: object, properties: { c: { type: integer } } } } }"))
            { IsClient = false, ItemType = "OpenApiOverlay" }).Run(TestContext.Current.CancellationToken);
        Assert.Empty(run.Diagnostics);
        Assert.Contains("global::Old.B? B { get; init; }", run.Files["Old.OldClient.A.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Editing_the_overlay_makes_the_client_anew_and_of_another_one_it_does_not()
    {
        var other = new DescriptionFile("/project/other.overlay.yaml", Actions("- { target: $, update: {} }")) { IsClient = false, ItemType = "OpenApiOverlay" };
        var session = new GeneratorSession(null, s_shop, Overlay("- { target: $.components.schemas.Order.properties, update: { total: { type: number } } }"), other);
        session.Run(TestContext.Current.CancellationToken);

        var untouched = session.With(other with { Text = Actions("- { target: $.info, update: {} }") }).Run(TestContext.Current.CancellationToken);
        Assert.Empty(untouched.Emitted);
        Assert.Equal([IncrementalStepRunReason.Cached], untouched.Reasons("Bindings"));

        var changed = session.With(Overlay("- { target: $.components.schemas.Order.properties, update: { total: { type: integer } } }")).Run(TestContext.Current.CancellationToken);
        Assert.Equal(["Shop.ShopClient.Order.g.cs"], changed.Emitted);
    }

    [Fact]
    public void With_its_overlay_the_published_description_of_Gong_says_what_the_analyzers_need()
    {
        var published = new DescriptionFile("/project/gong.json", Specs.Shared("gong/gong-2026-07-05.json")) { Namespace = "Gong", ClientName = "GongClient", Overlay = "gong.overlay.yaml" };
        var overlay = new DescriptionFile("/project/gong.overlay.yaml", Specs.Read("specs/gong.overlay.yaml")) { IsClient = false, ItemType = "OpenApiOverlay" };
        var run = new GeneratorSession(null, published, overlay).Run(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Id is "SPEC008" or "SPEC009" or "SPEC013" or "SPEC014");
        var client = run.Files["Gong.GongClient.GongClient.g.cs"];
        Assert.Contains("Server = \"https://api.gong.io\"", client, StringComparison.Ordinal);
        Assert.Contains("OpenApiWireFact(\"allowedOrigin\", \"https-origin\", \"Gong.IntegrationTypeSettings.AllowedOrigin\")", client, StringComparison.Ordinal);
        Assert.Contains("OpenApiWireFact(\"integrationId\", \"int64-id\", ", client, StringComparison.Ordinal);
        Assert.Contains("GongAuthentication Basic(string userName, [SpecularRuntime::OpenApiProperty(\"Authorization\", Format = \"password\")] string password)", client, StringComparison.Ordinal);
        Assert.Contains("GongAuthentication Bearer([SpecularRuntime::OpenApiProperty(\"Authorization\", Format = \"password\")] string token)", client, StringComparison.Ordinal);
        Assert.Contains("api:integration-settings:write", run.Files["Gong.GongClient.GongClient.IntegrationSettings.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_their_links_resources_lead_to_no_others()
    {
        var graph = new DescriptionFile("/project/graph.json", """
            {"openapi": "3.0.4", "info": {"title": "Graph", "version": "1"}, "servers": [{"url": "https://graph.test"}],
             "paths": {
               "/users": {"get": {"operationId": "users", "responses": {"200": {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/user"}}}}}}},
               "/groups": {"get": {"operationId": "groups", "responses": {"204": {"description": ""}}}}},
             "components": {"schemas": {
               "entity": {"type": "object", "properties": {"id": {"type": "string"}}},
               "address": {"type": "object", "properties": {"city": {"type": "string"}}},
               "device": {"type": "object", "properties": {"owner": {"$ref": "#/components/schemas/user"}}},
               "user": {"allOf": [{"$ref": "#/components/schemas/entity"}, {"type": "object", "properties": {
                 "home": {"$ref": "#/components/schemas/address"},
                 "devices": {"type": "array", "items": {"$ref": "#/components/schemas/device"}, "x-ms-navigationProperty": true}}}]}}}}
            """) { Namespace = "Graph", ClientName = "GraphClient", IncludeOperations = "GET /users" };
        const string Name = "microsoft-graph.overlay.yaml";
        var overlay = new DescriptionFile("/project/" + Name, Specs.Read("specs/" + Name)) { IsClient = false, ItemType = "OpenApiOverlay" };
        Assert.Contains("Graph.GraphClient.Device.g.cs", new GeneratorSession(null, graph).Run(TestContext.Current.CancellationToken).Files.Keys);

        var run = new GeneratorSession(null, graph with { Overlay = Name }, overlay).Run(TestContext.Current.CancellationToken);
        Assert.Empty(run.Diagnostics);
        Assert.DoesNotContain("Graph.GraphClient.Device.g.cs", run.Files.Keys);
        Assert.Contains("global::Graph.Address? Home { get; init; }", run.Files["Graph.GraphClient.User.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("Devices", run.Files["Graph.GraphClient.User.g.cs"], StringComparison.Ordinal);
    }

    private static DescriptionFile Overlay(string actions) => new("/project/specs/shop.overlay.yaml", Actions(actions)) { IsClient = false, ItemType = "OpenApiOverlay" };

    private static string Actions(string actions) => "overlay: 1.0.0\ninfo: { title: T, version: '1' }\nactions:\n" + actions + "\n";
}
