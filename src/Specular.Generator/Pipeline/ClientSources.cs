using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Specular.Generator.Model;
using Specular.Generator.Reading;

namespace Specular.Generator.Pipeline;

/// <summary>Everything that a client is made of: editing any other file changes nothing here, and so nothing is made anew.</summary>
/// <param name="Input">The description.</param>
/// <param name="Overlays">Its overlays in their order.</param>
/// <param name="Missing">The overlays that the project does not have, as the item writes them.</param>
/// <param name="References">The files that it refers to, and those that they refer to.</param>
internal sealed record ClientSources(ClientInput Input, EquatableArray<ProjectFile> Overlays, EquatableArray<string> Missing, EquatableArray<ProjectFile> References)
{
    public static ClientSources Of((ClientInput Input, ImmutableArray<ProjectFile> Files) pair, CancellationToken cancellationToken)
    {
        var (input, all) = pair;
        var files = new Dictionary<string, ProjectFile>(StringComparer.Ordinal);
        foreach (var file in all)
            files[file.Path] = file;

        var overlays = new List<ProjectFile>();
        var missing = new List<string>();
        foreach (var name in Lists.Split(input.Overlay))
        {
            if (FindOverlay(input, name, files) is { } overlay)
                overlays.Add(overlay);
            else
                missing.Add(name);
        }

        var root = FilePath.Normalise(input.Path);
        var reached = new SortedDictionary<string, ProjectFile>(StringComparer.Ordinal);
        var open = new Queue<ProjectFile>(overlays);
        if (files.TryGetValue(root, out var own))
            open.Enqueue(own);

        // What there is none of need not be looked for.
        while (open.Count > 0 && files.Count > 1)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var file = open.Dequeue();
            foreach (var reference in file.References(cancellationToken))
            {
                if (Find(file.Path, reference, files) is not { } other || other.Path == root || reached.ContainsKey(other.Path))
                    continue;
                reached.Add(other.Path, other);
                open.Enqueue(other);
            }
        }

        return new ClientSources(input, new EquatableArray<ProjectFile>(overlays), new EquatableArray<string>(missing), new EquatableArray<ProjectFile>(reached.Values));
    }

    private static ProjectFile? Find(string from, string reference, Dictionary<string, ProjectFile> files) =>
        files.TryGetValue(FilePath.Combine(from, JsonPointer.PercentDecode(reference)), out var file) || files.TryGetValue(FilePath.Combine(from, reference), out file) ? file : null;

    // As items are: from the project's folder on. Beside the description will do as well.
    private static ProjectFile? FindOverlay(ClientInput input, string name, Dictionary<string, ProjectFile> files) =>
        files.TryGetValue(FilePath.Normalise(name), out var file)
        || files.TryGetValue(FilePath.Combine(input.ProjectFolder + "/", name), out file)
        || files.TryGetValue(FilePath.Combine(input.Path, name), out file)
            ? file
            : null;
}
