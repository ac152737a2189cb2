using System;
using System.Collections.Generic;

namespace Specular.Generator.Reading.Swagger;

/// <summary>Makes the servers of OpenAPI 3.0 of <c>schemes</c>, <c>host</c> and <c>basePath</c>.</summary>
internal static class SwaggerServers
{
    /// <summary>One server for each scheme, https first since the first is the default; null where the file says nothing of a server.</summary>
    /// <param name="root">The file.</param>
    /// <param name="schemes">The member that lists the schemes; an operation may have its own. Nothing without one.</param>
    public static Node? Make(Node root, Member schemes)
    {
        var host = root["host"] is { Kind: NodeKind.String, Text.Length: > 0 } text ? text : null;
        var path = root["basePath"];
        var place = host ?? path;
        var basePath = (path?.Text ?? "").TrimEnd('/');
        if (basePath.Length > 0 && basePath[0] != '/')
            basePath = "/" + basePath;
        if (place is null || (host is null && basePath.Length == 0))
            return null;

        var servers = new List<Node>();
        var name = host?.Text.TrimEnd('/') ?? "";
        if (host is null || name.IndexOf("://", StringComparison.Ordinal) >= 0)
        {
            servers.Add(Server(place, name + basePath));
        }
        else
        {
            foreach (var scheme in Sorted(schemes, host))
                servers.Add(Server(scheme, scheme.Text + "://" + name + basePath));
        }

        return Node.Array(place.File, place.Span, servers.ToArray());
    }

    private static List<Node> Sorted(Member schemes, Node host)
    {
        var sorted = new List<Node>();
        foreach (var scheme in schemes.Value?.Items ?? [])
        {
            if (scheme.Kind != NodeKind.String)
                continue;
            if (scheme.Text == "https")
                sorted.Insert(0, scheme);
            else
                sorted.Add(scheme);
        }

        // Without schemes it is the one that the description was fetched by, which nobody knows here: https is the safe guess.
        return sorted.Count > 0 ? sorted : [Node.Scalar(NodeKind.String, host.File, host.Span, "https")];
    }

    private static Node Server(Node place, string url)
    {
        var server = new MemberList(place);
        server.AddString("url", url, place.Span);
        return server.ToObject();
    }
}
