using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Specular.Analyzers.Rules.Constraints;

/// <summary>Checks a text against a <c>format</c> (JSON Schema Validation 2020-12, section 7.3). Only what is certainly wrong is a fault: servers differ in how strict they are.</summary>
internal static class FormatCheck
{
    private static readonly Regex s_uuid = new("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\z", RegexOptions.CultureInvariant);
    private static readonly Regex s_scheme = new("^[a-zA-Z][a-zA-Z0-9+.-]*:", RegexOptions.CultureInvariant);
    private static readonly Regex s_dateTime = new("^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})([.][0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})\\z", RegexOptions.CultureInvariant);

    /// <summary>What is wrong with the text; null where nothing is, for certain.</summary>
    public static string? Find(string format, string text) => format switch
    {
        "uuid" => s_uuid.IsMatch(text) ? null : "is no UUID",
        "date" => IsDate(text) ? null : "is no date such as '2026-01-31'",
        "date-time" => IsDateTime(text) ? null : "is no date and time such as '2026-01-31T12:00:00Z'",
        "email" => IsEmail(text) ? null : "is no e-mail address",
        "uri" => FindUri(text),
        "ipv4" => IsIpv4(text) ? null : "is no IPv4 address",
        "ipv6" => IsIpv6(text) ? null : "is no IPv6 address",
        "hostname" => IsHostname(text) ? null : "is no host name",
        _ => null,
    };

    /// <summary>What is wrong with a text of which only parts are known, null for each that is not; null where nothing is, for certain.</summary>
    public static string? FindInParts(string format, IReadOnlyList<string?> parts)
    {
        if (format is not ("uri" or "uuid" or "ipv4" or "ipv6" or "hostname"))
            return null;
        if (parts.Any(static part => part is not null && part.Any(char.IsWhiteSpace)))
            return "has white space in it";
        return format == "uri" && parts.Count > 0 && parts[0] is { } start && start.IndexOfAny(['/', '?', '#']) is >= 0 and var end && start.IndexOf(':', 0, end) < 0
            ? "is no URI: it has no scheme, such as 'https:'"
            : null;
    }

    private static bool IsDate(string text) => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsDateTime(string text)
    {
        var match = s_dateTime.Match(text);
        return match.Success && IsDate(match.Groups["date"].Value) && IsAtMost("hour", 23) && IsAtMost("minute", 59) && IsAtMost("second", 60);

        bool IsAtMost(string part, int most) => int.Parse(match.Groups[part].Value, NumberStyles.None, CultureInfo.InvariantCulture) <= most;
    }

    private static bool IsEmail(string text)
    {
        var at = text.LastIndexOf('@');
        return at > 0 && at < text.Length - 1 && (text[0] == '"' || !text.Any(char.IsWhiteSpace));
    }

    private static string? FindUri(string text)
    {
        if (text.Any(static c => char.IsWhiteSpace(c) || char.IsControl(c)))
            return "is no URI: there is white space in it";
        return s_scheme.IsMatch(text) ? null : "is no URI: it has no scheme, such as 'https:'";
    }

    private static bool IsIpv4(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 4 && parts.All(static part => part.Length is > 0 and <= 3 && part.All(static c => c is >= '0' and <= '9') && (part.Length == 1 || part[0] != '0')
            && int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture) <= byte.MaxValue);
    }

    private static bool IsIpv6(string text) =>
        text.All(static c => c is ':' or '.' or >= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F') && IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;

    private static bool IsHostname(string text)
    {
        var name = text.EndsWith(".", StringComparison.Ordinal) ? text.Substring(0, text.Length - 1) : text;
        return name.Length is > 0 and <= 253
            && !name.Any(static c => char.IsWhiteSpace(c) || c is '/' or ':' or '@' or '?' or '#')
            && name.Split('.').All(static label => label.Length is > 0 and <= 63 && label[0] != '-' && label[label.Length - 1] != '-');
    }
}
