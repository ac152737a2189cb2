using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>Prints the facts about a value: as an attribute for the analyzers, and in words for the reader.</summary>
internal static class FactsEmitter
{
    /// <summary>The attribute, in its brackets.</summary>
    public static string AttributeText(string wireName, FactsModel facts) => Attribute(Arguments(wireName, facts), facts.Syntax);

    /// <summary>The attribute of a parameter, in its brackets.</summary>
    public static string AttributeText(ParameterModel parameter)
    {
        var arguments = Arguments(parameter.WireName, parameter.Facts);
        if (parameter.Deprecated)
            arguments = arguments.Append("Deprecated = true");
        if (parameter.Deprecated && parameter.Facts.Replacement is { } replacement)
            arguments = arguments.Append("Replacement = " + Literal.String(replacement));
        return Attribute(arguments, parameter.Facts.Syntax);
    }

    /// <summary>The attribute of a parameter that takes a credential, in its brackets.</summary>
    public static string CredentialText(string wireName) => AttributeText(wireName, new FactsModel { Format = "password" });

    /// <summary>The attribute that has the compiler warn of what the description deprecates, in its brackets.</summary>
    public static string ObsoleteText(string what, string? replacement) => "[global::System.Obsolete("
        + Literal.String("The description says that this " + what + " is deprecated." + (replacement is null ? "" : " Use '" + replacement + "'.")) + ")]";

    /// <summary>The constraints and the example, for <c>remarks</c>; the name on the wire always.</summary>
    public static string Remarks(string wireName, FactsModel facts)
    {
        var words = new List<string> { Documentation.Code(wireName) };
        Add("format", facts.Format);
        Add("pattern", facts.Pattern);
        Add("at least", Length(facts.MinLength), "characters");
        Add("at most", Length(facts.MaxLength), "characters");
        Add("at least", Length(facts.MinItems), "items");
        Add("at most", Length(facts.MaxItems), "items");
        Add("minimum", facts.Minimum);
        Add("maximum", facts.Maximum);
        Add("a multiple of", facts.MultipleOf);
        if (facts.Enum.Count > 0)
            words.Add("one of " + string.Join(", ", facts.Enum.Select(Documentation.Code)));
        if (facts.UniqueItems)
            words.Add("no item twice");
        if (facts.ReadOnly)
            words.Add("sent by the server only");
        if (facts.WriteOnly)
            words.Add("sent to the server only");
        if (facts.Items is { } items)
        {
            Add("each item of the format", items.Format);
            Add("each item of the pattern", items.Pattern);
            Add("each item at least", Length(items.MinLength), "characters");
            Add("each item at most", Length(items.MaxLength), "characters");
            Add("each item: minimum", items.Minimum);
            Add("each item: maximum", items.Maximum);
            Add("each item a multiple of", items.MultipleOf);
        }

        Add("default", facts.Default);
        var remarks = string.Join(", ", words) + ".";
        return facts.Example is null ? remarks : remarks + " Example: " + Documentation.Code(facts.Example);

        void Add(string label, string? value, string unit = "")
        {
            if (!string.IsNullOrEmpty(value))
                words.Add(label + " " + Documentation.Code(value!) + (unit.Length > 0 ? " " + unit : ""));
        }
    }

    private static string Attribute(IEnumerable<string> arguments, string? syntax) => "[SpecularRuntime::OpenApiProperty(" + string.Join(", ", arguments) + ")"
        + (syntax is null ? "" : ", global::System.Diagnostics.CodeAnalysis.StringSyntax(" + Literal.String(syntax) + ")") + "]";

    private static IEnumerable<string> Arguments(string wireName, FactsModel facts)
    {
        yield return Literal.String(wireName);
        foreach (var (name, value) in new (string, string?)[]
        {
            ("Format", facts.Format), ("Origin", facts.Origin), ("Pattern", facts.Pattern),
            ("Minimum", facts.Minimum), ("Maximum", facts.Maximum), ("MultipleOf", facts.MultipleOf),
        })
        {
            if (value is not null)
                yield return name + " = " + Literal.String(value);
        }

        foreach (var (name, value) in new (string, int?)[]
        {
            ("MinLength", facts.MinLength), ("MaxLength", facts.MaxLength), ("MinItems", facts.MinItems), ("MaxItems", facts.MaxItems),
        })
        {
            if (value is not null)
                yield return name + " = " + Length(value);
        }

        if (facts.Items is { } items)
        {
            foreach (var (name, value) in new (string, string?)[]
            {
                ("Format", items.Format), ("Pattern", items.Pattern), ("Minimum", items.Minimum), ("Maximum", items.Maximum), ("MultipleOf", items.MultipleOf),
            })
            {
                if (value is not null)
                    yield return "Item" + name + " = " + Literal.String(value);
            }

            if (items.MinLength is not null)
                yield return "ItemMinLength = " + Length(items.MinLength);
            if (items.MaxLength is not null)
                yield return "ItemMaxLength = " + Length(items.MaxLength);
        }

        if (facts.Enum.Count > 0)
            yield return "Enum = new[] { " + string.Join(", ", facts.Enum.Select(Literal.String)) + " }";

        foreach (var (name, value) in new[]
        {
            ("Identifier", facts.Identifier), ("UniqueItems", facts.UniqueItems), ("ReadOnly", facts.ReadOnly), ("WriteOnly", facts.WriteOnly),
        })
        {
            if (value)
                yield return name + " = true";
        }
    }

    private static string? Length(int? count) => count?.ToString(CultureInfo.InvariantCulture);
}
