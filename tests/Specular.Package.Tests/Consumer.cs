namespace Specular.Package.Tests;

/// <summary>A folder with the projects of someone who uses the package.</summary>
internal sealed class Consumer(string folder, IReadOnlyDictionary<string, string> environment)
{
    /// <summary>The reference that the README tells users to add.</summary>
    public const string PackageReference = """<PackageReference Include="Specular" Version="1.0.0" PrivateAssets="all" />""";

    /// <summary>The reference, and Gong's description in <c>gong.yaml</c>.</summary>
    public const string GongClient = PackageReference + """<OpenApiClient Include="gong.yaml" Namespace="Gong" ClientName="GongClient" />""";

    /// <summary>The full path of something in the folder.</summary>
    public string PathOf(params string[] parts) => Path.Combine([folder, .. parts]);

    /// <summary>Writes a file, and the folders above it.</summary>
    public Consumer Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
        return this;
    }

    /// <summary>Writes <c>{name}/{name}.csproj</c>: a strict project, in which every warning is an error.</summary>
    /// <param name="name">The name of folder, project and assembly.</param>
    /// <param name="items">What stands in its item group.</param>
    /// <param name="properties">What stands in its property group, beyond the usual.</param>
    /// <param name="outputType"><c>Exe</c> or <c>Library</c>.</param>
    public Consumer WriteProject(string name, string items, string properties = "", string outputType = "Exe") => Write($"{name}/{name}.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>{outputType}</OutputType>
            <UseAppHost>false</UseAppHost>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <WarningLevel>9999</WarningLevel>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
        </Project>
        """);

    /// <summary>Restores and builds a project.</summary>
    public Task<ProcessResult> BuildAsync(string name, params string[] arguments) => Dotnet.BuildAsync(folder, environment, ["build", PathOf(name), .. arguments]);

    /// <summary>Starts what a build made of a project.</summary>
    public Task<ProcessResult> StartAsync(string name, IReadOnlyDictionary<string, string>? variables = null) =>
        Dotnet.RunAsync(folder, variables ?? new Dictionary<string, string>(), PathOf(name, "bin", "Debug", "net10.0", $"{name}.dll"));

    /// <summary>The compiled assembly of a project, before it is copied anywhere.</summary>
    public FileInfo CompiledAssembly(string name) => new(PathOf(name, "obj", "Debug", "net10.0", $"{name}.dll"));
}
