namespace GongSample.Server;

/// <summary>So many calls in each window of time.</summary>
internal sealed class RateLimit(int callsPerWindow, TimeSpan window, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _windowEnd = clock.GetUtcNow() + window;
    private int _calls;

    /// <summary>Counts a call.</summary>
    /// <returns>Null where the call may go on, or else how long to wait.</returns>
    public TimeSpan? Take()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (now >= _windowEnd)
            {
                _windowEnd = now + window;
                _calls = 0;
            }
            if (_calls >= callsPerWindow)
                return _windowEnd - now;
            _calls++;
            return null;
        }
    }

    /// <summary>Uses up what is left of the window.</summary>
    public void Exhaust()
    {
        while (Take() is null)
        {
        }
    }
}
