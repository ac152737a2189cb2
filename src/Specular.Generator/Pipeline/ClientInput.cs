using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Reading;

namespace Specular.Generator.Pipeline;

/// <summary>A description that the project names in an <c>OpenApiClient</c> item, with the item's metadata as text.</summary>
internal sealed record ClientInput(string Path, SourceText? Text, string RootNamespace, string Namespace, string ClientName, string Accessibility)
{
    /// <summary>Under which an item's kind reaches the compiler.</summary>
    public const string ItemType = Metadata + "SourceItemType";

    private const string Metadata = "build_metadata.AdditionalFiles.";

    /// <summary>The project's folder, where paths in metadata start.</summary>
    public string ProjectFolder { get; init; } = "";

    /// <summary>The overlays, as paths.</summary>
    public string Overlay { get; init; } = "";

    /// <summary>Patterns of the operations that the client has.</summary>
    public string IncludeOperations { get; init; } = "";

    /// <summary>Patterns of operations that it does not have.</summary>
    public string ExcludeOperations { get; init; } = "";

    /// <summary>Whether operations are members of the client or of a part of it.</summary>
    public string Grouping { get; init; } = "";

    /// <summary>Whether a build leaves out what the project does not use.</summary>
    public string OmitUnused { get; init; } = "";

    /// <summary><see cref="OmitUnused"/>, once it is known to be one of the two.</summary>
    public bool OmitsUnused => OmitUnused.ToLowerInvariant() == "true";

    /// <summary>The input that a file is, or null where it is none of ours.</summary>
    public static ClientInput? From((AdditionalText File, AnalyzerConfigOptionsProvider Options) pair, CancellationToken cancellationToken)
    {
        var (file, provider) = pair;
        var options = provider.GetOptions(file);
        if (!options.TryGetValue(ItemType, out var type) || type != "OpenApiClient")
            return null;
        provider.GlobalOptions.TryGetValue("build_property.RootNamespace", out var rootNamespace);
        provider.GlobalOptions.TryGetValue("build_property.ProjectDir", out var projectFolder);
        return new ClientInput(
            file.Path,
            file.GetText(cancellationToken),
            rootNamespace ?? "",
            Get("Namespace"),
            Get("ClientName"),
            Get("Accessibility"))
        {
            ProjectFolder = projectFolder ?? "",
            Overlay = Get("Overlay"),
            IncludeOperations = Get("IncludeOperations"),
            ExcludeOperations = Get("ExcludeOperations"),
            Grouping = Get("Grouping"),
            OmitUnused = Get("OmitUnused"),
        };

        string Get(string name) => options.TryGetValue(Metadata + name, out var value) ? value.Trim() : "";
    }

    /// <summary>Texts are the same when their characters are.</summary>
    public bool Equals(ClientInput? other) =>
        other is not null
        && Path == other.Path
        && RootNamespace == other.RootNamespace
        && Namespace == other.Namespace
        && ClientName == other.ClientName
        && Accessibility == other.Accessibility
        && ProjectFolder == other.ProjectFolder
        && Overlay == other.Overlay
        && IncludeOperations == other.IncludeOperations
        && ExcludeOperations == other.ExcludeOperations
        && Grouping == other.Grouping
        && OmitUnused == other.OmitUnused
        && TextComparison.AreSame(Text, other.Text);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);
}
