using Microsoft.AspNetCore.Http;
using Microsoft.CodeAnalysis;
using Newtonsoft.Json.Linq;
using Specular.Analyzers.Rules;
using Specular.CodeFixes;
using Specular.Testing.Analyzers;

namespace Specular.Analyzers.Tests;

/// <summary>SPEC101 where an id is looked up by its name: in rows, configuration, routes, dynamic objects and JSON read piece by piece.</summary>
public class NarrowedIdStoreTests
{
    private const string OwnKey = " class Entity { public int IntegrationId { get; set; } }";

    private static readonly TestCode s_web = GongClientSource.InSource with { References = TestCode.ReferencesBeside(typeof(IFormCollection)) };
    private static readonly TestCode s_newtonsoft = GongClientSource.InSource with { References = [MetadataReference.CreateFromFile(typeof(JToken).Assembly.Location)] };

    [Theory]
    [InlineData("void Read(IDataReader rows) { var id = rows.[|GetInt32|](rows.GetOrdinal(\"integrationId\")); }")]
    [InlineData("void Read(DbDataReader rows) { var at = rows.GetOrdinal(\"integrationId\"); while (rows.Read()) { var id = rows.[|GetInt32|](at); } }")]
    [InlineData("void Read(DbDataReader rows) { var id = rows.[|GetInt16|](\"integrationId\"); }")]
    [InlineData("void Read(DbDataReader rows) { var id = rows.[|GetFloat|](\"integrationId\"); }")]
    [InlineData("void Read(DbDataReader rows) { var id = rows.[|GetFieldValue<int>|](\"integrationId\"); }")]
    [InlineData("void Read(DbDataReader rows) { var id = rows.[|GetFieldValue<int>|](rows.GetOrdinal(\"integrationId\")); }")]
    [InlineData("async Task Read(DbDataReader rows) { var id = await rows.[|GetFieldValueAsync<int>|](rows.GetOrdinal(\"integrationId\")); }")]
    [InlineData("void Read(IDataReader rows) { var id = [|(int)rows[\"integrationId\"]|]; }")]
    [InlineData("void Read(IDataReader rows) { var id = [|Convert.ToInt32|](rows[\"integrationId\"]); }")]
    [InlineData("void Read(DataRow row) { var id = [|(int)row[\"integrationId\"]|]; var other = row.[|Field<int>|](\"integrationId\"); }")]
    [InlineData("void Read(DbDataReader rows) { var id = [|(int)rows.GetInt64(rows.GetOrdinal(\"integrationId\"))|]; }")]
    [InlineData("void Read(DbDataReader rows) { var id = rows.GetInt64(\"integrationId\"); var n = rows.GetInt32(\"count\"); var m = (int)rows[0]; }")]
    [InlineData("void Read(DbDataReader rows, int at) { var id = rows.GetInt32(at); }")]
    [InlineData("void Read(DbDataReader rows) { var id = rows.GetInt32(\"integration_id\"); }")]
    [InlineData("void Read(Other rows) { var id = rows.GetInt32(\"integrationId\"); } class Other { public int GetInt32(string name) => 0; }")]
    [InlineData("void Read(DbDataReader rows) { var id = rows.GetInt32(\"integrationId\"); }" + OwnKey)]
    [InlineData("void Read(IDataReader rows) { var id = (int)rows[\"integrationId\"]; }" + OwnKey)]
    public Task Rows(string members) => VerifyAsync(GongClientSource.InSource, "using System.Data;\nusing System.Data.Common;\n", members);

    [Theory]
    [InlineData("void Read(IConfiguration c) { var id = c.[|GetValue<int>|](\"integrationId\"); }")]
    [InlineData("void Read(IConfiguration c) { var id = c.[|GetValue<int?>|](\"Gong:IntegrationId\"); }")]
    [InlineData("void Read(IConfiguration c) { var id = c.[|GetValue|](\"Gong:IntegrationId\", 5); }")]
    [InlineData("void Read(IConfiguration c) { var id = [|int.Parse|](c[\"Gong:IntegrationId\"]!); }")]
    [InlineData("void Read(IConfiguration c) { var id = [|int.Parse|](c.GetSection(\"Gong:IntegrationId\").Value!); }")]
    [InlineData("void Read(IConfiguration c) { var id = c.GetSection(\"Gong:IntegrationId\").[|Get<int>|](); }")]
    [InlineData("void Read(IConfigurationRoot c) { var id = [|Convert.ToInt32|](c[\"IntegrationId\"]); }")]
    [InlineData("void Read(IConfiguration c) { var id = c.GetValue<long>(\"Gong:IntegrationId\"); var n = c.GetValue<int>(\"Gong:Retries\"); }")]
    [InlineData("void Read(IConfiguration c) { var n = c.GetValue<int>(\"IntegrationId:Length\"); var m = c.GetValue<int>(\"MyIntegrationId\"); }")]
    [InlineData("void Read(IConfiguration c, string key) { var n = c.GetValue<int>(key); var m = int.Parse(c[key]!); }")]
    [InlineData("void Read(IConfiguration c) { var id = c.GetValue<int>(\"App:IntegrationId\"); }" + OwnKey)]
    public Task Configuration(string members) => VerifyAsync(s_web, "using Microsoft.Extensions.Configuration;\n", members);

