using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Specular.Analyzers.Flow;

/// <summary>A call through which a helper's body was entered: it says what the parameters of the helper are.</summary>
internal sealed record CallFrame(IInvocationOperation Call, CallFrame? Outer);

/// <summary>How a value was reached: through which calls, and with how much work left.</summary>
internal readonly record struct FlowPath(CallFrame? Frame, WorkBudget Budget)
{
    /// <summary>Where a question begins.</summary>
    public static FlowPath Start(CancellationToken cancellationToken) => new(null, new WorkBudget(cancellationToken));
}

/// <summary>A value that another one is taken from. A class: lists and queries of structs are compiled for each of them anew.</summary>
internal sealed record FlowSource(IOperation Value, FlowPath Path);
