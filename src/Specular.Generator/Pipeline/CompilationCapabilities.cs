using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
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
            HasHttpClientFactory: compilation.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.IHttpClientBuilder") is not null);
    }
}
