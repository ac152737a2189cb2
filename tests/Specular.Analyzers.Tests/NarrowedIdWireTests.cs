using Microsoft.AspNetCore.Http;
using Microsoft.CodeAnalysis;
using Newtonsoft.Json.Linq;
using Specular.Analyzers.Rules;
using Specular.CodeFixes;
using Specular.Testing.Analyzers;

namespace Specular.Analyzers.Tests;

/// <summary>SPEC101 in hand-written code that reads the API's JSON, a form or a query by the wire name.</summary>
public class NarrowedIdWireTests
{
    private const string Usings = """
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using System.Net.Http;
        using System.Net.Http.Json;

        """;

    private static readonly TestCode s_withForms = GongClientSource.InSource with { References = TestCode.ReferencesBeside(typeof(IFormCollection)) };
    private static readonly TestCode s_withNewtonsoft = GongClientSource.InSource with { References = [MetadataReference.CreateFromFile(typeof(JToken).Assembly.Location)] };

    [Theory]
    [InlineData("var id = e.GetProperty(\"integrationId\").[|GetInt32|]();")]
    [InlineData("var id = e.GetProperty(\"integrationId\"u8).[|GetInt32|]();")]
    [InlineData("var id = e.GetProperty(\"data\").GetProperty(\"integrationId\").[|GetInt16|]();")]
    [InlineData("var id = e.GetProperty(\"integrationId\").[|GetUInt32|]();")]
    [InlineData("var id = e.GetProperty(\"integrationId\").[|GetSingle|]();")]
    [InlineData("var id = e.GetProperty(\"integrationId\").[|GetDouble|]();")]
    [InlineData("var ok = e.GetProperty(\"integrationId\").[|TryGetInt32|](out var id);")]
    [InlineData("var p = e.GetProperty(\"integrationId\"); var id = p.[|GetInt32|]();")]
    [InlineData("if (e.TryGetProperty(\"integrationId\", out var p)) { var id = p.[|GetInt32|](); }")]
    [InlineData("var id = [|int.Parse|](e.GetProperty(\"integrationId\").GetString());")]
    [InlineData("var id = [|int.Parse|](e.GetProperty(\"integrationId\").GetRawText());")]
    [InlineData("var id = [|int.Parse|](e.GetProperty(\"integrationId\").ToString());")]
    [InlineData("var id = [|(int)e.GetProperty(\"integrationId\").GetInt64()|];")]
    [InlineData("var id = e.GetProperty(\"integrationId\").[|Deserialize<int>|]();")]
    [InlineData("const string name = \"integrationId\"; var id = e.GetProperty(name).[|GetInt32|]();")]
    public Task Elements(string body) => VerifyAsync("void Read(JsonElement e) { " + body + " }");

    [Theory]
    [InlineData("var id = [|(int)n[\"integrationId\"]|];")]
    [InlineData("var id = [|(int?)n[\"integrationId\"]|];")]
    [InlineData("var id = n[\"integrationId\"].[|GetValue<int>|]();")]
    [InlineData("var id = n[\"integrationId\"]!.AsValue().[|GetValue<int>|]();")]
    [InlineData("var id = n[\"integrationId\"]?.[|GetValue<double>|]();")]
    [InlineData("var id = n[\"data\"][\"integrationId\"].[|GetValue<int>|]();")]
    [InlineData("var ok = n[\"integrationId\"].AsValue().[|TryGetValue<int>|](out var id);")]
    [InlineData("var ok = n[\"integrationId\"].AsValue().[|TryGetValue|](out int id);")]
    [InlineData("var id = [|(int)(long)n[\"integrationId\"]|];")]
    [InlineData("var id = [|(int)n[\"integrationId\"].GetValue<long>()|];")]
    [InlineData("int id = [|(int)((JsonObject)n)[\"integrationId\"]|];")]
    [InlineData("if (n.AsObject().TryGetPropertyValue(\"integrationId\", out var p)) { var id = p.[|GetValue<int>|](); }")]
    [InlineData("var id = n[\"integrationId\"].[|Deserialize<int>|]();")]
    public Task Nodes(string body) => VerifyAsync("void Read(JsonNode n) { " + body + " }");

