using System;
using System.Collections.Generic;
using System.Threading;
using Specular.Generator.Diagnostics;
using Specular.Generator.Reading.Swagger;

namespace Specular.Generator.Reading;

/// <summary>Tells which version of OpenAPI a file is in, and brings an older one into the shape of 3.x.</summary>
internal static class OpenApiVersion
{
    /// <summary>The description in the shape of OpenAPI 3.x, or null after a report where the file is none.</summary>
    public static Node? Normalize(Node root, ICollection<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        if (SwaggerUpgrade.IsNeeded(root))
        {
            var upgraded = SwaggerUpgrade.Upgrade(root, cancellationToken);
            foreach (var diagnostic in upgraded.Diagnostics)
                diagnostics.Add(diagnostic);
            return upgraded.Root;
        }

        if (root.Kind is not NodeKind.Object)
            return Refuse("it is " + Article(root.Kind) + ", not an object");
        if (root["openapi"] is { Kind: NodeKind.String or NodeKind.Number } version)
        {
            if (version.Text.StartsWith("3.", StringComparison.Ordinal) || version.Text == "3")
                return root;
            return Refuse("version '" + version.Text.Substring(0, Math.Min(20, version.Text.Length)) + "' is not known; 2.0 and 3.x are", version);
        }

        if (root["swagger"] is { } swagger)
            return Refuse("Swagger 1 is not known; 2.0 and OpenAPI 3.x are", swagger);

        // Who leaves out the version, but has paths, means the present one.
        if (root["paths"] is { Kind: NodeKind.Object })
        {
            diagnostics.Add(DiagnosticInfo.Create(Descriptors.ReadAsMeant, root.File.Locate(new(root.Span.Start, 0)), "'openapi' is missing; the file is read as OpenAPI 3.1"));
            return root;
        }

        return Refuse("it has no 'openapi'");

        Node? Refuse(string why, Node? at = null)
        {
            var place = at?.Span ?? new(root.Span.Start, 0);
            diagnostics.Add(DiagnosticInfo.Create(Descriptors.NotADescription, root.File.Locate(place), why));
            return null;
        }
    }

    private static string Article(NodeKind kind) => kind switch
    {
        NodeKind.Array => "an array",
        NodeKind.Null => "empty",
        _ => "a " + kind.ToString().ToLowerInvariant(),
    };
}
