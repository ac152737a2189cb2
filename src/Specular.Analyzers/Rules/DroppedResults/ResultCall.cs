using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;

namespace Specular.Analyzers.Rules.DroppedResults;

/// <summary>A call of an operation's method.</summary>
/// <param name="Invocation">The call.</param>
/// <param name="Cases">The cases of its result; empty where the method throws for a failure.</param>
internal sealed record ResultCall(IInvocationOperation Invocation, ImmutableArray<INamedTypeSymbol> Cases)
{
    private const string Suffix = "ResultAsync";

    // The names that cases of success have: those of HttpStatusCode, but a number where it has none.
    private static readonly HashSet<string> s_successes = new()
    {
        "Ok", "Created", "Accepted", "NonAuthoritativeInformation", "NoContent", "ResetContent", "PartialContent", "MultiStatus", "AlreadyReported", "IMUsed", "Success", "Default",
    };

    /// <summary>The name of the method.</summary>
    public string Name => Invocation.TargetMethod.Name;

    /// <summary>Where the name of the method stands.</summary>
    public Location Place => (Invocation.Syntax is InvocationExpressionSyntax call ? NameOf(call.Expression) : Invocation.Syntax).GetLocation();

    /// <summary>The cases that are no success.</summary>
    public IEnumerable<INamedTypeSymbol> Failures => Cases.Where(static type => !IsSuccess(type));

    /// <summary>The method that does the same and throws for a failure; null where there is none.</summary>
    public string? ThrowingName
    {
        get
        {
            var name = Name.EndsWith(Suffix, System.StringComparison.Ordinal) ? Name.Substring(0, Name.Length - Suffix.Length) + "Async" : null;
            return name is not null && Invocation.TargetMethod.ContainingType.GetMembers(name).OfType<IMethodSymbol>().Any(HasSameParameters) ? name : null;
        }
    }

    /// <summary>True for a case of success, or one that may be.</summary>
    public static bool IsSuccess(INamedTypeSymbol type) => s_successes.Contains(type.Name) || type.Name.StartsWith("Status2", System.StringComparison.Ordinal);

    /// <summary>The call below <c>ConfigureAwait</c>; null for anything else.</summary>
    public static ResultCall? Of(IOperation? operation, ApiFacts facts)
    {
        var call = operation?.Unwrapped() as IInvocationOperation;
        if (call is { TargetMethod.Name: "ConfigureAwait" or "AsTask", Instance: { } instance })
            call = instance.Unwrapped() as IInvocationOperation;
        if (call is null || OperationFacts.Of(call.TargetMethod, facts) is null || call.TargetMethod.ReturnType is not INamedTypeSymbol { Name: "Task" } task)
            return null;
        var result = task.TypeArguments.FirstOrDefault();
        var cases = ClosedType.CasesOf(result, facts);
        return new ResultCall(call, result is INamedTypeSymbol && cases.Any(static type => type.Name == "Undeclared") ? cases : ImmutableArray<INamedTypeSymbol>.Empty);
    }

    private bool HasSameParameters(IMethodSymbol other) =>
        other.Parameters.Select(static parameter => parameter.Type).SequenceEqual(Invocation.TargetMethod.Parameters.Select(static parameter => parameter.Type), SymbolEqualityComparer.Default);

    private static SyntaxNode NameOf(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => expression,
    };
}
