using System;
using System.Net.Http;
using System.Net.Http.Headers;

namespace Specular.Runtime;

/// <summary>How long a server asks to wait before the next request (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    // What RFC 9111, section 1.2.2, takes a number of seconds for that is too large to be held.
    private const long Longest = int.MaxValue;

    /// <summary>The time to wait, never negative; <c>null</c> where the response does not say or what it says makes no sense.</summary>
    /// <param name="response">The response.</param>
    /// <param name="now">The time that a date is counted from if the response has no <c>Date</c> of the server's own clock.</param>
    public static TimeSpan? Parse(HttpResponseMessage response, DateTimeOffset now)
    {
        var text = HeaderRead.First(response, "Retry-After");
        if (string.IsNullOrEmpty(text)) return null;
        if (TrySeconds(text!, out var seconds)) return TimeSpan.FromSeconds((double)seconds);
        if (!HttpDate.TryParse(text!, out var date)) return null;
        if (HeaderRead.First(response, "Date") is { } sent && HttpDate.TryParse(sent, out var origin)) now = origin;
        var wait = date - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait.TotalSeconds > Longest ? TimeSpan.FromSeconds((double)Longest) : wait;
    }

    /// <summary>The same of the headers of a response, with dates counted from the server's own clock, or else from this machine's.</summary>
    public static TimeSpan? Parse(HttpResponseHeaders headers)
    {
        using var response = new HttpResponseMessage();
        foreach (var name in new[] { "Retry-After", "Date" })
        {
            if (headers.TryGetValues(name, out var values))
                response.Headers.TryAddWithoutValidation(name, values);
        }

        return Parse(response, DateTimeOffset.UtcNow);
    }

    private static bool TrySeconds(string text, out long seconds)
    {
        seconds = 0;
        var start = text[0] == '-' ? 1 : 0;
        if (text.Length == start) return false;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is < '0' or > '9') return false;
            seconds = Math.Min(seconds * 10 + (text[i] - '0'), Longest);
        }

        if (start == 1) seconds = 0;
        return true;
    }
}
