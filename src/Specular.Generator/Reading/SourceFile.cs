using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Diagnostics;

namespace Specular.Generator.Reading;

/// <summary>A file that the compiler handed over: its path and its text.</summary>
internal sealed class SourceFile(string path, SourceText text)
{
    private string? _content;

    public string Path { get; } = path;

    public SourceText Text { get; } = text;

    /// <summary>The text as one string, which the compiler may keep in pieces.</summary>
    public string Content => _content ??= Text.ToString();

    /// <summary>The place of a span of this file, as plain data.</summary>
    public FileLocation Locate(TextSpan span)
    {
        var clipped = TextSpan.FromBounds(System.Math.Min(span.Start, Text.Length), System.Math.Min(span.End, Text.Length));

        // Where the file starts is known without a look for its lines.
        return new FileLocation(Path, clipped, clipped.End == 0 ? default : Text.Lines.GetLinePositionSpan(clipped));
    }
}
