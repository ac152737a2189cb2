using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Specular.Analyzers.Flow;

namespace Specular.Analyzers.Rules.HttpsOrigins;

/// <summary>Tells which texts a value can be: one for each branch, as far as each is known.</summary>
internal sealed class KnownTexts
{
    private const int MaxDepth = 32;

    private readonly LocalValues _locals;

    public KnownTexts(LocalValues locals) => _locals = locals;

    /// <summary>The texts of which something is known.</summary>
    public IEnumerable<OriginText> Find(IOperation value, CancellationToken cancellationToken) =>
        Find(value, null, 0, cancellationToken).Where(static text => text.Text.Length == 0 || text.Text[0] != OriginCheck.Unknown);

    private IEnumerable<OriginText> Find(IOperation value, SyntaxNode? place, int depth, CancellationToken cancellationToken)
    {
        if (++depth > MaxDepth)
            return [];
        value = value.Unwrapped();
        place ??= value.Syntax;
        switch (value)
        {
            case IConversionOperation conversion:
                return Find(conversion.Operand, place, depth, cancellationToken);
            case IConditionalOperation { WhenFalse: not null } choice:
                return Branches([choice.WhenTrue, choice.WhenFalse]);
            case ICoalesceOperation choice:
                return Branches([choice.Value, choice.WhenNull]);
            case ISwitchExpressionOperation choice:
                return Branches(choice.Arms.Select(static arm => arm.Value));
            case ISimpleAssignmentOperation assignment:
                return Find(assignment.Value, place, depth, cancellationToken);
            case ILocalReferenceOperation { Local.IsConst: false } local:
                return _locals.ValueOf(local.Local) is { } written and not (IArgumentOperation or IPatternOperation) ? Find(written, place, depth, cancellationToken) : [];
            default:
                return One(value, depth, cancellationToken) is { } text ? [text with { Place = place }] : [];
        }

        // A branch that is written in place is reported by itself; what comes from elsewhere is reported where it is used.
        IEnumerable<OriginText> Branches(IEnumerable<IOperation> branches)
        {
            var inPlace = place == value.Syntax;
            return branches.SelectMany(branch => Find(branch, inPlace ? null : place, depth, cancellationToken));
        }
    }

    private OriginText? One(IOperation value, int depth, CancellationToken cancellationToken)
    {
        if (++depth > MaxDepth)
            return null;
        value = value.Unwrapped();
        if (value.ConstantValue is { HasValue: true, Value: string constant })
            return new OriginText(constant, value.Syntax, DeclaredLiteral(value, cancellationToken) ?? LeftmostLiteral(value.Syntax));
        return value switch
        {
            IUtf8StringOperation utf8 => new OriginText(utf8.Value, utf8.Syntax, utf8.Syntax),
            IFieldReferenceOperation field => OfField(field, depth, cancellationToken),
            IInterpolatedStringOperation interpolated => Joined(value, interpolated.Parts.Select(part => OfPart(part, depth, cancellationToken))),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } sum =>
                Joined(value, [One(sum.LeftOperand, depth, cancellationToken), One(sum.RightOperand, depth, cancellationToken)]),
            IInvocationOperation { TargetMethod: { Name: "Concat", ContainingType.SpecialType: SpecialType.System_String } } call when AreTexts(call) =>
                Joined(value, call.Arguments.Select(argument => One(argument.Value, depth, cancellationToken))),
            IInvocationOperation { TargetMethod: { Name: "Format", ContainingType.SpecialType: SpecialType.System_String } } call => OfFormat(call, depth, cancellationToken),
            ILocalReferenceOperation local when _locals.ValueOf(local.Local) is { } written and not (IArgumentOperation or IPatternOperation) => One(written, depth, cancellationToken),
            _ => null,
        };
    }

    private OriginText? OfPart(IInterpolatedStringContentOperation part, int depth, CancellationToken cancellationToken) => part switch
    {
        IInterpolatedStringTextOperation { Syntax: InterpolatedStringTextSyntax text } => new OriginText(text.TextToken.ValueText, text, text),
        IInterpolationOperation { FormatString: null, Alignment: null } hole => One(hole.Expression, depth, cancellationToken),
        _ => null,
    };

    private static bool AreTexts(IInvocationOperation call) => call.TargetMethod.Parameters.All(static parameter => parameter.Type.SpecialType == SpecialType.System_String);

    private OriginText? OfFormat(IInvocationOperation call, int depth, CancellationToken cancellationToken)
    {
        var format = call.Arguments.FirstOrDefault(static argument => argument.Parameter is { Name: "format", Type.SpecialType: SpecialType.System_String });
        if (format is null || One(format.Value, depth, cancellationToken) is not { } text)
            return null;
        var hole = text.Text.IndexOf('{');
        // Only the beginning is read: what follows the first hole takes the rules of composite formatting.
        return hole < 0 ? text : text with { Text = text.Text.Substring(0, hole) + OriginCheck.Unknown };
    }

    private OriginText? OfField(IFieldReferenceOperation reference, int depth, CancellationToken cancellationToken)
    {
        var field = reference.Field;
        if (!field.IsStatic || !field.IsReadOnly || field.ContainingType.StaticConstructors.Any(static constructor => !constructor.IsImplicitlyDeclared))
            return null;
        if (InitializerOf(field, cancellationToken) is not { } initializer)
            return null;
        if (initializer is LiteralExpressionSyntax { Token.Value: string text })
            return new OriginText(text, reference.Syntax, initializer);
        return reference.SemanticModel is { } model && model.SyntaxTree == initializer.SyntaxTree && model.GetOperation(initializer, cancellationToken) is { } value
            ? One(value, depth, cancellationToken)
            : null;
    }

    private static OriginText Joined(IOperation whole, IEnumerable<OriginText?> parts)
    {
        var all = parts.ToList();
        var text = string.Concat(all.Select(static part => part?.Text ?? OriginCheck.Unknown.ToString()));
        return new OriginText(text, whole.Syntax, all.FirstOrDefault()?.Source);
    }

    /// <summary>The literal that a constant of the source was given.</summary>
    private static SyntaxNode? DeclaredLiteral(IOperation constant, CancellationToken cancellationToken)
    {
        ISymbol? symbol = constant switch
        {
            IFieldReferenceOperation field => field.Field,
            ILocalReferenceOperation local => local.Local,
            _ => null,
        };
        return symbol is not null && InitializerOf(symbol, cancellationToken) is LiteralExpressionSyntax literal ? literal : null;
    }

    private static ExpressionSyntax? InitializerOf(ISymbol symbol, CancellationToken cancellationToken) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: var value } ? value : null;

    /// <summary>The literal with which a constant expression begins.</summary>
    private static SyntaxNode? LeftmostLiteral(SyntaxNode syntax) => syntax switch
    {
        LiteralExpressionSyntax literal => literal,
        ParenthesizedExpressionSyntax parenthesized => LeftmostLiteral(parenthesized.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => LeftmostLiteral(sum.Left),
        InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax first, ..] } => first,
        _ => null,
    };
}
