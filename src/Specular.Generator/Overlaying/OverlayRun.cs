using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Specular.Generator.Diagnostics;
using Specular.Generator.Overlaying.Paths;
using Specular.Generator.Reading;

namespace Specular.Generator.Overlaying;

/// <summary>Applies overlays to a description as it stands in its file.</summary>
internal sealed class OverlayRun
{
    /// <summary>Values that the actions of an overlay may look at, copy and make, together.</summary>
    private const long MaxSteps = 20_000_000;

    /// <summary>Values that an overlay may add; what is added in several places counts in each.</summary>
    private const long MaxAdded = ReadingLimits.AliasedNodes;

    private readonly StepBudget _budget;
    private readonly NodeMerge _merge;
    private readonly ICollection<DiagnosticInfo> _diagnostics;
    private long _added;

    private OverlayRun(ICollection<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        _budget = new StepBudget(MaxSteps, cancellationToken);
        _merge = new NodeMerge(_budget);
        _diagnostics = diagnostics;
    }

    /// <param name="description">The root of the description.</param>
    /// <param name="overlay">The root of the overlay.</param>
    /// <param name="diagnostics">Takes what there is to say.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The description with every change that could be made.</returns>
    public static Node Apply(Node description, Node overlay, ICollection<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        var run = new OverlayRun(diagnostics, cancellationToken);
        foreach (var action in OverlayReader.Read(overlay, diagnostics))
        {
            cancellationToken.ThrowIfCancellationRequested();
            description = run.Apply(description, action);
            if (!run._budget.IsExhausted)
                continue;
            run.Refuse(action, "up to here this overlay looks at or makes more than 20 million values; this action and those after it are not carried out");
            break;
        }

        return description;
    }

    private Node Apply(Node description, OverlayAction action)
    {
        var evaluator = new PathEvaluator(description, _budget);
        var targets = evaluator.Evaluate(action.Target);
        if (targets.Count == 0)
        {
            if (!_budget.IsExhausted)
                _diagnostics.Add(DiagnosticInfo.Create(Descriptors.UnmatchedTarget, action.TargetText.File.Locate(OverlayReader.Marked(action.TargetText)), OverlayReader.Shown(action.TargetText.Text)));
            return description;
        }

        if (action.Remove && targets.Any(target => target.Parent is null))
            return Refuse(action, "the whole description cannot be removed", description);
        if (!TryFindUpdate(action, evaluator, out var update))
            return description;
        if (!action.Remove && Objection(targets, update!) is { } objection)
            return Refuse(action, objection, description);

        var edits = EditTree.Of(targets, _budget);
        var changed = edits.Apply(description, (target, _) => action.Remove ? null : _merge.Merge(target, update!), _budget);

        // What was cut short is not whole.
        return _budget.IsExhausted || changed is null ? description : changed;
    }

    private bool TryFindUpdate(OverlayAction action, PathEvaluator evaluator, out Node? update)
    {
        update = action.Update;
        if (action.Remove || action.Copy is null)
            return true;
        var found = evaluator.Evaluate(action.Copy);
        update = found.Count == 1 ? found[0].Node : null;
        if (update is null && !_budget.IsExhausted)
            Refuse(action, "'copy' has to find one value, and finds " + found.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return update is not null;
    }

    private string? Objection(List<Place> targets, Node update)
    {
        var (height, size) = _merge.Extent(update);
        foreach (var target in targets)
        {
            if (NodeMerge.Conflict(target.Node, update) is { } conflict)
                return conflict;
            if (Depth(target) + height > ReadingLimits.Depth)
                return ReadingLimits.TooDeep;
            _added += size;
            if (_added > MaxAdded)
                return "up to here this overlay adds more than 4 million values";
        }

        return null;
    }

    private int Depth(Place place)
    {
        var depth = 0;
        for (var step = place; step.Parent is not null && _budget.Take(); step = step.Parent)
            depth++;
        return depth;
    }

    private Node Refuse(OverlayAction action, string why, Node description)
    {
        Refuse(action, why);
        return description;
    }

    private void Refuse(OverlayAction action, string why) =>
        _diagnostics.Add(DiagnosticInfo.Create(Descriptors.InvalidOverlay, action.At.File.Locate(OverlayReader.Marked(action.TargetText)), why));
}
