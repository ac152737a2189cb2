using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Specular.Generator;
using Specular.Testing.Analyzers;

namespace Specular.Testing.Generator;

/// <summary>
/// A project in an editor: its files change, and the generator runs after each change with what it remembers.
/// Every run is made twice, and the second time nothing may be made anew; what comes out has to compile without a warning.
/// </summary>
public sealed class GeneratorSession
{
    // The steps before a text is read hand it on; after that nobody may.
    private static readonly string[] s_texts = ["Inputs", "Files", "Sources"];

    private readonly Dictionary<string, InMemoryText> _texts = [];
    private ConsumerProject _project;
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    /// <param name="project">The project; null for an empty one.</param>
    /// <param name="files">Its descriptions and other additional files.</param>
    public GeneratorSession(ConsumerProject? project, params DescriptionFile[] files)
    {
        _project = project ?? new ConsumerProject();
        _compilation = _project.Compile();
        foreach (var file in files)
            _texts.Add(file.Path, new InMemoryText(file));
        _driver = NewDriver();
    }

    /// <summary>False where the compiler's time is worth more than what it would find.</summary>
    public bool RequireCleanCompilation { get; init; } = true;

    /// <summary>Generates the client of one description into an empty project.</summary>
    public static GeneratorRun Generate(DescriptionFile file, ConsumerProject? project = null) => new GeneratorSession(project, file).Run();

    /// <summary>Adds or replaces the consumer's code.</summary>
    public GeneratorSession WithSources(params string[] sources)
    {
        _project = _project with { Sources = [.. sources] };
        _compilation = _compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(_project.Compile().SyntaxTrees);
        return this;
    }

    /// <summary>Adds an additional file, or puts it in the place of the one with its path.</summary>
    public GeneratorSession With(DescriptionFile file)
    {
        var text = new InMemoryText(file);
        _driver = _texts.TryGetValue(file.Path, out var old) ? _driver.ReplaceAdditionalText(old, text) : _driver.AddAdditionalTexts([text]);
        _texts[file.Path] = text;

        // Whoever changes the metadata of an item hands over new options with it.
        _driver = _driver.WithUpdatedAnalyzerConfigOptions(new InMemoryOptionsProvider(_project.RootNamespace));
        return this;
    }

    /// <summary>The text of an additional file that a diagnostic marks.</summary>
    public string TextAt(Location location) => _texts[location.GetLineSpan().Path].GetText()!.ToString(location.SourceSpan);

    /// <summary>Runs the generator.</summary>
    /// <exception cref="VerificationException">It threw, a second run is not free, a step hands on what it must not, or the output does not compile cleanly.</exception>
    public GeneratorRun Run(CancellationToken cancellationToken = default)
    {
        _driver = _driver.RunGenerators(_compilation, cancellationToken);
        var run = Result(_driver);
        if (run.Exception is { } exception)
            throw new VerificationException("The generator threw:\n" + exception);
        RequireNothingMisplaced(run);
        RequireSecondRunIsFree(run, cancellationToken);
        if (RequireCleanCompilation)
            RequireNoDiagnostics(run, cancellationToken);
        return run;
    }

    /// <summary>Runs another generator, which has seen nothing yet.</summary>
    public GeneratorRun RunAnew(CancellationToken cancellationToken = default) => Result(NewDriver().RunGenerators(_compilation, cancellationToken));

    private GeneratorDriver NewDriver() => CSharpGeneratorDriver.Create(
        [new SpecularGenerator().AsSourceGenerator()],
        _texts.Values,
        _project.ParseOptions,
        new InMemoryOptionsProvider(_project.RootNamespace),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private GeneratorRun Result(GeneratorDriver driver)
    {
        var result = driver.GetRunResult();
        return new GeneratorRun(result, _compilation.AddSyntaxTrees(result.GeneratedTrees));
    }

    private void RequireSecondRunIsFree(GeneratorRun first, CancellationToken cancellationToken)
    {
        // A clone is a new compilation that says the same.
        _driver = _driver.RunGenerators(_compilation.Clone(), cancellationToken);
        var second = Result(_driver);
        if (second.NotCached.ToList() is { Count: > 0 } again)
            throw new VerificationException("A second run on the same input makes these anew:\n" + string.Join("\n", again));
        if (!second.HasSameFiles(first))
            throw new VerificationException("A second run on the same input writes something else.");
    }

    private static void RequireNothingMisplaced(GeneratorRun run)
    {
        foreach (var step in TrackedNames)
        {
            foreach (var (value, _) in run.Outputs(step))
            {
                if (PipelineValues.Misplaced(value, mayHoldText: s_texts.Contains(step)) is { Count: > 0 } misplaced)
                    throw new VerificationException("Step " + step + " hands on what a pipeline must not hold:\n" + string.Join("\n", misplaced));
            }
        }
    }

    private static void RequireNoDiagnostics(GeneratorRun run, CancellationToken cancellationToken)
    {
        var diagnostics = WithNullableWarnings(run.Compilation, cancellationToken).GetDiagnostics(cancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !IsLeftToRead(diagnostic)).ToList();
        if (diagnostics.Count == 0)
            return;
        var shown = diagnostics.Take(10).Select(diagnostic => GeneratorRun.Show(diagnostic) + "\n    " + Line(diagnostic.Location));
        throw new VerificationException(diagnostics.Count + " diagnostics of the compiler:\n" + string.Join("\n", shown));
    }

    // Emitted code spares the user's compiler the search for nulls; here it is made.
    private static Compilation WithNullableWarnings(Compilation compilation, CancellationToken cancellationToken)
    {
        const string Disabled = "#nullable disable warnings", Enabled = "#nullable enable  warnings";
        foreach (var tree in compilation.SyntaxTrees)
        {
            var text = tree.GetText(cancellationToken);
            var top = text.ToString(TextSpan.FromBounds(0, Math.Min(text.Length, 200)));
            if (top.IndexOf(Disabled, StringComparison.Ordinal) is var at and >= 0)
                compilation = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(at, Disabled.Length), Enabled))));
        }

        return compilation;
    }

    // The constructor that reads a record sees to what has to be set in its own way.
    private static bool IsLeftToRead(Diagnostic diagnostic) =>
        diagnostic.Id == "CS8618" && Line(diagnostic.Location).Contains("(ref SpecularRuntime::JsonInput json)", StringComparison.Ordinal);

    private static string Line(Location location) =>
        location.SourceTree?.GetText().Lines[location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";

    /// <summary>The names of the pipeline's steps.</summary>
    public static ImmutableArray<string> TrackedNames { get; } =
    [
        .. typeof(SpecularGenerator).Assembly.GetType("Specular.Generator.TrackingNames", throwOnError: true)!.GetFields().Select(field => (string)field.GetRawConstantValue()!),
    ];
}
