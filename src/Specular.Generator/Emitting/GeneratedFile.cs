using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Generator.Emitting;

/// <summary>A file of the output.</summary>
/// <param name="HintName">Its name, unique in the compilation.</param>
/// <param name="Text">Its text.</param>
internal sealed record GeneratedFile(string HintName, SourceText Text)
{
    public GeneratedFile(string hintName, string text)
        : this(hintName, SourceText.From(text, Encoding.UTF8))
    {
    }
}
