using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Specular.Generator.Binding.Schemas;
using Specular.Generator.Diagnostics;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Operations;

/// <summary>Finds the server that is meant where the caller names none (OpenAPI 3.1, sections 4.8.5 and 4.8.6).</summary>
internal static class ServerBinder
{
    private static readonly Regex s_variable = new(@"\{([^{}]*)\}", RegexOptions.CultureInvariant);

    /// <summary>The description's first server that can be reached from anywhere, or null after a report.</summary>
    public static string? OfDescription(BindingContext context)
    {
        var root = context.Description.Root;
        foreach (var server in root["servers"]?.Items ?? [])
        {
            if (Url(server) is { } url && IsUsable(url))
                return url;
        }

        var at = root["servers"] is { Items.Count: > 0 } servers ? servers.Items[0] : root["info"] ?? root;
        var reason = root["servers"] is { Items.Count: > 0 } declared && Url(declared.Items[0]) is { } first
            ? "The description's server '" + SchemaKeywords.Shown(first) + "' is none that a client could reach"
            : "The description names no server";
        context.Diagnostics.Report(Descriptors.NoServer, at, reason + "; give the HttpClient or the client's options a base address");
        return null;
    }

    /// <summary>The description's servers that can be reached, without the one that is taken.</summary>
    public static IReadOnlyList<string> Others(BindingContext context, string? server) =>
        [.. (context.Description.Root["servers"]?.Items ?? []).Select(Url).OfType<string>().Where(url => IsUsable(url) && url != server).Distinct(StringComparer.Ordinal)];

    /// <summary>The server of one operation, where it or its path names one; null for the description's.</summary>
    public static string? OfOperation(Node pathItem, Node operation, BindingContext context)
    {
        var servers = operation["servers"] is { Items.Count: > 0 } own ? own : pathItem["servers"] is { Items.Count: > 0 } ofPath ? ofPath : null;
        if (servers is null || Url(servers.Items[0]) is not { } url)
            return null;
        if (IsUsable(url))
            return url;
        context.Diagnostics.Report(Descriptors.NotSupported, servers.Items[0], "Server '" + SchemaKeywords.Shown(url) + "' is none that a client could reach; the operation goes to the client's base address");
        return null;
    }

    // Variables have a default by definition; one that has none stays as it stands, and makes the URL unusable.
    private static string? Url(Node server) => SchemaKeywords.NonEmptyText(server["url"]) is { } url
        ? s_variable.Replace(url, match => SchemaKeywords.Text(server["variables"]?[match.Groups[1].Value]?["default"]) ?? match.Value).Trim()
        : null;

    // Generators that run beside the server write down where they ran.
    private static bool IsUsable(string url) =>
        url.IndexOf('{') < 0
        && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && !uri.IsLoopback;
}
