namespace Specular.Generator.Tests.Fuzzing;

/// <summary>What somebody does to a text.</summary>
internal enum TextEditKind
{
    Truncate,
    Delete,
    Duplicate,
    Insert,
}

/// <summary>One change of a text.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Position">Where.</param>
/// <param name="Length">To how many characters.</param>
/// <param name="Word">What is inserted.</param>
internal sealed record TextEdit(TextEditKind Kind, int Position, int Length, string Word)
{
    public string Apply(string text)
    {
        var start = Position % (text.Length + 1);
        var end = Math.Min(text.Length, start + Length);
        return Kind switch
        {
            TextEditKind.Truncate => text[..start],
            TextEditKind.Delete => text.Remove(start, end - start),
            TextEditKind.Duplicate => text.Insert(end, text[start..end]),
            _ => text.Insert(start, Word),
        };
    }
}
