using System;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Schemas;

/// <summary>What a schema is called after the reference that leads to it, where it has no name of its own.</summary>
internal static class ReferenceName
{
    /// <summary>
    /// The last part of the pointer; of a whole file its name, without folder and extension; empty where there is neither, and where the part is no name but a place
    /// in a schema: <c>#/…/allOf/1</c>.
    /// </summary>
    public static string Of(string reference)
    {
        var hash = reference.IndexOf('#');
        var fragment = hash < 0 ? "" : reference.Substring(hash + 1);
        if (fragment.Trim('/').Length > 0 && IsPlace(fragment.Split('/')))
            return "";
        if (fragment.Trim('/').Length > 0)
            return Last(JsonPointer.PercentDecode(fragment), '/').Replace("~1", "/").Replace("~0", "~");

        var file = Last(JsonPointer.PercentDecode(hash < 0 ? reference : reference.Substring(0, hash)).Replace('\\', '/'), '/');
        foreach (var extension in new[] { ".json", ".yaml", ".yml", ".schema" })
        {
            if (file.Length > extension.Length && file.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                file = file.Substring(0, file.Length - extension.Length);
        }

        return file;
    }

    private static bool IsPlace(string[] segments)
    {
        var before = segments.Length < 2 ? "" : segments[segments.Length - 2];
        return segments[segments.Length - 1] switch
        {
            _ when before is "allOf" or "anyOf" or "oneOf" or "prefixItems" => true,
            "schema" or "items" or "additionalProperties" => before is not ("schemas" or "properties" or "patternProperties" or "definitions" or "$defs" or ""),
            _ => false,
        };
    }

    private static string Last(string path, char separator) => path.Substring(path.LastIndexOf(separator) + 1);
}
