using System;
using System.Globalization;

namespace Specular.Analyzers.Rules.HttpsOrigins;

/// <summary>What is wrong with an origin.</summary>
/// <param name="Reason">The reason, to be read after "but".</param>
/// <param name="Cure">The origin as it should be; null where that cannot be told.</param>
internal sealed record OriginFault(string Reason, string? Cure);

/// <summary>
/// Checks a serialized origin: <c>https://</c>, a host, an optional port, and nothing else (RFC 6454, section 6.1). Scheme and host are compared without regard to case.
/// A text may be known in part: <see cref="Unknown"/> stands for any text of any length, and only what is certain is a fault.
/// </summary>
internal static class OriginCheck
{
    /// <summary>Stands for text that is not known.</summary>
    public const char Unknown = '\0';

    private const string Https = "https://";

    /// <summary>Finds the first fault; null where there is none, or none that is certain.</summary>
    public static OriginFault? Find(string origin)
    {
        if (origin.Length == 0)
            return new OriginFault("it is empty", null);
        if (origin.Trim().Length == 0)
            return new OriginFault("it is blank", null);
        var scheme = origin.IndexOf("://", StringComparison.Ordinal);
        var unknown = origin.IndexOf(Unknown);
        if (scheme < 0 || (unknown >= 0 && unknown < scheme))
            return FindBeforeScheme(origin, unknown);
        var name = origin.Substring(0, scheme);
        var rest = origin.Substring(scheme + 3);
        if (HasWhiteSpace(origin))
            return Fault(origin, "has white space in it", Cure(rest.Trim()));
        if (!name.Equals("https", StringComparison.OrdinalIgnoreCase))
            return Fault(origin, name.Length == 0 ? "has no scheme" : $"has the scheme '{name}'", Cure(rest));
        return FindAfterScheme(origin, rest);
    }

    private static OriginFault? FindBeforeScheme(string origin, int unknown)
    {
        var known = unknown < 0 ? origin : origin.Substring(0, unknown);
        // What is known so far may still go on to 'https://'.
        if (unknown >= 0)
            return Https.StartsWith(known, StringComparison.OrdinalIgnoreCase) ? null : Fault(origin, "does not begin with 'https://'", null);
        if (HasWhiteSpace(origin))
            return Fault(origin, "has white space in it", Cure(origin.Trim().TrimStart('/')));
        return Fault(origin, "has no scheme", Cure(origin.TrimStart('/')));
    }

    private static OriginFault? FindAfterScheme(string origin, string rest)
    {
        var end = rest.IndexOfAny(['/', '\\', '?', '#']);
        var authority = end < 0 ? rest : rest.Substring(0, end);
        if (authority.IndexOf('@') >= 0)
            return Fault(origin, "has user information in it", Cure(rest));
        if (authority.Length == 0)
            return Fault(origin, "has no host", null);
        if (end >= 0)
        {
            var tail = Shown(rest.Substring(end));
            var what = rest[end] switch
            {
                '?' => $"has the query '{tail}'",
                '#' => $"has the fragment '{tail}'",
                _ when tail == "/" => "ends with '/', which is a path",
                _ => $"has the path '{tail}'",
            };
            return Fault(origin, what, Cure(authority));
        }
        return IsPort(authority) ? null : Fault(origin, "has no valid port after its ':'", null);
    }

    private static bool IsPort(string authority)
    {
        var colon = authority.LastIndexOf(':');
        // The colons of an IPv6 address stand in brackets.
        if (colon < 0 || authority.IndexOf(']') > colon || authority.IndexOf(Unknown, colon) >= 0)
            return true;
        return int.TryParse(authority.Substring(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue;
    }

    /// <summary>An https origin of the authority at hand, if what comes of it has no fault itself.</summary>
    private static string? Cure(string rest)
    {
        var end = rest.IndexOfAny(['/', '\\', '?', '#']);
        var authority = end < 0 ? rest : rest.Substring(0, end);
        authority = authority.Substring(authority.LastIndexOf('@') + 1);
        return authority.Length > 0 && authority.IndexOf(Unknown) < 0 && Uri.CheckHostName(HostOf(authority)) != UriHostNameType.Unknown && IsPort(authority) ? Https + authority : null;
    }

    private static string HostOf(string authority)
    {
        var colon = authority.LastIndexOf(':');
        return colon < 0 || authority.IndexOf(']') > colon ? authority : authority.Substring(0, colon);
    }

    private static OriginFault Fault(string origin, string reason, string? cure) => new($"'{Shown(origin)}' {reason}", cure);

    /// <summary>The text as a message shows it: without credentials, since messages end up in build logs.</summary>
    private static string Shown(string text)
    {
        var at = text.IndexOf('@');
        var start = text.IndexOf("://", StringComparison.Ordinal);
        if (at >= 0)
            text = text.Substring(0, start >= 0 && start < at ? start + 3 : 0) + Unknown + text.Substring(at);
        return text.Replace(Unknown, '…');
    }

    private static bool HasWhiteSpace(string text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                return true;
        }
        return false;
    }
}