    [Theory]
    [InlineData("while (j.Read()) { if (j.ValueTextEquals(\"integrationId\")) { j.Read(); var id = j.[|GetInt32|](); } }")]
    [InlineData("if (j.ValueTextEquals(\"integrationId\"u8)) { j.Read(); var id = j.[|GetInt32|](); }")]
    [InlineData("if (j.TokenType == JsonTokenType.PropertyName && j.ValueTextEquals(\"integrationId\"u8) && j.Read()) { var id = j.[|GetDouble|](); }")]
    [InlineData("if (j.ValueTextEquals(\"integrationId\"u8) && j.Read() && j.[|TryGetInt32|](out var id)) { }")]
    [InlineData("if (j.GetString() == \"integrationId\") { j.Read(); var id = j.[|GetInt32|](); }")]
    [InlineData("if (j.GetString().Equals(\"integrationId\")) { j.Read(); var id = j.[|GetInt32|](); }")]
    [InlineData("if (j.GetString() is \"integrationId\") { j.Read(); var id = j.[|GetInt32|](); }")]
    [InlineData("switch (j.GetString()) { case \"integrationId\": j.Read(); var id = j.[|GetInt32|](); break; case \"count\": j.Read(); var n = j.GetInt32(); break; }")]
    [InlineData("var name = j.GetString(); j.Read(); object v = name switch { \"integrationId\" => j.[|GetInt32|](), \"count\" => j.GetInt32(), _ => null };")]
    [InlineData("while (j.Read()) { if (!j.ValueTextEquals(\"integrationId\")) continue; j.Read(); var id = j.[|GetInt32|](); }")]
    [InlineData("while (j.Read()) { if (j.GetString() != \"integrationId\") { j.Skip(); continue; } j.Read(); var id = j.[|GetInt32|](); }")]
    [InlineData("if (j.ValueTextEquals(\"integrationId\")) { j.Read(); var id = j.GetInt64(); }")]
    [InlineData("if (j.ValueTextEquals(\"integrationId\")) { if (j.ValueTextEquals(\"count\")) { var n = j.GetInt32(); } }")]
    [InlineData("if (j.ValueTextEquals(\"integrationId\")) { j.Read(); } else { var n = j.GetInt32(); }")]
    [InlineData("if (j.ValueTextEquals(\"count\")) { var n = j.GetInt32(); }")]
    [InlineData("var n = j.GetInt32();")]
    public Task Readers(string body) => VerifyAsync("void Read(Utf8JsonReader j) { " + body + " }");

    [Theory]
    [InlineData("class Dto { [JsonPropertyName(\"integrationId\")] public [|int|] Id { get; set; } }")]
    [InlineData("class Dto { [JsonPropertyName(\"integrationId\")] public [|int?|] Id { get; set; } }")]
    [InlineData("class Dto { [JsonPropertyName(\"integrationId\")] public [|double|] Id { get; init; } }")]
    [InlineData("class Dto { [JsonPropertyName(\"integrationId\")] public [|uint|] Id; }")]
    [InlineData("record Dto([property: JsonPropertyName(\"integrationId\")] [|int|] Id);")]
    [InlineData("partial class Dto { [JsonPropertyName(\"integrationId\")] public [|int|] Id { get; set; } } partial class Dto { }")]
    [InlineData("class Dto { [JsonPropertyName(\"integrationId\")] public long Id { get; set; } }")]
    [InlineData("class Dto { [JsonPropertyName(\"integrationId\")] public string Id { get; set; } }")]
    [InlineData("class Dto { [JsonPropertyName(\"integrationID\")] public int Id { get; set; } }")]
    [InlineData("class Dto { [JsonPropertyName(\"other\")] public int IntegrationId { get; set; } }")]
    public Task Members_with_the_wire_name(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("object Read(string s) => JsonSerializer.Deserialize<Dto>(s);", true)]
    [InlineData("object Read(string s) => JsonSerializer.Deserialize(s, typeof(Dto));", true)]
    [InlineData("object Read(string s) => JsonSerializer.Deserialize<List<Dto>>(s);", true)]
    [InlineData("object Read(string s) => JsonSerializer.Deserialize<Dictionary<string, Dto[]>>(s);", true)]
    [InlineData("object Read(string s) => JsonSerializer.Deserialize<Page>(s);", true)]
    [InlineData("string Write(Dto d) => JsonSerializer.Serialize(d);", false)]
    [InlineData("object Read(JsonElement e) => e.Deserialize<Dto>();", true)]
    [InlineData("async Task Read(HttpContent c) { var d = await c.ReadFromJsonAsync<Dto>(); }", true)]
    [InlineData("async Task Read(HttpClient c) { var d = await c.GetFromJsonAsync<Dto>(\"/\"); }", true)]
    [InlineData("async Task Write(HttpClient c, Dto d) { await c.PostAsJsonAsync(\"/\", d); }", false)]
    [InlineData("HttpContent Write(Dto d) => JsonContent.Create(d);", false)]
    [InlineData("string Write(Dto d) => d.ToString();", false)]
    [InlineData("object Read(string s) => JsonSerializer.Deserialize<Other>(s);", false)]
    [InlineData("T Deserialize<T>(string s) => default; object Read(string s) => Deserialize<Dto>(s);", false)]
    public Task Members_of_a_type_that_is_json(string use, bool isJson) => VerifyAsync(
        use + "class Dto { public " + (isJson ? "[|int|]" : "int") + " IntegrationId { get; set; } } class Page { public List<Dto> Items { get; set; } } class Other { public int Count { get; set; } }");

