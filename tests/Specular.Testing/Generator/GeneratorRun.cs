using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Specular.Testing.Generator;

/// <summary>What one run of the generator gave.</summary>
public sealed class GeneratorRun
{
    private readonly GeneratorRunResult _result;
    private readonly Lazy<ImmutableSortedDictionary<string, string>> _files;

    internal GeneratorRun(GeneratorDriverRunResult result, CSharpCompilation compilation)
    {
        _result = result.Results.Single();
        Compilation = compilation;
        _files = new Lazy<ImmutableSortedDictionary<string, string>>(() =>
            _result.GeneratedSources.ToImmutableSortedDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal));
    }

    /// <summary>The consumer's compilation with the generated code.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The generated files, by hint name.</summary>
    public ImmutableSortedDictionary<string, string> Files => _files.Value;

    /// <summary>The files of clients, without the support code that is the same for all.</summary>
    public IEnumerable<KeyValuePair<string, string>> ClientFiles => Files.Where(file => !file.Key.StartsWith("Specular.", StringComparison.Ordinal));

    /// <summary>What the generator has to say.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _result.Diagnostics;

    /// <summary>The diagnostics as <c>path(line,column,line,column): severity ID: message</c>, counted from 1, in the order of the file.</summary>
    public IReadOnlyList<string> Shown =>
    [
        .. Diagnostics
            .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
            .Select(Show),
    ];

    /// <summary>Whether another run gave the same files; a text that a driver handed on is the same object, and need not be looked at.</summary>
    internal bool HasSameFiles(GeneratorRun other) => _result.GeneratedSources.Length == other._result.GeneratedSources.Length
        && _result.GeneratedSources.Zip(other._result.GeneratedSources).All(pair =>
            pair.First.HintName == pair.Second.HintName && (ReferenceEquals(pair.First.SourceText, pair.Second.SourceText) || pair.First.SourceText.ContentEquals(pair.Second.SourceText)));

    internal Exception? Exception => _result.Exception;

    /// <summary>The names of the steps that ran or were looked up.</summary>
    public IEnumerable<string> Steps => _result.TrackedSteps.Keys;

    /// <summary>The value of each item of a step, and whether it is new.</summary>
    public IReadOnlyList<(object Value, IncrementalStepRunReason Reason)> Outputs(string step) =>
        _result.TrackedSteps.TryGetValue(step, out var runs) ? [.. runs.SelectMany(run => run.Outputs)] : [];

    /// <summary>The reasons of a step's items.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) => [.. Outputs(step).Select(output => output.Reason)];

    /// <summary>The files that were written again, though maybe with the same text, by hint name.</summary>
    public IReadOnlyList<string> Emitted =>
    [
        .. _result.TrackedOutputSteps.Values
            .SelectMany(steps => steps)
            .SelectMany(step => step.Outputs)
            .Where(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)
            .SelectMany(output => HintNames(output.Value))
            .Order(StringComparer.Ordinal),
    ];

    internal IEnumerable<string> NotCached =>
        _result.TrackedSteps.Where(step => step.Key is not ("Compilation" or "compilation"))
            .Concat(_result.TrackedOutputSteps)
            .SelectMany(step => step.Value.SelectMany(run => run.Outputs).Select(output => (step.Key, output.Reason)))
            .Where(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
            .Select(output => output.Key + ": " + output.Reason)
            .Distinct();

    internal static string Show(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1},{place.EndLinePosition.Line + 1},{place.EndLinePosition.Character + 1}): {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
    }

    // What an output step gives is known to the compiler alone: a pair of sources and diagnostics.
    private static IEnumerable<string> HintNames(object output)
    {
        if (output is not ITuple { Length: 2 } pair || pair[0] is not IEnumerable sources)
            throw new InvalidOperationException("Roslyn hands over its outputs in another shape: " + output.GetType());
        foreach (var source in sources)
            yield return (string)source.GetType().GetProperty("HintName")!.GetValue(source)!;
    }
}
