using Microsoft.CodeAnalysis;

namespace Specular.Generator.Tests;

/// <summary>The operations of generated clients, as their attributes say them.</summary>
internal static class GeneratedOperations
{
    private const string Result = "ResultAsync";

    /// <summary>One for each pair of methods.</summary>
    public static IEnumerable<(string Name, string Method, string Path)> Of(Compilation compilation)
    {
        foreach (var type in compilation.GetSymbolsWithName(name => name.EndsWith("Client", StringComparison.Ordinal), SymbolFilter.Type).OfType<INamedTypeSymbol>())
        {
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            {
                var fact = method.GetAttributes().SingleOrDefault(attribute => attribute.AttributeClass?.Name == "OpenApiOperationAttribute");
                if (fact is null || method.Name.EndsWith(Result, StringComparison.Ordinal) && type.GetMembers(method.Name[..^Result.Length] + "Async").Length > 0)
                    continue;
                yield return (method.Name[..^"Async".Length], (string)fact.ConstructorArguments[0].Value!, (string)fact.ConstructorArguments[1].Value!);
            }
        }
    }
}