    [Theory]
    [InlineData("[JsonSerializable(typeof(Dto))] class Context { } class Dto { public [|int|] IntegrationId { get; set; } }")]
    [InlineData("class Dto { [JsonPropertyName(\"name\")] public string Name { get; set; } public [|int|] IntegrationId { get; set; } }")]
    [InlineData("record Dto([|int|] IntegrationId, [property: JsonPropertyName(\"rest\")] int Rest);")]
    [InlineData("class Entity { public int IntegrationId { get; set; } [JsonIgnore] public Entity Parent { get; set; } }")]
    [InlineData("class Entity { [System.ComponentModel.DataAnnotations.Key] public int IntegrationId { get; set; } [JsonPropertyName(\"name\")] public string Name { get; set; } }")]
    [InlineData("class Dto { [JsonPropertyName(\"name\")] public string Name { get; set; } [JsonIgnore] public int IntegrationId { get; set; } }")]
    [InlineData("class Dto { [JsonPropertyName(\"name\")] public string Name { get; set; } internal int IntegrationId { get; set; } }")]
    [InlineData("class Dto { [JsonPropertyName(\"name\")] public string Name { get; set; } public static int IntegrationId { get; set; } }")]
    [InlineData("class Dto { [JsonPropertyName(\"name\")] public string Name { get; set; } public long IntegrationId { get; set; } public int OtherIntegrationId { get; set; } }")]
    [InlineData("class Entity { public int IntegrationId { get; set; } public string Name { get; set; } } class Db { public IQueryable<Entity> Entities { get; set; } }")]
    public Task Members_by_attributes(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("void Read(string integrationId) { var id = [|int.Parse|](integrationId); }")]
    [InlineData("void Read(string integrationId) { var ok = [|int.TryParse|](integrationId, out var id); }")]
    [InlineData("void Read(string integrationId) { var id = [|Convert.ToInt32|](integrationId); }")]
    [InlineData("void Read(ReadOnlySpan<char> integrationId) { var id = [|int.Parse|](integrationId); }")]
    [InlineData("void Read(string[] args) { var integrationId = args[0]; var id = [|int.Parse|](integrationId); }")]
    [InlineData("void Read() { var integrationId = \"5517027188234206000\"; var id = [|int.Parse|](integrationId); }")]
    [InlineData("void Read(Dictionary<string, string> form) { var id = [|int.Parse|](form[\"integrationId\"]); }")]
    [InlineData("void Read(IReadOnlyDictionary<string, string> form) { if (form.TryGetValue(\"integrationId\", out var text)) { var id = [|int.Parse|](text); } }")]
    [InlineData("void Read(System.Collections.Specialized.NameValueCollection form) { var id = [|int.Parse|](form[\"integrationId\"]); }")]
    [InlineData("void Read(System.Collections.Specialized.NameValueCollection form) { var id = [|int.Parse|](form.Get(\"integrationId\")); }")]
    [InlineData("void Read(Dictionary<string, JsonElement> all) { var id = all[\"integrationId\"].[|GetInt32|](); }")]
    public Task Texts(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("void Read(string integrationId) { var id = long.Parse(integrationId); }")]
    [InlineData("void Read(string integrationID) { var id = int.Parse(integrationID); }")]
    [InlineData("void Read(int integrationId) { short small = (short)integrationId; double d = integrationId; }")]
    [InlineData("void Read(long integrationId) { int small = (int)integrationId; }")]
    [InlineData("void Read(Other o) { var integrationId = o.IntegrationId; var id = int.Parse(integrationId); } class Other { public string IntegrationId; }")]
    [InlineData("void Read() { var integrationId = Make(); var id = int.Parse(integrationId); } string Make() => \"5\";")]
    [InlineData("void Read(Dictionary<string, int> ordinals) { var at = ordinals[\"integrationId\"]; double d = at; }")]
    [InlineData("int Read(string s) => s.IndexOf(\"integrationId\");")]
    [InlineData("void Read(JsonElement e) { var id = e.GetProperty(\"integrationId\").GetInt64(); var n = e.GetProperty(\"count\").GetInt32(); }")]
    [InlineData("void Read(JsonElement e, string name) { var id = e.GetProperty(name).GetInt32(); }")]
    [InlineData("void Read(JsonNode n) { var id = (long)n[\"integrationId\"]; var b = n[\"integrationId\"].GetValue<decimal>(); }")]
    [InlineData("class Entity { public int IntegrationId { get; set; } }")]
    [InlineData("enum Columns { integrationId, allowedOrigin }")]
    public Task Quiet(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("void Read(IFormCollection form) { var id = [|int.Parse|](form[\"integrationId\"]); }")]
    [InlineData("void Read(IFormCollection form) { var id = [|Convert.ToInt32|](form[\"integrationId\"]); }")]
    [InlineData("void Read(IFormCollection form) { var id = [|int.Parse|](form[\"integrationId\"].ToString()); }")]
    [InlineData("void Read(HttpRequest q) { var id = [|int.Parse|](q.Form[\"integrationId\"]); }")]
    [InlineData("void Read(HttpRequest q) { var ok = [|int.TryParse|](q.Query[\"integrationId\"], out var id); }")]
    [InlineData("void Read(HttpRequest q) { if (q.Query.TryGetValue(\"integrationId\", out var text)) { var id = [|int.Parse|](text); } }")]
    [InlineData("void Read(HttpRequest q) { var id = long.Parse(q.Query[\"integrationId\"]); var n = int.Parse(q.Query[\"count\"]); }")]
    public Task Forms(string members) => AnalyzerVerifier.VerifyAsync(new NarrowedIdAnalyzer(), s_withForms, "using Microsoft.AspNetCore.Http;\n" + Verify.InClass(members));

