using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace Specular.Analyzers.Rules.Constraints;

/// <summary>
/// A <c>pattern</c> of a schema: a regular expression of ECMA-262, matched anywhere in the text (JSON Schema Validation 2020-12, section 6.3.3).
/// It is translated construct by construct; where .NET has none that means the same, or the pattern is of another dialect, there is no answer.
/// </summary>
internal static class EcmaPattern
{
    private const int MaxLength = 2_000;
    private const string Word = "a-zA-Z0-9_";
    private const string Digit = "0-9";
    private const string Space = @"\t-\r\p{Z}\uFEFF";
    private const string NoWord = @"\x00-/:-@\x5B-\x5E`\x7B-\uFFFF";
    private const string NoDigit = @"\x00-/:-\uFFFF";
    private const string NoSpace = @"\S\x85";
    private const string LineEnds = @"\n\r\u2028\u2029";

    // .NET 7 and later match in linear time with it; where the host is older, or the pattern needs to go back, a timeout ends what takes too long.
    private const RegexOptions NonBacktracking = (RegexOptions)1024;
    private static readonly Regex s_oneSet = new(@"^\^(?<set>\[\^?(?:[^\[\]\\]|\\.)+\]|\\[dw])(?:[*+]|\{[0-9]+(?:,[0-9]*)?\})\$\z", RegexOptions.CultureInvariant);
    private static readonly TimeSpan s_timeout = TimeSpan.FromMilliseconds(200);

    private static readonly HashSet<string> s_categories = new(StringComparer.Ordinal)
    {
        "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C", "Cc", "Cf", "Co", "Cs", "Cn",
    };

    /// <summary>The pattern as a regular expression of .NET; null where it cannot be said what it means.</summary>
    public static Regex? Compile(string pattern)
    {
        if (pattern.Length > MaxLength || Translate(pattern) is not { } translated)
            return null;
        return Create(translated, NonBacktracking) ?? Create(translated, RegexOptions.None);
    }

    /// <summary>
    /// What any part of a matching text matches, where the pattern is one set of characters from end to end, such as <c>^[a-z0-9-]{1,20}$</c>; null for any other pattern.
    /// </summary>
    public static Regex? CompileAlphabet(string pattern)
    {
        var match = s_oneSet.Match(pattern);
        return match.Success ? Compile("^" + match.Groups["set"].Value + "*$") : null;
    }

