using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using System.Diagnostics;
using System.Globalization;
using Specular.Generator;
using Specular.Generator.Binding;
using Specular.Generator.Binding.Remembering;
using Specular.Generator.Reading;
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

    /// <summary>A description of which the first text of some keyword changes, over and over: all of it, and reading and binding alone.</summary>
    /// <param name="path">The description.</param>
    /// <param name="keyword">Such as <c>summary</c>.</param>
    /// <param name="from">Where its text is looked for: behind the first place of this.</param>
    public static void OfDescription(string path, string keyword, string from)
    {
        var file = Driving.Read(path);
        var at = file.Text!.IndexOf('"' + keyword + "\":", file.Text.IndexOf(from, StringComparison.Ordinal), StringComparison.Ordinal) + keyword.Length + 3;
        at = file.Text.IndexOf('"', at) + 1;
        var compilation = Driving.Project.Compile();
        var text = new InMemoryText(file);
        var driver = Driving.Create(text).RunGenerators(compilation);
        BindingMemory? memory = null;
        var (whole, reading, binding) = (new List<double>(), new List<double>(), new List<double>());
        var changed = 0;
        for (var i = 0; i < 25; i++)
        {
            var next = new InMemoryText(file with { Text = file.Text.Insert(at, "edit " + i.ToString(CultureInfo.InvariantCulture) + " ") });
            var before = driver.GetRunResult().Results.Single().GeneratedSources.Select(source => source.SourceText).ToHashSet();
            driver = driver.ReplaceAdditionalText(text, next);
            whole.Add(Driving.Milliseconds(() => driver = driver.RunGenerators(compilation)));
            changed = driver.GetRunResult().Results.Single().GeneratedSources.Count(source => !before.Contains(source.SourceText));
            text = next;

            Node? root = null;
            reading.Add(Driving.Milliseconds(() => root = DescriptionReader.Read(path, text.GetText()!, default).Root));
            binding.Add(Driving.Milliseconds(() => memory = ClientBinder.Bind(new Description(root!), text.File.Text!, Phases.Options, Phases.Capabilities, memory, default).Memory));
        }

        Driving.Say($"an edit of a {keyword} in {from} of the description: {Driving.Median(whole.Skip(10)):F0} ms, of which reading {Driving.Median(reading.Skip(10)):F0} ms and binding {Driving.Median(binding.Skip(10)):F0} ms; {changed} file(s) written anew");
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
