using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Specular.Generator.Naming;

/// <summary>Makes C# identifiers of whatever a description calls things. The same text always gives the same identifier.</summary>
internal static class Identifier
{
    /// <summary>Longer names are cut and end in a hash of the whole.</summary>
    private const int MaxLength = 96;

    // A description calls many things by the same few names. What was asked for last is remembered; a slot is one object, so that threads may share them.
    private static readonly Known?[] s_known = new Known?[1024];

    /// <summary><c>integrationType</c>, <c>integration-type</c> and <c>INTEGRATION_TYPE</c> are all <c>IntegrationType</c>.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="fallback">What it is called when nothing of it can stand in an identifier.</param>
    public static string Pascal(string text, string fallback)
    {
        ref var slot = ref s_known[StableHash.Of(text) & (uint)(s_known.Length - 1)];
        if (slot is not { } known || known.Text != text || known.Fallback != fallback)
        {
            known = new Known(text, fallback, Make(text, fallback));
            if (text.Length <= MaxLength)
                slot = known;
        }

        return known.Name;
    }

    private static string Make(string text, string fallback)
    {
        var words = Words(text);
        var shout = IsShouting(words);
        var name = new StringBuilder(text.Length);
        foreach (var word in words)
        {
            // "2" after "1" would otherwise read as "12".
            if (name.Length > 0 && char.IsDigit(name[name.Length - 1]) && char.IsDigit(word[0]))
                name.Append('_');
            AppendWord(name, word, shout || (words.Count > 1 && IsUpper(word)));
        }

        if (name.Length == 0)
            return fallback;
        if (!SyntaxFacts.IsIdentifierStartCharacter(name[0]))
            name.Insert(0, '_');
        return Shorten(name.ToString(), text);
    }

    /// <summary>The same with a small first letter, for parameters; a keyword gets its <c>@</c>.</summary>
    public static string Camel(string text, string fallback)
    {
        var pascal = Pascal(text, fallback);
        var upper = 0;
        while (upper < pascal.Length && char.IsUpper(pascal[upper]))
            upper++;

        // "URLPath" becomes "urlPath", "Id" becomes "id".
        var lower = upper <= 1 || upper == pascal.Length ? upper : upper - 1;
        var camel = pascal.Substring(0, lower).ToLowerInvariant() + pascal.Substring(lower);
        return Escape(camel);
    }

    /// <summary>Puts an <c>@</c> before a keyword.</summary>
    public static string Escape(string identifier) => s_keywords.Contains(identifier) ? "@" + identifier : identifier;

    // A list of its own: which words the compiler knows differs from one version to the next, and the output may not. Of the words that are keywords in
    // some places only, those are here that may not be, or read badly, as the name of a parameter.
    private static readonly HashSet<string> s_keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default", "delegate", "do",
        "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int",
        "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected",
        "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true",
        "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
        "and", "async", "await", "by", "descending", "dynamic", "equals", "extension", "field", "file", "from", "global", "group", "into", "join", "let", "nint", "not",
        "nuint", "on", "or", "orderby", "partial", "record", "required", "scoped", "select", "unmanaged", "var", "when", "where", "with", "yield",
    };

    /// <summary>The words of a name: cut where it changes from small to capital, and at whatever cannot stand in an identifier.</summary>
    [MethodImpl(Hot.Path)]
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsWordCharacter(c))
            {
                if (word.Length > 0 && char.IsUpper(c) && (char.IsLower(word[word.Length - 1]) || char.IsDigit(word[word.Length - 1]) && !IsUpper(word.ToString())))
                    Flush();
                word.Append(c);
                continue;
            }

            Flush();
            if (Spell(text, i) is { } spelled)
                words.Add(spelled);
        }

        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }

    // A sign is the whole difference between "+1" and "-1", or between "<" and "<=": there it gets a name. Between words it only separates them.
    private static string? Spell(string text, int index)
    {
        var separatesWords = index > 0 && IsWordCharacter(text[index - 1]) && index + 1 < text.Length && IsWordCharacter(text[index + 1]);
        var leads = index == 0 || !HasWordCharacter(text);
        return text[index] switch
        {
            '+' when !separatesWords => "Plus",
            '-' when leads => "Minus",
            '*' when leads => "Star",
            '/' when !HasWordCharacter(text) => "Slash",
            '<' => "Less",
            '>' => "Greater",
            '=' when !separatesWords => "Equal",
            '!' when leads => "Not",
            '~' when leads => "Tilde",
            '&' when leads => "And",
            '|' when leads => "Or",
            '%' => "Percent",
            '#' when leads => "Number",
            '.' when !HasWordCharacter(text) => "Dot",
            ',' when !HasWordCharacter(text) => "Comma",
            ':' when !HasWordCharacter(text) => "Colon",
            '?' when !HasWordCharacter(text) => "Question",
            _ => null,
        };
    }

    private static bool HasWordCharacter(string text)
    {
        foreach (var c in text)
        {
            if (IsWordCharacter(c))
                return true;
        }

        return false;
    }

    // Surrogates are left out: an identifier may hold no character outside the basic plane's letters.
    private static bool IsWordCharacter(char c) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
            or UnicodeCategory.DecimalDigitNumber => SyntaxFacts.IsIdentifierPartCharacter(c),
        _ => false,
    };

    private static bool IsShouting(IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            if (!IsUpper(word))
                return false;
        }

        return true;
    }

    private static bool IsUpper(string word)
    {
        foreach (var c in word)
        {
            if (char.IsLower(c))
                return false;
        }

        return true;
    }

    private static void AppendWord(StringBuilder name, string word, bool lowerRest)
    {
        var capital = true;
        foreach (var c in word)
        {
            name.Append(capital ? char.ToUpperInvariant(c) : lowerRest ? char.ToLowerInvariant(c) : c);

            // The first letter after digits begins a word: LAST_7DAYS is Last7Days.
            capital = capital && char.IsDigit(c) || (lowerRest && char.IsDigit(c));
        }
    }

    private static string Shorten(string name, string text)
    {
        if (name.Length <= MaxLength)
            return name;

        return name.Substring(0, MaxLength - 8) + StableHash.Of(text).ToString("X8", CultureInfo.InvariantCulture);
    }

    private sealed record Known(string Text, string Fallback, string Name);
}
