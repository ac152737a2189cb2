using Microsoft.CodeAnalysis;
using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Output;

/// <summary>What generated code says to the analyzers of where its operations go, and of what the description deprecates.</summary>
public class OperationFactsTests
{
    private static readonly GeneratorRun s_run = GeneratorSession.Generate(Specs.Yaml("""
        openapi: 3.1.0
        info: { title: Test, version: '1' }
        servers:
          - url: https://{region}.test/v1
            variables: { region: { default: eu } }
          - url: https://us.test/v1
          - url: /relative
          - url: http://localhost:5000
          - url: https://us.test/v1
        paths:
          /old:
            get:
              operationId: old
              deprecated: true
              description: Use `young` instead.
              responses: { '204': { description: Done } }
          /young:
            get:
              operationId: young
              servers: [{ url: https://own.test }]
              parameters:
                - { name: level, in: query, schema: { $ref: '#/components/schemas/Level' } }
              responses: { '204': { description: Done } }
        components:
          schemas:
            Level:
              oneOf:
                - { const: low }
                - { const: middling, deprecated: true }
        """));

    [Fact]
    public void Every_server_that_can_be_reached_is_named()
    {
        var client = s_run.Compilation.Assembly.GetAttributes().Single(attribute => attribute.AttributeClass!.Name == "OpenApiClientAttribute");
        Assert.Equal("https://eu.test/v1", Named(client, "Server").Value);
        Assert.Equal(["https://us.test/v1"], Named(client, "OtherServers").Values.Select(value => value.Value));
    }

    [Fact]
    public void An_operation_names_its_own_server_and_its_replacement()
    {
        Assert.Equal("https://own.test", Named(Operation("YoungAsync"), "Server").Value);
        Assert.True(Named(Operation("YoungAsync"), "Replacement").IsNull);
        Assert.Equal("young", Named(Operation("OldAsync"), "Replacement").Value);
        Assert.True(Named(Operation("OldAsync"), "Server").IsNull);
    }

    [Fact]
    public void A_deprecated_value_is_obsolete()
    {
        var members = s_run.Compilation.GetTypeByMetadataName("Test.Level")!.GetMembers().OfType<IFieldSymbol>();
        Assert.Equal(["Middling"], members.Where(member => member.GetAttributes().Any(attribute => attribute.AttributeClass!.Name == "ObsoleteAttribute")).Select(member => member.Name));
    }

    private static AttributeData Operation(string method) => s_run.Compilation.GetTypeByMetadataName("Test.TestClient")!.GetMembers(method).Single().GetAttributes()
        .Single(attribute => attribute.AttributeClass!.Name == "OpenApiOperationAttribute");

    private static TypedConstant Named(AttributeData attribute, string name) => attribute.NamedArguments.SingleOrDefault(argument => argument.Key == name).Value;
}
