using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Microsoft.FSharp.Core;
using Specular.Generator.Tests.Output;
using Specular.Generator.Tests.Reading;
using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Fuzzing;

/// <summary>
/// Real descriptions that somebody broke: there may be no client, or another one, but no exception, no file that is not C#, no text that became code, and no
/// diagnostic beside the file. <c>SPECULAR_FUZZ_SEED</c> and <c>SPECULAR_FUZZ_CASES</c> ask for others and for more; of <c>SPECULAR_FUZZ_COMPILED</c> one is compiled.
/// </summary>
public class FuzzTests
{
    // One in so many is compiled as well, which takes longer than all else.
    private static readonly int s_compiledShare = Setting("SPECULAR_FUZZ_COMPILED", 25);

    private static readonly WarmGenerator s_generator = new(Specs.Gong with { Namespace = "Fuzz", ClientName = "FuzzClient" });

    private static readonly HashSet<string> s_directives = [.. s_generator.Trees.SelectMany(Directives)];

    [Fact]
    public void A_mutated_description_does_no_harm()
    {
        if (Corpus.Folder is null)
            TestContext.Current.AddWarning("There is no folder shared/descriptions above the tests: the repository's own descriptions are mutated alone.");
        var seed = (ulong)Setting("SPECULAR_FUZZ_SEED", 20_260_101);
        var config = Config.QuickThrowOnFailure
            .WithMaxTest(Setting("SPECULAR_FUZZ_CASES", 10_000))
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None)))
            .WithParallelRunConfig(FSharpOption<ParallelRunConfig>.Some(new ParallelRunConfig(Environment.ProcessorCount)))
            .WithQuietOnSuccess(true);
        Prop.ForAll(MutatedDescription.Arbitrary, Check).Check(config);
    }

    private static void Check(MutatedDescription description)
    {
        var file = description.File;
        var run = s_generator.Run(file, TestContext.Current.CancellationToken);

        Assert.Null(run.Exception);
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Id is "CS8785" or "SPEC010");
        var text = SourceText.From(file.Text!);
        Assert.All(run.Diagnostics, diagnostic => AssertPlaced(diagnostic.Location, file.Path, text));
        foreach (var tree in run.Trees)
        {
            Assert.Empty(tree.GetDiagnostics(TestContext.Current.CancellationToken));
            Assert.All(Directives(tree), directive => Assert.Contains(directive, s_directives));
            HostileText.AssertContained(tree);
        }

        if (file.Text!.Length % s_compiledShare == 0)
            Assert.DoesNotContain(run.Compile(TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    private static void AssertPlaced(Location location, string path, SourceText text)
    {
        Assert.Equal(LocationKind.ExternalFile, location.Kind);
        Assert.Equal(path, location.GetLineSpan().Path);
        Assert.InRange(location.SourceSpan.End, 0, text.Length);
        Assert.Equal(text.Lines.GetLinePositionSpan(location.SourceSpan), location.GetLineSpan().Span);
    }

    private static IEnumerable<string> Directives(SyntaxTree tree) =>
        tree.GetRoot(TestContext.Current.CancellationToken).DescendantTrivia(node => node.ContainsDirectives).Where(trivia => trivia.IsDirective).Select(trivia => trivia.ToFullString().Trim());

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
