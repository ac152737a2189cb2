using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Specular.Analyzers.Clues;
using Specular.Analyzers.Rules.HttpRequests;

namespace Specular.Analyzers.Rules;

/// <summary>SPEC109: a request is written by hand that the client has a method for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandWrittenRequestAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.HandWrittenRequest);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ApiCompilation.Find(start.Compilation) is not { } api)
                return;
            var requests = api.Requests;
            api.Bodies.RegisterWhere(start, Clue.Request, operation => Analyze(operation, requests), OperationKind.Invocation, OperationKind.ObjectCreation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, WrittenRequests requests)
    {
        // A deprecated operation is no cure; SPEC111 says so.
        if (requests.Find(context.Operation, context.CancellationToken) is not { Operation: var operation } request || operation.Method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ObsoleteAttribute"))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.HandWrittenRequest, request.Url.Syntax.GetLocation(), operation.Facts.Method + " " + operation.Facts.Path, operation.Name));
    }
}
