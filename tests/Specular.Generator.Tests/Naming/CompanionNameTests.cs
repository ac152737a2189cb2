using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Naming;

/// <summary>The names of what a client brings along.</summary>
public class CompanionNameTests
{
    [Theory]
    [InlineData("GongClient", "GongApiException", "GongApiResult")]
    [InlineData("PetShopApiClient", "PetShopApiException", "PetShopApiResult")]
    [InlineData("PetShopAPI", "PetShopAPIException", "PetShopAPIResult")]
    [InlineData("OkapiClient", "OkapiApiException", "OkapiApiResult")]
    public void An_api_that_is_called_one_is_not_called_so_twice(string client, string exception, string result)
    {
        var run = GeneratorSession.Generate(new DescriptionFile("gong.yaml", Specs.Gong.Text) { Namespace = "Shop", ClientName = client });
        Assert.All([client, exception, result], name => Assert.NotNull(run.Compilation.GetTypeByMetadataName("Shop." + name)));
    }
}
