using System;

namespace Specular.Generator.Reading;

/// <summary>A schema with a URI of its own: references in it start from there (JSON Schema 2020-12, core, section 8.2.1; RFC 3986, section 5).</summary>
internal sealed record SchemaResource(Node Root, string Uri)
{
    /// <summary>The URI that a reference means in this schema.</summary>
    public string Combine(string reference) =>
        System.Uri.TryCreate(Uri, UriKind.Absolute, out var own) && System.Uri.TryCreate(own, reference, out var combined) ? combined.AbsoluteUri : FilePath.Combine(Uri, reference);
}
