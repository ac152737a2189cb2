using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Specular.Generator.Model;
using Specular.Generator.Naming;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Schemas;

/// <summary>Gathers what a schema says beyond its type: for the docs of the generated code, and for the analyzers.</summary>
internal static class FactsBinder
{
    // Vendors say it in words: "Parse the integrationId as Long or BigInt".
    private static readonly Regex s_saysSixtyFourBits = new(
        @"\b(bigint|int64|64[- ]bits?|(parse|read|store|treat|handle)\b[^.]{0,60}\bas (an? )?long(?! as\b))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // Real descriptions stay far below.
    private const int MaxChain = 16;

    /// <param name="schema">The schema as it stands; facts of what it refers to count where it says nothing itself.</param>
    /// <param name="wireName">The name of the value on the wire.</param>
    /// <param name="type">The type that it has become.</param>
    /// <param name="schemas">Resolves references.</param>
    public static FactsModel Bind(Node schema, string wireName, TypeModel type, SchemaBinder schemas)
    {
        var chain = Chain(schema, schemas);
        var said = default(FactKeywords);
        foreach (var node in chain)
            said.Add(node);

        // Of a declared type nothing is repeated where it is used, but the direction.
        if (type is TypeModel.Named { Kind: NamedTypeKind.Record or NamedTypeKind.Union })
        {
            return !said.SaysMore ? FactsModel.None : new FactsModel
            {
                ReadOnly = SchemaKeywords.Is(said.ReadOnly, "true"),
                WriteOnly = SchemaKeywords.Is(said.WriteOnly, "true"),
                Replacement = Deprecation.ReplacementIn(schema),
            };
        }

        var format = SchemaKeywords.NonEmptyText(said.Format);
        var isIdentifier = IsIdentifier(wireName, type, format, said.Description);
        if (!said.SaysMore && !isIdentifier)
            return FactsModel.None;
        return new FactsModel
        {
            Format = format,
            Secret = IsSecret(format) || (said.HasInside && HasSecretInside(chain, schemas)),
            Identifier = isIdentifier,
            Origin = SchemaKeywords.NonEmptyText(said.Origin),
            Pattern = SchemaKeywords.NonEmptyText(said.Pattern),
            Syntax = schemas.Capabilities.HasStringSyntax && type is TypeModel.Primitive { Kind: PrimitiveKind.String } ? SyntaxOf(format, SchemaKeywords.Text(said.ContentMediaType)) : null,
            MinLength = SchemaKeywords.Count(said.MinLength),
            MaxLength = SchemaKeywords.Count(said.MaxLength),
            Minimum = Bound(said.Minimum, said.ExclusiveMinimum, ">"),
            Maximum = Bound(said.Maximum, said.ExclusiveMaximum, "<"),
            MultipleOf = SchemaKeywords.Number(said.MultipleOf),
            MinItems = SchemaKeywords.Count(said.MinItems),
            MaxItems = SchemaKeywords.Count(said.MaxItems),
            UniqueItems = SchemaKeywords.Is(said.UniqueItems, "true"),
            Items = type is TypeModel.List { Item: var item } && said.Items is { Kind: NodeKind.Object } items ? OfItems(items, wireName, item, schemas) : null,
            Enum = Values(chain, type),
            Replacement = Deprecation.ReplacementIn(schema),
            ReadOnly = SchemaKeywords.Is(said.ReadOnly, "true"),
            WriteOnly = SchemaKeywords.Is(said.WriteOnly, "true"),
            Example = Example(said.Example) ?? (said.Examples is { Kind: NodeKind.Array, Items.Count: > 0 } examples ? Example(examples.Items[0]) : null),
            Default = SchemaKeywords.Text(said.Default),
        };
    }

    // Of items only what constrains them is said where their list is used.
    private static FactsModel? OfItems(Node items, string wireName, TypeModel type, SchemaBinder schemas)
    {
        if (type is not TypeModel.Primitive { Kind: var kind })
            return null;
        var facts = Bind(items, wireName, type, schemas);
        var constraints = new FactsModel
        {
            Format = kind is PrimitiveKind.String ? facts.Format : null,
            Pattern = facts.Pattern,
            MinLength = facts.MinLength,
            MaxLength = facts.MaxLength,
            Minimum = facts.Minimum,
            Maximum = facts.Maximum,
            MultipleOf = facts.MultipleOf,
        };
        return constraints == FactsModel.None ? null : constraints;
    }

    // What says something of a value, nearest first: the schema, what it refers to or stands for alone ("anyOf: [X, null]"), and the parts of its allOf.
    private static List<Node> Chain(Node schema, SchemaBinder schemas)
    {
        var chain = new List<Node>();
        Follow(schema);
        return chain;

        void Follow(Node node)
        {
            if (node.Kind is not NodeKind.Object || chain.Count >= MaxChain || chain.Contains(node))
                return;
            chain.Add(node);
            var next = Description.ReferenceOf(node) is not null ? schemas.Resolve(node) : schemas.SinglePart(node);
            foreach (var part in next is not null ? [next] : node["allOf"]?.Items ?? [])
                Follow(part);
        }
    }

    private static string? SyntaxOf(string? format, string? mediaType) => format switch
    {
        "uri" or "uri-reference" or "iri" or "iri-reference" or "url" => "Uri",
        "regex" => "Regex",
        "json" => "Json",
        "xml" => "Xml",
        _ => mediaType switch
        {
            "application/json" => "Json",
            "application/xml" or "text/xml" => "Xml",
            _ => null,
        },
    };

    private static bool IsSecret(string? format) => format == "password";

    private static bool HasSecretInside(IReadOnlyList<Node> chain, SchemaBinder schemas)
    {
        foreach (var node in chain)
        {
            foreach (var keyword in new[] { "items", "additionalProperties" })
            {
                if (node[keyword] is { Kind: NodeKind.Object } inner && Chain(inner, schemas).Exists(part => IsSecret(SchemaKeywords.Text(part["format"]))))
                    return true;
            }
        }

        return false;
    }

    /// <summary>True for a 64-bit integer that identifies something: by its name, or since the description says in words that it needs the 64 bits.</summary>
    private static bool IsIdentifier(string wireName, TypeModel type, string? format, Node? description)
    {
        if (type is not TypeModel.Primitive { Kind: PrimitiveKind.Int64 })
            return false;
        if (format == "int64" && IsNamedLikeAnId(wireName))
            return true;
        return description is { Kind: NodeKind.String } && s_saysSixtyFourBits.IsMatch(description.Text);
    }

    /// <summary>True for a name whose last word is "id".</summary>
    public static bool IsNamedLikeAnId(string wireName)
    {
        var words = Identifier.Words(wireName);
        return words.Count > 0 && string.Equals(words[words.Count - 1], "id", StringComparison.OrdinalIgnoreCase);
    }

    // In OpenAPI 3.0 an exclusive bound is a flag beside the bound, in 3.1 it is the bound itself.
    private static string? Bound(Node? inclusive, Node? exclusive, string sign)
    {
        if (SchemaKeywords.Number(exclusive) is { } number)
            return sign + number;
        return SchemaKeywords.Number(inclusive) is { } bound ? (SchemaKeywords.Is(exclusive, "true") ? sign + bound : bound) : null;
    }

    // Where C# has an enum for the values they are said again only where there are fewer of them here.
    private static EquatableArray<string> Values(IReadOnlyList<Node> chain, TypeModel type)
    {
        if (type is not (TypeModel.Primitive { Kind: not PrimitiveKind.Json } or TypeModel.Named { Kind: NamedTypeKind.Enum }))
            return default;
        var first = EquatableArray<string>.Empty;
        var differ = false;
        foreach (var schema in chain)
        {
            if (EnumBinder.Values(schema) is not { Count: > 0 } values)
                continue;
            var listed = TextsOf(values);
            if (first.Count == 0)
                first = listed;
            else
                differ |= listed.Count > 0 && !listed.Equals(first);
        }

        return type is TypeModel.Named && !differ ? default : first;
    }

    private static EquatableArray<string> TextsOf(IReadOnlyList<Node> values) => new(values.Where(static value => value.Kind is not NodeKind.Null).Select(static value => value.Text));

    private static string? Example(Node? example) => SchemaKeywords.NonEmptyText(example);
}
