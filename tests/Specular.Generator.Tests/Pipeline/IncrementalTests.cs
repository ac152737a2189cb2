using Microsoft.CodeAnalysis;
using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Pipeline;

/// <summary>What is made anew after which change.</summary>
public class IncrementalTests
{
    private const string Shop = """
        openapi: 3.0.3
        info: { title: Shop, version: '1' }
        servers:
          - url: https://shop.test
        paths:
          /orders:
            get:
              operationId: listOrders
              summary: All orders
              tags: [Orders]
              responses:
                '200': { description: All, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Order' } } } } }
          /customers:
            get:
              operationId: listCustomers
              summary: All customers
              tags: [Customers]
              responses:
                '200': { description: All, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Customer' } } } } }
        components:
          schemas:
            # The lines below are the customer's.
            Customer:
              type: object
              properties:
                name: { type: string }
            Order:
              type: object
              required: [total]
              properties:
                note: { type: string }

        """;

    private static readonly DescriptionFile s_shop = new("shop.yaml", Shop) { Namespace = "Shop", ClientName = "ShopClient" };

    [Fact]
    public void Every_step_is_named_and_seen()
    {
        var run = GeneratorSession.Generate(s_shop);
        Assert.Subset(GeneratorSession.TrackedNames.ToHashSet(), new HashSet<string> { "Inputs", "Capabilities", "Bindings", "Clients", "Schemas", "Operations", "Support", "Diagnostics" });

        // A step that gives nothing leaves no trace: this framework lacks nothing, and the shop calls nobody.
        Assert.All(GeneratorSession.TrackedNames.Remove("Polyfills").Remove("Webhooks"), step => Assert.Contains(step, run.Steps));
        Assert.All(GeneratorSession.TrackedNames, step => Assert.All(run.Reasons(step), reason => Assert.Equal(IncrementalStepRunReason.New, reason)));
        Assert.Equal([1, 1, 1, 1, 2, 2, 1, 1], new[] { "Inputs", "Capabilities", "Bindings", "Clients", "Schemas", "Operations", "Support", "Diagnostics" }.Select(step => run.Outputs(step).Count));
    }

    [Fact]
    public void Other_code_of_the_project_makes_nothing_run()
    {
        var session = new GeneratorSession(new ConsumerProject { Sources = ["class A { }"] }, s_shop);
        var before = session.Run(TestContext.Current.CancellationToken);
        var after = session.WithSources("class A { int B() => 1; }", "record C(string D);").Run(TestContext.Current.CancellationToken);
        AssertUnchanged(after, [.. GeneratorSession.TrackedNames]);
        Assert.Empty(after.Emitted);
        Assert.Equal(before.Files, after.Files);
    }

    [Fact]
    public void A_changed_schema_is_the_only_file_that_is_written()
    {
        var after = Change("note: { type: string }", "note: { type: boolean }");
        Assert.Equal(["Shop.ShopClient.Order.g.cs"], after.Emitted);
        Assert.Equal([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified], after.Reasons("Schemas"));
        AssertUnchanged(after, "Capabilities", "Clients", "Operations", "Support", "Diagnostics");
    }

    [Fact]
    public void A_changed_operation_is_written_with_its_group_only()
    {
        var after = Change("All orders", "Every order");
        Assert.Equal(["Shop.ShopClient.ShopClient.Orders.g.cs"], after.Emitted);
        AssertUnchanged(after, "Capabilities", "Clients", "Schemas", "Support");
    }

    [Fact]
    public void A_new_schema_is_the_only_file_that_is_written()
    {
        var after = Change("        note: { type: string }\n", "        note: { type: string }\n    Zone:\n      type: object\n      properties:\n        id: { type: string }\n");
        Assert.Equal(["Shop.ShopClient.Zone.g.cs"], after.Emitted);
    }

