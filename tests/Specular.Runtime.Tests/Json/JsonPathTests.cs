using System.Text;
using System.Text.Json;

namespace Specular.Runtime.Tests.Json;

public sealed class JsonPathTests
{
    // The place is where the mark stands.
    [Theory]
    [InlineData("^5", "$")]
    [InlineData("^{}", "$")]
    [InlineData("{^\"a\":1}", "$.a")]
    [InlineData("{\"a\":^1}", "$.a")]
    [InlineData("{\"a\":1,\"b\":^{}}", "$.b")]
    [InlineData("{\"a\":1,\"b\":{}^}", "$")]
    [InlineData("{\"a\":{\"b\":[1,[2,^3]]}}", "$.a.b[1][1]")]
    [InlineData("{\"a\":{\"b\":[1,^[2,3]]}}", "$.a.b[1]")]
    [InlineData("{\"a\":[[],{},[^{}]]}", "$.a[2][0]")]
    [InlineData("{\"a\":[{\"x\":1},{\"x\":2},{\"y\":^3}]}", "$.a[2].y")]
    [InlineData("{\"a\":[1,2^]}", "$.a")]
    [InlineData("{\"odd name\":^1}", "$['odd name']")]
    [InlineData("{\"a.b\":{\"c[0]\":^1}}", "$['a.b']['c[0]']")]
    [InlineData("{\"it's\":^1}", "$['it\\'s']")]
    [InlineData("{\"\":^1}", "$['']")]
    [InlineData("{\"\\u0061\\n\":^1}", "$['a ']")]
    [InlineData("{\"é\":^1}", "$.é")]
    [InlineData("{\"$ref\":^1}", "$.$ref")]
    [InlineData("{\"\\ud800\":{\"a\":^1}}", "$.\uFFFD.a")]
    [InlineData("[1,^x]", "$[1]")]
    [InlineData("[^x]", "$[0]")]
    [InlineData("{\"a\":^x}", "$.a")]
    public void The_path_of_a_place(string marked, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(marked);
        var position = Array.IndexOf(bytes, (byte)'^');
        Assert.Equal(expected, JsonPath.At(Encoding.UTF8.GetBytes(marked.Replace("^", "", StringComparison.Ordinal)), position));
    }

    [Fact]
    public void It_agrees_with_System_Text_Json()
    {
        const string Json = "{\"a\":[1],\"odd name\":[1,2],\"x.y\":[1,2,\"z\"]}";
        var theirs = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<string, List<long>>>(Json)).Path;
        Assert.Equal("$['x.y'][2]", theirs);
        Assert.Equal(theirs, Read.Error(Json, Numbers).Path);
    }

    [Fact]
    public void Long_names_and_deep_paths_are_cut()
    {
        var name = new string('n', 1000);
        Assert.Equal("$." + new string('n', 63) + "…", Read.Error("{\"" + name + "\":null}", Numbers).Path);
        var deep = string.Concat(Enumerable.Repeat("{\"" + name + "\":", 200)) + "null" + new string('}', 200);
        var path = Read.Error(deep, Numbers).Path!;
        Assert.EndsWith("…", path);
        Assert.InRange(path.Length, 512, 600);
    }

    private static long Numbers(ref JsonInput json)
    {
        switch (json.Peek)
        {
            case (byte)'{':
                for (var member = json.Begin(JsonNames.None); member != JsonNames.End; member = json.Next(JsonNames.None, member)) Numbers(ref json);
                return 0;
            case (byte)'[':
                for (var more = json.BeginArray(); more; more = json.NextItem()) Numbers(ref json);
                return 0;
            default:
                return JsonRead.Int64(ref json);
        }
    }
}
