using System.Text.RegularExpressions;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Schemas;

/// <summary>Finds what a description names in the place of what it deprecates.</summary>
internal static class Deprecation
{
    // Only a name in quotes is certain to be one: "use `listItems` instead", "replaced by 'name'".
    private static readonly Regex s_names = new(
        @"\b(use|in favou?r of|(replaced|superseded) (by|with)|switch to|migrate to)\s+(the\s+)?(new\s+)?(?<quote>[`'""])(?<name>[^\s`'""]{1,100})\k<quote>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The name; null where nothing is deprecated, or none is named.</summary>
    /// <param name="deprecated">A schema, parameter or operation.</param>
    public static string? ReplacementIn(Node deprecated)
    {
        if (!SchemaKeywords.Is(deprecated["deprecated"], "true") || SchemaKeywords.Text(deprecated["description"]) is not { } description)
            return null;
        var match = s_names.Match(description);
        return match.Success ? match.Groups["name"].Value : null;
    }
}
