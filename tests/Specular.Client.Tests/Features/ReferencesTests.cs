using Features.References;

namespace Specular.Client.Tests;

/// <summary>specs/features/references.yaml: references that start at a schema, lead to parts without a name, or stand where split files put them.</summary>
public sealed class ReferencesTests(TestServer server) : ServerTest(server)
{
    private ReferencesClient Client => new(Http);

    [Fact]
    public async Task From_a_schema_with_a_uri_and_through_media_types()
    {
        Server.Answer = Answers.Echo();
        var tree = new Tree { Name = Name.Oak, Leaf = new Leaf { Green = true }, Children = [new Tree { Name = Name.Elm }] };

        var answer = await Client.PutTreeAsync(tree, Token);

        Assert.Equal("""{"name":"oak","leaf":{"green":true},"children":[{"name":"elm"}]}""", Server.Request.Text);
        Assert.Equal((Name.Oak, true, Name.Elm), (answer.Name, answer.Leaf?.Green, answer.Children?[0].Name));
    }

    [Fact]
    public async Task To_parts_that_have_the_name_of_the_place_where_they_are_used()
    {
        await Client.PostPartsAsync(
            new PostPartsRequest { First = new First { Size = 1 }, List = [new First { Size = 2 }], Shared = new Shared { Note = "n" }, Local = new Local { Here = true } }, dry: true, cancellationToken: Token);

        Assert.Equal("""{"first":{"size":1},"list":[{"size":2}],"shared":{"note":"n"},"local":{"here":true}}""", Server.Request.Text);
        Assert.Equal("/parts?dry=true", Server.Request.Target);
    }

    [Fact]
    public async Task A_parameter_that_can_only_be_one_value_is_sent_without_a_word()
    {
        await Client.PostPartsAsync(new PostPartsRequest(), cancellationToken: Token);
        await Client.PostPartsAsync(new PostPartsRequest(), XTarget.PartsPost, cancellationToken: Token);

        Assert.All(Server.Received, request => Assert.Equal("Parts.Post", request.Header("X-Target")));
    }
}
