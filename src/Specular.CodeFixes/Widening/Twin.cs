using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Specular.Analyzers.Rules.NarrowedIds;

namespace Specular.CodeFixes.Widening;

/// <summary>Finds the 64-bit twin of what a diagnostic points at, and of what directly takes its value.</summary>
internal static class Twin
{
    /// <summary>The replacements; none where there is no twin.</summary>
    public static ImmutableArray<Replacement> Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        diagnostic.Properties.TryGetValue(NarrowingShape.Key, out var shape);
        return (shape, node) switch
        {
            (NarrowingShape.Cast, CastExpressionSyntax cast) => OfCast(cast, model, cancellationToken).AddRange(Declarations.ToWiden(cast, model, cancellationToken)),
            (NarrowingShape.Value, ExpressionSyntax value) => Declarations.ToWiden(value, model, cancellationToken),
            (NarrowingShape.Call, ExpressionSyntax name) => OfCall(name, model, cancellationToken),
            (NarrowingShape.Type, TypeSyntax type) => Declarations.Widened(type, Declarations.MemberDeclaredBy(type, model, cancellationToken)),
            (NarrowingShape.Constraint, { }) => ImmutableArray.Create(new Replacement(node.SyntaxTree, diagnostic.Location.SourceSpan, "long")),
            _ => ImmutableArray<Replacement>.Empty,
        };
    }

    private static ImmutableArray<Replacement> OfCast(CastExpressionSyntax cast, SemanticModel model, CancellationToken cancellationToken)
    {
        var operand = model.GetTypeInfo(cast.Expression, cancellationToken).Type;
        var wide = cast.Type is NullableTypeSyntax ? "long?" : "long";
        // A value that has the type already needs no cast.
        return operand?.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat) == wide && !cast.ContainsDirectives
            ? ImmutableArray.Create(new Replacement(cast.SyntaxTree, TextSpan.FromBounds(cast.SpanStart, cast.Expression.SpanStart), ""))
            : Declarations.Widened(cast.Type, null);
    }

    private static ImmutableArray<Replacement> OfCall(ExpressionSyntax name, SemanticModel model, CancellationToken cancellationToken)
    {
        if (name.FirstAncestorOrSelf<InvocationExpressionSyntax>(invocation => invocation.Expression.Span.Contains(name.Span)) is not { } call)
            return ImmutableArray<Replacement>.Empty;
        var filled = call.ArgumentList.Arguments.LastOrDefault(static argument => argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword));
        // 'TryGetValue(out int id)' takes its type argument from what it fills.
        if (filled is not null && name is IdentifierNameSyntax && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { IsGenericMethod: true })
            return Declarations.ToWidenFor(filled.Expression, model, cancellationToken);
        var twin = name switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.Text: var method } access when method.StartsWith("To", StringComparison.Ordinal) => OfName(access.Name),
            MemberAccessExpressionSyntax access => OfTypeName(access.Expression),
            GenericNameSyntax { TypeArgumentList.Arguments: [var only] } => Declarations.Widened(only, null),
            SimpleNameSyntax { Identifier.Text: var method } simple when method.StartsWith("Get", StringComparison.Ordinal) || method.StartsWith("TryGet", StringComparison.Ordinal) => OfName(simple),
            _ => ImmutableArray<Replacement>.Empty,
        };
        if (twin.IsEmpty)
            return twin;
        return twin.AddRange(filled is null ? Declarations.ToWiden(call, model, cancellationToken) : Declarations.ToWidenFor(filled.Expression, model, cancellationToken));
    }

    /// <summary><c>ToInt32</c>, <c>GetSingle</c>, <c>TryGetUInt16</c> …: the last word of the name is the type.</summary>
    private static ImmutableArray<Replacement> OfName(SimpleNameSyntax name)
    {
        var method = name.Identifier.Text;
        var prefix = method.StartsWith("TryGet", StringComparison.Ordinal) ? "TryGet" : method.StartsWith("Get", StringComparison.Ordinal) ? "Get" : "To";
        return ImmutableArray.Create(new Replacement(name.SyntaxTree, name.Identifier.Span, prefix + "Int64"));
    }

    private static ImmutableArray<Replacement> OfTypeName(ExpressionSyntax type) => type switch
    {
        PredefinedTypeSyntax => ImmutableArray.Create(new Replacement(type.SyntaxTree, type.Span, "long")),
        IdentifierNameSyntax name => ImmutableArray.Create(new Replacement(type.SyntaxTree, name.Identifier.Span, "Int64")),
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } => ImmutableArray.Create(new Replacement(type.SyntaxTree, name.Identifier.Span, "Int64")),
        _ => ImmutableArray<Replacement>.Empty,
    };
}
