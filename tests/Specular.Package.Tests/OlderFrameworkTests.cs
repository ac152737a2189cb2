namespace Specular.Package.Tests;

/// <summary>Projects for frameworks that lack what the emitted code needs.</summary>
public sealed class OlderFrameworkTests(PackedPackage package)
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFrameworks>netstandard2.0;net472;net8.0;net9.0</TargetFrameworks>
            <LangVersion>12</LangVersion>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Specular" Version="1.0.0" PrivateAssets="all" />
            <OpenApiClient Include="gong.yaml" Namespace="Gong" ClientName="GongClient" />
          </ItemGroup>
          <ItemGroup Condition="'$(TargetFramework)' == 'netstandard2.0' or '$(TargetFramework)' == 'net472'">
            <PackageReference Include="System.Text.Json" Version="8.0.5" />
          </ItemGroup>
          <ItemGroup Condition="'$(TargetFramework)' == 'net472'">
            <Reference Include="System.Net.Http" />
          </ItemGroup>
        </Project>
        """;

    private const string Code = """
        using System.Net.Http;
        using System.Threading.Tasks;
        using Gong;

        namespace App
        {
            /// <summary>Uses the client.</summary>
            public static class Uses
            {
                /// <summary>Registers an origin.</summary>
                public static async Task<long?> RegisterAsync(HttpClient http, string tenant)
                {
                    var setting = new IntegrationTypeSettings { IntegrationType = IntegrationType.Dialer, AllowedOrigin = "https://" + tenant + ".partner.com" };
                    return (await new GongClient(http).IntegrationSettingsAsync(new IntegrationSettingsRequest { IntegrationTypeSettings = new[] { setting } })).IntegrationId;
                }
            }
        }
        """;

    [Fact]
    public async Task The_client_builds_for_each_of_them_without_a_warning()
    {
        var consumer = package.CreateConsumer(withRegistries: true).Write("App/App.csproj", Project).Write("App/gong.yaml", Repository.GongDescription).Write("App/Uses.cs", Code);
        (await consumer.BuildAsync("App")).EnsureSuccess();
        Assert.All(["netstandard2.0", "net472", "net8.0", "net9.0"], framework => Assert.True(File.Exists(consumer.PathOf("App", "bin", "Debug", framework, "App.dll")), framework));
    }
}
