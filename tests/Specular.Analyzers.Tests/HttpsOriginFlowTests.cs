using Specular.Analyzers.Rules;
using Specular.CodeFixes;

namespace Specular.Analyzers.Tests;

/// <summary>SPEC102 where the origin takes a way through fields, helpers and URIs before it is handed over.</summary>
public class HttpsOriginFlowTests
{
    private const string Make = " IntegrationTypeSettings Make(string o) => new() { IntegrationType = default, AllowedOrigin = ";

    [Theory]
    [InlineData("readonly string _o; Code() { _o = \"http://acme.com\"; }", "[|_o|]")]
    [InlineData("readonly string _o; Code(string host) => _o = $\"http://{host}\";", "[|_o|]")]
    [InlineData("private string _o = \"\"; void Init() { _o = \"http://acme.com\"; }", "[|_o|]")]
    [InlineData("private static string s_o = \"http://acme.com\";", "[|s_o|]")]
    [InlineData("string O { get; } = \"http://acme.com\";", "[|O|]")]
    [InlineData("string O => \"http://acme.com\";", "[|O|]")]
    [InlineData("string Of() => \"http://acme.com\";", "[|Of()|]")]
    [InlineData("string Of(string host) => \"http://\" + host;", "[|Of(o)|]")]
    [InlineData("string Of(string scheme, string host) => $\"{scheme}://{host}\";", "[|Of(\"http\", o)|]")]
    [InlineData("string Of(bool b) { if (b) return \"https://acme.com\"; return \"http://acme.com\"; }", "[|Of(true)|]")]
    [InlineData("static string Scheme => \"http\";", "[|$\"{Scheme}://{o}\"|]")]
    [InlineData("string[] _all = { \"http://acme.com\" };", "[|_all[0]|]")]
    public Task Members_of_the_type(string members, string value) => VerifyAsync(members, value);

    [Theory]
    [InlineData("readonly string _o; Code(string o) { _o = o; }", "_o")]
    [InlineData("private string _o = \"http://acme.com\"; void Set(string o) { _o = o; }", "_o")]
    [InlineData("public string O = \"http://acme.com\";", "O")]
    [InlineData("[System.ComponentModel.Description] private string _o = \"http://acme.com\";", "_o")]
    [InlineData("public string O { get; set; } = \"http://acme.com\";", "O")]
    [InlineData("public string O { get; init; } = \"http://acme.com\";", "O")]
    [InlineData("protected virtual string O => \"http://acme.com\";", "O")]
    [InlineData("public string Of() => \"http://acme.com\";", "Of()")]
    [InlineData("string Of(string host) => \"https://\" + host;", "Of(o)")]
    [InlineData("string Of(string scheme, string host) => $\"{scheme}://{host}\"; string Other() => Of(\"http\", \"a\");", "Of(\"https\", o)")]
    [InlineData("string Of(bool b) { return b ? \"https://acme.com\" : Environment.MachineName; }", "Of(true)")]
    [InlineData("string Of(string x) { x = x.Replace(\"http:\", \"https:\"); return x; }", "Of(\"http://acme.com\")")]
    public Task Quiet_on_members_whose_value_is_not_known(string members, string value) => VerifyAsync(members, value);

    [Theory]
    [InlineData("private IntegrationTypeSettings Of(string origin) => new() { IntegrationType = default, AllowedOrigin = [|origin|] }; object Use() => Of(\"http://acme.com\");")]
    [InlineData("private IntegrationTypeSettings Of(string host) => new() { IntegrationType = default, AllowedOrigin = [|$\"http://{host}\"|] }; object Use() => Of(\"acme.com\");")]
    [InlineData("private IntegrationTypeSettings Of(string origin) => new() { IntegrationType = default, AllowedOrigin = [|origin|] }; object Use() => new[] { Of(\"https://acme.com\"), Of(\"acme.com\") };")]
    [InlineData("object Use() { return Of(\"http://acme.com\"); IntegrationTypeSettings Of(string origin) => new() { IntegrationType = default, AllowedOrigin = [|origin|] }; }")]
    [InlineData("object Use() => new[] { \"http://acme.com\" }.Select(x => new IntegrationTypeSettings { IntegrationType = default, AllowedOrigin = [|x|] });")]
    [InlineData("private IntegrationTypeSettings Of(string origin) => new() { IntegrationType = default, AllowedOrigin = origin }; object Use(string o) => new[] { Of(\"https://acme.com\"), Of(o) };")]
    [InlineData("public IntegrationTypeSettings Of(string origin) => new() { IntegrationType = default, AllowedOrigin = origin }; object Use() => Of(\"http://acme.com\");")]
    [InlineData("private IntegrationTypeSettings Of(string origin) { origin = \"https\" + origin; return new() { IntegrationType = default, AllowedOrigin = origin }; } object Use() => Of(\"://acme.com\");")]
    public Task Parameters_of_helpers(string members) => Verify.FileAsync<HttpsOriginAnalyzer>(Verify.InClass(members));

