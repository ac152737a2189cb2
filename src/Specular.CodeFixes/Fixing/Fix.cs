using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Specular.CodeFixes.Fixing;

/// <summary>One replacement in a document as it was before any fix.</summary>
internal readonly record struct Edit(DocumentId Document, TextSpan Span, string NewText);

/// <summary>What cures one diagnostic: replacements that belong together.</summary>
internal sealed record Fix(string Title, ImmutableArray<Edit> Edits)
{
    /// <summary>Makes the replacements of several fixes at once. What two of them have in common is made once; a fix that contradicts an earlier one is left out.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<Fix> fixes, CancellationToken cancellationToken)
    {
        var accepted = new List<Edit>();
        foreach (var fix in fixes)
        {
            var added = fix.Edits.Except(accepted).ToList();
            if (!added.Any(edit => accepted.Any(other => Contradict(edit, other))))
                accepted.AddRange(added);
        }
        foreach (var edits in accepted.GroupBy(static edit => edit.Document))
        {
            if (solution.GetDocument(edits.Key) is not { } document)
                continue;
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var changes = edits.OrderBy(static edit => edit.Span.Start).Select(static edit => new TextChange(edit.Span, edit.NewText));
            solution = solution.WithDocumentText(edits.Key, text.WithChanges(changes));
        }
        return solution;
    }

    /// <summary>The fix, if what comes of it compiles as well as before; else null.</summary>
    public async Task<Fix?> IfCompilesAsync(Document document, CancellationToken cancellationToken)
    {
        var solution = await ApplyAsync(document.Project.Solution, [this], cancellationToken).ConfigureAwait(false);
        var after = await ErrorsAsync(solution.GetDocument(document.Id), cancellationToken).ConfigureAwait(false);
        return after == 0 || after <= await ErrorsAsync(document, cancellationToken).ConfigureAwait(false) ? this : null;
    }

    private static async Task<int> ErrorsAsync(Document? document, CancellationToken cancellationToken) =>
        document is not null && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? model.GetDiagnostics(null, cancellationToken).Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            : 0;

    // What merely touches does not contradict, except that two insertions at one place have no order.
    private static bool Contradict(Edit one, Edit other) => one.Document == other.Document && one.Span.IntersectsWith(other.Span)
        && ((one.Span.IsEmpty && other.Span.IsEmpty) || (one.Span.End != other.Span.Start && other.Span.End != one.Span.Start));
}
