namespace Specular.Package.Tests;

public sealed class SeveralProjectsTests(PackedPackage package)
{
    private const string Api = """
        using Gong;

        namespace Api;

        public static class Registrations
        {
            public static IntegrationSettingsResponse Known { get; } = new() { IntegrationId = 5517027188234206000 };

            public static Task<IntegrationSettingsResult> RegisterAsync(GongClient gong, IntegrationSettingsRequest request) => gong.IntegrationSettingsResultAsync(request);
        }
        """;

    [Fact]
    public async Task Two_clients_live_in_one_project()
    {
        var consumer = package.CreateConsumer()
            .WriteProject("App", Consumer.GongClient + """<OpenApiClient Include="other.yaml" Namespace="Other" ClientName="OtherClient" />""")
            .Write("App/gong.yaml", Repository.GongDescription)
            .Write("App/other.yaml", Repository.GongDescription)
            .Write("App/Program.cs", """
                using Gong;
                using Other;

                _ = new GongClient(new HttpClient());
                _ = new OtherClient(new HttpClient());
                Console.WriteLine(new Gong.IntegrationSettingsResponse { IntegrationId = 1 }.IntegrationId + new Other.IntegrationSettingsResponse { IntegrationId = 2 }.IntegrationId);
                """);
        (await consumer.BuildAsync("App")).EnsureSuccess();
        Assert.Equal("3", (await consumer.StartAsync("App")).EnsureSuccess().Output.Trim());
    }

    [Fact]
    public async Task A_library_hands_its_client_on_without_the_package()
    {
        var consumer = package.CreateConsumer()
            .WriteProject("Api", Consumer.GongClient, outputType: "Library")
            .Write("Api/gong.yaml", Repository.GongDescription)
            .Write("Api/Registrations.cs", Api)
            .WriteProject("App", """<ProjectReference Include="../Api/Api.csproj" />""")
            .Write("App/Program.cs", """
                using Api;
                using Gong;

                _ = new GongClient(new HttpClient());
                Console.WriteLine(Registrations.Known.IntegrationId);
                """);
        (await consumer.BuildAsync("App")).EnsureSuccess();
        Assert.Equal("5517027188234206000", (await consumer.StartAsync("App")).EnsureSuccess().Output.Trim());
        Assert.DoesNotContain("Specular", File.ReadAllText(consumer.PathOf("App", "bin", "Debug", "net10.0", "App.deps.json")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Friends_with_a_client_each_do_not_clash()
    {
        var consumer = package.CreateConsumer()
            .WriteProject("Api", Consumer.GongClient + """<InternalsVisibleTo Include="App" />""", outputType: "Library")
            .Write("Api/gong.yaml", Repository.GongDescription)
            .Write("Api/Registrations.cs", Api)
            .WriteProject("App", Consumer.PackageReference + """
                <OpenApiClient Include="own.yaml" Namespace="Own" ClientName="OwnClient" />
                <ProjectReference Include="../Api/Api.csproj" />
                """)
            .Write("App/own.yaml", Repository.GongDescription)
            .Write("App/Program.cs", """
                using Gong;
                using Own;

                _ = new GongClient(new HttpClient());
                _ = new OwnClient(new HttpClient());
                Console.WriteLine(Api.Registrations.Known.IntegrationId);
                """);
        (await consumer.BuildAsync("App")).EnsureSuccess();
        Assert.Equal("5517027188234206000", (await consumer.StartAsync("App")).EnsureSuccess().Output.Trim());
    }

    [Fact]
    public async Task Rules_hold_for_the_client_of_a_library()
    {
        var consumer = package.CreateConsumer()
            .WriteProject("Api", Consumer.GongClient, outputType: "Library")
            .Write("Api/gong.yaml", Repository.GongDescription)
            .Write("Api/Registrations.cs", Api)
            .WriteProject("App", Consumer.PackageReference + """<ProjectReference Include="../Api/Api.csproj" />""")
            .Write("App/Program.cs", """
                var id = (int)Api.Registrations.Known.IntegrationId!.Value;
                Console.WriteLine(id);
                """);
        (await consumer.BuildAsync("App")).EnsureFailure().EnsureOutput(@"Program\.cs\(1,\d+\): error SPEC101: ");
    }
}
