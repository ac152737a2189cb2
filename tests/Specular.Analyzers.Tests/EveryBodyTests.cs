using Specular.Analyzers.Rules;

namespace Specular.Analyzers.Tests;

/// <summary>Rules look only at bodies in which something is for them: wherever that stands, they find it.</summary>
public class EveryBodyTests
{
    private const string Answer = "static IntegrationSettingsResponse A => new() { RequestId = \"\" }; class Base { public Base(int id) { } } sealed class NoteAttribute(int id) : Attribute { public string? Text { get; set; } } ";

    [Theory]
    [InlineData("int _id = [|(int)A.IntegrationId|];")]
    [InlineData("static readonly int s_id = 1, s_other = [|(int)A.IntegrationId|];")]
    [InlineData("int Id { get; } = [|(int)A.IntegrationId|];")]
    [InlineData("int Id => [|(int)A.IntegrationId|];")]
    [InlineData("int Id { get { return [|(int)A.IntegrationId|]; } set { } }")]
    [InlineData("int this[int i] => i + [|(int)A.IntegrationId|];")]
    [InlineData("event Action Done { add { } remove => Console.WriteLine([|(int)A.IntegrationId|]); }")]
    [InlineData("event Action Done = () => Console.WriteLine([|(int)A.IntegrationId|]);")]
    [InlineData("class Inner : Base { Inner() : base([|(int)A.IntegrationId|]) { } }")]
    [InlineData("class Inner() : Base([|(int)A.IntegrationId|]);")]
    [InlineData("record Outer(int Id); record Inner() : Outer([|(int)A.IntegrationId|]);")]
    [InlineData("static Code() => Console.WriteLine([|(int)A.IntegrationId|]);")]
    [InlineData("~Code() { Console.WriteLine([|(int)A.IntegrationId|]); }")]
    [InlineData("public static implicit operator int(Code code) => [|(int)A.IntegrationId|];")]
    [InlineData("interface IInner { int Id() => [|(int)A.IntegrationId|]; }")]
    [InlineData("Func<Func<int>> F() { return () => Local; int Local() => [|(int)A.IntegrationId|]; }")]
    [InlineData("IEnumerable<int> F() { yield return [|(int)A.IntegrationId|]; }")]
    public Task In_every_member(string member) => Verify.FileAsync<NarrowedIdAnalyzer>(Verify.InClass(Answer + member));

    [Theory]
    [InlineData("[Note(1, Text = \"{\\\"allowedOrigin\\\":\\\"[|http://a.com|]\\\"}\")] class Inner { }")]
    [InlineData("void F([Note(1, Text = \"{\\\"allowedOrigin\\\":\\\"[|http://a.com|]\\\"}\")] int p) { }")]
    [InlineData("void F(string json = \"{\\\"allowedOrigin\\\":\\\"[|http://a.com|]\\\"}\") { }")]
    [InlineData("const string Json = \"{\\\"allowedOrigin\\\":\\\"[|http://a.com|]\\\"}\";")]
    public Task In_attributes_and_defaults(string member) => Verify.FileAsync<HttpsOriginAnalyzer>(Verify.InClass(Answer + member));

    [Theory]
    [InlineData("class Names { public const string Origin = \"allowedOrigin\"; } object F() => new System.Text.Json.Nodes.JsonObject { [Names.Origin] = [|\"http://a.com\"|] };")]
    [InlineData("object F() => new System.Text.Json.Nodes.JsonObject { [\"allowed\" + \"Origin\"] = [|\"http://a.com\"|] };")]
    [InlineData("object F() { const string Name = $\"allowed{\"Origin\"}\"; return new System.Text.Json.Nodes.JsonObject { [Name] = [|\"http://a.com\"|] }; }")]
    [InlineData("string allowedOrigin; object F() => new System.Text.Json.Nodes.JsonObject { [nameof(allowedOrigin)] = [|\"http://a.com\"|] };")]
    public Task However_a_name_is_put_together(string member) => Verify.FileAsync<HttpsOriginAnalyzer>(Verify.InClass(member));

    [Fact]
    public Task However_deep_it_is_nested() =>
        Verify.BodyAsync<NarrowedIdAnalyzer>(new string('{', 250) + " int id = [|(int)r.IntegrationId|]; " + new string('}', 250));

    [Theory]
    [InlineData("int small = [|(int)id|];")]
    [InlineData("int small = (int)id; id = unknown.Length;")]
    public Task However_deep_a_local_is_written(string code) =>
        Verify.BodyAsync<NarrowedIdAnalyzer>(new string('{', 250) + " var id = r.IntegrationId; " + code + new string('}', 250));

    [Theory]
    [InlineData("_ = ([|(int)r.IntegrationId|]).ToString();")]
    [InlineData("_ = ([|(int)r.IntegrationId|]).ToString().Length;")]
    [InlineData("_ = new List<int>()[[|(int)r.IntegrationId|]];")]
    [InlineData("_ = new List<int>().GetRange(0, [|(int)r.IntegrationId|]).ConvertAll(x => x).Count;")]
    [InlineData("_ = new List<int>().ConvertAll(x => x + [|(int)r.IntegrationId|]).Count;")]
    [InlineData("Func<Task<int>> f = async () => await Task.FromResult([|(int)r.IntegrationId|]);")]
    [InlineData("Func<int> f = delegate { return [|(int)r.IntegrationId|]; };")]
    public Task Wherever_it_stands_in_an_expression(string code) => Verify.BodyAsync<NarrowedIdAnalyzer>(code);

    [Fact]
    public Task However_long_a_sum_is() =>
        Verify.BodyAsync<NarrowedIdAnalyzer>("var sum = [|(int)r.IntegrationId|] + " + string.Join(" + ", Enumerable.Repeat("unknown.Length", 1_000)) + ";");
}
