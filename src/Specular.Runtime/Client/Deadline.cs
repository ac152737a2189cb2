using System;
#if NET8_0_OR_GREATER
using System.Collections.Concurrent;
#endif
using System.Threading;

namespace Specular.Runtime;

/// <summary>The end of the time that a body may take. Sources are used again where .NET allows it: nearly all bodies come in time.</summary>
internal readonly struct Deadline : IDisposable
{
    private readonly CancellationTokenSource _source;
#if NET8_0_OR_GREATER
    // More are made where more bodies than these are read at once, and let go again.
    private const int MostKept = 32;

    private static readonly ConcurrentQueue<CancellationTokenSource> s_kept = new();

    private readonly CancellationTokenRegistration _caller;

    private Deadline(TimeSpan left, CancellationToken caller)
    {
        _source = s_kept.TryDequeue(out var kept) ? kept : new CancellationTokenSource();
        _source.CancelAfter(left);
        _caller = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Once this has returned, the caller's token cancels nothing that somebody else has by then.
        _caller.Dispose();
        if (s_kept.Count < MostKept && _source.TryReset())
            s_kept.Enqueue(_source);
        else
            _source.Dispose();
    }
#else
    private Deadline(TimeSpan left, CancellationToken caller)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _source.CancelAfter(left);
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
#endif

    /// <summary>Begins to count.</summary>
    /// <param name="left">How long it is until the end; not negative.</param>
    /// <param name="caller">Ends it earlier.</param>
    public static Deadline After(TimeSpan left, CancellationToken caller) => new(left, caller);

    /// <summary>Is cancelled at the end.</summary>
    public CancellationToken Token => _source.Token;
}
