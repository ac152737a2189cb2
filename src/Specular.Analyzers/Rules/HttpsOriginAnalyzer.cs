using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Specular.Analyzers.Clues;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Rules.HttpsOrigins;
using Specular.Analyzers.Wire;

namespace Specular.Analyzers.Rules;

/// <summary>SPEC102: what is given for an https origin of an API is not one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HttpsOriginAnalyzer : DiagnosticAnalyzer
{
    private static readonly OriginFault Null = new("it is null", null);

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.HttpsOrigin);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ApiCompilation.Find(start.Compilation) is not { } api)
                return;
            var facts = api.Facts;
            var sinks = new OriginSinks(facts, api.Types, new WireFlow(api.Flow));
            var texts = new KnownTexts(api.Flow);
            var json = new Lazy<JsonTexts>(() => new JsonTexts(facts.OriginNames));
            api.Bodies.StartWhere(start, Clue.Client | Clue.OriginName, (body, clues) =>
            {
                body.RegisterOperationAction(
                    operation => AnalyzeSink(operation, sinks, texts),
                    OperationKind.SimpleAssignment,
                    OperationKind.PropertyInitializer,
                    OperationKind.Argument,
                    OperationKind.Invocation,
                    OperationKind.ObjectCreation);
                if ((clues & Clue.OriginName) != 0 && facts.OriginNames.Count > 0)
                    body.RegisterOperationAction(operation => AnalyzeJson(operation, json.Value), OperationKind.Literal, OperationKind.Utf8String);
            });
        });
    }

    private static void AnalyzeSink(OperationAnalysisContext context, OriginSinks sinks, KnownTexts texts)
    {
        if (sinks.Find(context.Operation, context.CancellationToken) is not { } sink)
            return;
        if (!sink.IsNullable && sink.Value.Unwrapped() is { ConstantValue: { HasValue: true, Value: null } } nothing)
        {
            context.ReportDiagnostic(OriginReport.Create(sink.Name, nothing.Syntax.GetLocation(), Null, null));
            return;
        }
        foreach (var text in texts.Find(sink.Value, context.CancellationToken))
        {
            if (OriginReport.Check(sink.Name, text) is { } diagnostic)
                context.ReportDiagnostic(diagnostic);
        }
    }

    private static void AnalyzeJson(OperationAnalysisContext context, JsonTexts json)
    {
        foreach (var diagnostic in json.Check(context.Operation))
            context.ReportDiagnostic(diagnostic);
    }
}
