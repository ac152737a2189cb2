using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Reading;
using Xunit;

namespace Specular.Generator.Tests.Files;

/// <summary>What a text may refer to, found without reading it.</summary>
public class ReferenceScanTests
{
    [Theory]
    [InlineData("{\"$ref\": \"a.json\"}", "a.json")]
    [InlineData("{\"$ref\" : \"sub\\/a.json#/x\"}", "sub/a.json")]
    [InlineData("{\"$ref\":\n  \"a%20b.yaml\"}", "a%20b.yaml")]
    [InlineData("$ref: a.yaml", "a.yaml")]
    [InlineData("$ref: './a b.yaml#/Pet'", "./a b.yaml")]
    [InlineData("{ $ref: schemas/pet, x: 1 }", "schemas/pet")]
    [InlineData("$ref: |\n  a.yaml\n", "|", "a.yaml")]
    [InlineData("'$ref': ../a.yml", "../a.yml")]
    [InlineData("mapping:\n  cat: ./cat.yaml\n  dog: 'dog.json#/Dog'", "dog.json", "./cat.yaml")]
    [InlineData("[a.yaml, b.yaml]", "a.yaml", "b.yaml")]
    [InlineData("$ref: '#/components/schemas/A'")]
    [InlineData("$ref: https://example.com/a.json")]
    [InlineData("$reference: x\n$ref")]
    [InlineData("$ref:")]
    [InlineData("$ref: ''")]
    [InlineData("")]
    public void References_are_found(string text, params string[] expected) => Assert.Equal(expected, ReferenceScan.Find(SourceText.From(text), TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("$ref:")]
    [InlineData("$ref: a")]
    [InlineData(".json ")]
    [InlineData(".json, ")]
    [InlineData("'.json': ")]
    public void A_text_that_is_made_to_take_long_does_not(string part)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.InRange(ReferenceScan.Find(SourceText.From(string.Concat(Enumerable.Repeat(part, 2_000_000))), TestContext.Current.CancellationToken).Count, 0, 10_000);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }
}
