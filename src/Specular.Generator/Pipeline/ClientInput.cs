using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Generator.Pipeline;

/// <summary>A description that the project names in an <c>OpenApiClient</c> item, with the item's metadata as text.</summary>
internal sealed record ClientInput(string Path, SourceText? Text, string RootNamespace, string Namespace, string ClientName, string Accessibility)
{
    private const string Metadata = "build_metadata.AdditionalFiles.";

    /// <summary>The input that a file is, or null where it is none of ours.</summary>
    public static ClientInput? From((AdditionalText File, AnalyzerConfigOptionsProvider Options) pair, CancellationToken cancellationToken)
    {
        var (file, provider) = pair;
        var options = provider.GetOptions(file);
        if (!options.TryGetValue(Metadata + "SourceItemType", out var type) || type != "OpenApiClient")
            return null;
        provider.GlobalOptions.TryGetValue("build_property.RootNamespace", out var rootNamespace);
        return new ClientInput(
            file.Path,
            file.GetText(cancellationToken),
            rootNamespace ?? "",
            Get("Namespace"),
            Get("ClientName"),
            Get("Accessibility"));

        string Get(string name) => options.TryGetValue(Metadata + name, out var value) ? value.Trim() : "";
    }

    /// <summary>Texts are the same when their characters are: an editor hands over a new object for every save.</summary>
    public bool Equals(ClientInput? other) =>
        other is not null
        && Path == other.Path
        && RootNamespace == other.RootNamespace
        && Namespace == other.Namespace
        && ClientName == other.ClientName
        && Accessibility == other.Accessibility
        && (ReferenceEquals(Text, other.Text) || (Text is not null && other.Text is not null && Text.ContentEquals(other.Text)));

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);
}
