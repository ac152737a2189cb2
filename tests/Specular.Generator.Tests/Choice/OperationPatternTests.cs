using Specular.Generator.Binding.Choosing;
using Xunit;

namespace Specular.Generator.Tests.Choice;

/// <summary>Which operations a pattern means.</summary>
public class OperationPatternTests
{
    [Theory]
    [InlineData("listCalls", true)]
    [InlineData("list*", true)]
    [InlineData("*Calls", true)]
    [InlineData("*", true)]
    [InlineData("li?tCalls", true)]
    [InlineData("listcalls", false)]
    [InlineData("list", false)]
    [InlineData("tag:Calls", true)]
    [InlineData("tag:calls", true)]
    [InlineData("TAG: Calls ", true)]
    [InlineData("tag:Data*", true)]
    [InlineData("tag:Call", false)]
    [InlineData("tag:", false)]
    [InlineData("/v2/calls/{id}/media", true)]
    [InlineData("/v2/calls/*/media", true)]
    [InlineData("/v2/*", false)]
    [InlineData("/v2/**", true)]
    [InlineData("/v2/calls/{id}/media/**", true)]
    [InlineData("/**/media", true)]
    [InlineData("/v?/calls/**", true)]
    [InlineData("/v2/calls?**", false)]
    [InlineData("/V2/**", false)]
    [InlineData("/", false)]
    [InlineData("/**", true)]
    [InlineData("GET /v2/calls/**", true)]
    [InlineData("get  /v2/calls/**", true)]
    [InlineData("POST /v2/calls/**", false)]
    [InlineData("* /v2/calls/**", true)]
    [InlineData("G* /v2/calls/**", true)]
    public void A_pattern_matches(string pattern, bool expected)
    {
        var read = new OperationPattern(pattern);
        Assert.Equal(expected, read.Matches("/v2/calls/{id}/media", "get", "listCalls", ["Calls", "Data Privacy"]));
        Assert.Equal(expected, read.HasMatched);
    }

    [Fact]
    public void Without_an_operationId_no_name_matches() => Assert.False(new OperationPattern("*").Matches("/a", "get", null, []));

    [Fact]
    public void A_pattern_of_stars_takes_no_time() => Assert.False(Glob.Fits(string.Concat(Enumerable.Repeat("*a", 2000)) + "b", new string('a', 4000)));
}
