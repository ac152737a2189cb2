using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Specular.Generator;
using Specular.Testing.Generator;

namespace Specular.Scale;

/// <summary>The compiler's driver with the generator in it, as a build has it.</summary>
internal static class Driving
{
    public static readonly ConsumerProject Project = new();

    public static DescriptionFile Read(string path) => new(path, File.ReadAllText(path)) { Namespace = "Big", ClientName = "BigClient" };

    public static GeneratorDriver Create(InMemoryText text, IIncrementalGenerator? generator = null, ConsumerProject? project = null) =>
        CSharpGeneratorDriver.Create([(generator ?? new SpecularGenerator()).AsSourceGenerator()], [text], (project ?? Project).ParseOptions, new InMemoryOptionsProvider(Project.RootNamespace));

    /// <summary>A driver that takes note of how long each step takes.</summary>
    public static GeneratorDriver Trace(InMemoryText text) => CSharpGeneratorDriver.Create(
        [new SpecularGenerator().AsSourceGenerator()], [text], Project.ParseOptions, new InMemoryOptionsProvider(Project.RootNamespace), new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static double Milliseconds(Action action)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalMilliseconds;
    }

    public static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    public static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