    [Theory]
    [InlineData("void Map(WebApplication app) { app.MapGet(\"/i/{integrationId:[|int|]}\", ([|int|] integrationId) => \"\"); }")]
    [InlineData("void Map(WebApplication app) { app.MapGet(\"/i/{integrationId}\", ([|int|] integrationId) => \"\"); }")]
    [InlineData("void Map(WebApplication app) { app.MapPost(\"/i/{integrationId}/x/{count:int}\", ([|int?|] integrationId, int count) => \"\"); }")]
    [InlineData("void Map(WebApplication app) { app.MapDelete(\"/i\", ([|int|] integrationId) => \"\"); }")]
    [InlineData("void Map(WebApplication app) { app.MapGet(\"/i/{integrationId:min(1):[|int|]}\", (long integrationId) => \"\"); }")]
    [InlineData("void Map(WebApplication app) { app.MapGet(\"/i/{integrationId:[|double|]}\", (long integrationId) => \"\"); }")]
    [InlineData("void Map(WebApplication app) { app.MapGroup(\"/i/{integrationId:[|int|]?}\").MapGet(\"/\", (long? integrationId) => \"\"); }")]
    [InlineData("void Map(WebApplication app) { app.MapGet(\"/i/{integrationId}\", Get); } string Get([|int|] integrationId) => \"\";")]
    [InlineData("void Map(WebApplication app) { app.MapGet(\"/i/{integrationId}\", Get); static string Get([|int|] integrationId) => \"\"; }")]
    [InlineData("void Map(WebApplication app) { app.MapGet(\"/i\", ([FromQuery(Name = \"integrationId\")] [|int|] id) => \"\"); }")]
    [InlineData("void Map(WebApplication app) { app.MapGet(\"/i/{integrationId}\", async ([|int|] integrationId, HttpContext c) => { await Task.Yield(); return \"\"; }); }")]
    [InlineData("void Map(WebApplication app) { app.MapGet(\"/i/{integrationId:long}\", (long integrationId) => \"\"); }")]
    [InlineData("void Map(WebApplication app) { app.MapGet(\"/i/{id:int}\", (int id) => \"\"); app.MapGet(\"/i\", (int page) => \"\"); }")]
    [InlineData("void Map(WebApplication app) { app.MapPost(\"/i\", ([FromBody] int integrationId) => \"\"); app.MapPut(\"/i\", ([FromHeader] int integrationId) => \"\"); }")]
    [InlineData("void Map(WebApplication app) { app.MapGet(\"/i\", ([FromQuery(Name = \"page\")] int integrationId) => \"\"); }")]
    [InlineData("void Map(WebApplication app) { app.MapGet(\"/i/{integrationId:int}\", (int integrationId) => \"\"); }" + OwnKey)]
    [InlineData("void MapGet(string pattern, Func<int, string> handler) { } void Map() { MapGet(\"/i/{integrationId:int}\", (int integrationId) => \"\"); }")]
    public Task Minimal_apis(string members) => VerifyAsync(s_web, "using Microsoft.AspNetCore.Builder;\nusing Microsoft.AspNetCore.Http;\nusing Microsoft.AspNetCore.Mvc;\n", members);

