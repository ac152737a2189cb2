using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Testing.Generator;

/// <summary>A file without a disk.</summary>
internal sealed class InMemoryText(DescriptionFile file) : AdditionalText
{
    private readonly SourceText? _text = file.Text is null ? null : SourceText.From(file.Text, Encoding.UTF8);

    public DescriptionFile File { get; } = file;

    public override string Path => File.Path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => _text;
}

/// <summary>What MSBuild tells the compiler of the project and of its files.</summary>
internal sealed class InMemoryOptionsProvider(string rootNamespace) : AnalyzerConfigOptionsProvider
{
    private const string Metadata = "build_metadata.AdditionalFiles.";

    public override AnalyzerConfigOptions GlobalOptions { get; } = new InMemoryOptions(("build_property.RootNamespace", rootNamespace), ("build_property.ProjectDir", "/project/"));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => InMemoryOptions.None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile switch
    {
        InMemoryText { File: { IsClient: true } file } => new InMemoryOptions(
            (Metadata + "SourceItemType", "OpenApiClient"),
            (Metadata + "Namespace", file.Namespace),
            (Metadata + "ClientName", file.ClientName),
            (Metadata + "Accessibility", file.Accessibility),
            (Metadata + "Overlay", file.Overlay),
            (Metadata + "IncludeOperations", file.IncludeOperations),
            (Metadata + "ExcludeOperations", file.ExcludeOperations),
            (Metadata + "Grouping", file.Grouping),
            (Metadata + "OmitUnused", file.OmitUnused)),
        InMemoryText { File: { ItemType: { Length: > 0 } type } } => new InMemoryOptions((Metadata + "SourceItemType", type)),
        _ => InMemoryOptions.None,
    };
}

/// <summary>Options by name, which know no case.</summary>
internal sealed class InMemoryOptions(params (string Key, string Value)[] options) : AnalyzerConfigOptions
{
    public static readonly InMemoryOptions None = new();

    private readonly Dictionary<string, string> _options = options.ToDictionary(option => option.Key, option => option.Value, AnalyzerConfigOptions.KeyComparer);

    public override bool TryGetValue(string key, out string value) => _options.TryGetValue(key, out value!);
}
