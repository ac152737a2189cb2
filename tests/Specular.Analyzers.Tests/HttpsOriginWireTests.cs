using Microsoft.CodeAnalysis;
using Newtonsoft.Json.Linq;
using Specular.Analyzers.Rules;
using Specular.CodeFixes;
using Specular.Testing.Analyzers;

namespace Specular.Analyzers.Tests;

/// <summary>SPEC102 in hand-written code that writes the API's JSON or a form by the wire name.</summary>
public class HttpsOriginWireTests
{
    private const string Usings = """
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using System.Net.Http;
        using System.Net.Http.Json;

        """;

    private static readonly TestCode s_withNewtonsoft = GongClientSource.InSource with { References = [MetadataReference.CreateFromFile(typeof(JToken).Assembly.Location)] };

    [Theory]
    [InlineData("var s = JsonSerializer.Serialize(new { allowedOrigin = [|\"http://acme.com\"|] });")]
    [InlineData("var s = JsonSerializer.Serialize(new { settings = new[] { new { kind = 1, allowedOrigin = [|\"\"|] } } });")]
    [InlineData("var body = new { allowedOrigin = [|\"acme.com\"|] }; var s = JsonSerializer.Serialize(body);")]
    [InlineData("var item = new { allowedOrigin = [|\"acme.com\"|] }; var body = new { items = new[] { item } }; await http.PostAsJsonAsync(\"/\", body);")]
    [InlineData("var c = JsonContent.Create(new { allowedOrigin = [|$\"http://{unknown}\"|] });")]
    [InlineData("void Post(object json) { } void PostJson(object body) { } PostJson(new { allowedOrigin = [|\"http://acme.com\"|] });")]
    [InlineData("var s = JsonSerializer.Serialize(new { allowedOrigin = \"https://acme.com\" });")]
    [InlineData("var s = JsonSerializer.Serialize(new { allowedOrigin = unknown });")]
    [InlineData("var s = JsonSerializer.Serialize(new { allowedOrigin = (string)null });")]
    [InlineData("var s = JsonSerializer.Serialize(new { allowedOrigins = \"*\", AllowedOrigin = \"*\" });")]
    [InlineData("var view = new { allowedOrigin = \"http://acme.com\" }; Console.WriteLine(view.allowedOrigin);")]
    public Task Anonymous_objects(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var d = new Dictionary<string, string> { [\"allowedOrigin\"] = [|\"http://acme.com\"|] }; var s = JsonSerializer.Serialize(d);")]
    [InlineData("var d = new Dictionary<string, object> { { \"allowedOrigin\", [|\"http://acme.com\"|] } }; var s = JsonSerializer.Serialize(d);")]
    [InlineData("var d = new Dictionary<string, string>(); d[\"allowedOrigin\"] = [|\"http://acme.com\"|]; var s = JsonSerializer.Serialize(d);")]
    [InlineData("var d = new Dictionary<string, string>(); d.Add(\"allowedOrigin\", [|\"http://acme.com\"|]); var c = new FormUrlEncodedContent(d);")]
    [InlineData("var d = new Dictionary<string, string>(); d.TryAdd(\"allowedOrigin\", [|\"http://acme.com\"|]); var c = new FormUrlEncodedContent(d);")]
    [InlineData("var c = new FormUrlEncodedContent(new Dictionary<string, string> { [\"allowedOrigin\"] = [|\"http://acme.com\"|] });")]
    [InlineData("var c = new FormUrlEncodedContent(new[] { new KeyValuePair<string, string>(\"allowedOrigin\", [|\"http://acme.com\"|]) });")]
    [InlineData("var c = new FormUrlEncodedContent([new(\"allowedOrigin\", [|\"http://acme.com\"|])]);")]
    [InlineData("var s = JsonSerializer.Serialize(new { items = new[] { new Dictionary<string, string> { [\"allowedOrigin\"] = [|\"http://acme.com\"|] } } });")]
    [InlineData("var d = new Dictionary<string, string> { [\"allowedOrigin\"] = \"http://acme.com\" }; Console.WriteLine(d.Count);")]
    [InlineData("var d = new Dictionary<string, string> { [\"origin\"] = \"http://acme.com\" }; var s = JsonSerializer.Serialize(d);")]
    [InlineData("var d = new Dictionary<string, string> { [unknown] = \"http://acme.com\" }; var s = JsonSerializer.Serialize(d);")]
    public Task Dictionaries(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var o = new JsonObject { [\"allowedOrigin\"] = [|\"http://acme.com\"|] };")]
    [InlineData("var o = new JsonObject(); o[\"allowedOrigin\"] = [|\"http://acme.com\"|];")]
    [InlineData("var o = new JsonObject(); o.Add(\"allowedOrigin\", [|\"http://acme.com\"|]);")]
    [InlineData("var o = new JsonObject { { \"allowedOrigin\", [|\"http://acme.com\"|] } };")]
    [InlineData("var o = new JsonObject { [\"settings\"] = new JsonArray(new JsonObject { [\"allowedOrigin\"] = flag ? [|\"http://acme.com\"|] : \"https://acme.com\" }) };")]
    [InlineData("var o = new JsonObject { [\"allowedOrigin\"] = \"https://acme.com\", [\"origin\"] = \"http://acme.com\" };")]
    [InlineData("var o = new JsonObject { [\"allowedOrigin\"] = null };")]
    [InlineData("w.WriteString(\"allowedOrigin\", [|\"http://acme.com\"|]);")]
    [InlineData("w.WriteString(\"allowedOrigin\"u8, [|\"http://acme.com\"|]);")]
    [InlineData("w.WriteString(\"allowedOrigin\", [|\"http://acme.com\"u8|]);")]
    [InlineData("w.WritePropertyName(\"allowedOrigin\"); w.WriteStringValue([|\"http://acme.com\"|]);")]
    [InlineData("w.WritePropertyName(\"other\"); w.WriteStringValue(\"http://acme.com\");")]
    [InlineData("w.WriteString(\"allowedOrigin\", unknown); w.WriteString(\"origin\", \"http://acme.com\");")]
    public Task Json_objects_and_writers(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var s = \"{\\\"allowedOrigin\\\": \\\"[|http://acme.com|]\\\"}\";")]
    [InlineData("var s = @\"{\"\"allowedOrigin\"\":\"\"[|http://acme.com|]\"\"}\";")]
    [InlineData("var s = \"\"\"{\"allowedOrigin\": \"[|http://acme.com|]\", \"origin\": \"http://acme.com\"}\"\"\";")]
    [InlineData("var s = \"\"\"{\"origin\": \"http://acme.com\", \"allowedOrigin\": \"[|http://acme.com|]\"}\"\"\";")]
    [InlineData("var s = \"\"\"{\"allowedOrigin\": \"[|acme.com/x|]\"}\"\"\"u8;")]
    [InlineData("var s = [|\"\"\"{\"allowedOrigin\": \"\"}\"\"\"|];")]
    [InlineData("var s = $$\"\"\"{\"allowedOrigin\": \"[|http://|]{{unknown}}\"}\"\"\";")]
    [InlineData("var s = $\"{{\\\"allowedOrigin\\\": \\\"[|http://|]{unknown}\\\"}}\";")]
    [InlineData("var s = \"{\\\"allowedOrigin\\\": \\\"[|http://|]\" + unknown + \"\\\"}\";")]
    [InlineData("var s = \"\"\"{\"allowedOrigin\": \"https://acme.com\"}\"\"\";")]
    [InlineData("var s = $$\"\"\"{\"allowedOrigin\": \"{{unknown}}\"}\"\"\";")]
    [InlineData("var s = $$\"\"\"{\"allowedOrigin\": \"https://{{unknown}}\"}\"\"\";")]
    [InlineData("var s = \"\"\"{\"allowedOrigin\": \"{0}\"}\"\"\";")]
    [InlineData("var s = \"\"\"{\"allowedOrigin\": \"<origin>\"}\"\"\";")]
    [InlineData("var s = \"\"\"{\"allowedOrigin\": \"${ORIGIN}\"}\"\"\";")]
    [InlineData("var s = \"\"\"{\"allowedOrigin\": \"https:\\/\\/acme.com\"}\"\"\";")]
    [InlineData("var s = \"\"\"{\"allowedOrigin\": null, \"allowedOrigins\": [\"*\"]}\"\"\";")]
    [InlineData("var s = \"\"\"{\"properties\": {\"allowedOrigin\": {\"type\": \"string\"}}}\"\"\";")]
    [InlineData("var s = \"allowedOrigin: http://acme.com\";")]
    [InlineData("var s = \"{\\\"allowedOrigin\\\": \\\"\" + unknown + \"\\\"}\";")]
    public Task Json_texts(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("class Dto { [JsonPropertyName(\"allowedOrigin\")] public string Origin { get; set; } = [|\"http://acme.com\"|]; }")]
    [InlineData("class Dto { [JsonPropertyName(\"allowedOrigin\")] public string Origin { get; set; } } Dto Make() => new() { Origin = [|\"http://acme.com\"|] };")]
    [InlineData("class Dto { [JsonPropertyName(\"allowedOrigin\")] public string? Origin { get; set; } } Dto Make() => new() { Origin = null };")]
    [InlineData("class Dto { [JsonPropertyName(\"origin\")] public string AllowedOrigin { get; set; } = \"http://acme.com\"; }")]
    public Task Members_with_the_wire_name(string members) => Verify.FileAsync<HttpsOriginAnalyzer>(Usings + Verify.InClass(members));

    [Theory]
    [InlineData("var o = new JObject { [\"allowedOrigin\"] = [|\"http://acme.com\"|] };")]
    [InlineData("var o = new JObject(new JProperty(\"allowedOrigin\", [|\"http://acme.com\"|]));")]
    [InlineData("var o = JObject.FromObject(new { allowedOrigin = [|\"http://acme.com\"|] });")]
    [InlineData("var s = JsonConvert.SerializeObject(new { allowedOrigin = [|\"http://acme.com\"|] });")]
    public Task Newtonsoft(string body) =>
        AnalyzerVerifier.VerifyAsync(new HttpsOriginAnalyzer(), s_withNewtonsoft, "using Newtonsoft.Json;\nusing Newtonsoft.Json.Linq;\n" + Verify.InMethod(body));

    [Theory]
    [InlineData("var o = new JsonObject { [\"allowedOrigin\"] = [|\"http://acme.com\"|] };", "var o = new JsonObject { [\"allowedOrigin\"] = \"https://acme.com\" };")]
    [InlineData("w.WriteString(\"allowedOrigin\", [|\"http://acme.com\"u8|]);", "w.WriteString(\"allowedOrigin\", \"https://acme.com\"u8);")]
    [InlineData("var s = \"{\\\"allowedOrigin\\\": \\\"[|http://acme.com|]\\\"}\";", "var s = \"{\\\"allowedOrigin\\\": \\\"https://acme.com\\\"}\";")]
    [InlineData("var s = \"\"\"{\"origin\": \"http://a.b\", \"allowedOrigin\": \"[|http://a.b|]\"}\"\"\";", "var s = \"\"\"{\"origin\": \"http://a.b\", \"allowedOrigin\": \"https://a.b\"}\"\"\";")]
    [InlineData("var s = $$\"\"\"{\"allowedOrigin\": \"[|http://|]{{unknown}}\"}\"\"\";", "var s = $$\"\"\"{\"allowedOrigin\": \"https://{{unknown}}\"}\"\"\";")]
    public Task Fixes(string body, string expected) => Verify.FixFileAsync<HttpsOriginAnalyzer, HttpsOriginFixer>(InMethod(body), InMethod(expected));

    private static Task VerifyAsync(string body) => Verify.FileAsync<HttpsOriginAnalyzer>(InMethod(body));

    private static string InMethod(string body) => Usings + Verify.InMethod("async Task Write(HttpClient http, Utf8JsonWriter w) { " + body + " }");
}
