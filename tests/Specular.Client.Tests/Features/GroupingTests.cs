using Features.Grouping;

namespace Specular.Client.Tests;

/// <summary>specs/features/grouping.yaml: operations by their first tag, without some that the project leaves out.</summary>
public sealed class GroupingTests(TestServer server) : ServerTest(server)
{
    private GroupingClient Client => new(Http);

    [Fact]
    public async Task A_tag_is_a_client_of_its_own()
    {
        Server.Answer = Answers.Json(200, """{"name":"specular"}""");
        Assert.Equal(new Repo { Name = "specular" }, await Client.Repos.GetAsync("acme", Token));

        Server.Answer = Answers.Json(200, """[{"title":"one"}]""");
        Assert.Equal([new Issue { Title = "one" }], await Client.Issues.ListAsync(Token));

        Server.Answer = Answers.Nothing;
        await Client.PingAsync(Token);

        Assert.Equal(["/repos/acme", "/issues", "/ping"], Server.Received.Select(request => request.Target));
    }

    [Fact]
    public void What_is_left_out_is_not_there()
    {
        var types = typeof(GroupingClient).Assembly.GetTypes().Where(type => type.Namespace == "Features.Grouping").ToList();

        Assert.DoesNotContain(types, type => type.Name == "Key");
        Assert.DoesNotContain(types.SelectMany(type => type.GetMethods()), method => method.Name.StartsWith("Delete", StringComparison.Ordinal));
    }
}
