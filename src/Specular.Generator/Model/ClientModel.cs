using System;

namespace Specular.Generator.Model;

/// <summary>A client, fully resolved: everything that Emitting prints, and nothing else.</summary>
/// <param name="Context">What every file of the client needs.</param>
/// <param name="Title"><c>info.title</c>.</param>
/// <param name="Documentation"><c>info.description</c>.</param>
/// <param name="Server">The server that is used where the caller gives no base address.</param>
/// <param name="OtherServers">The others that can be reached, for the analyzers.</param>
/// <param name="SecuritySchemes">The ways to authenticate.</param>
/// <param name="Schemas">The declared types, by file.</param>
/// <param name="Operations">The operations, by file.</param>
/// <param name="WireFacts">Facts about names on the wire that code without the client may break.</param>
/// <param name="Classes">The classes that hold operations beside the client's own.</param>
/// <param name="Webhooks">The requests that the server sends.</param>
internal sealed record ClientModel(
    ClientContext Context,
    string Title,
    string? Documentation,
    string? Server,
    EquatableArray<string> OtherServers,
    EquatableArray<SecuritySchemeModel> SecuritySchemes,
    EquatableArray<SchemaFileModel> Schemas,
    EquatableArray<OperationFileModel> Operations,
    EquatableArray<WireFactModel> WireFacts,
    EquatableArray<OperationClassModel> Classes,
    EquatableArray<WebhookModel> Webhooks);

/// <summary>What every file of a client needs to know; it changes with the options of the client only.</summary>
/// <param name="Namespace">The client's namespace.</param>
/// <param name="ClientName">The client's class.</param>
/// <param name="Prefix">What the names of its companions begin with: the class without <c>Client</c>.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="SupportNamespace">Where the support code of this compilation is.</param>
/// <param name="OptionalName">The name of the struct that tells absent from null.</param>
internal sealed record ClientContext(string Namespace, string ClientName, string Prefix, string Accessibility, string SupportNamespace, string OptionalName)
{
    /// <summary>What the names of what a call may end in begin with: an API that is called one is not called so twice.</summary>
    public string ApiPrefix { get; } = Prefix.EndsWith("Api", StringComparison.Ordinal) || Prefix.EndsWith("API", StringComparison.Ordinal) ? Prefix : Prefix + "Api";
}

/// <summary>A way to authenticate (OpenAPI 3.1, section 4.8.27).</summary>
/// <param name="Scheme">Its key in the description.</param>
/// <param name="MethodName">The name of the factory method.</param>
/// <param name="Kind">What is sent.</param>
/// <param name="ParameterName">The header, query parameter or cookie of an API key.</param>
/// <param name="Documentation">What the description says of it.</param>
internal sealed record SecuritySchemeModel(string Scheme, string MethodName, SecurityKind Kind, string ParameterName, string? Documentation);

/// <summary>What a security scheme sends.</summary>
internal enum SecurityKind
{
    Basic,
    Bearer,
    ApiKeyHeader,
    ApiKeyQuery,
    ApiKeyCookie,
}

/// <summary>A fact about a name on the wire.</summary>
/// <param name="WireName">The name, exactly.</param>
/// <param name="Fact"><c>int64-id</c> or <c>https-origin</c>.</param>
/// <param name="Property">The property it comes from: type, dot, name.</param>
internal sealed record WireFactModel(string WireName, string Fact, string Property);
