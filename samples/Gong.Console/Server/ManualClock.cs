namespace GongSample.Server;

/// <summary>A clock that stands still until it is told to go on, so that no one has to wait for a rate limit.</summary>
internal sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private long _utcTicks = start.UtcTicks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _utcTicks), TimeSpan.Zero);

    /// <summary>Lets <paramref name="time"/> go by.</summary>
    public void Advance(TimeSpan time) => Interlocked.Add(ref _utcTicks, time.Ticks);
}
