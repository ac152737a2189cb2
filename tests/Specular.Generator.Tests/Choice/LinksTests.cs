using Specular.Testing.Generator;
using Xunit;

namespace Specular.Generator.Tests.Choice;

/// <summary>specs/features/links.yaml: in a build, types that the code does not look into are opaque.</summary>
public class LinksTests
{
    private const string Get = "async Task M(LinksClient client) { var parcel = await client.GetParcelAsync(); ";

    private static readonly DescriptionFile s_links = new("links.yaml", Specs.Read("specs/features/links.yaml")) { Namespace = "Links", ClientName = "LinksClient", OmitUnused = "true" };

    // A property that is named has its type, and so on from there; what a union or a map is made of is part of it, and an enum leads nowhere.
    [Theory]
    [InlineData(Get + "}", "[Cargo] Extra Fragility [Haulier] Parcel [Signatory] [Waypoint] | GetParcel")]
    [InlineData(Get + "_ = parcel.Haulier; }", "[Cargo] Extra Fragility Haulier Parcel [Signatory] [Waypoint] | GetParcel")]
    [InlineData(Get + "_ = parcel.Haulier?.Dispatcher; }", "[Cargo] Extra Fragility Haulier Parcel Signatory [Waypoint] | GetParcel")]
    [InlineData(Get + "_ = parcel is { Consignor.Name: \"Ada\" }; }", "[Cargo] Extra Fragility [Haulier] Parcel Signatory [Waypoint] | GetParcel")]
    [InlineData(Get + "_ = parcel.Cargo; }", "Cargo Crate Extra Fragility [Haulier] Parcel [Signatory] [Waypoint] | GetParcel")]
    [InlineData(Get + "foreach (var point in parcel.Waypoints ?? []) { _ = point.Code; } }", "[Cargo] Extra Fragility [Haulier] Parcel [Signatory] Waypoint | GetParcel")]
    [InlineData(Get + "_ = parcel.WaypointsByCode![\"a\"].Code; }", "[Cargo] Extra Fragility [Haulier] Parcel [Signatory] Waypoint | GetParcel")]
    [InlineData(Get + "_ = parcel.AdditionalProperties![\"a\"].Waypoint; }", "[Cargo] Extra Fragility [Haulier] Parcel [Signatory] Waypoint | GetParcel")]
    [InlineData(Get + "}\nstring N() => nameof(Parcel.Consignee);", "[Cargo] Extra Fragility [Haulier] Parcel Signatory [Waypoint] | GetParcel")]
    [InlineData("/// <summary>See <see cref=\"Parcel.Notary\"/>.</summary>\npublic void M() { }", "[Cargo] Extra Fragility [Haulier] Parcel Signatory [Waypoint] |")]
    [InlineData("object M() => new Signatory { Name = \"Ada\" };", "[Parcel] Signatory |")]
    [InlineData("object M() => new Signatory { Name = \"Ada\", Parcels = [] };", "[Cargo] Extra Fragility [Haulier] Parcel Signatory [Waypoint] |")]
    [InlineData(Get + "_ = parcel with { Twin = parcel }; }", "[Cargo] Extra Fragility [Haulier] Parcel [Signatory] [Waypoint] | GetParcel")]
    [InlineData(Get + "_ = \"parcel.Cargo\"; /* Haulier */ }", "[Cargo] Extra Fragility [Haulier] Parcel [Signatory] [Waypoint] | GetParcel")]
    [InlineData(Get + "_ = new { Cargo = 1 }; }", "Cargo Crate Extra Fragility [Haulier] Parcel [Signatory] [Waypoint] | GetParcel")]
    public void What_the_code_names_has_its_type(string member, string expected) => Assert.Equal(expected, Parts.Of(Build(member)));

    // The fields of a form, and what says which page is the next one (SPEC115).
    [Theory]
    [InlineData("async Task M(LinksClient client, Label label) => await client.PostLabelAsync(label);", "Label Layout [Margins] Mark | PostLabel")]
    [InlineData("async Task M(LinksClient client) => await client.ListDepotsAsync();", "[Depot] Depots Paging [Signatory] | ListDepots")]
    public void What_an_operation_has_to_know_of_its_types_is_there(string member, string expected) => Assert.Equal(expected, Parts.Of(Build(member)));

    [Fact]
    public void Code_that_looks_into_more_has_more()
    {
        var session = new GeneratorSession(Project(Get + "}"), s_links);
        Assert.Contains("[Haulier]", Parts.Of(session.Run(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        var run = session.WithSources(Source(Get + "_ = parcel.Haulier?.Name; }")).Run(TestContext.Current.CancellationToken);
        Assert.Equal("[Cargo] Extra Fragility Haulier Parcel [Signatory] [Waypoint] | GetParcel", Parts.Of(run));
        Assert.Equal(["Links.LinksClient.Haulier.g.cs"], run.Emitted);
        Assert.Contains("[Haulier]", Parts.Of(session.WithSources(Source(Get + "}")).Run(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_another_generator_reads_counts()
    {
        var page = new DescriptionFile("Index.razor", "<p>@_parcel.Haulier.Name</p>") { IsClient = false };
        var run = new GeneratorSession(Project(Get + "}"), s_links, page).Run(TestContext.Current.CancellationToken);
        Assert.Equal("[Cargo] Extra Fragility Haulier Parcel [Signatory] [Waypoint] | GetParcel", Parts.Of(run));
    }

    [Fact]
    public void A_type_says_why_it_has_no_members()
    {
        var run = Build(Get + "}");
        Assert.Contains("/// <remarks>This build leaves out what it is made of, since the project's code names no property that leads here.", run.Files["Links.LinksClient.Signatory.g.cs"], StringComparison.Ordinal);

        // All else is what it is in the whole client.
        var whole = GeneratorSession.Generate(s_links with { OmitUnused = "" });
        foreach (var name in new[] { "Parcel", "Extra", "Fragility" })
            Assert.Equal(whole.Files["Links.LinksClient." + name + ".g.cs"], run.Files["Links.LinksClient." + name + ".g.cs"]);
    }

    private static GeneratorRun Build(string member) => new GeneratorSession(Project(member), s_links).Run(TestContext.Current.CancellationToken);

    private static ConsumerProject Project(string member) => new() { IsBuild = true, Sources = [Source(member)] };

    private static string Source(string member) => "using System.Threading.Tasks;\nusing Links;\n\ninternal class Uses\n{\n    " + member + "\n}";
}
