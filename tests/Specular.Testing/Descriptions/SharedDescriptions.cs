namespace Specular.Testing.Descriptions;

/// <summary>Real descriptions, which lie beside the repository, in <c>shared/descriptions</c>, where they are there at all.</summary>
public static class SharedDescriptions
{
    /// <summary>The folder; null where there is none.</summary>
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "descriptions");
            if (Directory.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
