using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Output;

public class DeepSchemaTests
{
    // A compiler's thread may have no more than this.
    private const int Stack = 1024 * 1024;

    [Theory]
    [InlineData("oneOf: [{{ $ref: '#/components/schemas/S{0}' }}, {{ type: string }}]", 600)]
    [InlineData("allOf: [{{ $ref: '#/components/schemas/S{0}' }}]", 1000)]
    [InlineData("{{ type: array, items: {{ $ref: '#/components/schemas/S{0}' }} }}", 1000)]
    public void A_chain_of_references_is_said_and_overflows_nothing(string schema, int length)
    {
        var text = new StringBuilder("openapi: 3.1.0\ninfo: { title: Deep, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n");
        for (var i = 0; i < length; i++)
            text.Append(CultureInfo.InvariantCulture, $"    S{i}:\n      ").AppendFormat(CultureInfo.InvariantCulture, schema, i + 1).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"    S{length}: {{ type: object, properties: {{ a: {{ type: string }} }} }}\n");

        GeneratorRun? run = null;
        var thread = new Thread(() => run = new GeneratorSession(null, new DescriptionFile("deep.yaml", text.ToString())) { RequireCleanCompilation = false }.Run(), Stack);
        thread.Start();
        thread.Join();
        Assert.Contains(run!.Diagnostics, diagnostic => diagnostic.Id == "SPEC004");
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    /// <summary>Each has all the properties of those before it: the square of their number, where each adds a few.</summary>
    [Fact]
    public void A_chain_of_schemas_that_add_properties_ends()
    {
        const int Length = 400;
        const int Added = 40;
        var text = new StringBuilder("openapi: 3.1.0\ninfo: { title: Deep, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n    S0: { type: object, properties: { a: { type: string } } }\n");
        for (var i = 1; i <= Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    S{i}:\n      allOf: [{{ $ref: '#/components/schemas/S{i - 1}' }}]\n      properties:\n");
            for (var j = 0; j < Added; j++)
                text.Append(CultureInfo.InvariantCulture, $"        p{i}_{j}: {{ type: string }}\n");
        }

        var run = new GeneratorSession(null, new DescriptionFile("deep.yaml", text.ToString())) { RequireCleanCompilation = false }.Run(TestContext.Current.CancellationToken);

        Assert.Contains(run.Diagnostics, diagnostic => diagnostic.Id == "SPEC004" && diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains("additional properties", StringComparison.Ordinal));
        Assert.Single(run.Compilation.GetTypeByMetadataName("Consumer.S" + Length.ToString(CultureInfo.InvariantCulture))!.GetMembers("AdditionalProperties"));
    }
}
