using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Specular.Analyzers.Wire;

/// <summary>Recognises the calls that turn JSON into objects. Those that turn objects into JSON tell nothing: what a program writes may be data of its own.</summary>
internal static class SerializerCalls
{
    /// <summary>True where the name of the method is one of a serializer's: a quick look before the call is bound.</summary>
    public static bool MayBe(InvocationExpressionSyntax call) => IsName(NameOf(call));

    /// <summary>True for a call that has a serializer make what it returns.</summary>
    public static bool Is(IMethodSymbol method) => IsName(method.Name) && IsSerializer(method);

    private static bool IsName(string? name) => name is
        "Deserialize" or "DeserializeAsync" or "DeserializeAsyncEnumerable" or "DeserializeObject" or "PopulateObject" or "ToObject"
        or "ReadFromJsonAsync" or "ReadFromJsonAsAsyncEnumerable" or "GetFromJsonAsync" or "GetFromJsonAsAsyncEnumerable" or "DeleteFromJsonAsync";

    /// <summary>The types that a call has a serializer make: its type arguments, or those that it names by <c>typeof</c>.</summary>
    public static IEnumerable<ITypeSymbol> TypesIn(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method || !IsSerializer(method))
            yield break;
        foreach (var type in method.TypeArguments)
            yield return type;
        foreach (var argument in call.ArgumentList.Arguments)
        {
            if (argument.Expression is TypeOfExpressionSyntax named && model.GetTypeInfo(named.Type, cancellationToken).Type is { } type)
                yield return type;
            else if (!method.IsGenericMethod && model.GetTypeInfo(argument.Expression, cancellationToken).Type is { } passed)
                yield return passed;
        }
    }

    private static bool IsSerializer(IMethodSymbol method) => method.ContainingType is { } home && home.ContainingNamespace.ToDisplayString() switch
    {
        "System.Text.Json" or "System.Net.Http.Json" or "Newtonsoft.Json" or "Newtonsoft.Json.Linq" => true,
        "Microsoft.AspNetCore.Http" => method.Name.Contains("Json"),
        _ => false,
    };

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
