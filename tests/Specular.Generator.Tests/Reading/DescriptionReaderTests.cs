using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Reading;
using Xunit;

namespace Specular.Generator.Tests.Reading;

public sealed class DescriptionReaderTests
{
    [Theory]
    [InlineData("a.json", "{\"a\": 1}")]
    [InlineData("a.yaml", "{\"a\": 1}")]
    [InlineData("a.yaml", "{a: 1}")]
    [InlineData("a.yaml", "{a: 1 # flow\n}")]
    [InlineData("a.yaml", "a: 1")]
    [InlineData("a.json", "a: 1")]
    [InlineData("a.txt", "\n\n a: 1")]
    [InlineData("a.yaml", "\uFEFFa: 1")]
    [InlineData("a.yaml", "{\n\t\"a\":\t1\n}")]
    public void The_content_decides_what_a_file_is(string path, string text) =>
        Assert.Equal("{a:1}", Reader.Clean(Reader.Read(path, text)).Show());

    [Theory]
    [InlineData("a.json", "", "1:1 the file is empty")]
    [InlineData("a.yaml", " \n\t\r\n", "1:1 the file is empty")]
    [InlineData("a.yaml", "# nothing but a comment\n", "1:1 the file is empty")]
    [InlineData("a.json", "{a: 1}", "1:2 expected a member name in double quotes or '}'")]
    [InlineData("a.json", "<html>", "1:1 expected a value")]
    public void A_file_without_a_tree_says_why(string path, string text, string expected) =>
        Assert.Equal(expected, Reader.Error(Reader.Read(path, text)));

    [Fact]
    public void Of_two_errors_the_one_further_on_is_told()
    {
        Assert.Equal("2:1 while parsing a node, did not find expected node content", Reader.Error(Reader.Read("a.yaml", "{a: 1,\n]")));
        Assert.Equal("1:11 expected ',' or '}' after a member", Reader.Error(Reader.Read("a.yaml", "{\"a\": \"b\" c}")));
    }

    [Fact]
    public void A_huge_file_is_refused()
    {
        var text = SourceText.From(new string(' ', ReadingLimits.Characters + 1));

        Assert.Equal("1:1 the file has more than 64 Mi characters", Reader.Error(DescriptionReader.Read("a.json", text, TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("a.json", "{\"a\": [1, 2]}")]
    [InlineData("a.yaml", "a: [1, 2]")]
    public void Cancellation_is_honoured(string path, string text) =>
        Assert.ThrowsAny<OperationCanceledException>(() => DescriptionReader.Read(path, SourceText.From(text), new CancellationToken(canceled: true)));

    [Fact]
    public void Cancellation_gets_through_a_scalar_of_a_megabyte()
    {
        using var source = new CancellationTokenSource();
        var reader = new CancellableStringReader(new string('x', 1 << 20), 0, source.Token);
        var buffer = new char[1024];
        Assert.Equal(1024, reader.Read(buffer, 0, 1024));
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => reader.Read(buffer, 0, 1024));
    }

    [Fact]
    public void A_file_that_is_wrong_everywhere_says_so_a_hundred_times()
    {
        var result = Reader.ReadJson("{" + string.Join(",", Enumerable.Repeat("\"a\": 1", 5000)) + "}");

        Assert.Equal("{a:1}", result.Root!.Show());
        Assert.Equal(100, result.Diagnostics.Count);
    }
}
