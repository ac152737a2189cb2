using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Specular.Analyzers.Flow;

internal static class OperationReading
{
    /// <summary><c>[a, b]</c>: newer compilers have it, the one that this is built against does not.</summary>
    public const OperationKind CollectionExpression = (OperationKind)0x7f;

    /// <summary><c>..a</c> in a collection expression.</summary>
    public const OperationKind Spread = (OperationKind)0x80;

    /// <summary>The operation below parentheses and conversions that the compiler adds.</summary>
    public static IOperation Unwrapped(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The parent above parentheses.</summary>
    public static IOperation? ParentAboveParentheses(this IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IParenthesizedOperation)
            parent = parent.Parent;
        return parent;
    }

    /// <summary>The text of a constant string or of a <c>u8</c> literal; null for anything else.</summary>
    public static string? ConstantText(this IOperation? operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation && !operation.ConstantValue.HasValue)
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        return operation switch
        {
            IUtf8StringOperation utf8 => utf8.Value,
            { ConstantValue: { HasValue: true, Value: string text } } => text,
            _ => null,
        };
    }

    /// <summary>True for null, however it is written: what is left out.</summary>
    public static bool IsNothing(this IOperation operation) => operation.Unwrapped() switch
    {
        { ConstantValue: { HasValue: true, Value: var value } } => value is null,
        IDefaultValueOperation { Type: var type } => type is null or { IsValueType: false } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T },
        _ => false,
    };

    /// <summary>The argument that is passed for a parameter; null where the default is taken.</summary>
    public static IOperation? ArgumentFor(this IInvocationOperation invocation, int ordinal)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter?.Ordinal == ordinal)
                return argument.ArgumentKind == ArgumentKind.DefaultValue ? null : argument.Value;
        }
        return null;
    }

    /// <summary>The value on which a conditional access (<c>?.</c>) goes on.</summary>
    public static IOperation? Receiver(this IConditionalAccessInstanceOperation instance)
    {
        IOperation operation = instance;
        for (var parent = operation.Parent; parent is not null; operation = parent, parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == operation)
                return access.Operation;
        }
        return null;
    }
}
