using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Specular.Generator;

namespace Specular.Testing.Generator;

/// <summary>
/// A generator that has emitted its support code once: for tests that run it thousands of times. Each run starts from there and remembers nothing of the runs
/// before, so that runs may go on at the same time.
/// </summary>
public sealed class WarmGenerator
{
    private readonly CSharpCompilation _empty;
    private readonly CSharpCompilation _compilation;
    private readonly GeneratorDriver _driver;
    private readonly InMemoryText _first;
    private readonly ImmutableDictionary<SourceText, SyntaxTree> _trees;

    /// <param name="first">A description that a client comes of. Those of the runs stand in its place.</param>
    public WarmGenerator(DescriptionFile first)
    {
        var project = new ConsumerProject();
        _first = new InMemoryText(first);
        _empty = project.Compile();
        _driver = CSharpGeneratorDriver
            .Create([new SpecularGenerator().AsSourceGenerator()], [_first], project.ParseOptions, new InMemoryOptionsProvider(project.RootNamespace))
            .RunGenerators(_empty);
        _trees = _driver.GetRunResult().Results.Single().GeneratedSources.ToImmutableDictionary(source => source.SourceText, source => source.SyntaxTree);
        _compilation = _empty.AddSyntaxTrees(_trees.Values);
    }

    /// <summary>The files of the first run.</summary>
    public IEnumerable<SyntaxTree> Trees => _trees.Values;

    /// <summary>Generates the client of a description.</summary>
    public WarmRun Run(DescriptionFile file, CancellationToken cancellationToken)
    {
        var result = _driver.ReplaceAdditionalText(_first, new InMemoryText(file)).RunGenerators(_empty, cancellationToken).GetRunResult().Results.Single();

        // A driver hands out a new tree for a text that stayed; that one is left unparsed, in favour of the first run's.
        var sources = result.Exception is null ? result.GeneratedSources : [];
        var texts = sources.Select(source => source.SourceText).ToHashSet();
        return new WarmRun(
            result,
            [.. sources.Where(source => !_trees.ContainsKey(source.SourceText)).Select(source => source.SyntaxTree)],
            _compilation.RemoveSyntaxTrees(_trees.Where(tree => !texts.Contains(tree.Key)).Select(tree => tree.Value)));
    }
}

/// <summary>What one run gave.</summary>
public sealed class WarmRun
{
    private readonly CSharpCompilation _compilation;

    internal WarmRun(GeneratorRunResult result, ImmutableArray<SyntaxTree> trees, CSharpCompilation compilation)
    {
        Exception = result.Exception;
        Diagnostics = result.Diagnostics;
        Trees = trees;
        _compilation = compilation;
    }

    /// <summary>What the generator threw, if anything.</summary>
    public Exception? Exception { get; }

    /// <summary>What the generator has to say.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The files that differ from those of the first run.</summary>
    public ImmutableArray<SyntaxTree> Trees { get; }

    /// <summary>What the compiler has to say of these files.</summary>
    public IEnumerable<Diagnostic> Compile(CancellationToken cancellationToken)
    {
        var compilation = _compilation.AddSyntaxTrees(Trees);
        return Trees.SelectMany(tree => compilation.GetSemanticModel(tree).GetDiagnostics(cancellationToken: cancellationToken));
    }
}
