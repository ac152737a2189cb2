using System.Threading;
using Specular.Generator.Binding.Choosing;
using Specular.Generator.Binding.Remembering;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;

namespace Specular.Generator.Pipeline;

/// <summary>
/// What came of one description: a client, if one could, and what there is to say. It is made anew where the description changed, and is then another one;
/// what of it is as before is seen where it is taken to pieces.
/// </summary>
internal sealed class BoundClient(ClientModel? client, FileLocation location, EquatableArray<DiagnosticInfo> diagnostics, BindingMemory? memory = null)
{
    public ClientModel? Client { get; } = client;

    /// <summary>The beginning of the description.</summary>
    public FileLocation Location { get; } = location;

    public EquatableArray<DiagnosticInfo> Diagnostics { get; } = diagnostics;

    /// <summary>How it was bound, for the run after the next edit; null where that has to start over.</summary>
    public BindingMemory? Memory { get; } = memory;

    /// <summary>A build leaves out what the project does not use.</summary>
    public bool OmitsUnused { get; init; }

    /// <summary>What of it goes into the compilation: all, or in a build what the project uses, where it asks for no more.</summary>
    public static BoundClient Use((BoundClient Bound, UsedNames? Names) pair, CancellationToken cancellationToken) => pair is { Bound: { OmitsUnused: true, Client: { } client }, Names: { } names }
        ? new BoundClient(UsedPart.Of(client, names.Contains, cancellationToken), pair.Bound.Location, pair.Bound.Diagnostics)
        : pair.Bound;
}
