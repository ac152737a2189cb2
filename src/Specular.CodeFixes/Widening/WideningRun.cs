using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;
using Specular.CodeFixes.Fixing;

namespace Specular.CodeFixes.Widening;

/// <summary>
/// Makes replacements and asks the compiler what it thinks of them. Where a 64-bit value now goes into a narrow variable, the variable is widened too, and the compiler is
/// asked again. Only what compiles in the end is a fix.
/// </summary>
internal sealed class WideningRun
{
    // "Cannot implicitly convert type 'long' to 'int'. An explicit conversion exists."
    private const string NeedsCast = "CS0266";
    private const int MaxRounds = 4;

    private readonly Solution _before;
    private readonly HashSet<DocumentId> _touched = [];
    private Solution _after;

    public WideningRun(Solution solution) => _before = _after = solution;

    /// <summary>The edits that widen everything there is to widen; none where the result would not compile.</summary>
    public async Task<ImmutableArray<Edit>> TryAsync(ImmutableArray<Replacement> replacements, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            if (!await ReplaceAsync(replacements, cancellationToken).ConfigureAwait(false))
                return ImmutableArray<Edit>.Empty;
            var errors = await NewErrorsAsync(cancellationToken).ConfigureAwait(false);
            if (errors.Count == 0)
                return await EditsAsync(cancellationToken).ConfigureAwait(false);
            replacements = await CureAsync(errors, cancellationToken).ConfigureAwait(false);
            if (replacements.IsEmpty)
                break;
        }
        return ImmutableArray<Edit>.Empty;
    }

    private async Task<bool> ReplaceAsync(ImmutableArray<Replacement> replacements, CancellationToken cancellationToken)
    {
        var solution = _after;
        foreach (var member in replacements.Select(static replacement => replacement.Member))
        {
            if (member is not null)
                await TouchReferencesAsync(member, cancellationToken).ConfigureAwait(false);
        }
        foreach (var inTree in replacements.GroupBy(static replacement => replacement.Tree))
        {
            if (_after.GetDocument(inTree.Key) is not { } document)
                return false;
            _touched.Add(document.Id);
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            // Two variables of one declaration want the same type changed.
            var changes = inTree.GroupBy(static replacement => replacement.Span).OrderBy(static same => same.Key.Start).Select(static same => new TextChange(same.Key, same.First().NewText));
            solution = solution.WithDocumentText(document.Id, text.WithChanges(changes));
        }
        _after = solution;
        return true;
    }

    private async Task TouchReferencesAsync(ISymbol member, CancellationToken cancellationToken)
    {
        foreach (var found in await SymbolFinder.FindReferencesAsync(member, _after, cancellationToken).ConfigureAwait(false))
        {
            foreach (var place in found.Locations)
                _touched.Add(place.Document.Id);
            // What overrides or implements it may stand where nothing refers to it.
            foreach (var place in found.Definition.Locations)
            {
                if (place.SourceTree is { } tree && _after.GetDocument(tree) is { } declaring)
                    _touched.Add(declaring.Id);
            }
        }
    }

    /// <summary>The errors of documents that have more of them than before.</summary>
    private async Task<List<Diagnostic>> NewErrorsAsync(CancellationToken cancellationToken)
    {
        var all = new List<Diagnostic>();
        foreach (var id in _touched)
        {
            var after = await ErrorsAsync(_after.GetDocument(id), cancellationToken).ConfigureAwait(false);
            if (after.Count > 0 && after.Count > (await ErrorsAsync(_before.GetDocument(id), cancellationToken).ConfigureAwait(false)).Count)
                all.AddRange(after);
        }
        return all;
    }

    private static async Task<List<Diagnostic>> ErrorsAsync(Document? document, CancellationToken cancellationToken)
    {
        var model = document is null ? null : await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model is null ? [] : model.GetDiagnostics(null, cancellationToken).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
    }

    private async Task<ImmutableArray<Replacement>> CureAsync(List<Diagnostic> errors, CancellationToken cancellationToken)
    {
        var cures = ImmutableArray.CreateBuilder<Replacement>();
        foreach (var error in errors)
        {
            if (error.Id != NeedsCast || error.Location.SourceTree is not { } tree || _after.GetDocument(tree) is not { } document)
                return ImmutableArray<Replacement>.Empty;
            var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
            var root = await tree.GetRootAsync(cancellationToken).ConfigureAwait(false);
            if (model is not null && root.FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax value)
                cures.AddRange(Declarations.ToWiden(value, model, cancellationToken));
        }
        return cures.ToImmutable();
    }

    private async Task<ImmutableArray<Edit>> EditsAsync(CancellationToken cancellationToken)
    {
        var edits = ImmutableArray.CreateBuilder<Edit>();
        foreach (var id in _touched)
        {
            if (_before.GetDocument(id) is not { } before || _after.GetDocument(id) is not { } after)
                continue;
            var oldText = await before.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var newText = await after.GetTextAsync(cancellationToken).ConfigureAwait(false);
            foreach (var change in newText.GetTextChanges(oldText))
                edits.Add(new Edit(id, change.Span, change.NewText ?? ""));
        }
        return edits.ToImmutable();
    }
}
