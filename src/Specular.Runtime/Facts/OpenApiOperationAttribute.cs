using System;

namespace Specular.Runtime;

/// <summary>The operation that a method of a client performs (OpenAPI 3.1, section 4.8.10).</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OpenApiOperationAttribute : Attribute
{
    /// <param name="method">The HTTP method in capitals.</param>
    /// <param name="path">The path template, as the description writes it.</param>
    public OpenApiOperationAttribute(string method, string path)
    {
        Method = method;
        Path = path;
    }

    /// <summary>The HTTP method in capitals.</summary>
    public string Method { get; }

    /// <summary>The path template, as the description writes it.</summary>
    public string Path { get; }

    /// <summary><c>operationId</c>, if the description has one.</summary>
    public string? OperationId { get; set; }

    /// <summary>The server that the operation has for itself; null where it is the description's.</summary>
    public string? Server { get; set; }

    /// <summary>What is to be used in the place of a deprecated operation, if the description names it.</summary>
    public string? Replacement { get; set; }
}
