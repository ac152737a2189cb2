using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;

namespace Specular.Analyzers.Rules.HttpRequests;

/// <summary>A request that code writes by hand.</summary>
/// <param name="Operation">The operation that it performs.</param>
/// <param name="Url">Where the code says where it goes.</param>
internal sealed record WrittenRequest(ApiOperation Operation, IOperation Url);

/// <summary>Finds requests that are written by hand, by <c>HttpClient</c> or <c>HttpRequestMessage</c>, and that a client has an operation for.</summary>
internal sealed class WrittenRequests
{
    private readonly ApiFacts _facts;
    private readonly RequestUrls _urls;
    private readonly INamedTypeSymbol? _http;
    private readonly INamedTypeSymbol? _json;
    private readonly INamedTypeSymbol? _message;

    // Several rules ask about the same operations.
    private readonly OperationCache<StrongBox<WrittenRequest?>> _found = new();

    public WrittenRequests(ApiFacts facts, Compilation compilation, ValueFlow flow)
    {
        _facts = facts;
        _urls = new RequestUrls(flow);
        _http = compilation.GetTypeByMetadataName("System.Net.Http.HttpClient");
        _json = compilation.GetTypeByMetadataName("System.Net.Http.Json.HttpClientJsonExtensions");
        _message = compilation.GetTypeByMetadataName("System.Net.Http.HttpRequestMessage");
        Operations = new ApiOperations(facts);
    }

    /// <summary>The operations of the clients.</summary>
    public ApiOperations Operations { get; }

    /// <summary>True for a method that has the names of one which sends a request.</summary>
    public static bool MayBe(IMethodSymbol method) => MethodOf(method.Name) is not null && method.ContainingType is { Name: "HttpClient" or "HttpClientJsonExtensions" };

    /// <summary>True for a type that has the name of a request's.</summary>
    public static bool MayBe(ITypeSymbol type) => type.Name == "HttpRequestMessage";

    /// <summary>The request that an operation makes; null where it makes none, or none that is certain to be an operation's.</summary>
    public WrittenRequest? Find(IOperation operation, CancellationToken cancellationToken)
    {
        if (!IsRequest(operation))
            return null;
        if (_found.Get(operation) is not { } found)
            _found.Set(operation, found = new StrongBox<WrittenRequest?>(Read(operation, cancellationToken)));
        return found.Value;
    }

    private bool IsRequest(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { ContainingType: var home } method } => MethodOf(method.Name) is not null && (Is(home, _http) || Is(home, _json)),
        IObjectCreationOperation { Type: var made } => Is(made, _message),
        _ => false,
    };

    private WrittenRequest? Read(IOperation operation, CancellationToken cancellationToken) => operation switch
    {
        IInvocationOperation { Instance: { } http } call => Find(MethodOf(call.TargetMethod.Name)!, call.ArgumentFor(0), http, cancellationToken),
        IInvocationOperation call => Find(MethodOf(call.TargetMethod.Name)!, call.ArgumentFor(1), call.ArgumentFor(0), cancellationToken),
        IObjectCreationOperation { Arguments: [{ Value: var method }, { Value: var url }] } when MethodOf(method.Unwrapped()) is { } name => Find(name, url, null, cancellationToken),
        _ => null,
    };

    private WrittenRequest? Find(string method, IOperation? url, IOperation? http, CancellationToken cancellationToken)
    {
        if (url?.Type is not ({ SpecialType: SpecialType.System_String } or { Name: "Uri" }) || _urls.Find(url, http, cancellationToken) is not { } text)
            return null;
        foreach (var client in _facts.Clients)
        {
            if (UrlMatch.Find(text, method, client, Operations) is { } operation)
                return new WrittenRequest(operation, url.Unwrapped());
        }
        return null;
    }

    private static string? MethodOf(string name) => name switch
    {
        "GetAsync" or "GetStringAsync" or "GetStreamAsync" or "GetByteArrayAsync" or "GetFromJsonAsync" or "GetFromJsonAsAsyncEnumerable" => "GET",
        "PostAsync" or "PostAsJsonAsync" => "POST",
        "PutAsync" or "PutAsJsonAsync" => "PUT",
        "PatchAsync" or "PatchAsJsonAsync" => "PATCH",
        "DeleteAsync" or "DeleteFromJsonAsync" => "DELETE",
        _ => null,
    };

    // 'HttpMethod.Post', or 'new HttpMethod("PATCH")'.
    private static string? MethodOf(IOperation method) => method switch
    {
        IPropertyReferenceOperation { Instance: null, Property: { Name: var name, ContainingType.Name: "HttpMethod" } } => name.ToUpperInvariant(),
        IObjectCreationOperation { Type.Name: "HttpMethod", Arguments: [{ Value: var name }] } => name.ConstantText()?.ToUpperInvariant(),
        _ => null,
    };

    private static bool Is(ITypeSymbol? type, INamedTypeSymbol? known) => known is not null && SymbolEqualityComparer.Default.Equals(type, known);
}
