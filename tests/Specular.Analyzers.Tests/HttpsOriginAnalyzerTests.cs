using Specular.Analyzers.Rules;

namespace Specular.Analyzers.Tests;

/// <summary>SPEC102 where the origin is a property of the generated client.</summary>
public class HttpsOriginAnalyzerTests
{
    private const string Set = "var s = new IntegrationTypeSettings { IntegrationType = IntegrationType.Dialer, AllowedOrigin = ";

    [Theory]
    [InlineData("http://acme.com", "'AllowedOrigin' takes an https origin, but 'http://acme.com' has the scheme 'http'. Use 'https://acme.com'.")]
    [InlineData("ftp://acme.com:21", "'AllowedOrigin' takes an https origin, but 'ftp://acme.com:21' has the scheme 'ftp'. Use 'https://acme.com:21'.")]
    [InlineData("acme.com", "'AllowedOrigin' takes an https origin, but 'acme.com' has no scheme. Use 'https://acme.com'.")]
    [InlineData("localhost:8080", "'AllowedOrigin' takes an https origin, but 'localhost:8080' has no scheme. Use 'https://localhost:8080'.")]
    [InlineData("//acme.com", "'AllowedOrigin' takes an https origin, but '//acme.com' has no scheme. Use 'https://acme.com'.")]
    [InlineData("://acme.com", "'AllowedOrigin' takes an https origin, but '://acme.com' has no scheme. Use 'https://acme.com'.")]
    [InlineData("https://acme.com/", "'AllowedOrigin' takes an https origin, but 'https://acme.com/' ends with '/', which is a path. Use 'https://acme.com'.")]
    [InlineData("https://acme.com/app/x?y", "'AllowedOrigin' takes an https origin, but 'https://acme.com/app/x?y' has the path '/app/x?y'. Use 'https://acme.com'.")]
    [InlineData("https://acme.com?a=b", "'AllowedOrigin' takes an https origin, but 'https://acme.com?a=b' has the query '?a=b'. Use 'https://acme.com'.")]
    [InlineData("https://acme.com#top", "'AllowedOrigin' takes an https origin, but 'https://acme.com#top' has the fragment '#top'. Use 'https://acme.com'.")]
    [InlineData("https://me:secret@acme.com", "'AllowedOrigin' takes an https origin, but 'https://…@acme.com' has user information in it. Use 'https://acme.com'.")]
    [InlineData("http://me:secret@acme.com/x", "'AllowedOrigin' takes an https origin, but 'http://…@acme.com/x' has the scheme 'http'. Use 'https://acme.com'.")]
    [InlineData(" https://acme.com", "'AllowedOrigin' takes an https origin, but ' https://acme.com' has white space in it. Use 'https://acme.com'.")]
    [InlineData("https://", "'AllowedOrigin' takes an https origin, but 'https://' has no host. Write 'https://' and a host, with a port where it needs one.")]
    [InlineData("https://acme.com:port", "'AllowedOrigin' takes an https origin, but 'https://acme.com:port' has no valid port after its ':'. Write 'https://' and a host, with a port where it needs one.")]
    [InlineData("https://acme.com:65536", "'AllowedOrigin' takes an https origin, but 'https://acme.com:65536' has no valid port after its ':'. Write 'https://' and a host, with a port where it needs one.")]
    [InlineData("", "'AllowedOrigin' takes an https origin, but it is empty. Write 'https://' and a host, with a port where it needs one.")]
    [InlineData("  ", "'AllowedOrigin' takes an https origin, but it is blank. Write 'https://' and a host, with a port where it needs one.")]
    [InlineData("not an origin", "'AllowedOrigin' takes an https origin, but 'not an origin' has white space in it. Write 'https://' and a host, with a port where it needs one.")]
    public Task Says_which_part_is_wrong(string origin, string message) => Verify.BodyAsync<HttpsOriginAnalyzer>(Set + "[|\"" + origin + "\"|] };", message);

    [Theory]
    [InlineData("https://acme.com")]
    [InlineData("https://acme.com:8443")]
    [InlineData("HTTPS://ACME.com")]
    [InlineData("https://[::1]")]
    [InlineData("https://[::1]:8443")]
    [InlineData("https://127.0.0.1:5001")]
    [InlineData("https://localhost")]
    [InlineData("https://bücher.example")]
    public Task Quiet_on_an_https_origin(string origin) => Verify.BodyAsync<HttpsOriginAnalyzer>(Set + "\"" + origin + "\" };");

