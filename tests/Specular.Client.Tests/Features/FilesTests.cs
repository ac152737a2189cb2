using Features.Files;

namespace Specular.Client.Tests;

/// <summary>specs/features/files: a description in several files.</summary>
public sealed class FilesTests(TestServer server) : ServerTest(server)
{
    private FilesClient Client => new(Http);

    [Fact]
    public async Task A_path_of_another_file_with_types_of_a_third()
    {
        Server.Answer = Answers.Json(201, """{"name":"Rex","owner":{"name":"Ada","pets":[{"name":"Tom"}]}}""");

        var pet = await Client.AddPetAsync(new Pet { Name = "Rex", Owner = new Owner { Name = "Ada" } }, Token);

        Assert.Equal(("POST", "/pets", """{"name":"Rex","owner":{"name":"Ada"}}"""), (Server.Request.Method, Server.Request.Target, Server.Request.Text));
        Assert.Equal("Tom", Assert.Single(pet.Owner!.Pets!).Name);
    }

    [Fact]
    public async Task A_parameter_of_another_file()
    {
        Server.Answer = Answers.Json(200, """{"name":"Rex"}""");

        Assert.Equal(new Pet { Name = "Rex" }, await Client.GetPetAsync(5517027188234206000, Token));
        Assert.Equal("/pets/5517027188234206000", Server.Request.Target);
    }

    [Fact]
    public async Task An_answer_whose_type_is_in_the_first_file()
    {
        Server.Answer = Answers.Json(409, """{"title":"There is a Rex already"}""");

        var exception = await Assert.ThrowsAsync<FilesApiException<Problem>>(() => Client.AddPetAsync(new Pet { Name = "Rex" }, Token));

        Assert.Equal("There is a Rex already", exception.Body.Title);
    }
}
