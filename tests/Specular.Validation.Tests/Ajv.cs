using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace Specular.Validation.Tests;

/// <summary>Ajv, the JSON Schema validator of Node.</summary>
internal static class Ajv
{
    /// <summary>What the machine lacks for it; null where nothing is missing.</summary>
    public static string? Missing { get; } = FindMissing();

    /// <summary>Validates values against schemas of a description.</summary>
    /// <param name="document">The description, with its schemas in the words of JSON Schema.</param>
    /// <param name="values">The schema of each value, as a fragment, and the value.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>For each value what is wrong with it, or null.</returns>
    public static async Task<string?[]> ValidateAsync(JsonObject document, IEnumerable<(string Schema, string Json)> values, CancellationToken cancellationToken)
    {
        var input = new JsonObject
        {
            ["document"] = document,
            ["values"] = new JsonArray([.. values.Select(value => new JsonObject { ["schema"] = value.Schema, ["json"] = value.Json })]),
        };
        using var process = Process.Start(Node("validate.mjs"))!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(input.ToJsonString());
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, await errors);
        return [.. JsonNode.Parse(await output)!.AsArray().Select(item => (string?)item)];
    }

    private static ProcessStartInfo Node(string argument) => new("node", [argument])
    {
        WorkingDirectory = AppContext.BaseDirectory,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        StandardOutputEncoding = Encoding.UTF8,
    };

    private static string? FindMissing()
    {
        try
        {
            using var process = Process.Start(Node("--version"))!;
            process.WaitForExit();
        }
        catch (Win32Exception)
        {
            return "There is no Node to run Ajv on.";
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "node_modules", "ajv-formats")))
                return null;
        }

        return "Ajv is not installed: run npm ci in tests/Specular.Validation.Tests.";
    }
}
