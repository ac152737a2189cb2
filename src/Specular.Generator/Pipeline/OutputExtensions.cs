using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Specular.Generator.Emitting;

namespace Specular.Generator.Pipeline;

/// <summary>Hands files to the compiler.</summary>
internal static class OutputExtensions
{
    public static void Add(this SourceProductionContext output, GeneratedFile file) => output.AddSource(file.HintName, file.Text);

    public static void Add(this SourceProductionContext output, IEnumerable<GeneratedFile> files)
    {
        foreach (var file in files)
            output.Add(file);
    }
}
