using System;

namespace Specular.Generator.Reading;

/// <summary>What ends a line, as the compiler counts lines.</summary>
internal static class LineBreaks
{
    /// <summary>How many there are in a text.</summary>
    public static int In(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Is(text[i]) && !(text[i] == '\n' && i > 0 && text[i - 1] == '\r'))
                count++;
        }

        return count;
    }

    /// <summary>Where the line of a character starts.</summary>
    public static int StartOfLine(string text, int position)
    {
        while (position > 0 && !Is(text[position - 1]))
            position--;
        return position;
    }

    private static bool Is(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';
}
