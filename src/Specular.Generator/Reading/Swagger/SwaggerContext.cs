using System.Collections.Generic;
using System.Threading;
using Specular.Generator.Diagnostics;

namespace Specular.Generator.Reading.Swagger;

/// <summary>What the parts of <see cref="SwaggerUpgrade"/> share: the file, and what it says for all operations.</summary>
internal sealed class SwaggerContext(Node root, CancellationToken cancellationToken)
{
    private readonly Findings _findings = new(root.File);

    public Node Root { get; } = root;

    public Node? Definitions { get; } = root["definitions"];

    public Node? Consumes { get; } = root["consumes"];

    public Node? Produces { get; } = root["produces"];

    public IReadOnlyList<DiagnosticInfo> Diagnostics => _findings.Diagnostics;

    public void ThrowIfCancelled() => cancellationToken.ThrowIfCancellationRequested();

    public void Ignored(Node at, string message) => _findings.Ignored(at, message);

    /// <summary>The shared parameter that a <c>$ref</c> means, or the parameter itself.</summary>
    public Node ResolveParameter(Node parameter)
    {
        const string Prefix = "#/parameters/";
        for (var hops = 0; hops < 16; hops++)
        {
            if (Description.ReferenceOf(parameter) is not { } reference
                || !reference.StartsWith(Prefix, System.StringComparison.Ordinal)
                || JsonPointer.Parse(reference.Substring(1)) is not { Count: 2 } segments
                || Root["parameters"] is not { } shared
                || JsonPointer.Step(shared, segments[1]) is not { } target)
                return parameter;
            parameter = target;
        }

        return parameter;
    }
}
