using System.Reflection;
using System.Text.Json;
using Features.Links;

namespace Specular.Client.Tests;

/// <summary>specs/features/links.yaml: what the code does not look into a build leaves out, and keeps its values.</summary>
public sealed class LinksTests(TestServer server) : ServerTest(server)
{
    private const string Least = """{"number":"1","consignor":{},"inspector":null,"cargo":""}""";

    private LinksClient Client => new(Http);

    // What is opaque is written byte for byte as it came: spaces, escapes, digits, members twice, and what the description does not know.
    [Theory]
    [InlineData(Least)]
    [InlineData("""{"number":"1","consignor":{ "name" : "\u00e9 \"\\ \/", "weight":1.50, "n":12345678901234567890,"n":1e400 },"inspector":{"name":null},"consignee":null,"cargo":[ {"wood":"oak"} ]}""")]
    [InlineData("""{"number":"1","consignor":{"parcels":[{"number":7}]},"inspector":null,"consignee":{"name":"Ada"},"notary":{"pin":"1234"},"cargo":{"wood":"oak","x":[1, 2]}}""")]
    [InlineData("""{"number":"1","consignor":{},"inspector":null,"cargo":true,"waypoints":[],"gaps":[null,{"code": "a"},null],"waypointsByCode":{"a":{"code": "a"},"b":{}}}""")]
    [InlineData("""{"number":"1","consignor":{},"inspector":null,"cargo":"","waypoints":[{ "code":"a" },{}],"twin":{"number":"2","consignor":{ },"inspector":null,"cargo":[ ]},"fragility":"middling","tare":1.5}""")]
    [InlineData("""{"number":"1","consignor":{},"inspector":null,"cargo":"","haulier":{"name":"Bo","dispatcher":{ "deep":{"er":[ ]} }},"other":{"about":"all","waypoint":{ "code":1 }}}""")]
    public async Task All_of_it_survives_a_round_trip(string json)
    {
        var parcel = await Get(json);
        Server.Reset();
        await Client.PutParcelAsync(parcel, Token);
        Assert.Equal(json, Server.Request.Text);

        // A serializer has its own ideas of escapes.
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), JsonSerializer.SerializeToElement(JsonSerializer.Deserialize<Parcel>(json))));
    }

    [Fact]
    public async Task What_the_code_looks_at_is_there_and_the_rest_stays_beside_it()
    {
        var parcel = await Get("""{"number":"1","consignor":{ },"inspector":null,"cargo":[ ],"haulier":{"name":"Bo","dispatcher":{ "name":"Di" }}}""");
        Assert.Equal("Bo", parcel.Haulier?.Name);

        Server.Reset();
        await Client.PutParcelAsync(parcel with { Number = "2", Haulier = parcel.Haulier! with { Name = "Cy" } }, Token);
        Assert.Equal("""{"number":"2","consignor":{ },"inspector":null,"cargo":[ ],"haulier":{"name":"Cy","dispatcher":{ "name":"Di" }}}""", Server.Request.Text);
    }

    [Theory]
    [InlineData("""{"number":"1","inspector":null,"cargo":""}""", "required property 'consignor' is missing. Path: $ |")]
    [InlineData("""{"number":"1","consignor":{},"cargo":""}""", "required property 'inspector' is missing. Path: $ |")]
    [InlineData("""{"number":"1","consignor":null,"inspector":null,"cargo":""}""", "null where an object is due. Path: $.consignor |")]
    [InlineData("""{"number":"1","consignor":{},"inspector":[],"cargo":""}""", "an array where an object is due. Path: $.inspector |")]
    [InlineData("""{"number":"1","consignor":{},"inspector":null,"cargo":"","waypoints":[{},null]}""", "null where an object is due. Path: $.waypoints[1] |")]
    public async Task What_is_missing_or_of_another_kind_is_an_error_as_ever(string json, string message)
    {
        Server.Answer = Answers.Json(200, json);
        var undeclared = Assert.IsType<GetParcelResult.Undeclared>(await Client.GetParcelResultAsync(Token));
        Assert.StartsWith(message, undeclared.Error?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "{ }", true)]
    [InlineData("""{"name":"Ada L","pin":"a\" b"}""", "{\n  \"name\": \"Ada L\",\r\n\t\"pin\": \"a\\\" b\"\n}", true)]
    [InlineData("""{"name":"Ada L"}""", """{"name":"AdaL"}""", false)]
    [InlineData("""{"name":"a\" b"}""", """{"name":"a\"b"}""", false)]
    [InlineData("""{"name":"a\\"}""", """{"name":"a\\" }""", true)]
    [InlineData("{}", """{"name":""}""", false)]
    [InlineData("""{"n":1}""", """{"n":12}""", false)]
    public async Task Two_are_equal_if_they_say_the_same(string one, string other, bool areEqual)
    {
        var first = await Get(Least.Replace("{}", one, StringComparison.Ordinal));
        var second = await Get(Least.Replace("{}", other, StringComparison.Ordinal));
        Assert.Equal(areEqual, first == second);
        if (areEqual)
            Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.Equal(first, first with { });
        Assert.NotEqual(first, first with { Number = "2" });
    }

    [Fact]
    public async Task Nothing_of_it_is_shown()
    {
        var parcel = await Get("""{"number":"1","consignor":{"name":"Ada","pin":"1234"},"inspector":null,"cargo":"5678"}""");
        Assert.StartsWith("Parcel { Number = 1, Consignor = Signatory { }, Inspector = , Consignee = ", parcel.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("1234", parcel.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("5678", parcel.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_serializer_that_finds_it_by_itself_writes_it_too()
    {
        var parcel = JsonSerializer.Deserialize<Parcel>(Least.Replace("{}", """{ "name":"Ada" }""", StringComparison.Ordinal))!;
        var found = typeof(Parcel).GetProperty("Consignor")!.GetValue(parcel)!;
        Assert.Equal("""{"name":"Ada"}""", JsonSerializer.Serialize(found).Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(found, JsonSerializer.Deserialize("""{"name":"Ada"}""", found.GetType()));
    }

    // The types of this assembly, which is a build and so has the client in part.
    [Theory]
    [InlineData("Parcel", true)]
    [InlineData("Haulier", true)]
    [InlineData("Fragility", true)]
    [InlineData("Extra", true)]
    [InlineData("Signatory", false)]
    [InlineData("Cargo", false)]
    [InlineData("Waypoint", false)]
    [InlineData("Label", true)]
    [InlineData("Layout", true)]
    [InlineData("Mark", true)]
    [InlineData("Margins", false)]
    public void Only_what_the_code_looks_into_has_members(string name, bool has) =>
        Assert.Equal(has, typeof(Parcel).Assembly.GetType("Features.Links." + name, throwOnError: true)!.GetMembers(BindingFlags.Public | BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static).Any(member => member is PropertyInfo or FieldInfo));

    [Fact]
    public void What_nothing_leads_to_is_not_there() => Assert.Null(typeof(Parcel).Assembly.GetType("Features.Links.Crate"));

    [Fact]
    public async Task The_fields_of_a_form_are_sent_as_ever()
    {
        var label = JsonSerializer.Deserialize<Label>("""{"title":"A","layout":{"width":5,"margins":{ "top":1 }},"marks":[{"sign":"x"},{"sign":"y"}]}""")!;
        await Client.PostLabelAsync(label, Token);
        var parts = Server.Request.Text.Split("\r\n").Where(line => line.StartsWith("Content-Disposition", StringComparison.Ordinal) || line.StartsWith('{') || line is "A");
        Assert.Equal(
            [
                "Content-Disposition: form-data; name=\"title\"", "A",
                "Content-Disposition: form-data; name=\"layout\"", """{"width":5,"margins":{ "top":1 }}""",
                "Content-Disposition: form-data; name=\"marks\"", """{"sign":"x"}""",
                "Content-Disposition: form-data; name=\"marks\"", """{"sign":"y"}""",
            ],
            parts);

        Server.Reset();
        await Client.PostStampAsync(label, Token);
        Assert.Equal("""title=A&layout={"width":5,"margins":{ "top":1 }}&marks={"sign":"x"}&marks={"sign":"y"}""", Uri.UnescapeDataString(Server.Request.Text.Replace('+', ' ')));
    }

    private async Task<Parcel> Get(string json)
    {
        Server.Answer = Answers.Json(200, json);
        return await Client.GetParcelAsync(Token);
    }
}
