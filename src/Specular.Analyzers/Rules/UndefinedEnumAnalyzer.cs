using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Clues;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Rules.Values;

namespace Specular.Analyzers.Rules;

/// <summary>SPEC113: <c>default</c>, or a number that no member has, is given for an enum of an API.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndefinedEnumAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.UndefinedEnum);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ApiCompilation.Find(start.Compilation) is not { } api)
                return;
            var (facts, values) = (api.Facts, api.Values);
            api.Bodies.RegisterWhere(start, Clue.Client, operation => Analyze(operation, facts, values), ApiSink.Kinds);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ApiFacts facts, KnownValues values)
    {
        if (ApiSink.Find(context.Operation, facts) is not { } sink)
            return;
        if (ApiEnum.Of(sink.Type, facts) is { } type)
        {
            Check(context, sink.Value, type, values, null);
        }
        else if (sink.Type is INamedTypeSymbol { TypeArguments: [var item] } && ApiEnum.Of(item, facts) is { } itemType)
        {
            foreach (var collection in values.Of(sink.Value, context.CancellationToken))
            {
                var isInPlace = collection.Place == collection.Operation.Syntax;
                foreach (var value in values.ItemsOf(collection.Operation) ?? [])
                    Check(context, value, itemType, values, isInPlace ? null : collection.Place);

                // An array that nobody fills holds nothing but 'default'.
                if (isInPlace && collection.Operation is IArrayCreationOperation { Initializer: null, DimensionSizes: [{ ConstantValue: { HasValue: true, Value: not 0 } }] } && !itemType.Has(0))
                    Report(context, collection.Place, itemType);
            }
        }
    }

    private static void Check(OperationAnalysisContext context, IOperation value, ApiEnum type, KnownValues values, SyntaxNode? place)
    {
        foreach (var known in values.Of(value, context.CancellationToken))
        {
            if (known.Constant is { } constant && SymbolEqualityComparer.Default.Equals(known.Operation.Type, type.Symbol) && !type.Has(constant))
                Report(context, place ?? known.Place, type);
        }
    }

    private static void Report(OperationAnalysisContext context, SyntaxNode place, ApiEnum type) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.UndefinedEnum, place.GetLocation(), place.ToString(), type.Symbol.Name, type.Shown));
}
