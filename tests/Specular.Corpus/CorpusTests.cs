using System.Diagnostics;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Specular.Testing.Generator;
using Xunit;

namespace Specular.Corpus;

/// <summary>
/// What users have: each real description gives a client with all of its operations that compiles without a warning, and what is not honoured is said at its
/// place in the file. One file at a time: the compiler takes the processors that there are.
/// </summary>
public class CorpusTests(Table table)
{
    public static IEnumerable<TheoryDataRow<string>> Files() => Descriptions.Files();

    [Theory]
    [MemberData(nameof(Files))]
    public void A_real_description_gives_a_whole_client(string path)
    {
        Assert.SkipWhen(Descriptions.Folder is null, "There is no folder shared/descriptions above the tests.");
        var row = new Table.Row(path);
        try
        {
            Generate(row, File.ReadAllText(Path.Combine(Descriptions.Folder!, path)));
        }
        catch (Exception exception) when (row.FailsWith(exception))
        {
            throw;
        }
        finally
        {
            table.Add(row);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_build_may_leave_out_what_is_not_used(string path)
    {
        Assert.SkipWhen(Descriptions.Folder is null, "There is no folder shared/descriptions above the tests.");
        var file = new DescriptionFile(path, File.ReadAllText(Path.Combine(Descriptions.Folder!, path))) { Namespace = "Corpus", ClientName = "CorpusClient", OmitUnused = "true" };
        var whole = new GeneratorSession(null, file).RunAnew(TestContext.Current.CancellationToken);
        var names = MethodNames(whole);
        var used = names.Where((_, index) => index % 25 == 0).ToList();
        var code = "internal static class Uses { public static readonly string[] Names = new[] { " + string.Join(", ", used.Select(name => "nameof(Corpus.CorpusClient." + name + ")")) + " }; }";

        // The session compiles what is left, without a warning.
        var run = new GeneratorSession(new ConsumerProject { IsBuild = true, Sources = [code] }, file).Run(TestContext.Current.CancellationToken);
        Assert.Equal(used, MethodNames(run));
        Assert.Equal(whole.Shown, run.Shown);

        // What is there is as it is in the whole client.
        var declared = Declarations(whole).ToHashSet();
        Assert.All(Declarations(run).Where(declaration => !declaration.Contains("OpaqueJson", StringComparison.Ordinal)), declaration => Assert.Contains(declaration, declared));
    }

    // Types of schemas.
    private static IEnumerable<string> Declarations(GeneratorRun run) => run.ClientFiles.SelectMany(file => file.Value.Split("\n}\n"))
        .Where(part => part.Contains("[SystemJson::Serialization.JsonConverter(", StringComparison.Ordinal))
        .Select(part => part[part.IndexOf("/// <summary>", StringComparison.Ordinal)..]);

    // Of the methods that throw; for each there is one that does not.
    private static List<string> MethodNames(GeneratorRun run) => [.. Operations(run).Select(attribute => ((MethodDeclarationSyntax)attribute.Parent!.Parent!).Identifier.ValueText)
        .Where(name => !name.EndsWith("ResultAsync", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];

    private static void Generate(Table.Row row, string text)
    {
        var session = new GeneratorSession(new ConsumerProject(), new DescriptionFile(row.Path, text) { Namespace = "Corpus", ClientName = "CorpusClient" });
        var watch = Stopwatch.StartNew();
        var again = session.RunAnew(TestContext.Current.CancellationToken);
        row.Generating = watch.Elapsed;
        row.Files = again.ClientFiles.Count();
        row.Bytes = again.Files.Values.Sum(file => (long)Encoding.UTF8.GetByteCount(file));
        row.Diagnostics = again.Diagnostics.CountBy(diagnostic => diagnostic.Id).ToDictionary();
        watch.Restart();
        var run = session.Run(TestContext.Current.CancellationToken);
        row.Compiling = watch.Elapsed;

        Assert.Equal(again.Files, run.Files);
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
        Assert.All(run.Diagnostics, diagnostic => Assert.Equal(row.Path, diagnostic.Location.GetLineSpan().Path));

        // Two methods for each, or for each kind of body that it takes: one throws, one returns every outcome.
        var operations = Operations(run).CountBy(attribute => Argument(attribute, 0) + " " + Argument(attribute, 1)).ToDictionary(StringComparer.Ordinal);
        row.Operations = operations.Count;
        var expected = Descriptions.Operations(row.Path, text);
        Assert.Equal(expected.Order(StringComparer.Ordinal), operations.Keys.Order(StringComparer.Ordinal));
        Assert.All(operations, operation => Assert.True(operation.Value >= 2 && operation.Value % 2 == 0, operation.Key + " has " + operation.Value + " methods"));
    }

    private static IEnumerable<AttributeSyntax> Operations(GeneratorRun run) => run.Compilation.SyntaxTrees
        .SelectMany(tree => tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or ClassDeclarationSyntax or MethodDeclarationSyntax or AttributeListSyntax).OfType<AttributeSyntax>())
        .Where(attribute => attribute.Name is AliasQualifiedNameSyntax { Name.Identifier.ValueText: "OpenApiOperation" });

    private static string Argument(AttributeSyntax attribute, int index) => ((LiteralExpressionSyntax)attribute.ArgumentList!.Arguments[index].Expression).Token.ValueText;
}
