using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;

namespace Specular.Package.Tests;

public sealed class PackageContentTests(PackedPackage package)
{
    // What the oldest supported compiler brings, in the versions it brings: it could not load anything newer.
    private static readonly Dictionary<string, Version> s_newestReferences = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 5, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 5, 0, 0),
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 5, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 5, 0, 0),
        ["System.Collections.Immutable"] = new(6, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 2),
        ["YamlDotNet"] = new(16, 0, 0, 0),
        ["Specular.Analyzers"] = new(1, 0, 0, 0),
    };

    [Fact]
    public void The_package_holds_these_files_and_no_others()
    {
        using var zip = package.Open();
        Assert.Equal(
            [
                "LICENSE",
                "README.md",
                "Specular.nuspec",
                "THIRD-PARTY-NOTICES.txt",
                "analyzers/dotnet/cs/Specular.Analyzers.dll",
                "analyzers/dotnet/cs/Specular.CodeFixes.dll",
                "analyzers/dotnet/cs/Specular.Generator.dll",
                "analyzers/dotnet/cs/YamlDotNet.dll",
                "buildTransitive/Specular.props",
                "buildTransitive/Specular.targets",
            ],
            zip.Entries.Select(entry => entry.FullName).Where(name => !IsPackagingPart(name)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_is_a_development_dependency_that_depends_on_nothing()
    {
        using var zip = package.Open();
        using var stream = zip.GetEntry("Specular.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();
        XElement? Find(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name);

        Assert.Equal("Specular", Find("id")!.Value);
        Assert.Equal("true", Find("developmentDependency")!.Value);
        Assert.Equal("MIT", Find("license")!.Value);
        Assert.Equal("README.md", Find("readme")!.Value);
        Assert.Null(Find("dependencies"));
        Assert.Null(Find("frameworkReferences"));
    }

    [Fact]
    public void No_assembly_needs_anything_newer_than_the_oldest_supported_compiler_has()
    {
        using var zip = package.Open();
        var tooNew = from entry in zip.Entries
                     where entry.Name.EndsWith(".dll", StringComparison.Ordinal)
                     from reference in ReadReferences(entry)
                     where !s_newestReferences.TryGetValue(reference.Name, out var newest) || reference.Version > newest
                     select $"{entry.Name}: {reference.Name} {reference.Version}";
        Assert.Empty(tooNew);
    }

    [Fact]
    public void No_file_names_the_machine_that_it_was_built_on()
    {
        using var zip = package.Open();
        byte[][] roots = [Encoding.UTF8.GetBytes(Repository.Root), Encoding.Unicode.GetBytes(Repository.Root)];
        Assert.DoesNotContain(zip.Entries, entry => roots.Any(root => Read(entry).AsSpan().IndexOf(root) >= 0));
    }

    [Fact]
    public async Task Packing_again_gives_the_same_bytes()
    {
        var folder = Directory.CreateTempSubdirectory("specular-again-");
        try
        {
            await PackedPackage.PackAsync(folder.FullName);
            Assert.Equal(File.ReadAllBytes(package.File), File.ReadAllBytes(Path.Combine(folder.FullName, Path.GetFileName(package.File))));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // What the format itself asks for.
    private static bool IsPackagingPart(string name) =>
        name is "[Content_Types].xml" or "_rels/.rels" || name.EndsWith(".psmdcp", StringComparison.Ordinal);

    private static IEnumerable<(string Name, Version Version)> ReadReferences(ZipArchiveEntry entry)
    {
        using var assembly = new PEReader(new MemoryStream(Read(entry)));
        var metadata = assembly.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Select(reference => (metadata.GetString(reference.Name), reference.Version))];
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
