using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Specular.Analyzers;
using Specular.Analyzers.Rules.HttpsOrigins;
using Specular.CodeFixes.Fixing;

namespace Specular.CodeFixes;

/// <summary>Cures SPEC102: makes an https origin of the literal that is at fault.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HttpsOriginFixer))]
public sealed class HttpsOriginFixer : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.HttpsOrigin);

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => new MergingFixAllProvider("Use https origins", FindAsync);

    /// <inheritdoc />
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => FixRegistration.RegisterAsync(context, FindAsync);

    private static async Task<Fix?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(OriginReport.OldText, out var oldText) || !diagnostic.Properties.TryGetValue(OriginReport.NewText, out var newText))
            return null;
        if (oldText is null || newText is null || diagnostic.AdditionalLocations.FirstOrDefault() is not { SourceTree: { } tree } place)
            return null;
        // The literal may stand in another file than the squiggle, where a constant is shared.
        if (document.Project.Solution.GetDocument(tree) is not { } target)
            return null;
        var text = await target.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (place.SourceSpan.End > text.Length || text.ToString(place.SourceSpan) != oldText)
            return null;
        return new Fix($"Use '{newText}'", ImmutableArray.Create(new Edit(target.Id, place.SourceSpan, newText)));
    }
}
