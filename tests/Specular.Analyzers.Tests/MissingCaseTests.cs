using System.Collections.Immutable;
using Specular.Analyzers.Rules;
using Specular.CodeFixes;
using Specular.Testing.Analyzers;

namespace Specular.Analyzers.Tests;

/// <summary>SPEC106: a switch leaves out cases of a result or a choice.</summary>
public class MissingCaseTests
{
    private static Task Members(string members, params string[] messages) => ShopClient.ClassAsync<MissingCaseAnalyzer>(members, messages);

    [Fact]
    public Task A_switch_expression_without_a_case() => Members(
        "int Use(Shape s) => s [|switch|] { Shape.Circle => 1, Shape.Unknown => 2 };",
        "'Shape' can also be 'Square', which this switch leaves out");

    [Fact]
    public Task A_switch_statement_without_cases() => Members(
        "void Use(AddItemResult r) { [|switch|] (r) { case AddItemResult.Created c: Console.WriteLine(c.Body); break; } }",
        "'AddItemResult' can also be 'Conflict' and 'Undeclared', which this switch leaves out");

    [Fact]
    public Task A_guarded_case_is_not_covered() => Members("int Use(Shape s) => s [|switch|] { Shape.Circle c when c.Value.Radius > 1 => 1, Shape.Square => 2, Shape.Unknown => 3 };", "'Shape' can also be 'Circle', which this switch leaves out");

    [Fact]
    public Task A_case_that_asks_for_more_is_not_covered() => Members("int Use(Shape s) => s [|switch|] { Shape.Circle { Value.Radius: > 1 } => 1, Shape.Square => 2, Shape.Unknown => 3 };");

    [Theory]
    [InlineData("Shape.Circle => 1, Shape.Square or Shape.Unknown => 2")]
    [InlineData("Shape.Circle { Value: var v } => 1, Shape.Square { Value: { } v } => 2, Shape.Unknown x => 3")]
    [InlineData("Shape.Circle => 1, not Shape.Circle => 2")]
    [InlineData("Shape.Circle => 1, _ => 2")]
    [InlineData("Shape.Circle => 1, var other => 2")]
    [InlineData("Shape.Circle => 1, { } => 2")]
    [InlineData("Shape.Circle c when c.Value.Radius > 1 => 1, Shape.Circle => 2, Shape.Square => 3, Shape.Unknown => 4")]
    public Task A_switch_expression_that_covers_all(string arms) => Members("int Use(Shape s) => s switch { " + arms + " };");

    [Fact]
    public Task A_switch_statement_that_covers_all() => Members("""
        void Use(Shape s)
        {
            switch (s) { case Shape.Circle: case Shape.Square: break; case Shape.Unknown: break; }
            switch (s) { case Shape.Circle: break; default: break; }
        }
        """);

    [Fact]
    public Task A_case_that_was_tested_before_is_not_missing() => Members("""
        int Use(Shape s)
        {
            if (s is Shape.Circle circle)
                return 1;
            return s switch { Shape.Square => 2, Shape.Unknown => 3 };
        }
        """);

    [Fact]
    public Task Other_hierarchies_are_not_looked_at() => Members("""
        abstract class Own { private Own() { } public sealed class A : Own { } public sealed class B : Own { } }
        int Use(Own o) => o switch { Own.A => 1 };
        int Use(object o) => o switch { Shape.Circle => 1 };
        """);

    [Fact]
    public Task Adds_arms() => ShopClient.FixBodyAsync<MissingCaseAnalyzer, MissingCaseFixer>(
        """
        var r = await client.GetItemResultAsync(default);
                var a = r [|switch|]
                {
                    GetItemResult.Ok ok => ok.Body.Name,
                };
                var b = r [|switch|] { GetItemResult.Ok => 1, GetItemResult.NotFound => 2 };
                var c = r [|switch|]
                {
                    GetItemResult.Ok => 1,
                    GetItemResult.NotFound => 2
                };
        """,
        """
        var r = await client.GetItemResultAsync(default);
                var a = r switch
                {
                    GetItemResult.Ok ok => ok.Body.Name,
                    GetItemResult.NotFound => throw new NotImplementedException(),
                    GetItemResult.Undeclared => throw new NotImplementedException(),
                };
                var b = r switch { GetItemResult.Ok => 1, GetItemResult.NotFound => 2, GetItemResult.Undeclared => throw new NotImplementedException() };
                var c = r switch
                {
                    GetItemResult.Ok => 1,
                    GetItemResult.NotFound => 2,
                    GetItemResult.Undeclared => throw new NotImplementedException()
                };
        """);

    [Fact]
    public Task Adds_sections() => ShopClient.FixBodyAsync<MissingCaseAnalyzer, MissingCaseFixer>(
        """
        [|switch|] (await client.DeleteItemResultAsync(default))
                {
                    case DeleteItemResult.NoContent:
                        break;
                }
                [|switch|] (await client.DeleteItemResultAsync(default))
                {
                }
        """,
        """
        switch (await client.DeleteItemResultAsync(default))
                {
                    case DeleteItemResult.NoContent:
                        break;
                    case DeleteItemResult.Undeclared:
                        throw new NotImplementedException();
                }
                switch (await client.DeleteItemResultAsync(default))
                {
                    case DeleteItemResult.NoContent:
                        throw new NotImplementedException();
                    case DeleteItemResult.Undeclared:
                        throw new NotImplementedException();
                }
        """);

    [Theory]
    [InlineData("Shape s", "s switch { Shape.Circle => 1, Shape.Square or Shape.Unknown => 2 }", true)]
    [InlineData("Shape? s", "s switch { Shape.Circle => 1, Shape.Square => 2, Shape.Unknown => 3, null => 4 }", true)]
    [InlineData("Shape? s", "s switch { Shape.Circle => 1, Shape.Square => 2, Shape.Unknown => 3 }", false)]
    [InlineData("Shape s", "s switch { Shape.Circle => 1, Shape.Square => 2 }", false)]
    [InlineData("object s", "s switch { Shape.Circle => 1, Shape.Square => 2, Shape.Unknown => 3 }", false)]
    public async Task The_compiler_is_told_that_a_covered_switch_is_exhaustive(string parameter, string value, bool covered)
    {
        var left = await AnalyzerVerifier.CompilerWarningsAsync([new CoveredSwitchSuppressor()], ShopClient.Referenced, ShopClient.InClass($"int Use({parameter}) => {value};"));
        Assert.Equal(covered ? [] : ImmutableArray.Create("CS8509"), left);
    }
}
