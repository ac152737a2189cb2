using System.IO.Compression;
using Specular.Package.Tests;

[assembly: AssemblyFixture(typeof(PackedPackage))]

namespace Specular.Package.Tests;

/// <summary>The package, packed once, in a folder outside the repository in which consumers are built.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("specular-");
    private readonly DirectoryInfo _withRegistries = Directory.CreateTempSubdirectory("specular-");
    private int _consumers;

    /// <summary>The package's file.</summary>
    public string File => Path.Combine(_folder.FullName, "feed", "Specular.1.0.0.nupkg");

    /// <summary>What every process gets: a package folder of its own, so that no other build of this version is ever used.</summary>
    internal IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string> { ["NUGET_PACKAGES"] = Path.Combine(_folder.FullName, "packages") };

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        // The package is the only source: what a consumer needs beyond it, the SDK has.
        Write("NuGet.config", """
            <configuration>
              <packageSources>
                <clear />
                <add key="feed" value="feed" />
              </packageSources>
            </configuration>
            """, _folder);

        // It, and what the machine's own configuration names.
        Write("NuGet.config", $"""
            <configuration>
              <packageSources>
                <add key="feed" value="{Path.GetDirectoryName(File)}" />
              </packageSources>
            </configuration>
            """, _withRegistries);

        // Where the temporary folders lie must not matter.
        foreach (var folder in new[] { _folder, _withRegistries })
        {
            foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
                Write(file, "<Project />", folder);
            Write(".editorconfig", "root = true", folder);
        }

        await PackAsync(Path.GetDirectoryName(File)!);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        _withRegistries.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Packs what has been built.</summary>
    internal static async Task PackAsync(string output) =>
        (await Dotnet.BuildAsync(Repository.Root, new Dictionary<string, string>(), "pack", Repository.PathOf("src", "Specular"), "--no-build", "--configuration", Repository.Configuration, "--output", output)).EnsureSuccess();

    /// <summary>Opens the package for reading.</summary>
    internal ZipArchive Open() => ZipFile.OpenRead(File);

    /// <summary>An empty folder for a user's projects.</summary>
    /// <param name="withRegistries">They may have other packages too, from where this machine takes them.</param>
    internal Consumer CreateConsumer(bool withRegistries = false) =>
        new(Directory.CreateDirectory(Path.Combine((withRegistries ? _withRegistries : _folder).FullName, $"consumer{Interlocked.Increment(ref _consumers)}")).FullName, Environment);

    private static void Write(string name, string text, DirectoryInfo folder) => System.IO.File.WriteAllText(Path.Combine(folder.FullName, name), text);
}
