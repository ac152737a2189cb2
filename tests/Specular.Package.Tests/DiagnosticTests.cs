using System.Text.RegularExpressions;

namespace Specular.Package.Tests;

public sealed class DiagnosticTests(PackedPackage package)
{
    [Fact]
    public async Task A_description_that_cannot_be_read_is_an_error_at_its_line_and_column()
    {
        var consumer = package.CreateConsumer()
            .WriteProject("App", Consumer.GongClient)
            .Write("App/gong.yaml", Repository.GongDescription.Replace("  version: v2\n", "  version: v2: 3\n", StringComparison.Ordinal))
            .Write("App/Program.cs", "return;");
        (await consumer.BuildAsync("App")).EnsureFailure().EnsureOutput(@"gong\.yaml\(4,\d+\): error SPEC001: ");
    }

    [Fact]
    public async Task A_description_that_is_not_there_is_an_error_of_the_project()
    {
        var consumer = package.CreateConsumer()
            .WriteProject("App", $"""
                {Consumer.PackageReference}
                <OpenApiClient Include="nowhere.yaml" />
                <OpenApiClient Include="neither.json" />
                """)
            .Write("App/Program.cs", "return;");
        (await consumer.BuildAsync("App")).EnsureFailure()
            .EnsureOutput(@"App\.csproj : error SPEC011: The file of an OpenApiClient does not exist: nowhere\.yaml, neither\.json\.");
    }

    [Theory]
    [InlineData("""<OpenApiClient Include="*.yaml" /><OpenApiClient Include="gong.yaml" Namespace="Gong" />""", "More than one OpenApiClient for a file: gong.yaml.")]
    [InlineData("""<OpenApiClient Include="gong.yaml" Namespace="Gong;Other" />""", "hold no ';'")]
    [InlineData("""<OpenApiClient Include="gong.yaml" ClientName="Gong # Client" />""", "no '#'")]
    [InlineData("""<OpenApiClient Include="gong.yaml" Namespace="Go&#10;ng" />""", "no line break")]
    public async Task An_option_that_would_be_lost_is_an_error_of_the_project(string items, string message)
    {
        var consumer = package.CreateConsumer()
            .WriteProject("App", Consumer.PackageReference + items)
            .Write("App/gong.yaml", Repository.GongDescription)
            .Write("App/Program.cs", "return;");
        (await consumer.BuildAsync("App")).EnsureFailure()
            .EnsureOutput(@"App\.csproj : error SPEC009: .*" + Regex.Escape(message));
    }

    [Fact]
    public async Task A_narrowed_id_is_a_warning_where_it_happens()
    {
        var consumer = package.CreateConsumer()
            .WriteProject("App", Consumer.GongClient, "<TreatWarningsAsErrors>false</TreatWarningsAsErrors>")
            .Write("App/gong.yaml", Repository.GongDescription)
            .Write("App/Program.cs", """
                using Gong;

                var response = new IntegrationSettingsResponse { IntegrationId = 5517027188234206000 };
                var id = (int)response.IntegrationId;
                Console.WriteLine(id);
                """);
        (await consumer.BuildAsync("App")).EnsureSuccess().EnsureOutput(@"Program\.cs\(4,\d+\): warning SPEC101: ");
    }
}
