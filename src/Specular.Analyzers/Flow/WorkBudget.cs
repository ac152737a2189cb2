using System.Threading;

namespace Specular.Analyzers.Flow;

/// <summary>
/// How many steps one question about a value may take. Code can be written in which every step doubles the ways to go; where the budget ends, the value is not known.
/// </summary>
internal sealed class WorkBudget
{
    private const int MostSteps = 512;

    private readonly CancellationToken _cancellationToken;
    private int _left = MostSteps;

    public WorkBudget(CancellationToken cancellationToken) => _cancellationToken = cancellationToken;

    public CancellationToken CancellationToken => _cancellationToken;

    /// <summary>Takes a step; false where there is none left.</summary>
    public bool Spend()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        return _left-- > 0;
    }
}
