using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Specular.Generator;

namespace Specular.Client.Tests;

/// <summary>A client that was compiled while the tests run, for a description that the repository does not carry.</summary>
public sealed class CompiledClient
{
    private CompiledClient(Assembly assembly, IReadOnlyList<string> warnings)
    {
        Assembly = assembly;
        Warnings = warnings;
    }

    /// <summary>What was compiled.</summary>
    public Assembly Assembly { get; }

    /// <summary>What the compiler had to say of it.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Generates, compiles and loads a client of a description: the whole of it, or what a build leaves for some code.</summary>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public static CompiledClient Of(string path, string @namespace, string clientName, CancellationToken cancellationToken, string? code = null)
    {
        var options = new Dictionary<string, string>
        {
            ["build_metadata.AdditionalFiles.SourceItemType"] = "OpenApiClient",
            ["build_metadata.AdditionalFiles.Namespace"] = @namespace,
            ["build_metadata.AdditionalFiles.ClientName"] = clientName,
            ["build_metadata.AdditionalFiles.OmitUnused"] = code is null ? "" : "true",
        };
        var parse = new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose).WithPreprocessorSymbols("NET8_0_OR_GREATER").WithFeatures([KeyValuePair.Create("specular-build", "true")]);
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal));
        var empty = CSharpCompilation.Create(
            @namespace + ".Compiled",
            code is null ? [] : [CSharpSyntaxTree.ParseText(code, parse, cancellationToken: cancellationToken)],
            references: platform.Select(file => MetadataReference.CreateFromFile(file)),
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));
        CSharpGeneratorDriver
            .Create([new SpecularGenerator().AsSourceGenerator()], [new Description(path)], parse, new Provider(new Options(options)))
            .RunGeneratorsAndUpdateCompilation(empty, out var compilation, out _, cancellationToken);

        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, cancellationToken: cancellationToken);
        if (!emitted.Success)
            throw new InvalidOperationException(string.Join(Environment.NewLine, emitted.Diagnostics.Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error).Take(20)));
        image.Position = 0;
        return new CompiledClient(
            new AssemblyLoadContext(@namespace).LoadFromStream(image),
            [.. emitted.Diagnostics.Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString())]);
    }

    private sealed class Description(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(path));
    }

    private sealed class Provider(Options file) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => file;
    }

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