    [Theory]
    [InlineData("class C : ControllerBase { [HttpGet(\"{integrationId:[|int|]}\")] public string Get([|int|] integrationId) => \"\"; }")]
    [InlineData("class C : ControllerBase { [HttpGet(\"{integrationId}\")] public string Get([|int|] integrationId, int page) => \"\"; }")]
    [InlineData("[Route(\"i/{integrationId:[|int|]}\")] class C : ControllerBase { [HttpPost] public string Post([|int|] integrationId) => \"\"; }")]
    [InlineData("class C : ControllerBase { [HttpGet] public string Get([FromQuery] [|int|] integrationId) => \"\"; }")]
    [InlineData("class C : ControllerBase { [HttpPost] public string Post([FromForm(Name = \"integrationId\")] [|int|] id) => \"\"; }")]
    [InlineData("class C : ControllerBase { [HttpGet(\"{integrationId:long}\")] public string Get(long integrationId) => \"\"; }")]
    [InlineData("class C : ControllerBase { [HttpGet] public string Get(int integrationId) => \"\"; }")]
    [InlineData("class C : ControllerBase { [HttpPost(\"{id}\")] public string Post(int id, [FromBody] int integrationId) => \"\"; }")]
    [InlineData("class C : ControllerBase { public string Get(int integrationId) => \"\"; }")]
    [InlineData("class C : ControllerBase { [HttpGet(\"{integrationId:int}\")] public string Get(int integrationId) => \"\"; }" + OwnKey)]
    public Task Controllers(string members) => VerifyAsync(s_web, "using Microsoft.AspNetCore.Mvc;\n", members);

    [Theory]
    [InlineData("dynamic d = JObject.Parse(s); int id = [|d.integrationId|];")]
    [InlineData("dynamic d = JsonConvert.DeserializeObject(s)!; var id = [|(int)d.integrationId|];")]
    [InlineData("var d = JsonConvert.DeserializeObject<dynamic>(s)!; var id = [|(int)d.data.integrationId|];")]
    [InlineData("dynamic d = JObject.Parse(s); var id = [|(int)d[\"integrationId\"]|];")]
    [InlineData("dynamic d = JObject.Parse(s); var id = [|int.Parse|]((string)d.integrationId);")]
    [InlineData("dynamic d = JObject.Parse(s); long id = d.integrationId; int n = d.count;")]
    [InlineData("dynamic d = new System.Dynamic.ExpandoObject(); d.integrationId = 5; int id = d.integrationId;")]
    [InlineData("int Of(dynamic bag) => (int)bag.integrationId;")]
    [InlineData("var t = JObject.Parse(s); var id = [|(int)t.SelectToken(\"$.data.integrationId\")!|];")]
    [InlineData("var t = JObject.Parse(s); var id = t.SelectToken(\"data.integrationId\")!.[|Value<int>|]();")]
    [InlineData("var t = JObject.Parse(s); var id = (int)t.SelectToken(\"integrationId.length\")!;")]
    [InlineData("foreach (var p in JObject.Parse(s).Properties()) { if (p.Name == \"integrationId\") { var id = [|(int)p.Value|]; } }")]
    [InlineData("foreach (var p in JObject.Parse(s).Properties()) { if (p.Name == \"count\") { var id = (int)p.Value; } }")]
    [InlineData("void Read(JsonReader j) { if ((string?)j.Value == \"integrationId\") { var id = j.[|ReadAsInt32|](); } }")]
    [InlineData("void Read(JsonReader j) { if ((string?)j.Value == \"integrationId\") { j.Read(); var id = [|Convert.ToInt32|](j.Value); } }")]
    [InlineData("void Read(JsonReader j) { if ((string?)j.Value == \"count\") { var id = j.ReadAsInt32(); } }")]
    public Task Newtonsoft(string body) => VerifyAsync(s_newtonsoft, "using Newtonsoft.Json;\nusing Newtonsoft.Json.Linq;\n", "void Run(string s) { " + body + " }");

