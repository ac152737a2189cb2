using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Specular.Generator.Model;

namespace Specular.Generator.Pipeline;

/// <summary>Reduces a compilation to what the output depends on.</summary>
internal static class CompilationCapabilities
{
    public static Capabilities Of((Compilation Compilation, ParseOptions ParseOptions) pair, CancellationToken cancellationToken)
    {
        var (compilation, parseOptions) = pair;
        cancellationToken.ThrowIfCancellationRequested();
        return new Capabilities(
            compilation.AssemblyName ?? "",

            // The support code asks for the symbol, so this does too: both have to say the same.
            HasDateOnly: parseOptions.PreprocessorSymbolNames.Contains("NET8_0_OR_GREATER") && compilation.GetTypeByMetadataName("System.DateOnly") is not null,
            HasHttpClientFactory: compilation.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.IHttpClientBuilder") is not null,
            LanguageVersion: (int)((parseOptions as CSharpParseOptions)?.LanguageVersion ?? 0),
            new EquatableArray<string>(s_polyfills.Where(type => !Has(compilation, type.Namespace + "." + type.Name)).Select(type => type.Name)));
    }

    private static readonly (string Namespace, string Name)[] s_polyfills =
    [
        ("System.Runtime.CompilerServices", "IsExternalInit"),
        ("System.Runtime.CompilerServices", "RequiredMemberAttribute"),
        ("System.Runtime.CompilerServices", "CompilerFeatureRequiredAttribute"),
        ("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute"),
    ];

    // One that a referenced assembly keeps for itself is of no use.
    private static bool Has(Compilation compilation, string metadataName)
    {
        foreach (var type in compilation.GetTypesByMetadataName(metadataName))
        {
            if (compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
                return true;
        }

        return false;
    }
}
