using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Choice;

/// <summary>Clients of which a build leaves out what the project does not use.</summary>
public class OmitUnusedTests
{
    private const string Shop = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        servers: [ { url: https://shop.test } ]
        paths:
          /orders:
            get:
              operationId: listOrders
              tags: [Orders]
              parameters: [ { name: sort, in: query, schema: { $ref: '#/components/schemas/Sort' } } ]
              responses:
                '200': { description: All, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Order' } } } } }
                '400': { description: No, content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } } }
            post:
              operationId: addOrder
              tags: [Orders]
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/NewOrder' } } } }
              responses: { '204': { description: Done } }
          /customers:
            get:
              operationId: listCustomers
              tags: [Customers]
              responses: { '200': { description: All, content: { application/json: { schema: { type: object, additionalProperties: { $ref: '#/components/schemas/Customer' } } } } } }
          /customers/list:
            get:
              operationId: list-customers
              tags: [Customers]
              responses: { '200': { description: All, content: { application/json: { schema: { $ref: '#/components/schemas/customer' } } } } }
        webhooks:
          orderSent: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Sent' } } } }, responses: { '204': { description: Done } } } }
        components:
          schemas:
            Sort: { type: string, enum: [up, down] }
            State: { type: string, enum: [open, closed] }
            Order: { type: object, properties: { line: { $ref: '#/components/schemas/Line' } } }
            Line: { type: object, properties: { article: { type: string }, parent: { $ref: '#/components/schemas/Order' } } }
            Error: { type: object, properties: { message: { type: string } } }
            NewOrder: { type: object, properties: { article: { oneOf: [ { $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' } ] } } }
            A: { type: object, required: [a], properties: { a: { type: string } } }
            B: { type: object, required: [b], properties: { b: { type: string } } }
            Customer: { type: object, properties: { city: { type: string } } }
            customer: { type: object, properties: { town: { type: string } } }
            Sent: { type: object, properties: { state: { $ref: '#/components/schemas/State' } } }
            Alone: { type: object, properties: { error: { $ref: '#/components/schemas/Error' } } }
        """;

    private static readonly DescriptionFile s_shop = new("shop.yaml", Shop) { Namespace = "Shop", ClientName = "ShopClient", OmitUnused = "true" };

    [Theory]
    [InlineData("", "|")]
    [InlineData("async Task M(ShopClient shop) => await shop.ListOrdersAsync();", "Error [Line] Order Sort | ListOrders")]
    [InlineData("async Task M(ShopClient shop) => await shop.ListOrdersResultAsync(sort: Sort.Up);", "Error [Line] Order Sort | ListOrders")]
    [InlineData("void M(ListOrdersResult.Ok answer) { }", "Error [Line] Order Sort | ListOrders")]
    [InlineData("async Task M(ShopClient shop) => await shop.AddOrderAsync(new NewOrder());", "[Article] NewOrder | AddOrder")]
    [InlineData("async Task M(ShopClient shop) => await shop.ListCustomersAsync();", "Customer | ListCustomers")]
    [InlineData("async Task M(ShopClient shop) => await shop.ListCustomers2Async();", "CustomerSchema | ListCustomers2")]
    [InlineData("object M() => new Alone();", "Alone [Error] |")]
    [InlineData("string M() => SortExtensions.ToWireValue(0);", "Sort |")]
    [InlineData("object? M(byte[] body) => ShopWebhooks.ReadOrderSent(body);", "Sent State |")]
    [InlineData("/// <summary>As <see cref=\"ShopClient.AddOrderAsync\"/>.</summary>\npublic void M() { }", "[Article] NewOrder | AddOrder")]
    [InlineData("string M() => nameof(ShopClient.@\\u0041ddOrderAsync);", "[Article] NewOrder | AddOrder")]
    [InlineData("string M() => \"AddOrderAsync\"; // and ListOrdersAsync", "|")]
    public void A_build_has_what_the_code_names_and_what_that_reaches(string member, string expected) => Assert.Equal(expected, Parts.Of(Build(s_shop, member)));

    [Fact]
    public void An_editor_sees_the_whole_client()
    {
        var whole = GeneratorSession.Generate(s_shop with { OmitUnused = "" });
        Assert.Equal(whole.Files, GeneratorSession.Generate(s_shop, Project("") with { IsBuild = false }).Files);
        Assert.Equal(whole.Files, Build(s_shop with { OmitUnused = "false" }, "").Files);
        Assert.NotEqual(whole.Files, Build(s_shop, "").Files);
    }

    [Theory]
    [InlineData("async Task M(ShopClient shop) => await shop.Orders.ListOrdersAsync();", "Error [Line] Order Sort | ListOrders")]
    [InlineData("async Task M(ShopOrdersClient orders) => await orders.ListOrdersAsync();", "Error [Line] Order Sort | ListOrders")]
    [InlineData("async Task M(Other other) => await other.ListOrdersAsync();\nclass Other { public Task ListOrdersAsync() => Task.CompletedTask; }", "|")]
    [InlineData("object M(ShopClient shop) => shop.Customers;", "Customer CustomerSchema | ListCustomers ListCustomers2")]
    public void A_class_for_a_tag_is_there_where_it_is_named(string member, string expected) => Assert.Equal(expected, Parts.Of(Build(s_shop with { Grouping = "Tag" }, member)));

    [Fact]
    public void What_other_generators_make_code_of_counts()
    {
        var page = new DescriptionFile("Index.razor", "@code { async Task Load() => _orders = await Shop.ListOrdersAsync(); }") { IsClient = false };
        Assert.Equal("Error [Line] Order Sort | ListOrders", Parts.Of(new GeneratorSession(Project(""), s_shop, page).Run(TestContext.Current.CancellationToken)));

        // A description names all of its operations, and calls none.
        var part = new DescriptionFile("part.yaml", "ListOrdersAsync: AddOrderAsync") { IsClient = false, ItemType = "OpenApiReference" };
        Assert.Equal("|", Parts.Of(new GeneratorSession(Project(""), s_shop, part).Run(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void Code_that_changes_changes_what_is_there()
    {
        var session = new GeneratorSession(Project("void M() { }"), s_shop);
        Assert.Equal("|", Parts.Of(session.Run(TestContext.Current.CancellationToken)));
        Assert.Equal("Customer | ListCustomers", Parts.Of(session.WithSources(Source("async Task M(ShopClient shop) => await shop.ListCustomersAsync();")).Run(TestContext.Current.CancellationToken)));
        Assert.Empty(session.WithSources(Source("async Task M(ShopClient shop) { await shop.ListCustomersAsync(); }")).Run(TestContext.Current.CancellationToken).Emitted);
    }

    [Fact]
    public void What_is_said_of_a_description_is_the_same()
    {
        var wrong = s_shop with { Text = Shop.Replace("{ $ref: '#/components/schemas/Sent' }", "{ $ref: '#/components/schemas/Gone' }", StringComparison.Ordinal) };
        var whole = GeneratorSession.Generate(wrong with { OmitUnused = "" });
        Assert.NotEmpty(whole.Shown);
        Assert.Equal(whole.Shown, Build(wrong, "").Shown);
    }

    [Fact]
    public void Another_value_is_an_error()
    {
        var diagnostic = Assert.Single(Build(s_shop with { OmitUnused = "yes" }, "").Diagnostics);
        Assert.Equal("SPEC009", diagnostic.Id);
        Assert.Contains("OmitUnused 'yes' is neither 'true' nor 'false'", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    private static GeneratorRun Build(DescriptionFile file, string member) => new GeneratorSession(Project(member), file).Run(TestContext.Current.CancellationToken);

    private static ConsumerProject Project(string member) => new() { IsBuild = true, Sources = member.Length > 0 ? [Source(member)] : [] };

    private static string Source(string member) => "using System.Threading.Tasks;\nusing Shop;\n\ninternal class Uses\n{\n    " + member + "\n}";
}
