using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Diagnostics;

namespace Specular.Generator.Reading;

/// <summary>A file that the compiler handed over: its path and its text.</summary>
internal sealed class SourceFile(string path, SourceText text)
{
    public string Path { get; } = path;

    public SourceText Text { get; } = text;

    /// <summary>The place of a span of this file, as plain data.</summary>
    public FileLocation Locate(TextSpan span)
    {
        var clipped = TextSpan.FromBounds(System.Math.Min(span.Start, Text.Length), System.Math.Min(span.End, Text.Length));
        return new FileLocation(Path, clipped, Text.Lines.GetLinePositionSpan(clipped));
    }
}
