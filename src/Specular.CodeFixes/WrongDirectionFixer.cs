using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Specular.Analyzers;
using Specular.CodeFixes.Fixing;

namespace Specular.CodeFixes;

/// <summary>Cures SPEC112 in a request: leaves out what only the server sends.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WrongDirectionFixer))]
public sealed class WrongDirectionFixer : CodeFixProvider
{
    private const string Title = "Leave out what only the server sends";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.WrongDirection);

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => new MergingFixAllProvider(Title, FindAsync);

    /// <inheritdoc />
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => FixRegistration.RegisterAsync(context, FindAsync);

    private static async Task<Fix?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (diagnostic.AdditionalLocations.Count == 0 || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
            return null;
        if (root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<InitializerExpressionSyntax>() is not { } initializer)
            return null;
        var wrong = diagnostic.AdditionalLocations.Select(static place => place.SourceSpan).ToImmutableHashSet();
        var edits = ImmutableArray.CreateBuilder<Edit>();
        var parts = initializer.Expressions;
        var kept = false;
        for (var i = 0; i < parts.Count; i++)
        {
            if (!wrong.Contains(parts[i].Span))
            {
                kept = true;
                continue;
            }
            if (DoesMore(parts[i]))
                return null;

            // With the comma before it, or, where nothing before it is left, with the one behind it.
            var span = kept ? TextSpan.FromBounds(parts.GetSeparator(i - 1).SpanStart, parts[i].Span.End)
                : i + 1 < parts.Count ? TextSpan.FromBounds(parts[i].SpanStart, parts[i + 1].SpanStart)
                : TextSpan.FromBounds(parts[i].SpanStart, i < parts.SeparatorCount ? parts.GetSeparator(i).Span.End : parts[i].Span.End);
            edits.Add(new Edit(document.Id, span, ""));
        }
        return edits.Count == 0 ? null : new Fix(Title, edits.ToImmutable());
    }

    /// <summary>True where the value does something that would then not be done.</summary>
    private static bool DoesMore(ExpressionSyntax part) => part is not AssignmentExpressionSyntax { Right: var value } || value.DescendantNodesAndSelf().Any(static node =>
        node is AwaitExpressionSyntax or AssignmentExpressionSyntax or ThrowExpressionSyntax or DeclarationExpressionSyntax
            or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }
            or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression });
}