    [Theory]
    [InlineData("[|null|]!", "")]
    [InlineData("[|@\"http://acme.com\"|]", "")]
    [InlineData("[|\"\"\"http://acme.com\"\"\"|]", "")]
    [InlineData("([|\"http://acme.com\"|])", "")]
    [InlineData("[|\"http://\" + \"acme.com\"|]", "")]
    [InlineData("[|\"http://\" + unknown|]", "")]
    [InlineData("[|\"http:\" + \"//\" + unknown|]", "")]
    [InlineData("[|\"www.\" + unknown|]", "")]
    [InlineData("[|\"https://\" + unknown + \"/app\"|]", "")]
    [InlineData("[|$\"http://acme.com\"|]", "")]
    [InlineData("[|$\"http://{unknown}\"|]", "")]
    [InlineData("[|$\"http://{unknown}:{1 + 1}\"|]", "")]
    [InlineData("[|$\"https://{unknown}/app\"|]", "")]
    [InlineData("[|$\"https://me:secret@{unknown}\"|]", "")]
    [InlineData("[|$\"{scheme}://{unknown}\"|]", "const string scheme = \"http\";")]
    [InlineData("[|$\"{scheme}://{unknown}\"|]", "var scheme = \"http\";")]
    [InlineData("[|string.Format(\"http://{0}\", unknown)|]", "")]
    [InlineData("[|string.Format(null, \"http://{0}:{1}\", unknown, 1)|]", "")]
    [InlineData("[|string.Concat(\"http://\", unknown)|]", "")]
    [InlineData("[|origin|]", "var origin = \"http://acme.com\";")]
    [InlineData("[|origin|]", "const string origin = \"http://acme.com\";")]
    [InlineData("[|origin|]", "string origin; origin = \"http://acme.com\";")]
    [InlineData("[|origin|]", "var first = $\"http://{unknown}\"; var origin = first;")]
    [InlineData("[|origin|]", "var origin = flag ? \"https://acme.com\" : \"http://acme.com\";")]
    [InlineData("flag ? [|\"http://acme.com\"|] : [|\"http://acme.org\"|]", "")]
    [InlineData("flag ? \"https://acme.com\" : [|\"http://acme.org\"|]", "")]
    [InlineData("flag ? unknown : flag ? [|\"acme.com\"|] : throw new Exception()", "")]
    [InlineData("unknown ?? [|\"http://acme.com\"|]", "")]
    [InlineData("flag switch { true => [|\"http://acme.com\"|], false => [|$\"http://{unknown}\"|] }", "")]
    public Task Values(string value, string before) => Verify.BodyAsync<HttpsOriginAnalyzer>(before + Set + value + " };");

    [Theory]
    [InlineData("unknown", "")]
    [InlineData("unknown + \"http://\"", "")]
    [InlineData("\"https://\" + unknown", "")]
    [InlineData("\"http\" + unknown", "")]
    [InlineData("\"\" + unknown", "")]
    [InlineData("$\"https://{unknown}\"", "")]
    [InlineData("$\"https://{unknown}:{1 + 1}\"", "")]
    [InlineData("$\"{unknown}://acme.com/\"", "")]
    [InlineData("$\"{unknown}\"", "")]
    [InlineData("string.Format(\"{0}://{1}\", unknown, unknown)", "")]
    [InlineData("string.Format(\"https://{0}\", unknown)", "")]
    [InlineData("\"http://acme.com\".Replace(\"http:\", \"https:\")", "")]
    [InlineData("new UriBuilder(\"http://acme.com\") { Scheme = \"https\" }.ToString()", "")]
    [InlineData("Environment.GetEnvironmentVariable(\"ORIGIN\") ?? \"https://acme.com\"", "")]
    [InlineData("origin", "var origin = \"http://acme.com\"; origin = unknown;")]
    [InlineData("origin", "var origin = \"http\"; if (flag) origin += \"s\"; origin += \"://acme.com\";")]
    [InlineData("origin", "var origin = \"http://acme.com\"; void Set(ref string x) => x = \"\"; Set(ref origin);")]
    [InlineData("origin", "string origin; if (flag) origin = \"http://acme.com\"; else origin = \"https://acme.com\";")]
    public Task Quiet_where_the_value_is_not_known(string value, string before) => Verify.BodyAsync<HttpsOriginAnalyzer>(before + Set + value + " };");

