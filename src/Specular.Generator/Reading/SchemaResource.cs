using System;

namespace Specular.Generator.Reading;

/// <summary>A schema that references in it start from.</summary>
/// <param name="Root">The schema.</param>
/// <param name="Uri">The URI that it has, or that what is around it has.</param>
/// <param name="IsNamed">
/// It has a URI of its own (JSON Schema 2020-12, core, section 8.2.1). One that has only <c>$defs</c> is no such start, but is taken for one by who writes a schema for
/// itself and puts it into a description.
/// </param>
/// <param name="Outer">The next one around it.</param>
internal sealed record SchemaResource(Node Root, string Uri, bool IsNamed, SchemaResource? Outer)
{
    /// <summary>The URI that a reference means in this schema (RFC 3986, section 5).</summary>
    public string Combine(string reference) =>
        System.Uri.TryCreate(Uri, UriKind.Absolute, out var own) && System.Uri.TryCreate(own, reference, out var combined) ? combined.AbsoluteUri : FilePath.Combine(Uri, reference);
}
