using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Output;

public class SeveralClientsTests
{
    private static DescriptionFile Client(string path, string space, string name) =>
        new(path, Specs.Gong.Text) { Namespace = space, ClientName = name };

    [Theory]
    [InlineData("Gong", "GongClient", "Gong.GongClient")]
    [InlineData("Gong", "OtherClient", "Gong.ErrorResponse")]
    public void Two_with_a_type_in_common_are_an_error_at_the_second(string space, string name, string type)
    {
        var run = new GeneratorSession(null, Client("a.yaml", "Gong", "GongClient"), Client("b.yaml", space, name)).Run(TestContext.Current.CancellationToken);
        var message = $"Another client of this project has the type '{type}' already; give each client a Namespace of its own";
        Assert.Equal([$"b.yaml(1,1,1,1): error SPEC009: {message}"], run.Shown);
        Assert.Contains("Gong.GongClient.GongClient.g.cs", run.Files.Keys);
    }

    [Fact]
    public void In_namespaces_of_their_own_both_come()
    {
        var run = new GeneratorSession(null, Client("a.yaml", "Gong", "GongClient"), Client("b.yaml", "Gong.Other", "GongClient")).Run(TestContext.Current.CancellationToken);
        Assert.Empty(run.Shown);
        Assert.Contains("Gong.GongClient.GongClient.g.cs", run.Files.Keys);
        Assert.Contains("Gong.Other.GongClient.GongClient.g.cs", run.Files.Keys);
    }

    // The words that templates are filled in at may stand in what is filled in.
    [Theory]
    [InlineData("Acme.Templates", "GongClient", "GongApiException")]
    [InlineData("Acme", "EmailTemplateClient", "EmailTemplateApiException")]
    [InlineData("TemplateClient", "TemplateClient", "TemplateApiException")]
    public void A_name_may_hold_the_word_template(string space, string name, string exception)
    {
        var run = GeneratorSession.Generate(Client("a.yaml", space, name));
        Assert.Empty(run.Shown);
        Assert.NotNull(run.Compilation.GetTypeByMetadataName(space + "." + exception));
        Assert.NotNull(run.Compilation.GetTypeByMetadataName(space + "." + name + "Options"));
    }
}
