using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Specular.Testing.Generator;

namespace Specular.Scale;

/// <summary>A client of some operations of a large description: as it is, with an overlay over it, or what a build leaves of it that omits what a program does not use.</summary>
internal static class Part
{
    public static void Run(string path, string patterns, string? other)
    {
        var program = other?.EndsWith(".cs", StringComparison.Ordinal) == true ? other : null;
        var overlay = program is null ? other : null;
        var file = Driving.Read(path) with { IncludeOperations = patterns, Overlay = overlay ?? "", OmitUnused = program is null ? "" : "true" };
        var project = Driving.Project with { IsBuild = true, Sources = program is null ? [] : [File.ReadAllText(program)] };
        var driver = Driving.Create(new InMemoryText(file), project: project);
        if (overlay is not null)
            driver = driver.AddAdditionalTexts([new InMemoryText(new DescriptionFile(overlay, File.ReadAllText(overlay)) { IsClient = false, ItemType = "OpenApiOverlay" })]);
        var watch = Stopwatch.StartNew();
        driver.RunGeneratorsAndUpdateCompilation(project.Compile(), out var compilation, out var diagnostics);
        var generating = watch.Elapsed;
        watch.Restart();
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        var characters = compilation.SyntaxTrees.Sum(tree => (long)tree.Length);
        Driving.Say($"generating {generating.TotalMilliseconds:F0} ms, compiling {watch.Elapsed.TotalMilliseconds:F0} ms; {compilation.SyntaxTrees.Count()} files, {characters / 1024} Ki characters, assembly {stream.Length / 1024} KiB; {diagnostics.Length} diagnostics of the generator, {result.Diagnostics.Count(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)} of the compiler");
    }
}