    [Theory]
    [InlineData("[|new Uri(\"http://acme.com\").ToString()|]")]
    [InlineData("[|new Uri(\"http://acme.com\").AbsoluteUri|]")]
    [InlineData("[|new Uri(\"http://acme.com\").OriginalString|]")]
    [InlineData("[|new Uri(\"http://acme.com/x\", UriKind.Absolute).GetLeftPart(UriPartial.Authority)|]")]
    [InlineData("[|new Uri($\"http://{o}\").ToString()|]")]
    [InlineData("[|new Uri(\"https://acme.com\").ToString()|]")]
    [InlineData("[|new Uri(\"https://acme.com/x\").AbsoluteUri|]")]
    [InlineData("[|s_uri.ToString()|]")]
    [InlineData("[|new UriBuilder(\"http\", o).ToString()|]")]
    [InlineData("[|new UriBuilder(\"http\", o, 8080).ToString()|]")]
    [InlineData("[|new UriBuilder(Uri.UriSchemeHttp, o).Uri.ToString()|]")]
    [InlineData("[|new UriBuilder(\"http\", o).Uri.GetLeftPart(UriPartial.Authority)|]")]
    [InlineData("[|new UriBuilder { Scheme = \"http\", Host = o }.ToString()|]")]
    [InlineData("[|new UriBuilder { Host = o }.ToString()|]")]
    [InlineData("[|new UriBuilder(\"http://acme.com\").Uri.AbsoluteUri|]")]
    [InlineData("[|new UriBuilder(new Uri(\"http://acme.com\")).ToString()|]")]
    [InlineData("[|Uri.UriSchemeHttp + \"://\" + o|]")]
    [InlineData("[|Uri.UriSchemeHttp + Uri.SchemeDelimiter + o|]")]
    [InlineData("[|$\"{Uri.UriSchemeHttp}{Uri.SchemeDelimiter}{o}\"|]")]
    [InlineData("[|new Uri(\"http://acme.org\").Scheme + \"://\" + o|]")]
    public Task Uris(string value) => VerifyAsync("static readonly Uri s_uri = new(\"http://acme.com\");", value);

    [Theory]
    [InlineData("new Uri(\"https://acme.com/x\").GetLeftPart(UriPartial.Authority)")]
    [InlineData("new Uri(\"https://acme.com\").OriginalString")]
    [InlineData("new Uri(o).ToString()")]
    [InlineData("new Uri(new Uri(\"http://acme.com\"), o).ToString()")]
    [InlineData("new Uri($\"{o}://acme.com\").ToString()")]
    [InlineData("new Uri(\"http://acme.com\").Host")]
    [InlineData("\"https://\" + new Uri(\"http://acme.com\").Authority")]
    [InlineData("new UriBuilder(\"https\", o).ToString()")]
    [InlineData("new UriBuilder(\"http://acme.com\") { Scheme = \"https\", Port = 443 }.Uri.GetLeftPart(UriPartial.Authority)")]
    [InlineData("new UriBuilder(\"http://acme.com\") { Scheme = o }.ToString()")]
    [InlineData("new UriBuilder(o).ToString()")]
    [InlineData("Secure(new UriBuilder(\"http://acme.com\"))")]
    [InlineData("Uri.UriSchemeHttps + \"://\" + o")]
    [InlineData("new Other().ToString()")]
    public Task Quiet_on_uris_that_are_https_or_not_known(string value) => VerifyAsync("static string Secure(UriBuilder b) { b.Scheme = \"https\"; return b.ToString(); } class Other { public override string ToString() => \"http://acme.com\"; }", value);

