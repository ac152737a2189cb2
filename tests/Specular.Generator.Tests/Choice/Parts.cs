using System.Text.RegularExpressions;
using Specular.Testing.Generator;

namespace Specular.Generator.Tests.Choice;

/// <summary>What is there of a client.</summary>
internal static class Parts
{
    /// <summary>The types, with those that are opaque in brackets, and the operations: <c>Order [Line] | ListOrders</c>.</summary>
    public static string Of(GeneratorRun run)
    {
        var code = string.Join("\n", run.ClientFiles.Select(file => file.Value));
        var types = Regex.Matches(code, @"^public (?:sealed partial record|sealed (record)|enum|abstract class) (\w+)", RegexOptions.Multiline)
            .Select(match => (Name: match.Groups[2].Value, IsOpaque: match.Groups[1].Success)).Where(type => !type.Name.EndsWith("Result", StringComparison.Ordinal))
            .OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => type.IsOpaque ? "[" + type.Name + "]" : type.Name);
        var operations = Regex.Matches(code, @"> (\w+)ResultAsync\(").Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);
        return (string.Join(" ", types) + " | " + string.Join(" ", operations)).Trim();
    }
}
