using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Specular.Testing.Descriptions;
using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Pipeline;

/// <summary>Where a description is so large that types and operations share files, a change is as small as before.</summary>
public class LargeDescriptionTests
{
    private static readonly string s_text = SyntheticDescription.Of(1_500);
    private static readonly DescriptionFile s_file = new("large.json", s_text) { Namespace = "Large", ClientName = "LargeClient" };

    [Theory]
    [InlineData("How people call item 700", "How they call item 700", "Schemas")]
    [InlineData("Handles item 700\"", "Takes item 700\"", "Operations")]
    public void A_change_writes_one_file(string old, string now, string kind)
    {
        var written = Assert.Single(Change(old, now).Emitted);
        Assert.Matches("^Large[.]LargeClient[.](LargeClient[.])?" + kind + "[.][0-9]{2}[.]g[.]cs$", written);
    }

    [Theory]
    [InlineData("\"item-700\":{", "\n\n\n\"item-700\":{")]
    [InlineData("\"openapi\"", "\"x-note\":\"moved\",\"openapi\"")]
    public void What_moves_lines_writes_nothing(string old, string now) => Assert.Empty(Change(old, now).Emitted);

    [Fact]
    public void A_new_schema_leaves_the_others_where_they_are()
    {
        var run = Change("\"item-700\":{", "\"another\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"} } },\n\"item-700\":{");
        Assert.Contains("record Another", run.Files[Assert.Single(run.Emitted)], StringComparison.Ordinal);
    }

    [Fact]
    public void Code_of_the_project_makes_nothing_run()
    {
        var session = Session();
        session.Run(TestContext.Current.CancellationToken);
        var run = session.WithSources("class A { }").Run(TestContext.Current.CancellationToken);
        Assert.Empty(run.Emitted);
        Assert.All(GeneratorSession.TrackedNames, step => Assert.All(run.Reasons(step), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, step)));
    }

    [Fact]
    public void Operations_of_many_tags_are_members_of_their_classes()
    {
        var run = new GeneratorSession(null, s_file with { Text = SyntheticDescription.Of(850), Grouping = "Tag" }).Run(TestContext.Current.CancellationToken);
        var types = run.Compilation.GetTypeByMetadataName("Large.LargeClient")!.GetMembers().OfType<IPropertySymbol>().Select(property => property.Type).Where(type => type.Name.StartsWith("LargeTag", StringComparison.Ordinal)).ToList();
        Assert.Equal(34, types.Count);
        Assert.All(types, type => Assert.Equal(50, type.GetMembers().OfType<IMethodSymbol>().Count(method => method.Name.EndsWith("Async", StringComparison.Ordinal) && method.DeclaredAccessibility == Accessibility.Public)));
    }

    private static GeneratorSession Session() => new(null, s_file) { RequireCleanCompilation = false };

    private static GeneratorRun Change(string old, string now)
    {
        Assert.Single(Regex.Matches(s_text, Regex.Escape(old)));
        var session = Session();
        session.Run(TestContext.Current.CancellationToken);
        return session.With(s_file with { Text = s_text.Replace(old, now, StringComparison.Ordinal) }).Run(TestContext.Current.CancellationToken);
    }
}
