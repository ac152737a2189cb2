using System;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;

namespace Specular.Generator.Reading;

/// <summary>The parts of JSON below its structure (RFC 8259): white space, strings, numbers and literal names. Positions are offsets into the text.</summary>
internal sealed partial class JsonScanner(string text, Findings findings)
{
    private static readonly string[] s_literals = ["true", "false", "null"];

    /// <summary>Where the next character is.</summary>
    public int Position { get; set; }

    /// <summary>What is wrong, once a method has failed.</summary>
    public string? Error { get; private set; }

    /// <summary>Where it is wrong.</summary>
    public TextSpan ErrorSpan { get; private set; }

    public bool AtEnd => Position >= text.Length;

    /// <summary>The next character; NUL at the end.</summary>
    public char Current => Position < text.Length ? text[Position] : '\0';

    /// <summary>Skips white space, and comments, which JSON does not have but many files do.</summary>
    [MethodImpl(Hot.Path)]
    public bool SkipSpace()
    {
        while (Position < text.Length)
        {
            var c = text[Position];
            if (c is ' ' or '\n' or '\r' or '\t')
                Position++;
            else if (c != '/')
                break;
            else if (!SkipComment())
                return false;
        }

        return true;
    }

    private bool SkipComment()
    {
        var start = Position;
        var next = start + 1 < text.Length ? text[start + 1] : '\0';
        int end;
        if (next == '/')
        {
            end = text.IndexOfAny(['\n', '\r'], start);
            end = end < 0 ? text.Length : end;
        }
        else if (next == '*')
        {
            end = text.IndexOf("*/", start + 2, StringComparison.Ordinal);
            if (end < 0)
                return Fail(new TextSpan(start, 2), "the comment has no closing '*/'");
            end += 2;
        }
        else
        {
            return Fail(new TextSpan(start, 1), "expected a value or a comment, not '/'");
        }

        Position = end;
        findings.ReadAsMeant(TextSpan.FromBounds(start, end), "JSON has no comments; this one, and any other in this file, is skipped");
        return true;
    }

    /// <summary>Reads a number (RFC 8259, section 6), which starts at its first character, and leaves it as it is written.</summary>
    public bool ReadNumber()
    {
        var i = Position;
        if (At(i) == '-')
            i++;
        if (At(i) == '0')
            i++;
        else if (!SkipDigits(ref i))
            return Malformed();
        if (At(i) == '.')
        {
            i++;
            if (!SkipDigits(ref i))
                return Malformed();
        }

        if (At(i) is 'e' or 'E')
        {
            i++;
            if (At(i) is '+' or '-')
                i++;
            if (!SkipDigits(ref i))
                return Malformed();
        }

        if (IsWordCharacter(At(i)))
            return Malformed();
        Position = i;
        return true;

        bool Malformed() => Fail(WordAt(Position), "this is not a JSON number");
    }

    /// <summary>Reads <c>true</c>, <c>false</c> or <c>null</c>; null where something else stands there.</summary>
    public string? ReadLiteral()
    {
        var word = WordAt(Position);
        foreach (var literal in s_literals)
        {
            if (word.Length == literal.Length && string.CompareOrdinal(text, word.Start, literal, 0, word.Length) == 0)
            {
                Position = word.End;
                return literal;
            }
        }

        return null;
    }

    /// <summary>The run of letters, digits and the like at a position, or the one character there.</summary>
    public TextSpan WordAt(int position)
    {
        var end = position;
        while (IsWordCharacter(At(end)))
            end++;
        return TextSpan.FromBounds(position, end > position ? end : Math.Min(position + 1, text.Length));
    }

    /// <summary>Says what is wrong. Only the first time counts.</summary>
    public bool Fail(TextSpan span, string message)
    {
        if (Error is null)
        {
            Error = span.Start >= text.Length ? message + ", but the file ends here" : message;
            ErrorSpan = span;
        }

        return false;
    }

    private bool SkipDigits(ref int i)
    {
        var start = i;
        while (At(i) is >= '0' and <= '9')
            i++;
        return i > start;
    }

    private char At(int i) => i < text.Length ? text[i] : '\0';

    private static bool IsWordCharacter(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or '+' or '-' or '.' or '$';
}
