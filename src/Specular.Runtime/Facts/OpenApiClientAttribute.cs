using System;

namespace Specular.Runtime;

/// <summary>Says that this assembly carries a client generated from an OpenAPI description; the analyzers look no further where it is absent.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class OpenApiClientAttribute : Attribute
{
    /// <param name="clientType">The full metadata name of the client class.</param>
    public OpenApiClientAttribute(string clientType) => ClientType = clientType;

    /// <summary>The full metadata name of the client class.</summary>
    public string ClientType { get; }

    /// <summary><c>info.title</c> of the description.</summary>
    public string? Title { get; set; }

    /// <summary>The first absolute server URL of the description, if it has one.</summary>
    public string? Server { get; set; }

    /// <summary>The other absolute server URLs of the description.</summary>
    public string[]? OtherServers { get; set; }
}
