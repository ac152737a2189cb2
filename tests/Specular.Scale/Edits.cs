using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using System.Diagnostics;
using System.Globalization;
using Specular.Generator;
using Specular.Generator.Binding;
using Specular.Generator.Binding.Remembering;
using Specular.Generator.Model;
using Specular.Generator.Reading;
using Specular.Testing.Generator;

namespace Specular.Scale;

/// <summary>What a run costs after something has changed.</summary>
internal static class Edits
{
    private const int Keys = 300;
    private const int Warmup = 12;
    private const int Edited = 15;

    /// <summary>A key pressed in the user's code: with the generator, and with one that does nothing.</summary>
    public static void OfCode(string path)
    {
        var text = new InMemoryText(Driving.Read(path));
        var (nothing, nothingAllocated) = Type(Driving.Create(text, new Nothing()));
        var (ours, oursAllocated) = Type(Driving.Create(text, new SpecularGenerator()));
        Driving.Say($"an edit of code: {ours - nothing:F3} ms and {(oursAllocated - nothingAllocated) / 1000.0:F1} kB above a driver with a generator that does nothing ({nothing:F3} ms)");
    }

    /// <summary>A description of which the first text of some keyword changes, over and over.</summary>
    /// <param name="path">The description.</param>
    /// <param name="keyword">Such as <c>summary</c>.</param>
    /// <param name="from">Where its text is looked for: behind the first place of this.</param>
    public static void OfText(string path, string keyword, string from)
    {
        var text = Driving.Read(path).Text!;
        OfDescription(path, "an edit of a " + keyword + " in " + from, text.IndexOf('"', After(text, keyword, from)) + 1, i => "edit " + i.ToString(CultureInfo.InvariantCulture) + " ");
    }

    /// <summary>A description of which the first schema that has properties gets another one, with another name over and over.</summary>
    public static void OfProperty(string path)
    {
        var text = Driving.Read(path).Text!;
        OfDescription(path, "a property more", text.IndexOf('{', After(text, "properties", "\"schemas\":")) + 1, i => "\n\"edit_" + i.ToString(CultureInfo.InvariantCulture) + "\": { \"type\": \"string\" },");
    }

    private static int After(string text, string keyword, string from) =>
        text.IndexOf('"' + keyword + "\":", text.IndexOf(from, StringComparison.Ordinal), StringComparison.Ordinal) + keyword.Length + 3;

    // All of it, and what becomes of the time.
    private static void OfDescription(string path, string what, int at, Func<int, string> inserted)
    {
        var file = Driving.Read(path);
        var compilation = Driving.Project.Compile();
        var text = new InMemoryText(file);
        var driver = Driving.Create(text).RunGenerators(compilation);
        var traced = Driving.Trace(text).RunGenerators(compilation);
        BindingMemory? memory = null;
        ClientModel? client = null;
        var times = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        var changed = 0;
        for (var i = 0; i < Edited + Warmup; i++)
        {
            var next = new InMemoryText(file with { Text = file.Text!.Insert(at, inserted(i)) });
            var before = driver.GetRunResult().Results.Single().GeneratedSources.Select(source => source.SourceText).ToHashSet();
            driver = driver.ReplaceAdditionalText(text, next);
            Note("all", Driving.Milliseconds(() => driver = driver.RunGenerators(compilation)));
            changed = driver.GetRunResult().Results.Single().GeneratedSources.Count(source => !before.Contains(source.SourceText));

            Note("reading from the start", Driving.Milliseconds(() => DescriptionReader.Read(path, next.GetText()!, default)));
            ReadResult? read = null;
            Note("reading", Driving.Milliseconds(() => read = DescriptionReader.Read(path, next.GetText()!, memory?.Outline, default)));
            var description = new Description(read!.Root!) { Edit = read.Edit, IsPlain = read.Diagnostics.Count == 0 };
            Note("binding", Driving.Milliseconds(() => (client, _, memory) = ClientBinder.Bind(description, next.File.Text!, Phases.Options, Phases.Capabilities, memory, client, default)));

            traced = traced.ReplaceAdditionalText(text, next);
            var watched = Driving.Milliseconds(() => traced = traced.RunGenerators(compilation));
            var result = traced.GetRunResult().Results.Single();
            var printing = result.TrackedOutputSteps.Values.Sum(steps => steps.Sum(step => step.ElapsedTime.TotalMilliseconds));
            var bindings = result.TrackedSteps[TrackingNames.Bindings].Sum(step => step.ElapsedTime.TotalMilliseconds);
            Note("printing", printing);
            Note("other steps", result.TrackedSteps.Values.Sum(steps => steps.Sum(step => step.ElapsedTime.TotalMilliseconds)) - bindings);
            Note("the driver", watched - result.TrackedSteps.Values.Sum(steps => steps.Sum(step => step.ElapsedTime.TotalMilliseconds)) - printing);
            text = next;
        }

        Driving.Say($"{what}: {changed} file(s) written anew; in ms: {string.Join(", ", times.Select(pair => FormattableString.Invariant($"{pair.Key} {Driving.Median(pair.Value):F1}")))}");

        void Note(string what, double milliseconds)
        {
            if (!times.TryGetValue(what, out var list))
                times.Add(what, list = []);
            list.Add(milliseconds);
            if (list.Count > Edited)
                list.RemoveAt(0);
        }
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
