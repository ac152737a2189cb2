using GongSample.Server;

namespace Specular.Package.Tests;

public sealed class SampleTests(PackedPackage package)
{
    private const string IntegrationId = "5517027188234206000";

    private static string Assembly => Repository.PathOf("samples", "Gong.Console", "bin", Repository.Configuration, "net10.0", "Gong.Console.dll");

    [Fact]
    public async Task The_console_sample_shows_every_status_and_ends_with_the_id()
    {
        var run = (await Dotnet.RunAsync(Repository.Root, new Dictionary<string, string>(), Assembly)).EnsureSuccess();
        AssertTranscript(run);
    }

    [Fact]
    public async Task The_console_sample_builds_and_runs_with_the_package()
    {
        var consumer = package.CreateConsumer()
            .Write("specs/gong-integration-settings.yaml", Repository.GongDescription)
            .Write("samples/Directory.Build.props", $"""
                <Project>
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <UseAppHost>false</UseAppHost>
                    <Nullable>enable</Nullable>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                  </PropertyGroup>
                  <ItemGroup>{Consumer.PackageReference}</ItemGroup>
                </Project>
                """);
        var sample = Repository.PathOf("samples", "Gong.Console");
        foreach (var file in Directory.EnumerateFiles(sample, "*.cs*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(sample, file);
            if (!relative.StartsWith("bin", StringComparison.Ordinal) && !relative.StartsWith("obj", StringComparison.Ordinal))
                consumer.Write(Path.Combine("samples", "Gong.Console", relative), File.ReadAllText(file));
        }

        (await consumer.BuildAsync(Path.Combine("samples", "Gong.Console"))).EnsureSuccess();
        var assembly = consumer.PathOf("samples", "Gong.Console", "bin", "Debug", "net10.0", "Gong.Console.dll");
        AssertTranscript((await Dotnet.RunAsync(consumer.PathOf("samples"), new Dictionary<string, string>(), assembly)).EnsureSuccess());
    }

    [Theory]
    [InlineData(GongServer.AccessKeySecret, 0)]
    [InlineData("not-the-secret", 1)]
    public async Task With_an_account_the_console_sample_calls_its_server_and_never_shows_the_secret(string secret, int exitCode)
    {
        await using var server = await GongServer.StartAsync();
        var run = await Dotnet.RunAsync(
            Repository.Root,
            new Dictionary<string, string>
            {
                ["GONG_ACCESS_KEY"] = GongServer.AccessKey,
                ["GONG_ACCESS_KEY_SECRET"] = secret,
                ["GONG_BASE_URL"] = server.BaseAddress.ToString(),
            },
            Assembly,
            "https://acme.partner.com");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.EndsWith(exitCode == 0 ? $"Integration id: {IntegrationId}" : "Access denied: wrong access key or secret (request 4al018gzaztcr8n0001).", run.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, run.Output, StringComparison.Ordinal);
    }

    private static void AssertTranscript(ProcessResult run)
    {
        int[] statuses = [200, 400, 401, 409, 429, 500];
        Assert.All(statuses, status => Assert.Contains($"\n  {status}  ", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal));
        Assert.EndsWith($"Integration id: {IntegrationId}", run.Output.TrimEnd(), StringComparison.Ordinal);
    }
}
