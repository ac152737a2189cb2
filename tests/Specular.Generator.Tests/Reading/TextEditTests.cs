using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Reading;
using Xunit;

namespace Specular.Generator.Tests.Reading;

public class TextEditTests
{
    [Theory]
    [InlineData("abc", "abXc", 2, 2, 1)]
    [InlineData("abXc", "abc", 2, 3, -1)]
    [InlineData("abc", "aYc", 1, 2, 0)]
    [InlineData("aaa", "aaaa", 3, 3, 1)]
    [InlineData("aaaa", "aaa", 3, 4, -1)]
    [InlineData("", "abc", 0, 0, 3)]
    [InlineData("abc", "abc", 3, 3, 0)]
    public void An_edit_is_where_the_texts_differ(string before, string now, int start, int oldEnd, int delta) =>
        Assert.Equal((start, oldEnd, delta), TextEdit.Between(SourceText.From(before), now) is var edit ? (edit.Start, edit.OldEnd, edit.Delta) : default);

    [Theory]
    [InlineData("a\nb", "a\nxb", 0)]
    [InlineData("a\nb", "a\n\n\nb", 2)]
    [InlineData("a\r\nb\rc\u2028d\u0085e", "ae", -4)]
    [InlineData("ab", "a\r\nb", 1)]
    [InlineData("a\r\nb", "a\nb", null)]
    [InlineData("a\nb", "a\r\nb", null)]
    [InlineData("a\r\nb", "a\rb", null)]
    [InlineData("a\rb", "a\r\nb", null)]
    public void Lines_are_counted_unless_a_break_of_two_characters_is_taken_apart(string before, string now, int? added)
    {
        Assert.Equal(added, TextEdit.Between(SourceText.From(before), now).LinesAdded);
        Assert.Equal(added ?? 0, SourceText.From(now).Lines.Count - SourceText.From(before).Lines.Count);
    }

    [Fact]
    public void An_edit_makes_one_text_of_the_other_however_long_they_are()
    {
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var before = new string('x', random.Next(60_000));
            var start = random.Next(before.Length + 1);
            var now = before.Substring(0, start) + new string(random.Next(2) == 0 ? 'x' : 'y', random.Next(20)) + before.Substring(Math.Min(before.Length, start + random.Next(20)));

            var edit = TextEdit.Between(SourceText.From(before), now);

            Assert.Equal(now, string.Concat(before.AsSpan(0, edit.Start), now.AsSpan(edit.Start, edit.NewEnd - edit.Start), before.AsSpan(edit.OldEnd)));
            Assert.Equal(before == now, TextComparison.AreSame(SourceText.From(before), SourceText.From(now)));
            Assert.True(edit.NewEnd - edit.Start <= 20, edit.ToString());
        }
    }
}
