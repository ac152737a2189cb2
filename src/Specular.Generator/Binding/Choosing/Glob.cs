using System;

namespace Specular.Generator.Binding.Choosing;

/// <summary>Patterns with <c>*</c> and <c>?</c>; in paths they stop at a slash, and only <c>**</c> goes beyond it.</summary>
internal static class Glob
{
    /// <summary>Whether a text fits a pattern as a whole. Takes time in proportion to the product of their lengths, whatever they are.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="text">The text.</param>
    /// <param name="isPath">Slashes part the text.</param>
    /// <param name="ignoreCase">Case makes no difference.</param>
    public static bool Fits(string pattern, string text, bool isPath = false, bool ignoreCase = false)
    {
        // "/calls/**" is "/calls" and all below it.
        const string Below = "/**";
        if (isPath && pattern.EndsWith(Below, StringComparison.Ordinal) && Fits(pattern.Substring(0, pattern.Length - Below.Length), text, isPath, ignoreCase))
            return true;

        // reached[i]: the text up to i fits the pattern so far.
        var reached = new bool[text.Length + 1];
        reached[0] = true;
        for (var p = 0; p < pattern.Length; p++)
        {
            var next = new bool[text.Length + 1];
            if (pattern[p] == '*')
            {
                var crosses = !isPath || (p + 1 < pattern.Length && pattern[p + 1] == '*');
                while (p + 1 < pattern.Length && pattern[p + 1] == '*')
                    p++;
                for (var i = 0; i <= text.Length; i++)
                    next[i] = reached[i] || (i > 0 && next[i - 1] && (crosses || text[i - 1] != '/'));
            }
            else
            {
                for (var i = 0; i < text.Length; i++)
                    next[i + 1] = reached[i] && (pattern[p] == '?' ? !isPath || text[i] != '/' : AreSame(pattern[p], text[i], ignoreCase));
            }

            reached = next;
        }

        return reached[text.Length];
    }

    private static bool AreSame(char one, char other, bool ignoreCase) =>
        one == other || (ignoreCase && char.ToUpperInvariant(one) == char.ToUpperInvariant(other));
}
