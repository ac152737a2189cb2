using System.Text;
using Xunit;

namespace Specular.Generator.Tests.Reading;

/// <summary>Input that would take a careless reader's stack, memory or time. Whether it ends at all is what a hanging test run tells.</summary>
public sealed class HostileInputTests
{
    private const string TooDeep = "objects and arrays are nested deeper than 256 levels";

    public static TheoryData<string, string> Deep { get; } = new()
    {
        { "a.json", Repeat("[", 10_000) + Repeat("]", 10_000) },
        { "a.json", Repeat("{\"a\":", 10_000) + "1" + Repeat("}", 10_000) },
        { "a.json", Repeat("[", 1 << 20) },
        { "a.yaml", Repeat("[", 10_000) + Repeat("]", 10_000) },
        { "a.yaml", Repeat("[", 1 << 20) },
        { "a.yaml", "a: " + Repeat("[", 1 << 20) },
        { "a.yaml", Repeat("{a: ", 100_000) },
        { "a.yaml", Repeat("[\n", 100_000) },
        { "a.yaml", Repeat("- ", 100_000) },
        { "a.yaml", Repeat("? ", 100_000) },
        { "a.yaml", string.Concat(Enumerable.Range(0, 10_000 / 4).Select(i => new string(' ', i) + "a:\n")) },
    };

    [Theory]
    [MemberData(nameof(Deep), DisableDiscoveryEnumeration = true)]
    public void Nesting_without_end_is_refused(string path, string text) => Assert.EndsWith(TooDeep, Reader.Error(Reader.Read(path, text)));

    [Theory]
    [InlineData("a.json")]
    [InlineData("a.yaml")]
    public void Nesting_up_to_the_limit_is_read(string path)
    {
        Reader.Clean(Reader.Read(path, Repeat("[", 256) + Repeat("]", 256)));
        Assert.Equal("1:257 " + TooDeep, Reader.Error(Reader.Read(path, Repeat("[", 257) + Repeat("]", 257))));
    }

    [Fact]
    public void Aliases_that_double_forever_are_refused()
    {
        var text = new StringBuilder("a0: &a0 [x]\n");
        for (var i = 1; i < 60; i++)
            text.Append($"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}]\n");

        Assert.EndsWith("the aliases stand for more than 4 million values", Reader.Error(Reader.ReadYaml(text.ToString())));
    }

    [Fact]
    public void Merge_keys_that_double_forever_are_refused()
    {
        var text = new StringBuilder("a0: &a0 {k0: x}\n");
        for (var i = 1; i < 20_000; i++)
            text.Append($"a{i}: &a{i} {{k{i}: x, <<: *a{i - 1}}}\n");

        Assert.EndsWith("the aliases stand for more than 4 million values", Reader.Error(Reader.ReadYaml(text.ToString())));
    }

    [Fact]
    public void Aliases_that_pile_up_to_a_deep_tree_are_refused()
    {
        var text = new StringBuilder("a0: &a0 [x]\n");
        for (var i = 1; i < 10_000; i++)
            text.Append($"a{i}: &a{i} [*a{i - 1}]\n");

        Assert.Equal("256:14 " + TooDeep, Reader.Error(Reader.ReadYaml(text.ToString())));
    }

    [Fact]
    public void Many_aliases_of_something_small_are_fine()
    {
        var root = Reader.Yaml("a: &a {k: v}\nb: [" + string.Join(", ", Enumerable.Repeat("*a", 50_000)) + "]");

        Assert.Equal(50_000, root.At("b").Items.Count);
    }

    [Theory]
    [InlineData("a.json", "[\"", "x", "\"]")]
    [InlineData("a.json", "[", "1,", "1]")]
    [InlineData("a.json", "[", "/**/", "1]")]
    [InlineData("a.yaml", "a: ", "x", "")]
    [InlineData("a.yaml", "a: '", "\n", "'")]
    [InlineData("a.yaml", "a: |\n", "  x\n\n", "")]
    [InlineData("a.yaml", "a: 1\n", "#\n", "")]
    [InlineData("a.yaml", "a: [", "b, ", "c]")]
    public void A_megabyte_of_the_same_is_read(string path, string before, string piece, string after) =>
        Assert.NotNull(Reader.Read(path, before + Repeat(piece, (1 << 20) / piece.Length) + after).Root);

    [Theory]
    [InlineData("gong/gong-2026-07-05.json")]
    [InlineData("features/galaxy-3.1.yaml")]
    [InlineData("resend.yaml")]
    [InlineData("features/callbacks.json")]
    public void A_file_that_is_cut_off_is_read_or_refused(string path)
    {
        var text = Corpus.Text(path);

        // In a large file it is the beginning that every cut goes through; its cuts are spread wider.
        for (var length = 0; length < text.Length; length += length < 20_000 ? 50 : 5_000 + (length % 97))
        {
            var result = Reader.Read(path, text.Substring(0, length));
            if (result.Root is null)
                Reader.Error(result);
            else
                Assert.EndsWith("yaml", path);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_file_with_junk_in_it_is_read_or_refused(int seed)
    {
        const string Junk = "{}[]:,-?&*!|>'\"%@`#\n\r\t ~<=\\.\u0085\u2028\uFEFFaA09x\ud83d\ude00";
        const string Seed = "a: &x [1, {b: c}]\nb: *x\nc: !!str 5\nd: |\n  text\n   more\ne: >-\n  f\n? [a]\n: b\n'q': \"x\\n\\u1234\"\n# c\n---\nx\n...\n%YAML 1.2\n---\n";
        var random = new Random(seed);
        for (var round = 0; round < 20_000; round++)
        {
            var text = new StringBuilder(Seed.Substring(random.Next(Seed.Length))).Append(Seed, 0, random.Next(Seed.Length));
            for (var change = random.Next(8); change >= 0; change--)
                text.Insert(random.Next(text.Length + 1), new string(Junk[random.Next(Junk.Length)], random.Next(1, 4)));
            var result = Reader.Read(random.Next(2) == 0 ? "a.json" : "a.yaml", text.ToString());
            if (result.Root is null)
                Reader.Error(result);
        }
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