    [Theory]
    [InlineData("[|string.Join(\"://\", \"http\", o)|]", "")]
    [InlineData("[|string.Join(\"\", new[] { \"http://\", o })|]", "")]
    [InlineData("[|string.Concat(\"http\", \"://\", o, \":\", \"80\")|]", "")]
    [InlineData("[|string.Format(\"{0}://{1}\", \"http\", o)|]", "")]
    [InlineData("[|\"HTTP://ACME.COM\".ToLowerInvariant()|]", "")]
    [InlineData("[|\"http://acme.com/\".TrimEnd('/')|]", "")]
    [InlineData("[|b.ToString()|]", "var b = new UriBuilder(\"http\", o);")]
    [InlineData("[|t.Item1|]", "var t = (\"http://acme.com\", 1);")]
    [InlineData("[|x.Origin|]", "var x = new { Origin = \"http://acme.com\" };")]
    [InlineData("[|all.First()|]", "var all = new List<string> { \"http://acme.com\" };")]
    [InlineData("\"https://acme.com/\".TrimEnd('/')", "")]
    [InlineData("\" https://acme.com \".Trim()", "")]
    [InlineData("string.Join(\"://\", \"https\", o)", "")]
    [InlineData("string.Join(o, \"http\", \"acme.com\")", "")]
    [InlineData("string.Format(\"{0}://{1}\", o, \"acme.com\")", "")]
    [InlineData("\"http://acme.com\".Replace(\"http\", \"https\")", "")]
    [InlineData("\"http://acme.com\".Insert(4, \"s\")", "")]
    [InlineData("\"http://acme.com\"[..4] + \"s://acme.com\"", "")]
    [InlineData("x", "var x = \"http://acme.com\"; Action fix = () => x = \"https://acme.com\"; fix();")]
    [InlineData("b.ToString()", "var b = new UriBuilder(\"http\", o); b.Scheme = \"https\";")]
    [InlineData("b.ToString()", "var b = new UriBuilder(\"http\", o); void Secure(UriBuilder x) => x.Scheme = \"https\"; Secure(b);")]
    public Task Texts(string value, string before) => Verify.FileAsync<HttpsOriginAnalyzer>(
        Verify.InClass("object Use(string o) { " + before + " return new IntegrationTypeSettings { IntegrationType = default, AllowedOrigin = " + value + " }; }"));

    [Theory]
    [InlineData("string Of() => \"http://acme.com\"; object Use() => new IntegrationTypeSettings { IntegrationType = default, AllowedOrigin = [|Of()|] };", "string Of() => \"https://acme.com\"; object Use() => new IntegrationTypeSettings { IntegrationType = default, AllowedOrigin = Of() };")]
    [InlineData("readonly string _o = \"http://acme.com\"; object Use() => new IntegrationTypeSettings { IntegrationType = default, AllowedOrigin = [|_o|] };", "readonly string _o = \"https://acme.com\"; object Use() => new IntegrationTypeSettings { IntegrationType = default, AllowedOrigin = _o };")]
    [InlineData("string Of(string host) => $\"http://{host}\"; object Use(string o) => new IntegrationTypeSettings { IntegrationType = default, AllowedOrigin = [|Of(o)|] };", "string Of(string host) => $\"https://{host}\"; object Use(string o) => new IntegrationTypeSettings { IntegrationType = default, AllowedOrigin = Of(o) };")]
    public Task Fixes_the_literal_where_it_stands(string members, string expected) => Verify.FixFileAsync<HttpsOriginAnalyzer, HttpsOriginFixer>(Verify.InClass(members), Verify.InClass(expected));

    private static Task VerifyAsync(string members, string value) => Verify.FileAsync<HttpsOriginAnalyzer>(Verify.InClass(members + Make + value + " };"));
}
