using Microsoft.CodeAnalysis;

namespace Specular.Analyzers.Facts;

/// <summary>The operation of the description that a method of a client performs.</summary>
/// <param name="Method">The HTTP method in capitals.</param>
/// <param name="Path">The path template.</param>
internal sealed record OperationFacts(string Method, string Path)
{
    private const string Attribute = "OpenApiOperationAttribute";

    /// <summary><c>operationId</c>, if there is one.</summary>
    public string? OperationId { get; init; }

    /// <summary>The server that the operation has for itself, if it has one.</summary>
    public string? Server { get; init; }

    /// <summary>What the description names in the place of a deprecated operation, if it names anything.</summary>
    public string? Replacement { get; init; }

    /// <summary>The facts of a method; null for one that performs no operation.</summary>
    public static OperationFacts? Of(IMethodSymbol method, ApiFacts facts) => facts.OperationOf(method);

    /// <summary>Reads the facts that a method carries; null where it carries none.</summary>
    public static OperationFacts? Read(ISymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (FactAttributes.NameOf(attribute) == Attribute && FactAttributes.Text(attribute, 0) is { } verb && FactAttributes.Text(attribute, 1) is { } path)
            {
                return new OperationFacts(verb, path)
                {
                    OperationId = FactAttributes.Named(attribute, "OperationId") as string,
                    Server = FactAttributes.Named(attribute, "Server") as string,
                    Replacement = FactAttributes.Named(attribute, "Replacement") as string,
                };
            }
        }
        return null;
    }
}
