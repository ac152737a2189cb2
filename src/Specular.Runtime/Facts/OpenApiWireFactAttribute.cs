using System;

namespace Specular.Runtime;

/// <summary>
/// A fact about a name on the wire, for code that reads or writes the API's JSON by hand.
/// Only names that can hardly mean anything else are listed: of two words or more, and with the same fact wherever the description has them.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class OpenApiWireFactAttribute : Attribute
{
    /// <param name="wireName">The name on the wire, exactly.</param>
    /// <param name="fact"><c>int64-id</c> or <c>https-origin</c>.</param>
    /// <param name="property">The property that the fact comes from: full metadata name of its type, a dot, its name.</param>
    public OpenApiWireFactAttribute(string wireName, string fact, string property)
    {
        WireName = wireName;
        Fact = fact;
        Property = property;
    }

    /// <summary>The name on the wire, exactly.</summary>
    public string WireName { get; }

    /// <summary><c>int64-id</c> or <c>https-origin</c>.</summary>
    public string Fact { get; }

    /// <summary>The property that the fact comes from.</summary>
    public string Property { get; }
}
