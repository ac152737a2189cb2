using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Generator.Diagnostics;

/// <summary>A place in a description as plain data, which a pipeline step can compare and keep.</summary>
internal sealed record FileLocation(string Path, TextSpan Span, LinePositionSpan LineSpan)
{
    public Location ToLocation() => Location.Create(Path, Span, LineSpan);
}
