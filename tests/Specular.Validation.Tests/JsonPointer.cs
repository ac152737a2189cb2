using System.Text.Json.Nodes;

namespace Specular.Validation.Tests;

/// <summary>References within one document (RFC 6901, section 6).</summary>
internal static class JsonPointer
{
    /// <summary>A name as it stands in a fragment.</summary>
    public static string Escape(string name) => Uri.EscapeDataString(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));

    /// <summary>The node of a fragment, and where it stands once references are followed; null where there is none.</summary>
    public static (JsonNode Node, string Place)? Follow(JsonNode document, string place)
    {
        for (var steps = 0; steps < 16; steps++)
        {
            JsonNode? node = document;
            foreach (var name in place.Split('/').Skip(1))
                node = (node as JsonObject)?[Uri.UnescapeDataString(name).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)];
            if (node is null)
                return null;
            if ((string?)(node as JsonObject)?["$ref"] is not { } reference)
                return (node, place);
            place = reference;
        }

        return null;
    }
}