    [Fact]
    public Task Fields() => Verify.FileAsync<HttpsOriginAnalyzer>(Verify.InClass("""
        const string Constant = "http://acme.com";
        const string Https = "https://acme.com";
        const string Joined = Https + "/app";
        static readonly string Shared = "http://acme.com";
        static readonly string Built = "http://" + Environment.MachineName;
        static readonly string Unknown = Environment.MachineName;
        readonly string _own = "http://acme.com";
        static string s_changing = "http://acme.com";
        static readonly IntegrationTypeSettings Field = IntegrationTypeSettings.For([|"http://acme.com"|]);

        void Use()
        {
            var a = new IntegrationTypeSettings { IntegrationType = default, AllowedOrigin = [|Constant|] };
            var b = a with { AllowedOrigin = [|Shared|] };
            var c = a with { AllowedOrigin = [|Built|] };
            var d = a with { AllowedOrigin = [|Code.Joined|] };
            var e = a with { AllowedOrigin = Https };
            var f = a with { AllowedOrigin = Unknown };
            var g = a with { AllowedOrigin = [|_own|] };
            var h = a with { AllowedOrigin = s_changing };
            s_changing = Environment.MachineName;
            var i = a with { AllowedOrigin = [|Far.Shared|] };
            var j = a with { AllowedOrigin = Changed.Shared };
            var k = a with { AllowedOrigin = [|$"{Constant}"|] };
        }

        static class Far { public static readonly string Shared = "acme.com"; }

        static class Changed
        {
            public static readonly string Shared = "http://acme.com";
            static Changed() => Shared = "https://acme.com";
        }
        }

        namespace Gong
        {
            partial record IntegrationTypeSettings
            {
                public static IntegrationTypeSettings For([Specular.Runtime.Tests.OpenApiProperty("allowedOrigin", Origin = "https")] string origin) => null!;
            }
        """));

    [Theory]
    [InlineData("var s = new IntegrationTypeSettings { AllowedOrigin = \"https://acme.com\", IntegrationType = default } with { AllowedOrigin = [|\"http://acme.com\"|] };")]
    [InlineData("IntegrationTypeSettings s = new() { AllowedOrigin = [|\"http://acme.com\"|], IntegrationType = default };")]
    [InlineData("var q = new IntegrationSettingsRequest { IntegrationTypeSettings = [new() { AllowedOrigin = [|\"http://acme.com\"|], IntegrationType = default }] };")]
    [InlineData("var q = new IntegrationSettingsRequest { IntegrationTypeSettings = new[] { new IntegrationTypeSettings { AllowedOrigin = [|\"http://acme.com\"|], IntegrationType = default } } };")]
    [InlineData("var all = new[] { \"a\" }.Select(x => new IntegrationTypeSettings { AllowedOrigin = [|$\"http://{x}\"|], IntegrationType = default });")]
    public Task Initializers(string body) => Verify.BodyAsync<HttpsOriginAnalyzer>(body);

    [Theory]
    [InlineData("var w = new Webhook { FrameOrigin = [|\"http://acme.com\"|] };")]
    [InlineData("var w = new Webhook { FrameOrigin = flag ? [|\"http://acme.com\"|] : null };")]
    [InlineData("var w = new Webhook { FrameOrigin = null };")]
    [InlineData("var w = new Webhook { HelpOrigin = null };")]
    [InlineData("var w = new Webhook { HelpOrigin = [|\"http://acme.com\"|] };")]
    public Task Origins_that_may_be_absent(string body) => Verify.BodyAsync<HttpsOriginAnalyzer>(body);

    [Fact]
    public Task Quiet_on_another_librarys_origins() => Verify.FileAsync<HttpsOriginAnalyzer>(Verify.InClass("""
        class CorsOptions
        {
            public string[] AllowedOrigins { get; set; } = { "http://localhost:3000" };
            public string AllowedOrigin { get; set; } = "http://localhost:3000";
            public string Origin { get; set; } = "";
        }

        void Use(CorsOptions options)
        {
            options.AllowedOrigin = "http://localhost:3000";
            options.AllowedOrigins = new[] { "http://localhost:3000" };
            options.Origin = "*";
            var allowedOrigin = "http://localhost:3000";
            Console.WriteLine("allowedOrigin: http://localhost:3000");
        }
        """));
}
