using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using System.Diagnostics;
using System.Globalization;
using Specular.Generator;
using Specular.Testing.Generator;

namespace Specular.Scale;

/// <summary>What a run costs after something has changed.</summary>
internal static class Edits
{
    private const int Keys = 300;

    /// <summary>A key pressed in the user's code: with the generator, and with one that does nothing.</summary>
    public static void OfCode(string path)
    {
        var text = new InMemoryText(Driving.Read(path));
        var (nothing, nothingAllocated) = Type(Driving.Create(text, new Nothing()));
        var (ours, oursAllocated) = Type(Driving.Create(text, new SpecularGenerator()));
        Driving.Say($"an edit of code: {ours - nothing:F3} ms and {(oursAllocated - nothingAllocated) / 1000.0:F1} kB above a driver with a generator that does nothing ({nothing:F3} ms)");
    }

    /// <summary>A description of which the first summary changes, over and over.</summary>
    public static void OfDescription(string path)
    {
        var file = Driving.Read(path);
        var at = file.Text!.IndexOf("\"summary\":", StringComparison.Ordinal);
        at = file.Text.IndexOf('"', at + "\"summary\":".Length) + 1;
        var compilation = Driving.Project.Compile();
        var text = new InMemoryText(file);
        var driver = Driving.Create(text).RunGenerators(compilation);
        var times = new List<double>();
        var changed = 0;
        for (var i = 0; i < 15; i++)
        {
            var next = new InMemoryText(file with { Text = file.Text.Insert(at, i.ToString(CultureInfo.InvariantCulture)) });
            var before = driver.GetRunResult().Results.Single().GeneratedSources.Select(source => source.SourceText).ToHashSet();
            driver = driver.ReplaceAdditionalText(text, next);
            times.Add(Driving.Milliseconds(() => driver = driver.RunGenerators(compilation)));
            changed = driver.GetRunResult().Results.Single().GeneratedSources.Count(source => !before.Contains(source.SourceText));
            text = next;
        }

        Driving.Say($"an edit of the description: {Driving.Median(times):F0} ms, {changed} file(s) written anew");
    }

    private static (double Milliseconds, long Allocated) Type(GeneratorDriver driver)
    {
        var tree = CSharpSyntaxTree.ParseText("class A { }", Driving.Project.ParseOptions);
        Compilation compilation = Driving.Project.Compile().AddSyntaxTrees(tree);
        driver = driver.RunGenerators(compilation);
        var times = new List<double>();
        var allocated = new List<double>();
        for (var i = 0; i < Keys; i++)
        {
            var next = CSharpSyntaxTree.ParseText("class A { int B() => " + i.ToString(CultureInfo.InvariantCulture) + "; }", Driving.Project.ParseOptions);
            compilation = compilation.ReplaceSyntaxTree(tree, next);
            tree = next;
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            driver = driver.RunGenerators(compilation);
            times.Add(watch.Elapsed.TotalMilliseconds);
            allocated.Add(GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return (Driving.Median(times.Skip(Keys / 3)), (long)Driving.Median(allocated.Skip(Keys / 3)));
    }

    private sealed class Nothing : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
        }
    }
}
