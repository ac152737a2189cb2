using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Specular.Testing.Analyzers;

/// <summary>What both verifiers ask of sources and diagnostics.</summary>
internal static class TestSource
{
    // An analyzer that throws is reported by the driver under this id.
    private const string CrashId = "AD0001";

    public static string FileName(int index) => string.Create(CultureInfo.InvariantCulture, $"Test{index}.cs");

    public static ImmutableArray<Diagnostic> Sorted(IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics
            .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Length)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
    ];

    public static void RequireNoErrors(IEnumerable<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            throw new VerificationException("The source does not compile:\n" + string.Join("\n", errors));
    }

    public static void RequireNoCrash(IEnumerable<Diagnostic> diagnostics)
    {
        if (diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == CrashId) is { } crash)
            throw new VerificationException("The analyzer threw:\n" + crash.GetMessage(CultureInfo.InvariantCulture) + "\n" + crash.Descriptor.Description.ToString(CultureInfo.InvariantCulture));
    }

    public static void RequireExpected(DiagnosticAnalyzer analyzer, IReadOnlyList<(string File, Markup Markup)> sources, IEnumerable<Diagnostic> diagnostics)
    {
        var found = diagnostics.Select(diagnostic => Line(
            diagnostic.Location.SourceTree?.FilePath ?? "",
            diagnostic.Location.SourceSpan.Start,
            diagnostic.Location.SourceTree?.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length) ?? "",
            diagnostic.Id));
        var expected = sources.SelectMany(source => source.Markup.Spans.Select(span => Line(
            source.File,
            span.Span.Start,
            source.Markup.Text.Substring(span.Span.Start, span.Span.Length),
            span.Id ?? analyzer.SupportedDiagnostics.Single().Id)));
        RequireEqual(string.Join("\n", expected), string.Join("\n", found), "diagnostics");
    }

    public static void RequireEqual(string expected, string actual, string what)
    {
        if (expected == actual)
            return;
        var message = new StringBuilder();
        message.Append("Expected ").Append(what).Append(":\n").Append(expected).Append("\n\nFound ").Append(what).Append(":\n").Append(actual);
        throw new VerificationException(message.ToString());
    }

    private static string Line(string file, int start, string text, string id) => string.Create(CultureInfo.InvariantCulture, $"{file} @{start} {id}: {text}");
}
