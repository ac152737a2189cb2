using System.Collections.Generic;
using Specular.Generator.Diagnostics;

namespace Specular.Generator.Reading;

/// <summary>What came of reading a text.</summary>
/// <param name="Root">The whole text as a tree; null where it could not be read, and then one of the diagnostics is SPEC001.</param>
/// <param name="Diagnostics">What there is to say about the text, in the order in which it was found.</param>
internal sealed record ReadResult(Node? Root, IReadOnlyList<DiagnosticInfo> Diagnostics)
{
    /// <summary>How the text differs from the one of the outline that it was read by; null where it was read from the start.</summary>
    public TextEdit? Edit { get; init; }
}
