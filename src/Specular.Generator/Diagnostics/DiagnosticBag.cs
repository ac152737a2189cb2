using System.Collections.Generic;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Binding.Remembering;
using Specular.Generator.Reading;

namespace Specular.Generator.Diagnostics;

/// <summary>Collects diagnostics while a description is bound.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<DiagnosticInfo> _diagnostics = [];
    private readonly Dictionary<string, Oddity> _oddities = new(System.StringComparer.Ordinal);
    private readonly HashSet<(string Id, string Path, TextSpan Span)> _seen = [];

    /// <summary>Takes note of what is reported; null where nobody does.</summary>
    public Recorder? Recorder { get; set; }

    /// <summary>Nothing that is reported is kept.</summary>
    public bool IsMuted { get; set; }

    public void Report(DiagnosticDescriptor descriptor, Node at, params string[] arguments) =>
        Report(descriptor, at.File, at.Span, arguments);

    public void Report(DiagnosticDescriptor descriptor, SourceFile file, TextSpan span, params string[] arguments)
    {
        // A schema that several places share is bound once for each, and said once.
        if (!IsMuted)
            Recorder?.Report(descriptor, span, oncePerKind: false, arguments);
        if (IsMuted || !_seen.Add((descriptor.Id, file.Path, span)))
            return;

        // Only the first line of a long value is marked; the whole of a schema would paint the page.
        var line = file.Text.Lines.GetLineFromPosition(System.Math.Min(span.Start, file.Text.Length));
        var marked = TextSpan.FromBounds(span.Start, System.Math.Max(span.Start, System.Math.Min(span.End, line.End)));
        _diagnostics.Add(DiagnosticInfo.Create(descriptor, file.Locate(marked), arguments));
    }

    /// <summary>
    /// Reports something that tools which write descriptions get wrong the same way everywhere: once for the file, at its first place, with the number of
    /// others. A thousand warnings that say one thing hide the one that says another.
    /// </summary>
    public void ReportOncePerKind(DiagnosticDescriptor descriptor, Node at, string message) => ReportOncePerKind(descriptor, at.File, at.Span, message);

    /// <inheritdoc cref="ReportOncePerKind(DiagnosticDescriptor, Node, string)"/>
    public void ReportOncePerKind(DiagnosticDescriptor descriptor, SourceFile file, TextSpan span, string message)
    {
        if (IsMuted)
            return;
        Recorder?.Report(descriptor, span, oncePerKind: true, [message]);
        var key = descriptor.Id + message;
        if (_oddities.TryGetValue(key, out var oddity))
        {
            if (_seen.Add((key, file.Path, span)))
                oddity.Count++;
            return;
        }

        _seen.Add((key, file.Path, span));
        _oddities.Add(key, new Oddity(descriptor, file.Locate(span), message));
    }

    public void Add(DiagnosticInfo diagnostic) => _diagnostics.Add(diagnostic);

    public void AddRange(IEnumerable<DiagnosticInfo> diagnostics) => _diagnostics.AddRange(diagnostics);

    public IReadOnlyList<DiagnosticInfo> ToList()
    {
        var all = new List<DiagnosticInfo>(_diagnostics);
        foreach (var oddity in _oddities.Values)
        {
            var others = oddity.Count - 1;
            var message = others == 0
                ? oddity.Message
                : oddity.Message + " (here and in " + others.ToString(CultureInfo.InvariantCulture) + (others == 1 ? " other place)" : " other places)");
            all.Add(DiagnosticInfo.Create(oddity.Descriptor, oddity.Location, message));
        }

        return all;
    }

    private sealed class Oddity(DiagnosticDescriptor descriptor, FileLocation location, string message)
    {
        public DiagnosticDescriptor Descriptor { get; } = descriptor;

        public FileLocation Location { get; } = location;

        public string Message { get; } = message;

        public int Count { get; set; } = 1;
    }
}
