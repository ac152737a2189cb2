using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Specular.Analyzers.Flow;

namespace Specular.Analyzers.Rules.HttpsOrigins;

/// <summary>
/// Makes the diagnostics of SPEC102. Where a literal can be put right, the diagnostic says how: its additional location is the text to replace, and its
/// properties hold that text and the new one.
/// </summary>
internal static class OriginReport
{
    public const string OldText = "old";
    public const string NewText = "new";

    private const string Https = "https://";

    /// <summary>Checks a text; null where nothing is certainly wrong with it.</summary>
    public static Diagnostic? Check(string name, OriginText text)
    {
        if (OriginCheck.Find(text.Text) is not { } fault)
            return null;
        var edit = text.SourceToken is { } token ? EditOf(text.Text, token, fault) : null;
        return Create(name, text.Place.GetLocation(), fault, edit);
    }

    /// <summary>Reports a fault of a value within a longer literal.</summary>
    public static Diagnostic Create(string name, Location place, OriginFault fault, (Location Place, string Old, string New)? edit)
    {
        var cure = fault.Cure is null ? "Write 'https://' and a host, with a port where it needs one" : $"Use '{fault.Cure}'";
        var places = edit is null ? ImmutableArray<Location>.Empty : ImmutableArray.Create(edit.Value.Place);
        var properties = edit is null
            ? ImmutableDictionary<string, string?>.Empty
            : ImmutableDictionary<string, string?>.Empty.Add(OldText, edit.Value.Old).Add(NewText, edit.Value.New);
        return Diagnostic.Create(Descriptors.HttpsOrigin, place, places, properties, name, fault.Reason, cure);
    }

    /// <summary>
    /// What to replace of a literal with which a text begins: all of it, where it is the whole text; otherwise its scheme, where nothing else is wrong. Null where neither helps.
    /// </summary>
    public static (string Old, string New)? CureOf(string text, string literal, OriginFault fault)
    {
        if (literal == text)
            return fault.Cure is { } cure ? (text, cure) : null;
        var scheme = literal.IndexOf("://", StringComparison.Ordinal);
        if (scheme <= 0 || literal.StartsWith(Https, StringComparison.OrdinalIgnoreCase))
            return null;
        var beginning = literal.Substring(0, scheme + 3);
        return OriginCheck.Find(Https + text.Substring(beginning.Length)) is null ? (beginning, Https) : null;
    }

    private static (Location Place, string Old, string New)? EditOf(string text, SyntaxToken token, OriginFault fault) =>
        CureOf(text, token.ValueText, fault) is { } cure && LiteralText.PlaceOf(token, cure.Old, 0) is { } place ? (place, cure.Old, cure.New) : null;
}