    /// <summary>Whether the text matches; null where that takes too long to tell, or the two dialects see the text differently.</summary>
    public static bool? Matches(Regex regex, string text)
    {
        // ECMA-262 counts code points where .NET counts halves of them.
        if (text.Length > MaxLength || text.Any(char.IsSurrogate))
            return null;
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static Regex? Create(string pattern, RegexOptions options)
    {
        try
        {
            return new Regex(pattern, options | RegexOptions.CultureInvariant, s_timeout);
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    private static string? Translate(string pattern)
    {
        // "/…/i" is how a program writes one; the description was not meant so, but who wrote it was.
        if (pattern.Length > 1 && pattern[0] == '/' && pattern.TrimEnd('g', 'i', 'm', 's', 'u', 'y').EndsWith("/", StringComparison.Ordinal))
            return null;
        var output = new StringBuilder(pattern.Length * 2);
        for (var i = 0; i < pattern.Length;)
        {
            var part = pattern[i] switch
            {
                '\\' => Escape(pattern, ref i, inClass: false),
                '[' => Class(pattern, ref i),
                '(' => Group(pattern, ref i),
                '.' => One(ref i, "[^" + LineEnds + "]"),
                '^' => One(ref i, @"\A"),
                '$' => One(ref i, @"\z"),
                var c => One(ref i, c == '#' || c == ' ' ? "\\" + c : c.ToString()),
            };
            if (part is null)
                return null;
            output.Append(part);
        }
        return output.ToString();
    }

    private static string One(ref int i, string translated)
    {
        i++;
        return translated;
    }

    private static string? Group(string pattern, ref int i)
    {
        foreach (var opening in new[] { "(?:", "(?=", "(?!", "(?<=", "(?<!" })
        {
            if (string.CompareOrdinal(pattern, i, opening, 0, opening.Length) == 0)
            {
                i += opening.Length;
                return opening;
            }
        }
        if (i + 1 < pattern.Length && pattern[i + 1] == '?')
        {
            // A named group; all else is of another dialect.
            var end = pattern.IndexOf('>', i);
            if (i + 2 >= pattern.Length || pattern[i + 2] != '<' || end < 0 || !pattern.Substring(i + 3, end - i - 3).All(static c => c is '_' or >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9'))
                return null;
            i = end + 1;
        }
        else
        {
            i++;
        }
        return "(?:";
    }

    private static string? Class(string pattern, ref int i)
    {
        i++;
        var negated = i < pattern.Length && pattern[i] == '^';
        if (negated)
            i++;
        var items = new StringBuilder();
        while (i < pattern.Length && pattern[i] != ']')
        {
            if (pattern[i] == '\\')
            {
                if (Escape(pattern, ref i, inClass: true) is not { } escaped)
                    return null;
                items.Append(escaped);
            }
            else
            {
                // .NET takes "-[" for a subtraction, and POSIX names for nothing that ECMA-262 does.
                if (pattern[i] == '[' && i + 1 < pattern.Length && pattern[i + 1] is ':' or '.' or '=')
                    return null;
                items.Append(pattern[i] == '[' ? "\\[" : pattern[i].ToString());
                i++;
            }
        }
        if (i >= pattern.Length)
            return null;
        i++;
        return items.Length > 0 ? (negated ? "[^" : "[") + Safe(items.ToString()) + "]" : negated ? @"[\s\S]" : "(?!)";
    }

    // A '^' that does not stand first in the source may do so in the translation.
    private static string Safe(string items) => items[0] == '^' ? "\\" + items : items;

    private static string? Escape(string pattern, ref int i, bool inClass)
    {
        if (i + 1 >= pattern.Length)
            return null;
        var c = pattern[i + 1];
        i += 2;
        switch (c)
        {
            case 'd':
                return Set(Digit);
            case 'w':
                return Set(Word);
            case 's':
                return Set(Space);
            case 'D':
                return Set(NoDigit);
            case 'W':
                return Set(NoWord);
            case 'S':
                return inClass ? NoSpace : "[^" + Space + "]";
            case 'b' when !inClass:
                return $"(?:(?<=[{Word}])(?![{Word}])|(?<![{Word}])(?=[{Word}]))";
            case 'b':
                return @"\x08";
            case 't' or 'n' or 'v' or 'f' or 'r':
                return "\\" + c;
            case '0' when i >= pattern.Length || !char.IsDigit(pattern[i]):
                return @"\x00";
            case 'x':
                return Code(pattern, ref i, 2);
            case 'u':
                return Code(pattern, ref i, 4);
            case 'p' or 'P':
                return Category(pattern, ref i, c);

            // An escaped character that needs no escape is itself; letters and digits mean something in one dialect or another.
            case var _ when c < 128 && !char.IsLetterOrDigit(c):
                return "\\" + c;
            default:
                return null;
        }

        string Set(string items) => inClass ? items : "[" + items + "]";
    }

    private static string? Code(string pattern, ref int i, int digits)
    {
        if (i + digits > pattern.Length || !int.TryParse(pattern.Substring(i, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code is >= 0xD800 and <= 0xDFFF)
            return null;
        i += digits;
        return "\\u" + code.ToString("X4", CultureInfo.InvariantCulture);
    }

    private static string? Category(string pattern, ref int i, char kind)
    {
        var end = i < pattern.Length && pattern[i] == '{' ? pattern.IndexOf('}', i) : -1;
        if (end < 0 || !s_categories.Contains(pattern.Substring(i + 1, end - i - 1)))
            return null;
        var category = pattern.Substring(i, end - i + 1);
        i = end + 1;
        return "\\" + kind + category;
    }
}
