using System;
using System.Threading;
using Specular.Generator.Binding.Naming;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding;

/// <summary>What all binders of one client share.</summary>
internal sealed class BindingContext(Description description, Capabilities capabilities, ClientContext client, CancellationToken cancellationToken)
{
    public Description Description { get; } = description;

    public Capabilities Capabilities { get; } = capabilities;

    public ClientContext Client { get; } = client;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public DiagnosticBag Diagnostics { get; } = new();

    /// <summary>The types of the client's namespace. File names come of them, and those know no case.</summary>
    public NameScope Types { get; } = new(StringComparer.OrdinalIgnoreCase, ReservedTypes(client));

    private static string[] ReservedTypes(ClientContext client) =>
    [
        client.ClientName,
        client.ClientName + "Options",
        client.ClientName + "Extensions",
        client.Prefix + "Authentication",
        client.ApiPrefix + "Exception",
        client.ApiPrefix + "Result",
        client.Prefix + "File",
        client.Prefix + "Webhooks",
        client.OptionalName,

        // No member may be called like its type, and these are members of every record or union.
        "Unknown", "ReadJson", "WriteJson", "JsonConverter", "Equals", "GetHashCode", "ToString", "PrintMembers", "EqualityContract",
    ];
}
