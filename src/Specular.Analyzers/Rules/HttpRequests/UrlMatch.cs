using System;
using System.Linq;
using System.Text.RegularExpressions;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Rules.HttpsOrigins;

namespace Specular.Analyzers.Rules.HttpRequests;

/// <summary>Finds the operation that a URL leads to (OpenAPI 3.1, section 4.8.8: a path without parameters comes before one with).</summary>
internal static class UrlMatch
{
    private static readonly Regex s_parameter = new(@"\{[^{}]*\}", RegexOptions.CultureInvariant);

    /// <summary>The operation; null where none is certain to be meant.</summary>
    /// <param name="url">An absolute URL, perhaps with parts that are not known.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="client">A client.</param>
    /// <param name="operations">The operations of all clients.</param>
    public static ApiOperation? Find(string url, string method, ApiClient client, ApiOperations operations)
    {
        var end = url.IndexOfAny(['?', '#']);
        if (end >= 0)
            url = url.Substring(0, end);

        // Whether anything goes to the description's servers at all is asked first.
        var ofClient = PathBelowAny(url, client);
        return ofClient is null && !MayBeBelowOwnServer(url, client, operations) ? null : Find(url, ofClient, method, client, operations);
    }

    private static ApiOperation? Find(string url, string? ofClient, string method, ApiClient client, ApiOperations operations) =>
        operations.Of(client)
            .Where(operation => operation.Facts.Method == method)
            .Select(operation => (Operation: operation, Path: operation.Facts.Server is { } own ? PathBelow(url, own) : ofClient))
            .Where(static candidate => candidate.Path is not null && Matches(candidate.Path, candidate.Operation.Facts.Path))
            .OrderBy(static candidate => s_parameter.Matches(candidate.Operation.Facts.Path).Count)
            .Select(static candidate => candidate.Operation)
            .FirstOrDefault();

    private static string? PathBelowAny(string url, ApiClient client)
    {
        foreach (var server in client.Servers)
        {
            if (PathBelow(url, server) is { } path)
                return path;
        }
        return null;
    }

    private static bool MayBeBelowOwnServer(string url, ApiClient client, ApiOperations operations)
    {
        if (url.IndexOf(OriginCheck.Unknown) is >= 0 and var unknown && unknown <= "https://".Length)
            return false;
        foreach (var operation in operations.Of(client))
        {
            if (operation.Facts.Server is { } own && PathBelow(url, own) is not null)
                return true;
        }
        return false;
    }

    /// <summary>The path of a URL below that of a server; null where it goes elsewhere, or that is not known.</summary>
    private static string? PathBelow(string url, string server)
    {
        if (Split(url) is not var (authority, path) || Split(server) is not var (serverAuthority, serverPath) || !string.Equals(authority, serverAuthority, StringComparison.OrdinalIgnoreCase))
            return null;
        serverPath = serverPath.TrimEnd('/');
        return path.StartsWith(serverPath, StringComparison.Ordinal) && path.Length > serverPath.Length && path[serverPath.Length] == '/' ? path.Substring(serverPath.Length) : null;
    }

    private static (string Authority, string Path)? Split(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || url.Substring(0, scheme).ToLowerInvariant() is not ("https" or "http") and var _)
            return null;
        var start = scheme + 3;
        var slash = url.IndexOf('/', start);
        var authority = slash < 0 ? url.Substring(start) : url.Substring(start, slash - start);
        if (authority.IndexOf(OriginCheck.Unknown) >= 0)
            return null;
        var port = url[scheme - 1] is 's' or 'S' ? ":443" : ":80";
        return (authority.EndsWith(port, StringComparison.Ordinal) ? authority.Substring(0, authority.Length - port.Length) : authority, slash < 0 ? "" : url.Substring(slash));
    }

    private static bool Matches(string path, string template)
    {
        var segments = path.Split('/');
        var expected = template.Split('/');
        return segments.Length == expected.Length && segments.Zip(expected, MatchesSegment).All(static matches => matches);
    }

    private static bool MatchesSegment(string segment, string template)
    {
        if (template.IndexOf('{') < 0)
            return segment == template;
        var pattern = "^" + string.Join(".+", s_parameter.Split(template).Select(Regex.Escape)) + "\\z";
        return Regex.IsMatch(segment, pattern, RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }
}
