using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Specular.CodeFixes.Fixing;

/// <summary>Fixes every diagnostic of a document, project or solution at once. Several of them may want the same declaration changed, which the batch fixer of Roslyn takes for a conflict.</summary>
internal sealed class MergingFixAllProvider : FixAllProvider
{
    private readonly string _title;
    private readonly FixFinder _find;

    public MergingFixAllProvider(string title, FixFinder find)
    {
        _title = title;
        _find = find;
    }

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var solution = fixAllContext.Solution;
        var fixes = new List<Fix>();
        foreach (var diagnostic in await DiagnosticsAsync(fixAllContext).ConfigureAwait(false))
        {
            if (diagnostic.Location.SourceTree is { } tree
                && solution.GetDocument(tree) is { } document
                && await _find(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false) is { } fix)
            {
                fixes.Add(fix);
            }
        }
        return fixes.Count == 0 ? null : CodeAction.Create(_title, token => Fix.ApplyAsync(solution, fixes, token), fixAllContext.CodeActionEquivalenceKey);
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        if (context is { Scope: FixAllScope.Document, Document: { } document })
            return Ordered(await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false));
        var projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects.Where(project => project.Language == context.Project.Language) : [context.Project];
        var all = new List<Diagnostic>();
        foreach (var project in projects)
            all.AddRange(Ordered(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false)));
        return all;
    }

    private static IEnumerable<Diagnostic> Ordered(ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceTree?.FilePath, System.StringComparer.Ordinal).ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start);
}
