using System.Text.Json;

namespace Specular.Runtime.Tests.Json;

/// <summary>A long body says most of its short strings again and again; they are made once, and are what they would be by themselves.</summary>
public sealed class KnownStringsTests
{
    // Of each length, some that differ at one place only, which may be any.
    private static readonly string[] s_texts =
    [
        .. from length in Enumerable.Range(0, 40)
           from place in Enumerable.Range(0, Math.Max(1, length))
           from letter in "ab"
           select length == 0 ? "" : new string('a', place) + letter + new string('a', length - place - 1),
    ];

    [Fact]
    public void Strings_that_look_alike_are_told_apart()
    {
        // One that has just been there comes after one that has been there long ago.
        var texts = s_texts.Concat(s_texts.Reverse()).Concat(s_texts.SelectMany(text => new[] { text, "é" + text, text })).ToArray();
        Assert.Equal(texts, Read.One(JsonSerializer.Serialize(texts), Models.Strings));
    }

    [Fact]
    public void Names_that_look_alike_are_told_apart()
    {
        var maps = Enumerable.Range(0, 3).Select(i => s_texts.Distinct().ToDictionary(text => text, text => i + text)).ToArray();
        var read = Read.One(JsonSerializer.Serialize(maps), (ref JsonInput json) => JsonCollections.ReadList(ref json, Map));
        Assert.Equal(maps, read);
    }

#if !NETSTANDARD_UNDER_TEST
    [Fact]
    public void What_is_said_again_is_the_same_string()
    {
        var texts = Enumerable.Range(0, 4000).Select(i => i % 10 == 9 ? "" + i : "CH").ToArray();
        var read = Read.One(JsonSerializer.Serialize(texts), Models.Strings);
        Assert.Equal(texts, read);
        Assert.Same(read[0], read[3998]);
        var maps = Read.One("[" + string.Join(',', Enumerable.Repeat("""{"country":"CH"}""", 2000)) + "]", (ref JsonInput json) => JsonCollections.ReadList(ref json, Map));
        Assert.Same(maps[0].Keys.Single(), maps[1999].Keys.Single());
    }

    [Fact]
    public void A_string_of_one_body_is_not_kept_for_the_next()
    {
        var json = JsonSerializer.Serialize(Enumerable.Repeat("secret", 4000));
        Assert.NotSame(Read.One(json, Models.Strings)[0], Read.One(json, Models.Strings)[0]);
        Assert.Throws<JsonException>(() => { Read.One(json + "]", Models.Strings); });
        Assert.DoesNotContain("secret", System.Buffers.ArrayPool<string?>.Shared.Rent(2048));
    }
#endif

    private static IReadOnlyDictionary<string, string> Map(ref JsonInput json) => JsonCollections.ReadMap(ref json, JsonRead.String);
}
