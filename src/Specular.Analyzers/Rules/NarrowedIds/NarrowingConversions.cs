using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Wire;

namespace Specular.Analyzers.Rules.NarrowedIds;

/// <summary>Casts, and the conversions to <c>float</c> and <c>double</c> that need none.</summary>
internal sealed class NarrowingConversions
{
    private readonly IdValues _ids;
    private readonly WireTypes _types;

    public NarrowingConversions(IdValues ids, WireTypes types)
    {
        _ids = ids;
        _types = types;
    }

    /// <summary>True where a number that may hold an id becomes one that cannot.</summary>
    public static bool MayNarrow(IConversionOperation conversion) => NarrowTypes.Find(conversion.Type) is not null && NarrowTypes.Find(conversion.Operand.Type) is null;

    public void Analyze(OperationAnalysisContext context)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (!MayNarrow(conversion) || NarrowTypes.Find(conversion.Type) is not { } narrow)
            return;
        if (IsHash(conversion) || context.ContainingSymbol is IMethodSymbol { Name: "GetHashCode", Parameters.IsEmpty: true })
            return;
        if (conversion.IsImplicit && IsArithmetic(conversion))
            return;
        if (_ids.Find(conversion.Operand, context.CancellationToken) is not { Form: not IdForm.Text } id)
            return;
        var truncates = id.Form == IdForm.Number && IsWholeNumber(conversion.Operand.Type) && !NarrowTypes.IsFloat(narrow) && !IsChecked(conversion);
        // A number that is no id may well be small, or need not be exact; what may go wrong with it unseen is that it is cut off.
        if (!id.IsId && !truncates)
            return;
        if (RangeChecks.Allow(conversion))
            return;
        var node = conversion.Syntax;
        var shape = node is CastExpressionSyntax && !conversion.IsImplicit ? NarrowingShape.Cast : NarrowingShape.Value;
        context.ReportDiagnostic(Narrowing.Report(node, shape, id, narrow, truncates));
    }

    /// <summary>What is left of the id goes into a hash or picks a shard: it is no id any more, and need not be whole.</summary>
    private static bool IsHash(IConversionOperation conversion) => conversion.ParentAboveParentheses() is IBinaryOperation
    {
        OperatorKind: BinaryOperatorKind.Remainder or BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr
            or BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift,
    };

    /// <summary>A number that is computed with, or compared, is not kept as an id.</summary>
    private bool IsArithmetic(IConversionOperation conversion) => conversion.ParentAboveParentheses() switch
    {
        IBinaryOperation or ICompoundAssignmentOperation => true,
        IArgumentOperation { Parent: IInvocationOperation call } => _types.IsMath(call.TargetMethod.ContainingType),
        _ => false,
    };

    /// <summary>Whether the conversion throws rather than cut off. Roslyn does not say so of a nullable operand, so the code is asked.</summary>
    private static bool IsChecked(IConversionOperation conversion)
    {
        foreach (var node in conversion.Syntax.Ancestors())
        {
            switch (node.RawKind)
            {
                case (int)SyntaxKind.CheckedExpression or (int)SyntaxKind.CheckedStatement:
                    return true;
                case (int)SyntaxKind.UncheckedExpression or (int)SyntaxKind.UncheckedStatement:
                    return false;
            }
        }
        return conversion.SemanticModel?.Compilation.Options is CSharpCompilationOptions { CheckOverflow: true };
    }

    private static bool IsWholeNumber(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var held] })
            type = held;
        return type?.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64;
    }
}
