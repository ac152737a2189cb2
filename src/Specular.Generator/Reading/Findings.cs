using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Diagnostics;

namespace Specular.Generator.Reading;

/// <summary>Collects what a reader has to say about one file.</summary>
internal sealed class Findings(SourceFile file)
{
    /// <summary>Beyond this many the rest is dropped: a file that is wrong on every line should not bury the build log.</summary>
    private const int Limit = 100;

    private readonly List<DiagnosticInfo> _diagnostics = [];
    private readonly HashSet<string> _told = [];

    public IReadOnlyList<DiagnosticInfo> Diagnostics => _diagnostics;

    /// <summary>SPEC005: something that the standard forbids and whose meaning is plain. Each message is told once in a file.</summary>
    public void ReadAsMeant(TextSpan span, string message)
    {
        if (_told.Add(message))
            Add(DiagnosticInfo.Create(Descriptors.ReadAsMeant, file.Locate(span), message));
    }

    /// <summary>SPEC006: something that has no meaning and is left out.</summary>
    public void Ignored(TextSpan span, string message) =>
        Add(DiagnosticInfo.Create(Descriptors.Ignored, file.Locate(span), message));

    /// <summary>The same for a value, which an overlay may have brought from a file of its own.</summary>
    public void Ignored(Node at, string message) =>
        Add(DiagnosticInfo.Create(Descriptors.Ignored, at.File.Locate(at.Span), message));

    /// <summary>SPEC001: the end of reading. What was found before is dropped, since it can be the error's consequence or of no interest beside it.</summary>
    public ReadResult Unreadable(TextSpan span, string message) =>
        new(null, [DiagnosticInfo.Create(Descriptors.Unreadable, file.Locate(span), message)]);

    private void Add(DiagnosticInfo diagnostic)
    {
        if (_diagnostics.Count < Limit)
            _diagnostics.Add(diagnostic);
    }
}
