namespace Specular.Package.Tests;

public sealed class BuildTests(PackedPackage package)
{
    // Needs the generated types, both directions of JSON, and an id that no double and no int can hold.
    private const string Program = """"
        using System.Text.Json;
        using Gong;

        var client = new GongClient(new HttpClient());
        var request = new IntegrationSettingsRequest
        {
            IntegrationTypeSettings = [new() { IntegrationType = IntegrationType.EmailComposer, AllowedOrigin = "https://acme.partner.com" }],
        };
        Console.WriteLine(JsonSerializer.Serialize(request));
        long? id = JsonSerializer.Deserialize<IntegrationSettingsResponse>("""{"integrationId":9223372036854775807}""")!.IntegrationId;
        Console.WriteLine(id);
        Console.WriteLine(string.Join(", ", typeof(IntegrationSettingsResponse).GetProperties().Select(property => property.Name).Order()));
        """";

    [Theory]
    [InlineData("")]
    [InlineData("<LangVersion>12</LangVersion><GenerateDocumentationFile>true</GenerateDocumentationFile>")]
    [InlineData("<ImplicitUsings>disable</ImplicitUsings><Nullable>disable</Nullable><WarningsNotAsErrors>CS8632</WarningsNotAsErrors>")]
    public async Task An_empty_project_has_the_client_on_its_first_build(string properties)
    {
        var consumer = package.CreateConsumer()
            .WriteProject("App", Consumer.GongClient, properties)
            .Write("App/gong.yaml", Repository.GongDescription)
            .Write("App/Program.cs", "using System; using System.Linq; using System.Net.Http;\n" + Program);

        var build = (await consumer.BuildAsync("App")).EnsureSuccess();
        Assert.DoesNotContain("warning", build.Output.Replace("0 Warning(s)", ""), StringComparison.OrdinalIgnoreCase);

        var run = (await consumer.StartAsync("App")).EnsureSuccess();
        Assert.Equal(
            """{"integrationTypeSettings":[{"integrationType":"EMAIL_COMPOSER","allowedOrigin":"https://acme.partner.com"}]}""",
            run.Lines[0]);
        Assert.Equal("9223372036854775807", run.Lines[1]);
    }

    [Fact]
    public async Task Nothing_of_the_package_reaches_the_output()
    {
        var consumer = package.CreateConsumer()
            .WriteProject("App", Consumer.GongClient)
            .Write("App/gong.yaml", Repository.GongDescription)
            .Write("App/Program.cs", Program);
        (await consumer.BuildAsync("App")).EnsureSuccess();

        var output = consumer.PathOf("App", "bin", "Debug", "net10.0");
        Assert.Equal(
            ["App.deps.json", "App.dll", "App.pdb", "App.runtimeconfig.json"],
            Directory.EnumerateFileSystemEntries(output).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Specular", File.ReadAllText(Path.Combine(output, "App.deps.json")), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Yaml", File.ReadAllText(Path.Combine(output, "App.deps.json")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_build_follows_the_description_and_rests_where_nothing_changed()
    {
        var consumer = package.CreateConsumer()
            .WriteProject("App", Consumer.GongClient)
            .Write("App/gong.yaml", Repository.GongDescription)
            .Write("App/Program.cs", Program);
        (await consumer.BuildAsync("App")).EnsureSuccess();
        Assert.Equal("IntegrationId, RequestId", (await consumer.StartAsync("App")).EnsureSuccess().Lines[2]);
        var first = consumer.CompiledAssembly("App").LastWriteTimeUtc;

        var again = (await consumer.BuildAsync("App", "-verbosity:normal")).EnsureSuccess();
        Assert.Contains("Skipping target \"CoreCompile\"", again.Output, StringComparison.Ordinal);
        Assert.Equal(first, consumer.CompiledAssembly("App").LastWriteTimeUtc);

        consumer.Write("App/gong.yaml", Repository.GongDescription.Replace(
            "        integrationId:\n",
            "        tenantName:\n          type: string\n        integrationId:\n",
            StringComparison.Ordinal));
        (await consumer.BuildAsync("App")).EnsureSuccess();
        Assert.Equal("IntegrationId, RequestId, TenantName", (await consumer.StartAsync("App")).EnsureSuccess().Lines[2]);
    }

    [Fact]
    public async Task Without_options_the_client_has_the_projects_namespace_and_the_descriptions_name()
    {
        var consumer = package.CreateConsumer()
            .WriteProject("App", Consumer.PackageReference + """<OpenApiClient Include="gong.yaml" />""", "<RootNamespace>Acme.Calls</RootNamespace>")
            .Write("App/gong.yaml", Repository.GongDescription)
            .Write("App/Program.cs", "Console.WriteLine(typeof(Acme.Calls.GongClient).IsPublic);");
        (await consumer.BuildAsync("App")).EnsureSuccess();
        Assert.Equal("True", (await consumer.StartAsync("App")).EnsureSuccess().Output.Trim());
    }

    [Fact]
    public async Task A_description_may_lie_anywhere_and_stays_an_ordinary_file_where_the_project_copies_it()
    {
        var consumer = package.CreateConsumer()
            .WriteProject("App", $"""
                {Consumer.PackageReference}
                <OpenApiClient Include="../specs, all/#1 [beta]/gong.yaml" Namespace="Gong" ClientName="GongClient" />
                <OpenApiClient Include="copied.yaml" Namespace="Copied" ClientName="CopiedClient" />
                <None Update="copied.yaml" CopyToOutputDirectory="PreserveNewest" />
                """)
            .Write("specs, all/#1 [beta]/gong.yaml", Repository.GongDescription)
            .Write("App/copied.yaml", Repository.GongDescription)
            .Write("App/Program.cs", Program + "\n_ = new Copied.CopiedClient(new HttpClient());");
        (await consumer.BuildAsync("App")).EnsureSuccess();
        Assert.True(File.Exists(consumer.PathOf("App", "bin", "Debug", "net10.0", "copied.yaml")));
    }

    [Fact]
    public async Task A_design_time_build_hands_the_description_to_the_compiler()
    {
        var consumer = package.CreateConsumer()
            .WriteProject("App", Consumer.GongClient)
            .Write("App/gong.yaml", Repository.GongDescription)
            .Write("App/Program.cs", Program);
        (await consumer.BuildAsync("App", "-target:Restore")).EnsureSuccess();

        // What an editor asks for: no target of ours has to run, and nothing is compiled.
        var items = await consumer.BuildAsync("App", "--no-restore", "-target:Compile", "-property:DesignTimeBuild=true", "-property:SkipCompilerExecution=true", "-property:ProvideCommandLineArgs=true", "-getItem:CscCommandLineArgs");
        Assert.Contains("/additionalfile:gong.yaml", items.EnsureSuccess().Output, StringComparison.Ordinal);
        Assert.Contains("Specular.Generator.dll", items.Output, StringComparison.Ordinal);
        Assert.False(consumer.CompiledAssembly("App").Exists);
    }
}
