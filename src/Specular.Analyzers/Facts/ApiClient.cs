using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Specular.Analyzers.Facts;

/// <summary>A client of an API.</summary>
/// <param name="Type">Its class.</param>
/// <param name="Servers">The absolute server URLs of its description, the one that it takes first.</param>
internal sealed record ApiClient(INamedTypeSymbol Type, ImmutableArray<string> Servers)
{
    /// <summary>Reads the attribute that says that an assembly has a client; null where its class is not there.</summary>
    public static ApiClient? Read(AttributeData attribute, IAssemblySymbol assembly)
    {
        if (FactAttributes.Text(attribute, 0) is not { } name || assembly.GetTypeByMetadataName(name) is not { } type)
            return null;
        var servers = ImmutableArray.CreateBuilder<string>();
        if (FactAttributes.Named(attribute, "Server") is string first)
            servers.Add(first);
        servers.AddRange(FactAttributes.Texts(attribute, "OtherServers"));
        return new ApiClient(type, servers.ToImmutable());
    }
}
