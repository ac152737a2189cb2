using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Specular.Analyzers;
using Specular.Analyzers.Rules.Values;
using Specular.CodeFixes.Fixing;

namespace Specular.CodeFixes;

/// <summary>Cures SPEC103 where the literal is a misspelling of one of the values.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotInEnumFixer))]
public sealed class NotInEnumFixer : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.NotInEnum);

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => new MergingFixAllProvider("Use the description's values", FindAsync);

    /// <inheritdoc />
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => FixRegistration.RegisterAsync(context, FindAsync);

    private static async Task<Fix?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(LiteralCure.NewText, out var newText) || newText is null || diagnostic.AdditionalLocations.FirstOrDefault() is not { SourceTree: { } tree } place)
            return null;
        if (document.Project.Solution.GetDocument(tree) is not { } target || await target.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
            return null;
        return root.FullSpan.Contains(place.SourceSpan) && root.FindNode(place.SourceSpan, getInnermostNodeForTie: true) is LiteralExpressionSyntax
            ? new Fix($"Use {newText}", ImmutableArray.Create(new Edit(target.Id, place.SourceSpan, newText)))
            : null;
    }
}
