using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Clues;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Rules.Retries;

namespace Specular.Analyzers.Rules;

/// <summary>SPEC107: a retry waits a time of its own, where the server has said how long to wait.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RetryAfterAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that says that a fix can ask the exception.</summary>
    internal const string InCatch = "catch";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.IgnoredRetryAfter);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ApiCompilation.Find(start.Compilation) is not { } api)
                return;
            var retries = new Retry(api.Facts);
            api.Bodies.RegisterWhere(start, Clue.Wait, operation => Analyze(operation, retries), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, Retry retries)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!IsWait(call.TargetMethod) || call.ArgumentFor(0) is not { } time || retries.Find(call, context.ContainingSymbol) is not { } refused)
            return;
        var properties = refused.IsException ? ImmutableDictionary<string, string?>.Empty.Add(InCatch, "") : ImmutableDictionary<string, string?>.Empty;
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.IgnoredRetryAfter, time.Syntax.GetLocation(), properties, refused.Member, "Wait that long, and your own time only where it asks for none"));
    }

    private static bool IsWait(IMethodSymbol method) => method switch
    {
        { Name: "Delay", ContainingType: { Name: "Task", ContainingNamespace: var home } } => home.ToDisplayString() == "System.Threading.Tasks",
        { Name: "Sleep", ContainingType: { Name: "Thread", ContainingNamespace: var home } } => home.ToDisplayString() == "System.Threading",
        _ => false,
    };
}
