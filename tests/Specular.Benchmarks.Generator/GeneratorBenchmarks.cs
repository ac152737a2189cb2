using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Microsoft.OpenApi;
using Specular.Generator;
using Specular.Generator.Binding;
using Specular.Generator.Emitting;
using Specular.Generator.Model;
using Specular.Generator.Reading;
using Specular.Testing.Descriptions;
using Specular.Testing.Generator;

namespace Specular.Benchmarks.Generator;

/// <summary>
/// What the generator costs beside what Microsoft.OpenApi takes to read the same description: one in JSON that <c>SPECULAR_DESCRIPTION</c> names, or else a
/// made-up one of 1,000 schemas and as many operations. Specular.Scale measures what cannot be done over and over: the first run in a process, and memory.
/// </summary>
[MemoryDiagnoser]
[BenchmarkCategory("Generator")]
public class GeneratorBenchmarks
{
    private static readonly ClientOptions s_options = new("Big", "BigClient", "public");
    private static readonly Capabilities s_capabilities = new("Consumer", HasDateOnly: true, HasHttpClientFactory: false, LanguageVersion: 1400, default);

    private readonly ConsumerProject _project = new();
    private DescriptionFile _file = null!;
    private SourceText _source = null!;
    private Node _root = null!;
    private ClientModel _client = null!;
    private Compilation[] _compilations = null!;
    private InMemoryText[] _texts = null!;
    private GeneratorDriver _driver = null!;
    private int _edits;

    /// <summary>Reads the description, and runs the generator for it.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var path = Environment.GetEnvironmentVariable("SPECULAR_DESCRIPTION");
        var text = path is null ? SyntheticDescription.Of(1_000) : File.ReadAllText(path);
        _file = new DescriptionFile(path ?? "synthetic.json", text) { Namespace = s_options.Namespace, ClientName = s_options.ClientName! };
        _source = SourceText.From(text);
        _root = DescriptionReader.Read(_file.Path, _source, default).Root!;
        _client = Bind();
        Compilation compilation = _project.Compile();
        _compilations = [.. new[] { "class A;", "class A { int B; }" }.Select(code => compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, _project.ParseOptions)))];
        var at = text.IndexOf("\"description\":", text.IndexOf("\"paths\":", StringComparison.Ordinal), StringComparison.Ordinal) + "\"description\":".Length;
        _texts = [new InMemoryText(_file), new InMemoryText(_file with { Text = text.Insert(text.IndexOf('"', at) + 1, "edited ") })];
        _driver = Create(_texts[0]).RunGenerators(_compilations[0]);

        // How a description is bound is kept from its first edit on.
        EditOfDescription();
        EditOfDescription();
    }

    /// <summary>Microsoft.OpenApi reads the description.</summary>
    [Benchmark(Baseline = true)]
    public object MicrosoftOpenApi() => OpenApiDocument.Parse(_file.Text!, "json");

    /// <summary>From text to nodes.</summary>
    [Benchmark]
    public object Reading() => DescriptionReader.Read(_file.Path, _source, default);

    /// <summary>From nodes to a model.</summary>
    [Benchmark]
    public object Binding() => Bind();

    /// <summary>From a model to source, one file after the other.</summary>
    [Benchmark]
    public int Emitting() =>
        ClientEmitter.Emit(_client).Text.Length
        + _client.Schemas.Sum(file => SchemaEmitter.Emit(file, _client.Context, default).Text.Length)
        + _client.Operations.Sum(file => OperationFileEmitter.Emit(file, _client.Context, default).Text.Length);

    /// <summary>The compiler's driver from the text on.</summary>
    [Benchmark]
    public object Driver() => Create(_texts[0]).RunGenerators(_compilations[0]);

    /// <summary>The driver after a key was pressed in the user's code.</summary>
    [Benchmark]
    public object EditOfCode() => _driver = _driver.RunGenerators(_compilations[_edits++ & 1]);

    /// <summary>The driver after a text of the description changed.</summary>
    [Benchmark]
    public object EditOfDescription() => _driver = _driver.ReplaceAdditionalText(_texts[_edits & 1], _texts[++_edits & 1]).RunGenerators(_compilations[0]);

    private ClientModel Bind() => ClientBinder.Bind(new Description(_root), s_options, s_capabilities, default).Client!;

    private CSharpGeneratorDriver Create(InMemoryText text) =>
        CSharpGeneratorDriver.Create([new SpecularGenerator().AsSourceGenerator()], [text], _project.ParseOptions, new InMemoryOptionsProvider(_project.RootNamespace));
}
