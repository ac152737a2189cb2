using Specular.Analyzers.Rules;

namespace Specular.Analyzers.Tests;

/// <summary>SPEC110: a credential in the source code.</summary>
public class CredentialLiteralTests
{
    private static Task Body(string body, params string[] messages) => ShopClient.BodyAsync<CredentialLiteralAnalyzer>(body, messages);

    [Fact]
    public Task The_message_does_not_repeat_it() => Body(
        "_ = ShopAuthentication.Bearer([|\"sk_live_4eC39HqLyjWD\"|]);",
        "'token' is a credential, and this one stands in the source code. Read it from configuration, a secret store or the environment.");

    [Theory]
    [InlineData("_ = ShopAuthentication.Basic(\"robert\", [|\"hunter2!\"|]);")]
    [InlineData("_ = ShopAuthentication.ApiKey([|\"8c9d2f\" + \"1a4b\"|]);")]
    [InlineData("const string key = \"8c9d2f1a4b\"; _ = ShopAuthentication.ApiKey([|key|]);")]
    [InlineData("var key = \"8c9d2f1a4b\"; _ = ShopAuthentication.ApiKey([|key|]);")]
    [InlineData("_ = ShopAuthentication.ApiKey(Environment.GetEnvironmentVariable(\"SHOP_KEY\") ?? [|\"8c9d2f1a4b\"|]);")]
    [InlineData("_ = ShopAuthentication.Combine(ShopAuthentication.ApiKey([|\"8c9d2f1a4b\"|]), ShopAuthentication.Bearer(unknown));")]
    [InlineData("_ = new Account { User = unknown, Password = [|\"hunter2!\"|] };")]
    public Task Reported(string body) => Body(body);

    [Fact]
    public Task A_field_that_is_written_once_is_a_literal_too() => ShopClient.ClassAsync<CredentialLiteralAnalyzer>("""
        static readonly string s_key = "8c9d2f1a4b";
        static string s_once = "8c9d2f1a4b";
        static string s_twice = "8c9d2f1a4b";
        static string Key => "8c9d2f1a4b";
        void Set(string key) => s_twice = key;
        ShopAuthentication A() => ShopAuthentication.ApiKey([|s_key|]);
        ShopAuthentication B() => ShopAuthentication.ApiKey([|s_once|]);
        ShopAuthentication C() => ShopAuthentication.ApiKey(s_twice);
        ShopAuthentication D() => ShopAuthentication.ApiKey([|Key|]);
        """);

    [Theory]
    [InlineData("_ = ShopAuthentication.Basic(\"robert-8c9d2f1a4b\", unknown);")]
    [InlineData("_ = ShopAuthentication.Bearer(Environment.GetEnvironmentVariable(\"SHOP_TOKEN\")!);")]
    [InlineData("_ = ShopAuthentication.Bearer($\"{unknown}8c9d2f1a4b\");")]
    [InlineData("_ = ShopAuthentication.Bearer(_ => new ValueTask<string>(unknown));")]
    [InlineData("_ = ShopAuthentication.Bearer(\"\");")]
    [InlineData("_ = ShopAuthentication.Bearer(\"<token>\");")]
    [InlineData("_ = ShopAuthentication.Bearer(\"${SHOP_TOKEN}\");")]
    [InlineData("_ = ShopAuthentication.Bearer(\"YOUR_API_KEY\");")]
    [InlineData("_ = ShopAuthentication.Bearer(\"myToken1\");")]
    [InlineData("_ = ShopAuthentication.Bearer(\"***\");")]
    [InlineData("_ = ShopAuthentication.Basic(\"user\", \"secret\");")]
    [InlineData("_ = new Account { User = \"8c9d2f1a4b\", Pin = \"8c9d2f1a4b\" };")]
    [InlineData("http.DefaultRequestHeaders.Authorization = new(\"Bearer\", \"8c9d2f1a4b\");")]
    public Task Not_reported(string body) => Body(body);
}
