using Microsoft.CodeAnalysis;

namespace Specular.Analyzers.Facts;

/// <summary>The operation of the description that a method of a client performs.</summary>
internal sealed record OperationFacts(string Method, string Path)
{
    private const string Attribute = "OpenApiOperationAttribute";

    /// <summary>The facts of a method; null for one that performs no operation.</summary>
    public static OperationFacts? Of(IMethodSymbol method, ApiFacts facts)
    {
        if (!facts.IsInClientAssembly(method))
            return null;
        foreach (var attribute in method.OriginalDefinition.GetAttributes())
        {
            if (FactAttributes.NameOf(attribute) == Attribute && FactAttributes.Text(attribute, 0) is { } verb && FactAttributes.Text(attribute, 1) is { } path)
                return new OperationFacts(verb, path);
        }
        return null;
    }
}
