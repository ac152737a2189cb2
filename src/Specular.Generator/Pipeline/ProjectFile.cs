using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Reading;

namespace Specular.Generator.Pipeline;

/// <summary>A file that a description may refer to, or that may be an overlay of one.</summary>
/// <param name="Path">Its path, normalised.</param>
/// <param name="Text">Its text.</param>
internal sealed record ProjectFile(string Path, SourceText Text)
{
    private IReadOnlyList<string>? _references;

    /// <summary>The file, or null where it is no description nor a part of one.</summary>
    public static ProjectFile? From((AdditionalText File, AnalyzerConfigOptionsProvider Options) pair, CancellationToken cancellationToken)
    {
        var (file, provider) = pair;
        return (IsNamed(file, provider) || HasExtension(file.Path)) && file.GetText(cancellationToken) is { } text ? new ProjectFile(FilePath.Normalise(file.Path), text) : null;
    }

    /// <summary>Whether the project says that a file is a description or a part of one.</summary>
    public static bool IsNamed(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue(ClientInput.ItemType, out var type) && type is "OpenApiClient" or "OpenApiReference" or "OpenApiOverlay";

    /// <summary>The files that it may refer to, as it writes them: looked for when somebody asks, and then known for as long as the text stays.</summary>
    public IReadOnlyList<string> References(CancellationToken cancellationToken) => _references ??= ReferenceScan.Find(Text, cancellationToken);

    public bool Equals(ProjectFile? other) =>
        other is not null
        && Path == other.Path
        && TextComparison.AreSame(Text, other.Text);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);

    private static bool HasExtension(string path) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}