    [Theory]
    [InlineData("var d = JsonSerializer.Deserialize<Dictionary<string, int>>(s); var id = d[[|\"integrationId\"|]];")]
    [InlineData("var id = JsonSerializer.Deserialize<Dictionary<string, int>>(s)![[|\"integrationId\"|]];")]
    [InlineData("var d = JsonSerializer.Deserialize<IReadOnlyDictionary<string, uint>>(s); var id = d[[|\"integrationId\"|]];")]
    [InlineData("IReadOnlyDictionary<string, float> d = JsonSerializer.Deserialize<Dictionary<string, float>>(s); var id = d[[|\"integrationId\"|]];")]
    [InlineData("var d = JsonSerializer.Deserialize<Dictionary<string, double?>>(s) ?? new(); double? id = d[[|\"integrationId\"|]];")]
    [InlineData("var d = JsonSerializer.Deserialize<Dictionary<string, int?>>(s); var id = d?[[|\"integrationId\"|]];")]
    [InlineData("var d = (Dictionary<string, int>)JsonSerializer.Deserialize(s, typeof(Dictionary<string, int>)); if (d.TryGetValue([|\"integrationId\"|], out var id)) { }")]
    [InlineData("const string Name = \"integrationId\"; var d = JsonSerializer.Deserialize<Dictionary<string, int>>(s); var id = d.GetValueOrDefault([|Name|]);")]
    [InlineData("var d = await c.ReadFromJsonAsync<Dictionary<string, int>>(); var id = d[[|\"integrationId\"|]];")]
    [InlineData("var d = await h.GetFromJsonAsync<Dictionary<string, int>>(s).ConfigureAwait(false); var id = d[[|\"integrationId\"|]]; var n = d[\"count\"];")]
    [InlineData("var d = JsonSerializer.Deserialize<Dictionary<string, long>>(s); var id = d[\"integrationId\"];")]
    [InlineData("var d = JsonSerializer.Deserialize<Dictionary<string, int>>(s); var id = d[\"integrationID\"]; var n = d[s];")]
    [InlineData("var d = JsonSerializer.Deserialize<Dictionary<string, int>>(s); d[\"integrationId\"] = 5; var id = d[\"integrationId\"];")]
    [InlineData("var d = JsonSerializer.Deserialize<Dictionary<string, int>>(s); d.Add(\"integrationId\", 5); var id = d[\"integrationId\"];")]
    [InlineData("var d = JsonSerializer.Deserialize<Dictionary<string, int>>(s); d[\"integrationId\"]++;")]
    [InlineData("var d = JsonSerializer.Deserialize<Dictionary<string, int>>(s); d = ordinals; var id = d[\"integrationId\"];")]
    [InlineData("var d = JsonSerializer.Deserialize<Dictionary<int, int>>(s); var id = d[5]; var name = \"integrationId\";")]
    [InlineData("var d = new Dictionary<string, int> { [\"integrationId\"] = 5 }; var id = d[\"integrationId\"];")]
    [InlineData("var id = ordinals[\"integrationId\"]; var ok = ordinals.TryGetValue(\"integrationId\", out id); id = ordinals.GetValueOrDefault(\"integrationId\");")]
    [InlineData("var d = Deserialize<Dictionary<string, int>>(s); var id = d[\"integrationId\"];")]
    public Task Dictionaries_read_from_JSON(string body) =>
        VerifyAsync("async Task Read(string s, HttpContent c, HttpClient h, Dictionary<string, int> ordinals) { " + body + " } T Deserialize<T>(string s) => default;");

