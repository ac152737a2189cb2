using Specular.Generator.Binding.Schemas;
using Xunit;

namespace Specular.Generator.Tests.Files;

/// <summary>What a schema is called after the reference to it.</summary>
public class ReferenceNameTests
{
    [Theory]
    [InlineData("#/components/schemas/Pet", "Pet")]
    [InlineData("pets.yaml#/Pet", "Pet")]
    [InlineData("pets.yaml#/definitions/Pet%20Shop", "Pet Shop")]
    [InlineData("#/components/schemas/a~1b~0c", "a/b~c")]
    [InlineData("#anchor", "anchor")]
    [InlineData("pet.yaml", "pet")]
    [InlineData("./schemas/pet.yaml", "pet")]
    [InlineData("schemas/Pet.schema.json", "Pet")]
    [InlineData("schemas\\pet.yml#", "pet")]
    [InlineData("pet.yaml#/", "pet")]
    [InlineData("schemas/pet", "pet")]
    [InlineData(".yaml", ".yaml")]
    [InlineData("#", "")]
    [InlineData("#/paths/~1a/get/responses/200/content/application~1json/schema", "")]
    [InlineData("#/components/schemas/Pets/items", "")]
    [InlineData("#/components/schemas/Pets/allOf/1", "")]
    [InlineData("#/components/schemas/Pets/additionalProperties", "")]
    [InlineData("#/components/schemas/items", "items")]
    [InlineData("#/components/schemas/Pets/properties/schema", "schema")]
    [InlineData("#/definitions/1", "1")]
    public void The_name_is_the_last_part(string reference, string name) => Assert.Equal(name, ReferenceName.Of(reference));
}
