using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Specular.Package.Tests;

/// <summary>How a process ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote, standard output before standard error.</param>
internal sealed record ProcessResult(int ExitCode, string Output)
{
    /// <summary>The lines of <see cref="Output"/> that say something.</summary>
    public IReadOnlyList<string> Lines { get; } = Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Fails the test, and shows the output, unless the process ended well.</summary>
    public ProcessResult EnsureSuccess()
    {
        Assert.True(ExitCode == 0, $"Exit code {ExitCode}:\n{Output}");
        return this;
    }

    /// <summary>Fails the test, and shows the output, unless the output matches <paramref name="pattern"/>.</summary>
    public ProcessResult EnsureOutput([StringSyntax(StringSyntaxAttribute.Regex)] string pattern)
    {
        Assert.True(Regex.IsMatch(Output, pattern), $"No match for {pattern}:\n{Output}");
        return this;
    }

    /// <summary>Fails the test, and shows the output, unless this is a build that ended with errors.</summary>
    public ProcessResult EnsureFailure()
    {
        Assert.True(ExitCode == 1, $"Exit code {ExitCode}:\n{Output}");
        return this;
    }
}

/// <summary>Runs <c>dotnet</c> as a user does, apart from what this process was started with.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(3);

    // Set by the test host for itself; a build or a program that inherits these is not the user's.
    private static readonly string[] s_foreignVariables = ["MSBUILD", "VSTEST", "TESTINGPLATFORM", "DOTNET_STARTUP_HOOKS", "CORECLR_", "GONG_", "NUGET_PACKAGES"];

    // Nothing may stay behind: no build node, no build server, no compiler server.
    private static readonly string[] s_alone = ["-nodeReuse:false", "-maxCpuCount:1", "-property:UseSharedCompilation=false", "-terminalLogger:off", "-nologo"];

    /// <summary>Runs an MSBuild-based command, such as <c>build</c> or <c>pack</c>.</summary>
    public static Task<ProcessResult> BuildAsync(string workingFolder, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments) =>
        RunAsync(workingFolder, environment, [.. arguments, .. s_alone]);

    /// <summary>Runs <c>dotnet</c> with these arguments.</summary>
    public static async Task<ProcessResult> RunAsync(string workingFolder, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.ToArray())
        {
            if (s_foreignVariables.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
                start.Environment.Remove(name);
        }
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(s_timeout);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var error = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return new(process.ExitCode, await output + await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
