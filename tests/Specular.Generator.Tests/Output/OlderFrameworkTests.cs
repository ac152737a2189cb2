using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Output;

/// <summary>What support code says to a compiler for a framework older than .NET 8.</summary>
public class OlderFrameworkTests
{
    // Namespaces that only newer ones have.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Namespaces_of_newer_frameworks_are_used_there_only(bool isNew)
    {
        var run = GeneratorSession.Generate(new DescriptionFile("gong.yaml", Specs.Gong.Text));
        var options = CSharpParseOptions.Default.WithPreprocessorSymbols(isNew ? new[] { "NET8_0_OR_GREATER" } : []);
        var used = run.Files
            .Where(file => file.Key.StartsWith("Specular.", StringComparison.Ordinal))
            .SelectMany(file => CSharpSyntaxTree.ParseText(file.Value, options, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<UsingDirectiveSyntax>())
            .Select(directive => directive.Name!.ToString());
        Assert.Equal(isNew, used.Any(name => name.StartsWith("global::System.Runtime.Intrinsics", StringComparison.Ordinal)));
    }
}
