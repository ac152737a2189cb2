using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Specular.Analyzers.Rules;
using Specular.CodeFixes;

namespace Specular.Analyzers.Tests;

/// <summary>Everything that the package runs over code.</summary>
internal static class AllRules
{
    /// <summary>An analyzer of each rule.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(NarrowedIdAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsSubclassOf(typeof(DiagnosticSuppressor)))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Each fixer, with the analyzer of a rule that it cures.</summary>
    public static IReadOnlyList<(DiagnosticAnalyzer Analyzer, CodeFixProvider Fixer)> Fixes { get; } =
    [
        .. from type in typeof(NarrowedIdFixer).Assembly.GetTypes()
           where type.IsSubclassOf(typeof(CodeFixProvider))
           let fixer = (CodeFixProvider)Activator.CreateInstance(type)!
           from analyzer in Analyzers
           where analyzer.SupportedDiagnostics.Any(descriptor => fixer.FixableDiagnosticIds.Contains(descriptor.Id))
           select (analyzer, fixer),
    ];
}
