using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Specular.Generator.Model;

namespace Specular.Generator.Pipeline;

/// <summary>
/// Reduces a compilation to what the output depends on. It is asked after every key that is pressed, and the compiler has the types of hundreds of references
/// to look through: what these have is remembered for as long as they are the same.
/// </summary>
internal sealed class CompilationCapabilities
{
    private static readonly (string Namespace, string Name)[] s_polyfills =
    [
        ("System.Runtime.CompilerServices", "IsExternalInit"),
        ("System.Runtime.CompilerServices", "RequiredMemberAttribute"),
        ("System.Runtime.CompilerServices", "CompilerFeatureRequiredAttribute"),
        ("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute"),
        ("System.Runtime.CompilerServices", "CallerArgumentExpressionAttribute"),
    ];

    private volatile Referenced? _last;

    public Capabilities Of((Compilation Compilation, ParseOptions ParseOptions) pair, CancellationToken cancellationToken)
    {
        var (compilation, parseOptions) = pair;
        cancellationToken.ThrowIfCancellationRequested();
        if (_last is not { } referenced || referenced.References != compilation.ExternalReferences || referenced.AssemblyName != compilation.AssemblyName)
            _last = referenced = Look(compilation);
        return new Capabilities(
            compilation.AssemblyName ?? "",

            // The support code asks for the symbol, so this does too: both have to say the same.
            HasDateOnly: referenced.HasDateOnly && parseOptions.PreprocessorSymbolNames.Contains("NET8_0_OR_GREATER"),
            referenced.HasHttpClientFactory,
            LanguageVersion: (int)((parseOptions as CSharpParseOptions)?.LanguageVersion ?? 0),
            Missing(referenced, compilation, cancellationToken))
        {
            HasStringSyntax = referenced.HasStringSyntax,
        };
    }

    private static Referenced Look(Compilation compilation) => new(
        compilation.ExternalReferences,
        compilation.AssemblyName,
        HasDateOnly: Has(compilation, "System.DateOnly"),
        HasHttpClientFactory: Has(compilation, "Microsoft.Extensions.DependencyInjection.IHttpClientBuilder"),
        HasStringSyntax: Has(compilation, "System.Diagnostics.CodeAnalysis.StringSyntaxAttribute"),
        new EquatableArray<string>(s_polyfills.Where(type => !Has(compilation, type.Namespace + "." + type.Name)).Select(type => type.Name)));

    // A project may have written a polyfill itself. That it has a type of that name somewhere is known without binding anything.
    private static EquatableArray<string> Missing(Referenced referenced, Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var name in referenced.MissingPolyfills)
        {
            if (compilation.ContainsSymbolsWithName(name, SymbolFilter.Type, cancellationToken))
                return new EquatableArray<string>(referenced.MissingPolyfills.Where(missing => compilation.Assembly.GetTypeByMetadataName(FullName(missing)) is null));
        }

        return referenced.MissingPolyfills;
    }

    private static string FullName(string polyfill) => s_polyfills.Single(type => type.Name == polyfill).Namespace + "." + polyfill;

    // One that a referenced assembly keeps for itself is of no use.
    private static bool Has(Compilation compilation, string metadataName)
    {
        foreach (var type in compilation.GetTypesByMetadataName(metadataName))
        {
            if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
                return true;
        }

        return false;
    }

    /// <param name="References">The references, which are one object for as long as they are the same.</param>
    /// <param name="AssemblyName">The name by which their friends may be known.</param>
    /// <param name="HasDateOnly">They have <c>System.DateOnly</c>.</param>
    /// <param name="HasHttpClientFactory">They have Microsoft.Extensions.Http.</param>
    /// <param name="HasStringSyntax">They have <c>StringSyntaxAttribute</c>.</param>
    /// <param name="MissingPolyfills">What they lack.</param>
    private sealed record Referenced(
        ImmutableArray<MetadataReference> References, string? AssemblyName, bool HasDateOnly, bool HasHttpClientFactory, bool HasStringSyntax, EquatableArray<string> MissingPolyfills);
}
