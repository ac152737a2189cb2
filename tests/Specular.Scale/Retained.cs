using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Specular.Testing.Generator;

namespace Specular.Scale;

/// <summary>What a driver keeps between runs beyond the description's text, which the compiler has anyway.</summary>
internal static class Retained
{
    public static void Run(string path)
    {
        var text = new InMemoryText(Driving.Read(path));
        var edited = new InMemoryText(text.File with { Text = text.File.Text + " " });
        var compilation = Driving.Project.Compile();
        Driving.Create(text).RunGenerators(compilation);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (driver, emitted) = Generate(text, edited, compilation);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        Driving.Say($"kept {kept / 1048576.0:F1} MiB; emitted {emitted / 1048576.0:F1} Mi characters, in memory {emitted * 2 / 1048576.0:F1} MiB; kept / emitted in memory {kept / (emitted * 2.0):F2}, kept / emitted as UTF-8 {(double)kept / emitted:F2}");
        GC.KeepAlive(driver);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, long Emitted) Generate(InMemoryText text, InMemoryText edited, Compilation compilation)
    {
        var driver = Driving.Create(text).RunGenerators(compilation);

        // What makes the next edit cheap is kept from the first edit on.
        driver = driver.ReplaceAdditionalText(text, edited).RunGenerators(compilation);
        return (driver, driver.GetRunResult().Results.Single().GeneratedSources.Sum(source => (long)source.SourceText.Length));
    }
}