    [Theory]
    [InlineData("# The lines below are the customer's.", "# Other words.", 0)]
    [InlineData("# The lines below are the customer's.", "# The lines below\n    # are the customer's.", 1)]
    [InlineData("components:\n", "\n\ncomponents:\n", 2)]
    [InlineData("required: [total]", "required:   [ total ]", 0)]
    public void A_moved_line_writes_nothing_and_moves_the_diagnostics(string old, string now, int lines)
    {
        var session = new GeneratorSession(null, s_shop);
        var before = session.Run(TestContext.Current.CancellationToken);
        var after = session.With(s_shop with { Text = Replace(old, now) }).Run(TestContext.Current.CancellationToken);
        Assert.Empty(after.Emitted);
        AssertUnchanged(after, "Clients", "Schemas", "Operations", "Support");
        var (from, to) = (Assert.Single(before.Diagnostics), Assert.Single(after.Diagnostics));
        Assert.Equal(from.GetMessage(null), to.GetMessage(null));
        Assert.Equal(from.Location.GetLineSpan().StartLinePosition.Line + lines, to.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Equal("total", session.TextAt(to.Location));
    }

    [Fact]
    public void The_same_text_in_a_new_object_makes_nothing_run()
    {
        var session = new GeneratorSession(null, s_shop);
        session.Run(TestContext.Current.CancellationToken);
        var after = session.With(s_shop with { Text = Shop + "" }).Run(TestContext.Current.CancellationToken);
        AssertUnchanged(after, [.. GeneratorSession.TrackedNames]);
        Assert.Empty(after.Emitted);
    }

    [Fact]
    public void A_changed_option_writes_the_client_anew()
    {
        var session = new GeneratorSession(null, s_shop);
        var before = session.Run(TestContext.Current.CancellationToken);
        var after = session.With(s_shop with { ClientName = "StoreClient" }).Run(TestContext.Current.CancellationToken);
        Assert.Equal(before.ClientFiles.Count(), after.ClientFiles.Count());
        Assert.Equal(after.ClientFiles.Select(file => file.Key), after.Emitted);
        Assert.All(after.ClientFiles, file => Assert.StartsWith("Shop.StoreClient.", file.Key, StringComparison.Ordinal));
        AssertUnchanged(after, "Capabilities", "Support");
    }

    [Fact]
    public void A_file_that_is_no_description_makes_nothing_run()
    {
        var session = new GeneratorSession(null, s_shop);
        session.Run(TestContext.Current.CancellationToken);
        var after = session.With(new DescriptionFile("notes.txt", "openapi: 3.0.3") { IsClient = false }).Run(TestContext.Current.CancellationToken);
        AssertUnchanged(after, [.. GeneratorSession.TrackedNames]);
        Assert.Empty(after.Emitted);
    }

    [Fact]
    public void Of_two_clients_the_other_one_stays()
    {
        var session = new GeneratorSession(null, s_shop, Specs.Gong);
        var before = session.Run(TestContext.Current.CancellationToken);
        var after = session.With(s_shop with { Text = Replace("note: { type: string }", "note: { type: boolean }") }).Run(TestContext.Current.CancellationToken);
        Assert.Equal(["Shop.ShopClient.Order.g.cs"], after.Emitted);
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], after.Reasons("Bindings"));

        // Both stand on one copy of the support code.
        Assert.Single(before.Outputs("Support"));
        Assert.Contains("Gong.GongClient.GongClient.g.cs", before.Files.Keys);
    }

    [Fact]
    public void A_broken_text_takes_the_client_away_and_a_repaired_one_brings_it_back()
    {
        var session = new GeneratorSession(null, s_shop);
        var before = session.Run(TestContext.Current.CancellationToken);
        var broken = session.With(s_shop with { Text = Shop + "}" }).Run(TestContext.Current.CancellationToken);
        Assert.Empty(broken.Files);
        Assert.Equal("SPEC001", Assert.Single(broken.Diagnostics).Id);
        var after = session.With(s_shop).Run(TestContext.Current.CancellationToken);
        Assert.Equal(before.Files, after.Files);
    }

    [Fact]
    public void A_cancelled_run_ends_in_nothing_but_the_cancellation()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => new GeneratorSession(null, s_shop).Run(source.Token));
    }

    private static GeneratorRun Change(string old, string now)
    {
        var session = new GeneratorSession(null, s_shop);
        session.Run(TestContext.Current.CancellationToken);
        return session.With(s_shop with { Text = Replace(old, now) }).Run(TestContext.Current.CancellationToken);
    }

    private static string Replace(string old, string now)
    {
        Assert.Contains(old, Shop, StringComparison.Ordinal);
        return Shop.Replace(old, now, StringComparison.Ordinal);
    }

    private static void AssertUnchanged(GeneratorRun run, params string[] steps) => Assert.All(steps, step => Assert.All(
        run.Reasons(step),
        reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, step + ": " + reason)));
}