    [Theory]
    [InlineData("void Read(JsonElement e) { foreach (var p in e.EnumerateObject()) if (p.NameEquals(\"integrationId\")) { var id = p.Value.[|GetInt32|](); } }")]
    [InlineData("void Read(JsonElement e) { foreach (var p in e.EnumerateObject()) switch (p.Name) { case \"integrationId\": var id = p.Value.[|GetInt32|](); break; case \"count\": var n = p.Value.GetInt32(); break; } }")]
    [InlineData("void Read(JsonObject o) { foreach (var p in o) if (p.Key == \"integrationId\") { var id = [|(int)p.Value!|]; } }")]
    [InlineData("void Read(JsonElement e) { foreach (var p in e.EnumerateObject()) { var n = p.Value.GetInt32(); } }")]
    [InlineData("void Read(string s) { using var d = JsonDocument.Parse(s); var id = d.RootElement.GetProperty(\"integrationId\").[|GetInt32|](); }")]
    [InlineData("void Read(JsonElement e) { var ids = e.EnumerateArray().Select(x => x.GetProperty(\"integrationId\").[|GetInt32|]()); }")]
    [InlineData("void Read(JsonElement e) { var ids = e.EnumerateArray().Select(x => x.GetProperty(\"integrationId\")).Select(x => x.[|GetInt32|]()); }")]
    [InlineData("void Read(JsonElement e) { var id = JsonSerializer.[|Deserialize<int>|](e.GetProperty(\"integrationId\")); }")]
    [InlineData("void Read(ref Utf8JsonReader j) { if (j.ValueTextEquals(\"integrationId\")) { j.Read(); var id = [|JsonSerializer.Deserialize<int>|](ref j); } }")]
    [InlineData("void Read(ref Utf8JsonReader j) { if (j.ValueTextEquals(\"integrationId\")) { j.Read(); var id = [|int.Parse|](j.GetString()!); } }")]
    [InlineData("void Read(ref Utf8JsonReader j) { if (j.ValueTextEquals(\"integrationId\")) { j.Read(); var id = [|int.Parse|](j.ValueSpan, null); } }")]
    [InlineData("void Read(ref Utf8JsonReader j) { if (j.ValueTextEquals(\"integrationId\")) { j.Read(); var ok = [|System.Buffers.Text.Utf8Parser.TryParse|](j.ValueSpan, out int id, out _); } }")]
    [InlineData("void Read(ref Utf8JsonReader j) { if (j.ValueTextEquals(\"count\")) { j.Read(); var n = int.Parse(j.ValueSpan, null); var m = JsonSerializer.Deserialize<int>(ref j); } }")]
    [InlineData("readonly JsonElement _e; Code(JsonDocument d) { _e = d.RootElement.GetProperty(\"integrationId\"); } int Small() => _e.[|GetInt32|]();")]
    [InlineData("int Small(JsonElement e) => Get(e).[|GetInt32|](); private static JsonElement Get(JsonElement e) => e.GetProperty(\"integrationId\");")]
    [InlineData("int Small(JsonElement e) => Get(e, \"count\").GetInt32(); private static JsonElement Get(JsonElement e, string name) => e.GetProperty(name);")]
    [InlineData("[System.Runtime.Serialization.DataContract] class Dto { [System.Runtime.Serialization.DataMember(Name = \"integrationId\")] public [|int|] Id { get; set; } }")]
    [InlineData("[System.Runtime.Serialization.DataContract] class Dto { [System.Runtime.Serialization.DataMember] public int Id { get; set; } }")]
    public Task Json_read_piece_by_piece(string members) => VerifyAsync(GongClientSource.InSource, "using System.Text.Json;\nusing System.Text.Json.Nodes;\n", members);

    [Theory]
    [InlineData(
        "void Map(WebApplication app) { app.MapGet(\"/i/{integrationId:[|int|]}\", ([|int|] integrationId) => integrationId.ToString()); }",
        "void Map(WebApplication app) { app.MapGet(\"/i/{integrationId:long}\", (long integrationId) => integrationId.ToString()); }")]
    public Task Fixes_routes(string members, string expected) => CodeFixVerifier.VerifyAsync(
        new NarrowedIdAnalyzer(),
        new NarrowedIdFixer(),
        s_web,
        "using Microsoft.AspNetCore.Builder;\n" + Verify.InClass(members),
        "using Microsoft.AspNetCore.Builder;\n" + Verify.InClass(expected));

    [Theory]
    [InlineData("int id = rows.[|GetInt32|](\"integrationId\");", "long id = rows.GetInt64(\"integrationId\");")]
    [InlineData("var id = rows.[|GetFieldValue<int>|](\"integrationId\");", "var id = rows.GetFieldValue<long>(\"integrationId\");")]
    [InlineData("int id = [|(int)rows[\"integrationId\"]|];", "long id = (long)rows[\"integrationId\"];")]
    public Task Fixes_rows(string body, string expected) => Verify.FixFileAsync<NarrowedIdAnalyzer, NarrowedIdFixer>(InReader(body), InReader(expected));

    private static string InReader(string body) => "using System.Data;\n" + Verify.InClass("void Read(System.Data.Common.DbDataReader rows) { " + body + " }");

    private static Task VerifyAsync(TestCode code, string usings, string members) => AnalyzerVerifier.VerifyAsync(new NarrowedIdAnalyzer(), code, usings + Verify.InClass(members));
}
