namespace Specular.Testing.Pages;

/// <summary>A block of code on a page of the documentation.</summary>
/// <param name="Section">The heading above it.</param>
/// <param name="Language">Its language, which is the first word after the fence.</param>
/// <param name="Place">The other words there, which no reader sees: what the block is a part of.</param>
/// <param name="Text">The code, each line with its end.</param>
public sealed record PageBlock(string Section, string Language, string Place, string Text);

/// <summary>The page of a rule.</summary>
public static class RulePage
{
    private const string Fence = "```";

    /// <summary>The blocks of code, in their order.</summary>
    public static IReadOnlyList<PageBlock> Blocks(string page)
    {
        var blocks = new List<PageBlock>();
        var section = "";
        PageBlock? open = null;
        foreach (var line in page.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n'))
        {
            if (open is not null && line == Fence)
            {
                blocks.Add(open);
                open = null;
            }
            else if (open is not null)
            {
                open = open with { Text = open.Text + line + "\n" };
            }
            else if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                var words = line[Fence.Length..].Split(' ', 2);
                open = new PageBlock(section, words[0], words is [_, var place] ? place : "", "");
            }
            else if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                section = line[3..];
            }
        }
        return blocks;
    }
}
