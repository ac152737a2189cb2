using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Specular.Analyzers.Rules;

namespace Specular.Quiet;

/// <summary>What the rules say of a folder.</summary>
/// <param name="Files">How many files it has.</param>
/// <param name="Errors">How many errors the compiler finds, which the rules have to live with.</param>
/// <param name="Diagnostics">What they say, each with its place and its line.</param>
/// <param name="Crashes">How many of these are analyzers that threw.</param>
internal sealed record ForeignFolder(int Files, int Errors, IReadOnlyList<string> Diagnostics, int Crashes)
{
    private const string CrashId = "AD0001";

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules =
    [
        .. typeof(NarrowedIdAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsSubclassOf(typeof(DiagnosticSuppressor)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static async Task<ForeignFolder> AnalyzeAsync(string folder, Clients clients)
    {
        var paths = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var trees = paths.AsParallel().AsOrdered().Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Clients.ParseOptions, path)).ToList();
        var compilation = CSharpCompilation.Create(
            "Foreign",
            clients.Trees.AddRange(trees),
            clients.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        var errors = compilation.GetDeclarationDiagnostics().Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers(s_rules, options).GetAnalyzerDiagnosticsAsync();
        return new ForeignFolder(
            paths.Count,
            errors,
            [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start).Select(Show)],
            diagnostics.Count(diagnostic => diagnostic.Id == CrashId));
    }

    private static string Show(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        var line = diagnostic.Location.SourceTree?.GetText().Lines[place.StartLinePosition.Line].ToString().Trim();
        return $"{place.Path}({place.StartLinePosition.Line + 1}): {diagnostic.Id}: {diagnostic.GetMessage(null)}\n      {line}";
    }
}
