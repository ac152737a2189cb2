using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Choice;

/// <summary>Clients with a part of the operations.</summary>
public class ChoiceTests
{
    private const string Shop = """
        openapi: 3.0.3
        info: { title: Shop, version: '1' }
        servers: [ { url: https://shop.test } ]
        paths:
          /orders:
            get:
              operationId: listOrders
              tags: [Orders]
              responses: { '200': { description: All, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Order' } } } } } }
            post:
              operationId: addOrder
              tags: [Orders]
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/NewOrder' } } } }
              responses: { '204': { description: Done } }
          /customers:
            get:
              operationId: listCustomers
              tags: [Customers]
              responses: { '200': { description: All, content: { application/json: { schema: { $ref: '#/components/schemas/Customers' } } } } }
        components:
          schemas:
            Order: { type: object, properties: { line: { $ref: '#/components/schemas/Line' }, state: { $ref: '#/components/schemas/State' } } }
            Line: { type: object, properties: { article: { type: string }, parent: { $ref: '#/components/schemas/Order' } } }
            State: { type: string, enum: [open, closed] }
            NewOrder: { type: object, properties: { article: { oneOf: [ { $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' } ] } } }
            A: { type: object, required: [a], properties: { a: { type: string } } }
            B: { type: object, required: [b], properties: { b: { type: string } } }
            Customers: { type: array, items: { $ref: '#/components/schemas/Customer' } }
            Customer: { type: object, required: [nothing], properties: { address: { type: object, properties: { city: { type: string } } } } }
            shop-client: { type: object, properties: { x: { type: object, properties: { y: { $ref: '#/components/schemas/Missing' } } } } }

        """;

    private static readonly DescriptionFile s_shop = new("shop.yaml", Shop) { Namespace = "Shop", ClientName = "ShopClient" };

    [Theory]
    [InlineData("listOrders", "", "Line Order State | ListOrders")]
    [InlineData("list*", "", "Address Customer Line Order State | ListCustomers ListOrders")]
    [InlineData("tag:Orders", "", "A B Line NewOrder Order State | AddOrder ListOrders")]
    [InlineData("tag:Orders", "POST /**", "Line Order State | ListOrders")]
    [InlineData("", "tag:Orders", "Address Customer | ListCustomers")]
    [InlineData("/customers;addOrder", "", "A Address B Customer NewOrder | AddOrder ListCustomers")]
    [InlineData("/customers|addOrder", "", "A Address B Customer NewOrder | AddOrder ListCustomers")]
    public void Only_what_is_chosen_and_what_that_reaches_is_there(string include, string exclude, string expected)
    {
        var run = GeneratorSession.Generate(s_shop with { IncludeOperations = include, ExcludeOperations = exclude });
        var types = run.ClientFiles.Select(file => file.Key.Split('.')).Where(name => name.Length == 5 && !name[2].StartsWith("Shop", StringComparison.Ordinal) && name[2] != "Article").Select(name => name[2]).ToList();
        var operations = System.Text.RegularExpressions.Regex.Matches(string.Join("\n", run.ClientFiles.Select(file => file.Value)), @" (\w+)ResultAsync\(global::Shop|> (\w+)ResultAsync\((?!\))").Select(match => match.Groups[1].Value + match.Groups[2].Value).Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(expected, string.Join(" ", types.Order(StringComparer.Ordinal)) + " | " + string.Join(" ", operations));
    }

    [Fact]
    public void Of_what_is_not_reached_nothing_is_said()
    {
        Assert.Equal(["SPEC003", "SPEC006", "SPEC007"], Ids(GeneratorSession.Generate(s_shop)));
        Assert.Empty(Ids(GeneratorSession.Generate(s_shop with { IncludeOperations = "tag:Orders" })));
        Assert.Equal(["SPEC006"], Ids(GeneratorSession.Generate(s_shop with { IncludeOperations = "tag:Customers" })));
    }

    [Fact]
    public void A_schema_has_the_same_name_whatever_is_chosen()
    {
        // An inline schema that would be called like a component which is not reached.
        const string Text = """
            openapi: 3.0.3
            info: { title: T, version: '1' }
            servers: [ { url: https://t.test } ]
            paths:
              /a: { get: { operationId: a, responses: { '200': { description: A, content: { application/json: { schema: { $ref: '#/components/schemas/Holder' } } } } } } }
              /b: { get: { operationId: b, responses: { '200': { description: B, content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } } } } } }
            components:
              schemas:
                Holder: { type: object, properties: { item: { type: object, properties: { x: { type: string } } } } }
                Item: { type: object, properties: { y: { type: string } } }

            """;
        var file = new DescriptionFile("t.yaml", Text) { Namespace = "T", ClientName = "TClient" };
        var all = GeneratorSession.Generate(file);
        var part = GeneratorSession.Generate(file with { IncludeOperations = "a" });
        Assert.Equal(all.Files["T.TClient.Holder.g.cs"], part.Files["T.TClient.Holder.g.cs"]);
        Assert.Contains("T.TClient.HolderItem.g.cs", part.Files.Keys);
        Assert.DoesNotContain("T.TClient.Item.g.cs", part.Files.Keys);
    }

    [Fact]
    public void A_pattern_of_nothing_is_a_warning()
    {
        var run = GeneratorSession.Generate(s_shop with { IncludeOperations = "listOrders; getOrder", ExcludeOperations = "tag:Order" });
        Assert.Equal(
            [
                "shop.yaml(1,1,1,1): warning SPEC015: ExcludeOperations names 'tag:Order', which is no operation of this description",
                "shop.yaml(1,1,1,1): warning SPEC015: IncludeOperations names 'getOrder', which is no operation of this description",
            ],
            run.Shown.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Ids(GeneratorRun run) => run.Diagnostics.Select(diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal);
}
