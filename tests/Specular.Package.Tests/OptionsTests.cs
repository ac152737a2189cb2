namespace Specular.Package.Tests;

/// <summary>What a project says of its clients reaches the generator through MSBuild.</summary>
public sealed class OptionsTests(PackedPackage package)
{
    private const string Description = """
        openapi: 3.0.3
        info: { title: Shop, version: '1' }
        servers: [ { url: https://shop.test } ]
        paths:
          /orders: { $ref: 'parts/orders.yaml' }
          /customers: { get: { operationId: listCustomers, tags: [Customers], responses: { '204': { description: Done } } } }
        """;

    private const string Orders = """
        get: { operationId: listOrders, tags: [Orders], responses: { '200': { description: All, content: { application/json: { schema: { type: array, items: { $ref: order.json } } } } } } }
        """;

    private const string Program = """
        using Shop;

        var client = new ShopClient(new HttpClient());
        Console.WriteLine(string.Join(", ", typeof(ShopClient).GetProperties().Select(property => property.Name)));
        Console.WriteLine(string.Join(", ", client.Orders.GetType().GetMethods().Where(method => method.Name.EndsWith("Async")).Select(method => method.Name).Order()));
        Console.WriteLine(string.Join(", ", typeof(Order).GetProperties().Select(property => property.Name).Order()));
        Console.WriteLine(typeof(ShopClient).Assembly.GetType("Shop.ListStaffResult") is null);
        """;

    [Fact]
    public async Task References_overlays_choice_and_grouping_reach_the_generator()
    {
        var consumer = package.CreateConsumer()
            .WriteProject("App", Consumer.PackageReference + """
                <OpenApiReference Include="specs/**" />
                <OpenApiClient Include="specs/shop.yaml" Namespace="Shop" ClientName="ShopClient" Grouping="Tag" Overlay="one.overlay.yaml; specs/two.overlay.yaml">
                  <IncludeOperations>
                    tag:Orders;
                    GET /staff/**
                  </IncludeOperations>
                  <ExcludeOperations>listStaff</ExcludeOperations>
                </OpenApiClient>
                """)
            .Write("App/specs/shop.yaml", Description)
            .Write("App/specs/parts/orders.yaml", Orders)
            .Write("App/specs/parts/order.json", """{"type": "object", "properties": {"id": {"type": "string"}}}""")
            .Write("App/one.overlay.yaml", "overlay: 1.0.0\nactions:\n  - target: $.paths\n    update: { /staff: { get: { operationId: listStaff, responses: { '204': { description: Done } } } } }\n")
            .Write("App/specs/two.overlay.yaml", "overlay: 1.0.0\nactions:\n  - target: $.paths['/staff'].get\n    update: { tags: [Staff] }\n")
            .Write("App/Program.cs", Program);

        (await consumer.BuildAsync("App")).EnsureSuccess();
        var run = (await consumer.StartAsync("App")).EnsureSuccess();
        Assert.Equal(["Orders", "ListOrdersAsync, ListOrdersResultAsync", "Id", "True"], run.Lines.Take(4));

        // A file that is only referred to is an input of the build like the description.
        consumer.Write("App/specs/parts/order.json", """{"type": "object", "properties": {"number": {"type": "integer"}}}""");
        (await consumer.BuildAsync("App")).EnsureSuccess();
        Assert.Equal("Number", (await consumer.StartAsync("App")).EnsureSuccess().Lines[2]);
    }

    [Theory]
    [InlineData("""<OpenApiClient Include="shop.yaml" Overlay="no.overlay.yaml" />""", "SPEC011", "no.overlay.yaml")]
    [InlineData("""<OpenApiClient Include="shop.yaml" /><OpenApiReference Include="no.yaml" />""", "SPEC011", "no.yaml")]
    [InlineData("""<OpenApiClient Include="shop.yaml" IncludeOperations="/a#b" />""", "SPEC009", "#")]
    [InlineData("""<OpenApiClient Include="shop.yaml" Grouping="Path" />""", "SPEC009", "Path")]
    public async Task What_cannot_be_is_an_error(string items, string id, string text)
    {
        var consumer = package.CreateConsumer()
            .WriteProject("App", Consumer.PackageReference + items, outputType: "Library")
            .Write("App/shop.yaml", Description.Replace("{ $ref: 'parts/orders.yaml' }", "{}", StringComparison.Ordinal));
        var build = (await consumer.BuildAsync("App")).EnsureFailure();
        Assert.Contains("error " + id, build.Output, StringComparison.Ordinal);
        Assert.Contains(text, build.Output, StringComparison.Ordinal);
    }
}
