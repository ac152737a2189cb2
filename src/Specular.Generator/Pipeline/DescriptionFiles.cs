using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Specular.Generator.Diagnostics;
using Specular.Generator.Overlaying;
using Specular.Generator.Reading;
using Specular.Generator.Reading.Swagger;

namespace Specular.Generator.Pipeline;

/// <summary>Makes a description of the files that belong to it: the root with its overlays, and any other file once a reference leads there.</summary>
internal sealed class DescriptionFiles(ClientSources sources, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
{
    /// <summary>An overlay that is made for another description should not bury the build log.</summary>
    private const int MaxDiagnostics = 100;

    private readonly Dictionary<string, ProjectFile> _references = sources.References.ToDictionary(file => file.Path, StringComparer.Ordinal);

    /// <summary>The description in the shape of OpenAPI 3.x, or null after a report.</summary>
    /// <param name="before">Where the parts of the root were before it was edited; null where nobody knows.</param>
    public Description? Read(Outline? before)
    {
        var read = DescriptionReader.Read(sources.Input.Path, sources.Input.Text!, before, cancellationToken);
        diagnostics.AddRange(read.Diagnostics);
        if (read.Root is not { } root)
            return null;
        foreach (var file in sources.Overlays)
        {
            var overlay = DescriptionReader.Read(file.Path, file.Text, cancellationToken);
            diagnostics.AddRange(overlay.Diagnostics);
            if (overlay.Root is null)
                continue;
            var found = new List<DiagnosticInfo>();
            root = OverlayRun.Apply(root, overlay.Root, found, cancellationToken);
            diagnostics.AddRange(found.Take(MaxDiagnostics));
        }

        return OpenApiVersion.Normalize(root, diagnostics, cancellationToken) is { } description
            ? new Description(description, Load, cancellationToken) { Edit = read.Edit, IsPlain = read.Diagnostics.Count == 0 }
            : null;
    }

    private Node? Load(string path)
    {
        if (!_references.TryGetValue(path, out var file))
            return null;
        var read = DescriptionReader.Read(file.Path, file.Text, cancellationToken);
        diagnostics.AddRange(read.Diagnostics);
        if (read.Root is not { } root || !SwaggerUpgrade.IsNeeded(root))
            return read.Root;
        var upgraded = SwaggerUpgrade.Upgrade(root, cancellationToken);
        diagnostics.AddRange(upgraded.Diagnostics);
        return upgraded.Root;
    }
}
