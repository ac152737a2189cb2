using System;
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
    private readonly ValueFlow _flow;
    private readonly UriTexts _uris;

    public KnownTexts(ValueFlow flow)
    {
        _flow = flow;
        _uris = new UriTexts(flow, One);
    }

    /// <summary>The texts of which something is known.</summary>
    public IEnumerable<OriginText> Find(IOperation value, CancellationToken cancellationToken) =>
        Find(value, null, FlowPath.Start(cancellationToken)).Where(static text => text.Text.Length == 0 || text.Text[0] != OriginCheck.Unknown);

    private IEnumerable<OriginText> Find(IOperation value, SyntaxNode? place, FlowPath path)
    {
        if (!path.Budget.Spend())
            return [];
        value = value.Unwrapped();
        place ??= value.Syntax;
        switch (value)
        {
            case IConversionOperation conversion:
                return Find(conversion.Operand, place, path);
            case IConditionalOperation { WhenFalse: not null } choice:
                return Branches([choice.WhenTrue, choice.WhenFalse]);
            case ICoalesceOperation choice:
                return Branches([choice.Value, choice.WhenNull]);
            case ISwitchExpressionOperation choice:
                return Branches(choice.Arms.Select(static arm => arm.Value));
            case ISimpleAssignmentOperation assignment:
                return Find(assignment.Value, place, path);
            case { ConstantValue.HasValue: false } when _flow.SourcesOf(value, path) is { Count: > 0 } sources:
                return sources.SelectMany(source => Find(source.Value, place, source.Path));
            default:
                return One(value, path) is { } text ? [text with { Place = place }] : [];
        }

        // A branch that is written in place is reported by itself; what comes from elsewhere is reported where it is used.
        IEnumerable<OriginText> Branches(IEnumerable<IOperation> branches)
        {
            var inPlace = place == value.Syntax;
            return branches.SelectMany(branch => Find(branch, inPlace ? null : place, path));
        }
    }

    /// <summary>The one text that a value is; null where nothing of it is known, or where it may be one of several.</summary>
    private OriginText? One(IOperation value, FlowPath path)
    {
        if (!path.Budget.Spend())
            return null;
        value = value.Unwrapped();
        if (value.ConstantValue is { HasValue: true, Value: string constant })
            return new OriginText(constant, value.Syntax, DeclaredLiteral(value, path.Budget.CancellationToken) ?? LeftmostLiteral(value.Syntax));
        return value switch
        {
            IUtf8StringOperation utf8 => new OriginText(utf8.Value, utf8.Syntax, utf8.Syntax),
            IInterpolatedStringOperation interpolated => Joined(value, interpolated.Parts.Select(part => OfPart(part, path))),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } sum =>
                Joined(value, [One(sum.LeftOperand, path), One(sum.RightOperand, path)]),
            IInvocationOperation { TargetMethod.ContainingType.SpecialType: SpecialType.System_String } call => OfStringCall(call, path),
            _ => _uris.Find(value, path) ?? (_flow.SourcesOf(value, path) is [var only] ? One(only.Value, only.Path) : null),
        };
    }

    private OriginText? OfPart(IInterpolatedStringContentOperation part, FlowPath path) => part switch
    {
        IInterpolatedStringTextOperation { Syntax: InterpolatedStringTextSyntax text } => new OriginText(text.TextToken.ValueText, text, text),
        IInterpolationOperation { FormatString: null, Alignment: null } hole => One(hole.Expression, path),
        _ => null,
    };

    private OriginText? OfStringCall(IInvocationOperation call, FlowPath path)
    {
        switch (call.TargetMethod.Name)
        {
            case "Concat" when ElementsIn(call, 0) is { } parts:
                return Joined(call, parts.Select(part => One(part, path)));
            case "Join" when call.ArgumentFor(0).ConstantText() is { } separator && ElementsIn(call, 1) is { } parts:
                return Joined(call, Separated(parts.Select(part => One(part, path)), new OriginText(separator, call.Syntax, null)));
            case "Format":
                return OfFormat(call, path);
            case "ToString" or "ToLowerInvariant" or "ToLower" or "ToUpperInvariant" or "ToUpper" when call.Instance is { } whole:
                return One(whole, path);
            case "Trim" when call.Arguments.IsEmpty && call.Instance is { } padded && One(padded, path) is { } text:
                return text with { Text = text.Text.Trim() };
            case "TrimEnd" when call.Instance is { } ended && One(ended, path) is { } text && call.Arguments is [{ Value: var cut }] && CharactersIn(cut) is { } characters:
                return text with { Text = text.Text.TrimEnd(characters) };
            default:
                return null;
        }
    }

    private static char[]? CharactersIn(IOperation cut)
    {
        var values = cut.ConstantValue.HasValue ? [cut] : cut.Unwrapped() is IArrayCreationOperation { Initializer: { } initializer } ? initializer.ElementValues.ToArray() : [];
        var characters = values.Select(static value => value.ConstantValue.Value).OfType<char>().ToArray();
        return characters.Length > 0 && characters.Length == values.Length ? characters : null;
    }

    private static IEnumerable<OriginText?> Separated(IEnumerable<OriginText?> parts, OriginText separator) =>
        parts.SelectMany((part, index) => index == 0 ? new[] { part } : [separator, part]);

    /// <summary>The texts that are joined, whether they are arguments of their own or elements of one; null where some are not in place.</summary>
    private static IReadOnlyList<IOperation>? ElementsIn(IInvocationOperation call, int from)
    {
        var parts = new List<IOperation>();
        foreach (var argument in call.Arguments.Where(argument => argument.Parameter?.Ordinal >= from).OrderBy(static argument => argument.Parameter?.Ordinal))
        {
            switch (argument.Value.Unwrapped())
            {
                case IArrayCreationOperation { Initializer: { } initializer }:
                    parts.AddRange(initializer.ElementValues);
                    break;
                case { Kind: OperationReading.CollectionExpression } elements:
                    parts.AddRange(elements.ChildOperations);
                    break;
                case { Type.SpecialType: SpecialType.System_String or SpecialType.System_Object }:
                    parts.Add(argument.Value);
                    break;
                default:
                    return null;
            }
        }
        return parts;
    }

    private OriginText? OfFormat(IInvocationOperation call, FlowPath path)
    {
        var format = call.Arguments.FirstOrDefault(static argument => argument.Parameter is { Name: "format", Type.SpecialType: SpecialType.System_String });
        if (format is null || One(format.Value, path) is not { } text)
            return null;
        var hole = text.Text.IndexOf('{');
        if (hole < 0)
            return text;
        // What follows the first hole takes the rules of composite formatting, except where the hole is a plain one and the text begins with it.
        var arguments = ElementsIn(call, format.Parameter!.Ordinal + 1);
        if (!text.Text.StartsWith("{0}", StringComparison.Ordinal) || arguments is not [var first, ..] || One(first, path) is not { } known)
            return text with { Text = text.Text.Substring(0, hole) + OriginCheck.Unknown };
        var rest = text.Text.Substring(3);
        hole = rest.IndexOf('{');
        return new OriginText(known.Text + (hole < 0 ? rest : rest.Substring(0, hole) + OriginCheck.Unknown), call.Syntax, known.Source);
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
