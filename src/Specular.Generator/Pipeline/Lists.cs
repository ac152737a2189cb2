using System.Collections.Generic;
using System.Linq;

namespace Specular.Generator.Pipeline;

/// <summary>Metadata that holds several values.</summary>
internal static class Lists
{
    // What the compiler is handed ends at the first ';', so that the package's targets write '|' in its place.
    private static readonly char[] s_separators = ['|', ';', '\n', '\r'];

    public static IEnumerable<string> Split(string metadata) => metadata.Split(s_separators).Select(item => item.Trim()).Where(item => item.Length > 0);
}
