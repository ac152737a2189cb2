using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Specular.Analyzers;
using Specular.CodeFixes.Fixing;
using Specular.CodeFixes.Widening;

namespace Specular.CodeFixes;

/// <summary>Cures SPEC101: the narrow type or call becomes its 64-bit twin, and so does what is declared to hold the value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NarrowedIdFixer))]
public sealed class NarrowedIdFixer : CodeFixProvider
{
    private const string Title = "Use 'long'";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.NarrowedId);

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => new MergingFixAllProvider(Title, FindAsync);

    /// <inheritdoc />
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => FixRegistration.RegisterAsync(context, FindAsync);

    private static async Task<Fix?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || !root.FullSpan.Contains(diagnostic.Location.SourceSpan))
            return null;
        var start = Twin.Find(root, model, diagnostic, cancellationToken);
        var edits = start.IsEmpty ? ImmutableArray<Edit>.Empty : await new WideningRun(document.Project.Solution).TryAsync(start, cancellationToken).ConfigureAwait(false);
        return edits.IsEmpty ? null : new Fix(Title, edits);
    }
}