    [Fact]
    public Task A_dictionary_read_from_JSON_has_no_fix() => Verify.NoFixAsync<NarrowedIdAnalyzer, NarrowedIdFixer>(
        "var d = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, int>>(unknown); int id = d![[|\"integrationId\"|]];");

    [Theory]
    [InlineData("void Read(JObject o) { var id = [|(int)o[\"integrationId\"]|]; }")]
    [InlineData("void Read(JToken o) { var id = o.[|Value<int>|](\"integrationId\"); }")]
    [InlineData("void Read(JToken o) { var id = o[\"integrationId\"].[|Value<int>|](); }")]
    [InlineData("void Read(JToken o) { var id = o[\"integrationId\"].[|ToObject<int>|](); }")]
    [InlineData("void Read(JToken o) { var id = o.SelectToken(\"integrationId\").[|Value<int>|](); }")]
    [InlineData("void Read(JObject o) { var id = o.GetValue(\"integrationId\").[|Value<int>|](); }")]
    [InlineData("void Read(JObject o) { var id = o.Value<long>(\"integrationId\"); var n = o.Value<int>(\"count\"); }")]
    [InlineData("class Dto { [JsonProperty(\"integrationId\")] public [|int|] Id { get; set; } }")]
    [InlineData("class Dto { [JsonProperty(PropertyName = \"integrationId\")] public [|int|] Id { get; set; } }")]
    [InlineData("object Read(string s) => JsonConvert.DeserializeObject<Dto>(s); class Dto { public [|int|] IntegrationId { get; set; } }")]
    [InlineData("void Read(string s) { var d = JsonConvert.DeserializeObject<Dictionary<string, int>>(s); var id = d[[|\"integrationId\"|]]; }")]
    public Task Newtonsoft(string members) =>
        AnalyzerVerifier.VerifyAsync(new NarrowedIdAnalyzer(), s_withNewtonsoft, "using Newtonsoft.Json;\nusing Newtonsoft.Json.Linq;\n" + Verify.InClass(members));

