using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
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
            if (ApiFacts.Find(start.Compilation) is not { } facts)
                return;
            var types = new WireTypes(start.Compilation);
            start.RegisterOperationBlockStartAction(block =>
            {
                var ids = new IdValues(facts, types, new LocalValues(block.OperationBlocks));
                block.RegisterOperationAction(new NarrowingConversions(ids, types).Analyze, OperationKind.Conversion);
                block.RegisterOperationAction(new NarrowingCalls(ids, facts, types).Analyze, OperationKind.Invocation);
                block.RegisterOperationAction(new NarrowingPatterns(ids).Analyze, OperationKind.DeclarationPattern, OperationKind.TypePattern, OperationKind.IsType);
            });
            if (facts.IdNames.Count > 0)
            {
                var members = new NarrowMembers(facts, new JsonContracts(start.Compilation));
                start.RegisterSymbolAction(members.Analyze, SymbolKind.Property, SymbolKind.Field);
            }
        });
    }
}
