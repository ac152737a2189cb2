namespace Specular.Generator.Reading;

/// <summary>What a description may be at most, so that no input takes the compiler down.</summary>
internal static class ReadingLimits
{
    /// <summary>Objects and arrays inside each other. Everything behind the readers may recurse over a tree without fear.</summary>
    public const int Depth = 256;

    /// <summary>Characters in a file: five times the largest description known.</summary>
    public const int Characters = 64 * 1024 * 1024;

    /// <summary>Nodes that YAML aliases may add to a tree when every alias is replaced by a copy.</summary>
    public const int AliasedNodes = 4_000_000;

    public const string TooDeep = "objects and arrays are nested deeper than 256 levels";
}
