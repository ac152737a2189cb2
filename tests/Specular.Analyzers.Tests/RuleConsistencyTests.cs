using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Specular.Analyzers.Rules;
using Specular.CodeFixes;

namespace Specular.Analyzers.Tests;

/// <summary>Ids, pages, help links and release rows say the same.</summary>
public class RuleConsistencyTests
{
    private const string HelpLinkBase = "https://github.com/specular-dotnet/specular/blob/main/docs/rules/";

    /// <summary>Every descriptor that the package can report. An assembly with more of them is added here.</summary>
    private static readonly ImmutableArray<DiagnosticDescriptor> s_descriptors =
    [
        .. InstancesIn<DiagnosticAnalyzer>(typeof(NarrowedIdAnalyzer).Assembly).SelectMany(analyzer => analyzer.SupportedDiagnostics).OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    public static TheoryData<string> Ids => [.. s_descriptors.Select(descriptor => descriptor.Id)];

    [Fact]
    public void Every_id_belongs_to_one_rule() => Assert.Equal(s_descriptors.Select(descriptor => descriptor.Id).Distinct(), s_descriptors.Select(descriptor => descriptor.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_help_link_is_the_page(string id) => Assert.Equal(HelpLinkBase + id + ".md", Find(id).HelpLinkUri);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_has_the_title_the_category_and_the_default(string id)
    {
        var descriptor = Find(id);
        var page = Read($"Rules/{id}.md");
        Assert.Equal($"# {id}: {char.ToLowerInvariant(Title(descriptor)[0])}{Title(descriptor)[1..]}", page.Split('\n')[0]);
        Assert.Contains($"| Category | {descriptor.Category} |", page, StringComparison.Ordinal);
        Assert.Contains($"| Default | {descriptor.DefaultSeverity.ToString().ToLowerInvariant()} |", page, StringComparison.Ordinal);
        Assert.Contains($"dotnet_diagnostic.{id}.severity", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_table_of_rules_lists_it(string id)
    {
        var descriptor = Find(id);
        Assert.Contains($"| [{id}]({id}.md) | {Title(descriptor)} | {descriptor.DefaultSeverity.ToString().ToLowerInvariant()} | {(HasFix(id) ? "yes" : "no")} |", Read("Rules/README.md"), StringComparison.Ordinal);
        Assert.Contains($"| [{id}](docs/rules/{id}.md) | {Title(descriptor)} | {descriptor.DefaultSeverity.ToString().ToLowerInvariant()} |{(HasFix(id) ? " yes " : " ")}|", Read("README.md"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_release_lists_it(string id)
    {
        var descriptor = Find(id);
        var rows = (Read("Releases/AnalyzerReleases.Shipped.md") + Read("Releases/AnalyzerReleases.Unshipped.md")).Split('\n').Where(line => line.StartsWith(id, StringComparison.Ordinal));
        Assert.Equal([$"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {Title(descriptor)}"], rows);
    }

    [Fact]
    public void No_page_is_left_over()
    {
        var pages = Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith("Rules/SPEC1", StringComparison.Ordinal))
            .Select(name => name["Rules/".Length..^".md".Length])
            .Order(StringComparer.Ordinal);
        Assert.Equal(s_descriptors.Select(descriptor => descriptor.Id), pages);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_on_and_explains_itself(string id)
    {
        var descriptor = Find(id);
        Assert.True(descriptor.IsEnabledByDefault);
        Assert.NotEmpty(descriptor.Description.ToString(null));
    }

    [Fact]
    public void What_the_compiler_loads_references_only_what_every_host_has()
    {
        string[] allowed = ["netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces", "System.Collections.Immutable", "Specular.Analyzers"];
        Assembly[] loaded = [typeof(NarrowedIdAnalyzer).Assembly, typeof(NarrowedIdFixer).Assembly];
        Assert.Empty(loaded.SelectMany(assembly => assembly.GetReferencedAssemblies()).Select(reference => reference.Name).Except(allowed));
        Assert.DoesNotContain(typeof(NarrowedIdAnalyzer).Assembly.GetReferencedAssemblies(), reference => reference.Name!.Contains("Workspaces", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_analyzers_and_fixes_are_public() => Assert.All(
        typeof(NarrowedIdAnalyzer).Assembly.GetExportedTypes().Concat(typeof(NarrowedIdFixer).Assembly.GetExportedTypes()),
        type => Assert.True(type.IsSubclassOf(typeof(DiagnosticAnalyzer)) || type.IsSubclassOf(typeof(CodeFixProvider)), type.FullName));

    private static bool HasFix(string id) => InstancesIn<CodeFixProvider>(typeof(NarrowedIdFixer).Assembly).Any(fixer => fixer.FixableDiagnosticIds.Contains(id));

    private static DiagnosticDescriptor Find(string id) => s_descriptors.Single(descriptor => descriptor.Id == id);

    private static string Title(DiagnosticDescriptor descriptor) => descriptor.Title.ToString(null);

    private static IEnumerable<T> InstancesIn<T>(Assembly assembly) => assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(T))).Select(type => (T)Activator.CreateInstance(type)!);

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource) ?? throw new FileNotFoundException(resource));
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
