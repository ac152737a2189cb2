using Specular.Analyzers.Rules;
using Specular.CodeFixes;
using Specular.Testing.Analyzers;

namespace Specular.Analyzers.Tests;

/// <summary>The fix of SPEC102. Every expected result is also compiled, and comes out the same from Fix All.</summary>
public class HttpsOriginFixerTests
{
    private const string Set = "var s = new IntegrationTypeSettings { IntegrationType = IntegrationType.Dialer, AllowedOrigin = ";

    [Theory]
    [InlineData("[|\"http://acme.com\"|]", "\"https://acme.com\"")]
    [InlineData("[|\"HTTP://acme.com:8080\"|]", "\"https://acme.com:8080\"")]
    [InlineData("[|@\"http://acme.com\"|]", "@\"https://acme.com\"")]
    [InlineData("[|\"\"\"http://acme.com\"\"\"|]", "\"\"\"https://acme.com\"\"\"")]
    [InlineData("[|\"https://acme.com/\"|]", "\"https://acme.com\"")]
    [InlineData("[|\"http://acme.com/a/b?c#d\"|]", "\"https://acme.com\"")]
    [InlineData("[|\"https://me:secret@acme.com\"|]", "\"https://acme.com\"")]
    [InlineData("[|\"acme.com\"|]", "\"https://acme.com\"")]
    [InlineData("[|\"//acme.com\"|]", "\"https://acme.com\"")]
    [InlineData("[|\" https://acme.com \"|]", "\"https://acme.com\"")]
    [InlineData("[|$\"http://acme.com\"|]", "$\"https://acme.com\"")]
    [InlineData("[|$\"http://{unknown}\"|]", "$\"https://{unknown}\"")]
    [InlineData("[|$\"http://{unknown}:{1 + 1}\"|]", "$\"https://{unknown}:{1 + 1}\"")]
    [InlineData("[|\"http://\" + unknown|]", "\"https://\" + unknown")]
    [InlineData("[|\"http://\" + \"acme\" + \".com\"|]", "\"https://\" + \"acme\" + \".com\"")]
    [InlineData("[|string.Format(\"http://{0}\", unknown)|]", "string.Format(\"https://{0}\", unknown)")]
    [InlineData("[|string.Concat(\"http://\", unknown)|]", "string.Concat(\"https://\", unknown)")]
    [InlineData("flag ? [|\"http://a.com\"|] : [|\"http://b.com\"|]", "flag ? \"https://a.com\" : \"https://b.com\"")]
    [InlineData("unknown ?? [|\"http://acme.com\"|]", "unknown ?? \"https://acme.com\"")]
    [InlineData("flag switch { true => [|\"http://a.com\"|], _ => [|\"b.com\"|] }", "flag switch { true => \"https://a.com\", _ => \"https://b.com\" }")]
    public Task Values(string value, string expected) => Verify.FixBodyAsync<HttpsOriginAnalyzer, HttpsOriginFixer>(Set + value + " };", Set + expected + " };");

    [Theory]
    [InlineData("[|\"\"|]")]
    [InlineData("[|null|]!")]
    [InlineData("[|\"https://\"|]")]
    [InlineData("[|\"not an origin\"|]")]
    [InlineData("[|\"https://acme.com:port\"|]")]
    [InlineData("[|$\"https://{unknown}/app\"|]")]
    [InlineData("[|$\"http://{unknown}/app\"|]")]
    [InlineData("[|\"htt\" + \"p://acme.com\"|]")]
    public Task Offers_nothing_where_the_cure_is_not_known(string value) => Verify.NoFixAsync<HttpsOriginAnalyzer, HttpsOriginFixer>(Set + value + " };");

    [Fact]
    public Task Edits_the_literal_that_a_name_stands_for() => Verify.FixFileAsync<HttpsOriginAnalyzer, HttpsOriginFixer>(
        Verify.InClass("""
            const string Constant = "http://acme.com";
            static readonly string Shared = "http://acme.org/";

            void Use(string unknown)
            {
                var local = "http://acme.net";
                var a = new IntegrationTypeSettings { IntegrationType = default, AllowedOrigin = [|Constant|] };
                var b = a with { AllowedOrigin = [|Constant|] };
                var c = a with { AllowedOrigin = [|Shared|] };
                var d = a with { AllowedOrigin = [|local|] };
            }
            """),
        Verify.InClass("""
            const string Constant = "https://acme.com";
            static readonly string Shared = "https://acme.org";

            void Use(string unknown)
            {
                var local = "https://acme.net";
                var a = new IntegrationTypeSettings { IntegrationType = default, AllowedOrigin = Constant };
                var b = a with { AllowedOrigin = Constant };
                var c = a with { AllowedOrigin = Shared };
                var d = a with { AllowedOrigin = local };
            }
            """));

    [Fact]
    public Task Edits_the_literal_in_another_file() => CodeFixVerifier.VerifyAsync(
        new HttpsOriginAnalyzer(),
        new HttpsOriginFixer(),
        GongClientSource.InSource,
        [
            Verify.InClass("IntegrationTypeSettings S() => new() { IntegrationType = default, AllowedOrigin = [|Origins.Acme|] };"),
            "static class Origins { public const string Acme = \"http://acme.com\"; }",
        ],
        [
            Verify.InClass("IntegrationTypeSettings S() => new() { IntegrationType = default, AllowedOrigin = Origins.Acme };"),
            "static class Origins { public const string Acme = \"https://acme.com\"; }",
        ]);
}
