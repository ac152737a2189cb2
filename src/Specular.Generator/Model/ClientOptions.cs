namespace Specular.Generator.Model;

/// <summary>What the project file says of a client: an <c>OpenApiClient</c> item and its metadata, as text.</summary>
/// <param name="Namespace">Its <c>Namespace</c>, or the project's root namespace.</param>
/// <param name="ClientName">Its <c>ClientName</c>; null for a name made of the description's title.</param>
/// <param name="Accessibility">Its <c>Accessibility</c>, or <c>public</c>.</param>
internal sealed record ClientOptions(string Namespace, string? ClientName, string Accessibility)
{
    /// <summary>Patterns of the operations that the client has; none for all.</summary>
    public EquatableArray<string> IncludeOperations { get; init; }

    /// <summary>Patterns of operations that it does not have.</summary>
    public EquatableArray<string> ExcludeOperations { get; init; }

    /// <summary>Operations are members of a class for their tag, which is a property of the client.</summary>
    public bool GroupsByTag { get; init; }

    /// <summary>The client has a part of the operations only, and of the schemas what those reach.</summary>
    public bool IsPart => IncludeOperations.Count + ExcludeOperations.Count > 0;
}

/// <summary>What the consumer's compilation can do, as far as the emitted code depends on it.</summary>
/// <param name="AssemblyName">Its assembly name: part of the support code's namespace.</param>
/// <param name="HasDateOnly"><c>System.DateOnly</c> and <c>TimeOnly</c> are there (.NET 6).</param>
/// <param name="HasHttpClientFactory">Microsoft.Extensions.Http is referenced.</param>
/// <param name="LanguageVersion">The C# version, times 100.</param>
/// <param name="MissingPolyfills">The types that the emitted code needs and the framework lacks, by their simple names.</param>
internal sealed record Capabilities(string AssemblyName, bool HasDateOnly, bool HasHttpClientFactory, int LanguageVersion, EquatableArray<string> MissingPolyfills)
{
    /// <summary><c>StringSyntaxAttribute</c> is there (.NET 7).</summary>
    public bool HasStringSyntax { get; init; }
}
