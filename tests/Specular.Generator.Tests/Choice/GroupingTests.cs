using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Choice;

/// <summary>Clients with a class for each tag.</summary>
public class GroupingTests
{
    private const string Repos = """
        openapi: 3.0.3
        info: { title: Hub, version: '1' }
        servers: [ { url: https://hub.test } ]
        tags:
          - { name: repos, description: 'Repositories <b>&</b> more. */' }
        paths:
          /repos: { get: { operationId: repos/list, tags: [repos], responses: { '204': { description: Done } } } }
          /repos/{id}:
            get: { operationId: repos/get, tags: [repos, admin], parameters: [ { name: id, in: path, required: true, schema: { type: string } } ], responses: { '200': { description: One, content: { application/json: { schema: { $ref: '#/components/schemas/Repos' } } } } } }
          /users: { get: { operationId: list, tags: [users], responses: { '204': { description: Done } } } }
          /teams: { get: { operationId: listTeams, tags: [Operations], responses: { '204': { description: Done } } } }
          /meta: { get: { operationId: meta, responses: { '204': { description: Done } } } }
          /class: { get: { operationId: class, tags: [class], responses: { '204': { description: Done } } } }
          /hub: { get: { operationId: hub, tags: ['Hub Client'], responses: { '204': { description: Done } } } }
          /equals: { get: { operationId: equals, tags: ['Equals'], responses: { '204': { description: Done } } } }
        components:
          schemas:
            Repos: { type: object, properties: { id: { type: string } } }
            HubUsersClient: { type: object, properties: { id: { type: string } } }

        """;

    private static readonly DescriptionFile s_hub = new("hub.yaml", Repos) { Namespace = "Hub", ClientName = "HubClient", Grouping = "Tag" };

    [Fact]
    public void Operations_are_members_of_their_tags_class()
    {
        var run = GeneratorSession.Generate(s_hub, new ConsumerProject
        {
            Sources =
            [
                """
                using System.Threading.Tasks;
                class User
                {
                    async Task<string?> Call(Hub.HubClient client)
                    {
                        await client.Repos.ListAsync();
                        await client.Users.ListAsync();
                        await client.Operations2.ListTeamsAsync();
                        await client.MetaAsync();
                        await client.Class.ClassAsync();
                        Hub.HubReposClient repos = client.Repos;
                        var result = await repos.GetResultAsync("7");
                        return result is Hub.ReposGetResult.Ok ok ? ok.Body.Id : (await repos.GetAsync("7")).Id;
                    }
                }
                """,
            ],
        });
        Assert.All(run.Diagnostics, diagnostic => Assert.Equal("SPEC007", diagnostic.Id));
        Assert.Contains("Repositories &lt;b&gt;&amp;&lt;/b&gt; more. */", run.Files["Hub.HubClient.HubClient.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Flat_is_the_default_and_the_same_as_none()
    {
        var flat = GeneratorSession.Generate(s_hub with { Grouping = "" });
        Assert.Equal(flat.Files, GeneratorSession.Generate(s_hub with { Grouping = "None" }).Files);
        Assert.Contains("ReposGetAsync(", flat.Files["Hub.HubClient.HubClient.Repos.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_operation_writes_its_own_class_only()
    {
        var session = new GeneratorSession(null, s_hub);
        session.Run(TestContext.Current.CancellationToken);
        var after = session.With(s_hub with { Text = Repos.Replace("operationId: list,", "operationId: list, summary: All users,", StringComparison.Ordinal) }).Run(TestContext.Current.CancellationToken);
        Assert.Equal(["Hub.HubClient.HubClient.Users.g.cs"], after.Emitted);
    }

    [Fact]
    public void Another_value_is_an_error()
    {
        var run = GeneratorSession.Generate(s_hub with { Grouping = "Path" });
        Assert.Equal(["hub.yaml(1,1,1,1): error SPEC009: Grouping 'Path' is neither 'None' nor 'Tag'"], run.Shown);
        Assert.Empty(run.Files);
    }

    [Fact]
    public void A_real_description_compiles()
    {
        const string Path = "gong/gong-2026-07-05.json";
        var run = GeneratorSession.Generate(new DescriptionFile(Path, Specs.Shared(Path)) { Namespace = "Real", ClientName = "RealClient", Grouping = "Tag" });
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Id == "SPEC010");
        Assert.NotEmpty(run.Files);
    }
}
