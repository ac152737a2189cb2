namespace Specular.Package.Tests;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    /// <summary>The configuration that was built, and that is packed and started.</summary>
#if DEBUG
    public const string Configuration = "Debug";
#else
    public const string Configuration = "Release";
#endif

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The description of Gong's endpoint.</summary>
    public static string GongDescription => File.ReadAllText(PathOf("specs", "gong-integration-settings.yaml"));

    /// <summary>The full path of something in the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Generator.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"No Generator.sln above {AppContext.BaseDirectory}.");
    }
}
