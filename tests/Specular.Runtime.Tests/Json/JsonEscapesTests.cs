using System.Text;
using System.Text.Encodings.Web;

namespace Specular.Runtime.Tests.Json;

public sealed class JsonEscapesTests
{
    [Theory]
    [InlineData("""{"a":[1e+5,true,null],"b":"1e+5"}""", """{"a":[1e+5,true,null],"b":"1e\u002B5"}""")]
    [InlineData("""["\ud83d\ude00\u00fc\u0041\/"]""", """["\uD83D\uDE00\u00FCA/"]""")]
    [InlineData("""["\\","\"<","ü\n","<>"]""", """["\\","\u0022\u003C","\u00FC\n","\u003C\u003E"]""")]
    [InlineData("""["\ud83d","x"]""", """["\uFFFD","x"]""")]
    public void Strings_have_the_escapes_of_the_encoder_and_the_rest_stays(string json, string expected)
    {
        using var copy = new PooledBuffer();
        JsonEscapes.Copy(Encoding.UTF8.GetBytes(json), copy, JavaScriptEncoder.Default);
        Assert.Equal(expected, Encoding.UTF8.GetString(copy.WrittenSpan));
    }
}
