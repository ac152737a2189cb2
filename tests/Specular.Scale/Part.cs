using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Specular.Testing.Generator;

namespace Specular.Scale;

/// <summary>A client of some operations of a large description.</summary>
internal static class Part
{
    public static void Run(string path, string patterns)
    {
        var text = new InMemoryText(Driving.Read(path) with { IncludeOperations = patterns });
        var watch = Stopwatch.StartNew();
        Driving.Create(text).RunGeneratorsAndUpdateCompilation(Driving.Project.Compile(), out var compilation, out var diagnostics);
        var generating = watch.Elapsed;
        watch.Restart();
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        var characters = compilation.SyntaxTrees.Sum(tree => (long)tree.Length);
        Driving.Say($"generating {generating.TotalMilliseconds:F0} ms, compiling {watch.Elapsed.TotalMilliseconds:F0} ms; {compilation.SyntaxTrees.Count()} files, {characters / 1024} Ki characters, assembly {stream.Length / 1024} KiB; {diagnostics.Length} diagnostics of the generator, {result.Diagnostics.Count(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)} of the compiler");
    }
}
