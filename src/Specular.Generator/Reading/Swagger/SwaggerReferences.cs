using System;

namespace Specular.Generator.Reading.Swagger;

/// <summary>Where the shared parts of a Swagger 2.0 file have moved to in OpenAPI 3.0.</summary>
internal static class SwaggerReferences
{
    /// <summary>The member of <c>components</c> that a top-level member of 2.0 became, or null.</summary>
    public static string? NewHome(string member) => member switch
    {
        "definitions" => "schemas",
        "parameters" => "parameters",
        "responses" => "responses",
        "securityDefinitions" => "securitySchemes",
        _ => null,
    };

    /// <summary>What a reference within the file reads in OpenAPI 3.0; the same text where nothing moved.</summary>
    /// <param name="reference">The text of <c>$ref</c>.</param>
    /// <param name="definitions">The file's definitions: a reference that is one of their names alone, as old files have it, means that one.</param>
    public static string Rewrite(string reference, Node? definitions)
    {
        if (reference.StartsWith("#/", StringComparison.Ordinal))
        {
            var end = reference.IndexOf('/', 2);
            return end > 0 && NewHome(reference.Substring(2, end - 2)) is { } home ? "#/components/" + home + reference.Substring(end) : reference;
        }

        return definitions?[reference] is not null ? "#/components/schemas/" + JsonPointer.EncodeSegment(reference) : reference;
    }
}
