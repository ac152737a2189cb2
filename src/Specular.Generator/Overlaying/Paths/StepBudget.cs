using System.Threading;

namespace Specular.Generator.Overlaying.Paths;

/// <summary>Counts what an overlay does, so that none can hold up the compiler: once the budget is used up, everything ends as soon as it can.</summary>
internal sealed class StepBudget(long steps, CancellationToken cancellationToken)
{
    private long _left = steps;

    public bool IsExhausted => _left < 0;

    /// <summary>Leaves nothing.</summary>
    public void Exhaust() => _left = -1;

    /// <summary>Pays for a step; false where nothing is left.</summary>
    public bool Take(long count = 1)
    {
        // Asking for cancellation costs more than a step.
        if ((_left & 0xFFF) == 0)
            cancellationToken.ThrowIfCancellationRequested();
        if (_left >= 0)
            _left = count > _left ? -1 : _left - count;
        return _left >= 0;
    }
}
