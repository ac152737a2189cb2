using System.Reflection;
using Microsoft.CodeAnalysis;
using Specular.Generator.Diagnostics;
using Xunit;

namespace Specular.Generator.Tests.Diagnosing;

/// <summary>Ids, pages, help links and release rows of the diagnostics about descriptions say the same.</summary>
public class RuleConsistencyTests
{
    private const string HelpLinkBase = "https://github.com/specular-dotnet/specular/blob/main/docs/rules/";

    // Reported by the package's MSBuild targets: the generator never sees a file that is not there.
    private const string ReportedByTargets = "SPEC011";

    private static readonly DiagnosticDescriptor[] s_descriptors =
    [
        .. typeof(Descriptors).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>().OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    public static TheoryData<string> Ids => [.. s_descriptors.Select(descriptor => descriptor.Id)];

    [Fact]
    public void Every_id_belongs_to_one_rule()
    {
        Assert.Equal(s_descriptors.Select(descriptor => descriptor.Id).Distinct(), s_descriptors.Select(descriptor => descriptor.Id));
        Assert.All(s_descriptors, descriptor => Assert.Matches("^SPEC0[0-9][0-9]$", descriptor.Id));
        Assert.DoesNotContain(s_descriptors, descriptor => descriptor.Id == ReportedByTargets);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_help_link_is_the_page(string id) => Assert.Equal(HelpLinkBase + id + ".md", Find(id).HelpLinkUri);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_has_the_title_the_severity_and_the_category(string id)
    {
        var descriptor = Find(id);
        var page = Specs.Read($"Rules/{id}.md");
        Assert.Equal($"# {id}: {descriptor.Title.ToString(null)}", page.Split('\n')[0]);
        Assert.Contains($"| Severity | {descriptor.DefaultSeverity.ToString().ToLowerInvariant()} |", page, StringComparison.Ordinal);
        Assert.Contains($"| Category | {descriptor.Category} |", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_release_lists_it(string id)
    {
        var descriptor = Find(id);
        var rows = (Specs.Read("Releases/AnalyzerReleases.Shipped.md") + "\n" + Specs.Read("Releases/AnalyzerReleases.Unshipped.md")).Split('\n').Where(line => line.StartsWith(id, StringComparison.Ordinal));
        Assert.Equal([$"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title.ToString(null)}"], rows);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_on(string id) => Assert.True(Find(id).IsEnabledByDefault);

    [Fact]
    public void No_page_is_left_over() => Assert.Equal(
        s_descriptors.Select(descriptor => descriptor.Id).Append(ReportedByTargets).Order(StringComparer.Ordinal),
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith("Rules/", StringComparison.Ordinal)).Select(name => name["Rules/".Length..^".md".Length]).Order(StringComparer.Ordinal));

    private static DiagnosticDescriptor Find(string id) => s_descriptors.Single(descriptor => descriptor.Id == id);
}
