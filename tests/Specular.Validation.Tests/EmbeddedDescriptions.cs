using System.Reflection;

namespace Specular.Validation.Tests;

/// <summary>The descriptions of this repository, but for those that are not one whole file, the one that is written wrongly on purpose, and those without a schema of JSON.</summary>
internal static class EmbeddedDescriptions
{
    private const string Prefix = "specs/";

    private static readonly string[] s_others = ["odd.yaml", "relative-server.yaml", "security.yaml", "servers.yaml"];

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && !name.Contains("/files/", StringComparison.Ordinal))
            .Where(name => !name.EndsWith(".overlay.yaml", StringComparison.Ordinal) && !s_others.Contains(Path.GetFileName(name)))
            .Order(StringComparer.Ordinal),
    ];

    public static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
