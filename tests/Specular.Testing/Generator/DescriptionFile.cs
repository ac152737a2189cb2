namespace Specular.Testing.Generator;

/// <summary>A file that a project hands to the generator, with the metadata of its item.</summary>
/// <param name="Path">The path as the compiler gives it.</param>
/// <param name="Text">Its text; null for a file that the compiler could not read.</param>
public sealed record DescriptionFile(string Path, string? Text)
{
    /// <summary>False for an additional file that is no <c>OpenApiClient</c>.</summary>
    public bool IsClient { get; init; } = true;

    /// <summary>The kind of item that a file comes from which is no client; empty for a plain additional file.</summary>
    public string ItemType { get; init; } = "";

    /// <summary>The item's <c>Namespace</c>.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The item's <c>ClientName</c>.</summary>
    public string ClientName { get; init; } = "";

    /// <summary>The item's <c>Accessibility</c>.</summary>
    public string Accessibility { get; init; } = "";

    /// <summary>The item's <c>Overlay</c>.</summary>
    public string Overlay { get; init; } = "";

    /// <summary>The item's <c>IncludeOperations</c>.</summary>
    public string IncludeOperations { get; init; } = "";

    /// <summary>The item's <c>ExcludeOperations</c>.</summary>
    public string ExcludeOperations { get; init; } = "";

    /// <summary>The item's <c>Grouping</c>.</summary>
    public string Grouping { get; init; } = "";

    /// <summary>The item's <c>OmitUnused</c>.</summary>
    public string OmitUnused { get; init; } = "";
}
