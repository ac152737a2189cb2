using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Rules.Values;

namespace Specular.Analyzers.Rules.Constraints;

/// <summary>Checks values against what the schema of a property or parameter asks of them.</summary>
internal sealed class ConstraintCheck
{
    private const int MaxShown = 40;

    private readonly ConcurrentDictionary<string, Regex?> _patterns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Regex?> _alphabets = new(StringComparer.Ordinal);

    /// <summary>What is wrong with a text; null where nothing is.</summary>
    public string? Find(string text, ValueFacts facts)
    {
        var length = CodePoints(text);
        var shown = facts.Format == "password" ? "the value" : "'" + Shown(text) + "'";
        if (length < facts.MinLength)
            return $"{shown} has {Count(length, "character")}, and at least {facts.MinLength} are needed";
        if (length > facts.MaxLength)
            return $"{shown} has {Count(length, "character")}, and at most {facts.MaxLength} are allowed";

        // What is no https origin is another rule's business.
        if (facts.IsOrigin)
            return null;
        if (facts.Pattern is { } pattern && _patterns.GetOrAdd(pattern, EcmaPattern.Compile) is { } regex && EcmaPattern.Matches(regex, text) == false)
            return $"{shown} does not match the pattern '{pattern}'";
        return facts.Format is { } format && FormatCheck.Find(format, text) is { } fault ? $"{shown} {fault} (format '{format}')" : null;
    }

    /// <summary>What is wrong with a text of which only parts are known; null where nothing is, for certain.</summary>
    /// <param name="parts">The parts; null for each that is not known.</param>
    /// <param name="facts">What is asked of the text.</param>
    public string? FindInParts(IReadOnlyList<string?> parts, ValueFacts facts)
    {
        var length = parts.Sum(static part => CodePoints(part ?? ""));
        if (length > facts.MaxLength)
            return $"the text has {Count(length, "character")} or more, and at most {facts.MaxLength} are allowed";
        if (facts.IsOrigin)
            return null;
        if (facts.Pattern is { } pattern && _alphabets.GetOrAdd(pattern, EcmaPattern.CompileAlphabet) is { } alphabet)
        {
            var strange = parts.FirstOrDefault(part => !string.IsNullOrEmpty(part) && EcmaPattern.Matches(alphabet, part!) == false);
            if (strange is not null)
                return $"'{Shown(strange)}' in it does not match the pattern '{pattern}'";
        }
        return facts.Format is { } format && FormatCheck.FindInParts(format, parts) is { } fault ? $"the text {fault} (format '{format}')" : null;
    }

    /// <summary>What is wrong with a number; null where nothing is.</summary>
    public static string? Find(decimal number, ValueFacts facts)
    {
        var shown = number.ToString(CultureInfo.InvariantCulture);
        if (Bound(facts.Minimum, '>') is { } minimum && (minimum.Exclusive ? number <= minimum.Value : number < minimum.Value))
            return minimum.Exclusive ? $"{shown} is not greater than {minimum.Text}" : $"{shown} is less than the minimum of {minimum.Text}";
        if (Bound(facts.Maximum, '<') is { } maximum && (maximum.Exclusive ? number >= maximum.Value : number > maximum.Value))
            return maximum.Exclusive ? $"{shown} is not less than {maximum.Text}" : $"{shown} is more than the maximum of {maximum.Text}";
        return ExactNumber.Parse(facts.MultipleOf) is > 0 and var factor && number % factor != 0 ? $"{shown} is no multiple of {facts.MultipleOf}" : null;
    }

    /// <summary>What is wrong with a collection of so many items; null where nothing is.</summary>
    public static string? FindInCount(int count, ValueFacts facts)
    {
        if (count < facts.MinItems)
            return $"it has {Count(count, "item")}, and at least {facts.MinItems} {(facts.MinItems == 1 ? "is" : "are")} needed";
        return count > facts.MaxItems ? $"it has {Count(count, "item")}, and at most {facts.MaxItems} {(facts.MaxItems == 1 ? "is" : "are")} allowed" : null;
    }

    /// <summary>The text without what would break a line of a build log.</summary>
    public static string Shown(string text)
    {
        var cut = text.Length > MaxShown ? text.Substring(0, MaxShown) + "…" : text;
        return new string(cut.Select(static c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c).ToArray());
    }

    private static (decimal Value, bool Exclusive, string Text)? Bound(string? bound, char sign)
    {
        if (bound is null)
            return null;
        var exclusive = bound.Length > 0 && bound[0] == sign;
        var text = exclusive ? bound.Substring(1) : bound;
        return ExactNumber.Parse(text) is { } value ? (value, exclusive, text) : null;
    }

    private static int CodePoints(string text) => text.Length - text.Where((c, i) => char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1])).Count();

    private static string Count(int count, string unit) => count.ToString(CultureInfo.InvariantCulture) + " " + unit + (count == 1 ? "" : "s");
}
