using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Specular.Analyzers.Clues;
using Specular.Analyzers.Rules.NarrowedIds;
using Specular.Analyzers.Wire;

namespace Specular.Analyzers.Rules;

/// <summary>SPEC101: a 64-bit id of an API is narrowed, or is read from the wire as something that cannot hold it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NarrowedIdAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.NarrowedId);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ApiCompilation.Find(start.Compilation) is not { } api)
                return;
            var (facts, types, contracts) = (api.Facts, api.Types, api.Contracts);
            var own = new OwnNames(start.Compilation, contracts);
            var readerNames = new ReaderNames(facts, types);
            var named = new NamedValues(facts, types, readerNames, own);
            var ids = new IdValues(facts, types, api.Flow, named);
            var calls = new NarrowingCalls(ids, named, facts, types, readerNames);
            var conversions = new NarrowingConversions(ids, types);
            var patterns = new NarrowingPatterns(ids);
            api.Bodies.RegisterWhere(start, Clue.NarrowNumber, Analyze, OperationKind.Conversion, OperationKind.Invocation, OperationKind.MethodReference, OperationKind.DeclarationPattern, OperationKind.TypePattern, OperationKind.IsType);
            if (facts.IdNames.Count == 0)
                return;
            api.Bodies.RegisterWhere(start, Clue.IdName, new NarrowLookups(facts, types, api.Flow).Analyze, OperationKind.PropertyReference, OperationKind.Invocation);
            start.RegisterSymbolAction(new NarrowMembers(facts, contracts).Analyze, SymbolKind.Property, SymbolKind.Field);
            if (Routes.Find(start.Compilation, new RouteTemplates(facts, own)) is { } routes)
            {
                api.Bodies.RegisterWhere(start, Clue.Route, routes.AnalyzeCall, OperationKind.Invocation);
                start.RegisterSymbolAction(routes.AnalyzeSymbol, SymbolKind.Method, SymbolKind.NamedType);
            }

            void Analyze(OperationAnalysisContext operation)
            {
                switch (operation.Operation.Kind)
                {
                    case OperationKind.Conversion:
                        conversions.Analyze(operation);
                        break;
                    case OperationKind.Invocation:
                        calls.Analyze(operation);
                        break;
                    case OperationKind.MethodReference:
                        calls.AnalyzeReference(operation);
                        break;
                    default:
                        patterns.Analyze(operation);
                        break;
                }
            }
        });
    }
}