    [Theory]
    [InlineData("void Read(JsonElement e) { int id = e.GetProperty(\"integrationId\").[|GetInt32|](); }", "void Read(JsonElement e) { long id = e.GetProperty(\"integrationId\").GetInt64(); }")]
    [InlineData("void Read(JsonElement e) { var ok = e.GetProperty(\"integrationId\").[|TryGetInt32|](out int id); }", "void Read(JsonElement e) { var ok = e.GetProperty(\"integrationId\").TryGetInt64(out long id); }")]
    [InlineData("void Read(JsonNode n) { int id = [|(int)n[\"integrationId\"]|]; }", "void Read(JsonNode n) { long id = (long)n[\"integrationId\"]; }")]
    [InlineData("void Read(JsonNode n) { int? id = [|(int?)n[\"integrationId\"]|]; }", "void Read(JsonNode n) { long? id = (long?)n[\"integrationId\"]; }")]
    [InlineData("void Read(JsonNode n) { int id = n[\"integrationId\"].[|GetValue<int>|](); }", "void Read(JsonNode n) { long id = n[\"integrationId\"].GetValue<long>(); }")]
    [InlineData("void Read(JsonNode n) { var ok = n[\"integrationId\"].AsValue().[|TryGetValue<int>|](out int id); }", "void Read(JsonNode n) { var ok = n[\"integrationId\"].AsValue().TryGetValue<long>(out long id); }")]
    [InlineData("void Read(JsonNode n) { var ok = n[\"integrationId\"].AsValue().[|TryGetValue|](out int id); }", "void Read(JsonNode n) { var ok = n[\"integrationId\"].AsValue().TryGetValue(out long id); }")]
    [InlineData("void Read(string integrationId) { int id = [|int.Parse|](integrationId); }", "void Read(string integrationId) { long id = long.Parse(integrationId); }")]
    [InlineData("class Dto { [JsonPropertyName(\"integrationId\")] public [|int|] Id { get; set; } void Use() { int id = Id; } }", "class Dto { [JsonPropertyName(\"integrationId\")] public long Id { get; set; } void Use() { long id = Id; } }")]
    [InlineData("class Dto { [JsonPropertyName(\"integrationId\")] public [|int?|] Id { get; set; } }", "class Dto { [JsonPropertyName(\"integrationId\")] public long? Id { get; set; } }")]
    [InlineData("record Dto([property: JsonPropertyName(\"integrationId\")] [|int|] Id);", "record Dto([property: JsonPropertyName(\"integrationId\")] long Id);")]
    [InlineData("void Read(Utf8JsonReader j) { if (j.ValueTextEquals(\"integrationId\")) { j.Read(); int id = j.[|GetInt32|](); } }", "void Read(Utf8JsonReader j) { if (j.ValueTextEquals(\"integrationId\")) { j.Read(); long id = j.GetInt64(); } }")]
    public Task Fixes(string members, string expected) => Verify.FixFileAsync<NarrowedIdAnalyzer, NarrowedIdFixer>(Usings + Verify.InClass(members), Usings + Verify.InClass(expected));

    [Fact]
    public Task Takes_along_readers_of_a_member_in_other_files() => CodeFixVerifier.VerifyAsync(
        new NarrowedIdAnalyzer(),
        new NarrowedIdFixer(),
        GongClientSource.InSource,
        [
            "class Dto { [System.Text.Json.Serialization.JsonPropertyName(\"integrationId\")] public [|int|] Id { get; set; } }",
            "class User { int _id; void Use(Dto dto) { int id = dto.Id; _id = id; } }",
        ],
        [
            "class Dto { [System.Text.Json.Serialization.JsonPropertyName(\"integrationId\")] public long Id { get; set; } }",
            "class User { long _id; void Use(Dto dto) { long id = dto.Id; _id = id; } }",
        ]);

    [Fact]
    public Task Offers_nothing_where_a_reader_of_a_member_would_not_compile() => CodeFixVerifier.VerifyNoFixAsync(
        new NarrowedIdAnalyzer(),
        new NarrowedIdFixer(),
        GongClientSource.InSource,
        "class Dto { [System.Text.Json.Serialization.JsonPropertyName(\"integrationId\")] public [|int|] Id { get; set; } } class User { char Use(Dto dto, string s) => s[dto.Id]; void Take(int x) => Take(new Dto().Id); }");

    private static Task VerifyAsync(string members) => Verify.FileAsync<NarrowedIdAnalyzer>(Usings + Verify.InClass(members));
}
