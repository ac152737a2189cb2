using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Rules.DroppedResults;

namespace Specular.Analyzers.Rules.Streams;

/// <summary>An answer whose body is read as it comes: the connection is held until it has been read, or is disposed.</summary>
/// <param name="Call">The call of the operation.</param>
/// <param name="IsSequence">It is a sequence of items, and not a stream of bytes.</param>
internal readonly record struct StreamedAnswer(ResultCall Call, bool IsSequence)
{
    /// <summary>The answer that an expression awaits; null for anything else.</summary>
    public static StreamedAnswer? Of(IOperation value, ApiFacts facts)
    {
        if (value.Unwrapped() is not IAwaitOperation awaited || ResultCall.Of(awaited.Operation, facts) is not { } call || call.Invocation.TargetMethod.ReturnType is not INamedTypeSymbol { TypeArguments: [var body] })
            return null;
        return (body.Name, body.ContainingNamespace?.ToDisplayString()) switch
        {
            ("Stream", "System.IO") => new StreamedAnswer(call, false),
            ("IAsyncEnumerable", "System.Collections.Generic") => new StreamedAnswer(call, true),
            _ => null,
        };
    }

    /// <summary>The answer that a variable is declared with; null for any other variable.</summary>
    public static StreamedAnswer? Of(IVariableDeclaratorOperation variable, ApiFacts facts) =>
        variable.Parent is not IForEachLoopOperation && variable.GetVariableInitializer()?.Value is { } value ? Of(value, facts) : null;

    /// <summary>True where a value is there for one of its own members.</summary>
    public static bool IsReceiver(IOperation reference) => reference.ParentAboveParentheses() switch
    {
        IInvocationOperation call => call.Instance?.Unwrapped() == reference || (call.TargetMethod.IsExtensionMethod && call.Arguments.FirstOrDefault()?.Value.Unwrapped() == reference),
        IPropertyReferenceOperation property => property.Instance?.Unwrapped() == reference,
        _ => false,
    };
}
