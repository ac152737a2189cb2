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
        Node? Keyword(string name)
        {
            foreach (var node in chain)
            {
                if (node[name] is { } value)
                    return value;
            }

            return null;
        }

        // Of a declared type nothing is repeated where it is used, but the direction.
        if (type is TypeModel.Named { Kind: NamedTypeKind.Record or NamedTypeKind.Union })
        {
            return new FactsModel
            {
                ReadOnly = SchemaKeywords.Is(Keyword("readOnly"), "true"),
                WriteOnly = SchemaKeywords.Is(Keyword("writeOnly"), "true"),
                Replacement = Deprecation.ReplacementIn(schema),
            };
        }

        var format = SchemaKeywords.NonEmptyText(Keyword("format"));
        return new FactsModel
        {
            Format = format,
            Secret = IsSecret(format) || HasSecretInside(chain, schemas),
            Identifier = IsIdentifier(wireName, type, format, Keyword("description")),
            Origin = SchemaKeywords.NonEmptyText(Keyword("x-origin")),
            Pattern = SchemaKeywords.NonEmptyText(Keyword("pattern")),
            Syntax = schemas.Capabilities.HasStringSyntax && type is TypeModel.Primitive { Kind: PrimitiveKind.String } ? SyntaxOf(format, SchemaKeywords.Text(Keyword("contentMediaType"))) : null,
            MinLength = SchemaKeywords.Count(Keyword("minLength")),
            MaxLength = SchemaKeywords.Count(Keyword("maxLength")),
            Minimum = Bound(Keyword("minimum"), Keyword("exclusiveMinimum"), ">"),
            Maximum = Bound(Keyword("maximum"), Keyword("exclusiveMaximum"), "<"),
            MultipleOf = SchemaKeywords.Number(Keyword("multipleOf")),
            MinItems = SchemaKeywords.Count(Keyword("minItems")),
            MaxItems = SchemaKeywords.Count(Keyword("maxItems")),
            UniqueItems = SchemaKeywords.Is(Keyword("uniqueItems"), "true"),
            Items = type is TypeModel.List { Item: var item } && Keyword("items") is { Kind: NodeKind.Object } items ? OfItems(items, wireName, item, schemas) : null,
            Enum = Values(chain, type),
            Replacement = Deprecation.ReplacementIn(schema),
            ReadOnly = SchemaKeywords.Is(Keyword("readOnly"), "true"),
            WriteOnly = SchemaKeywords.Is(Keyword("writeOnly"), "true"),
            Example = Example(Keyword("example")) ?? (Keyword("examples") is { Kind: NodeKind.Array, Items.Count: > 0 } examples ? Example(examples.Items[0]) : null),
            Default = SchemaKeywords.Text(Keyword("default")),
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
        var listed = chain.Select(ValuesOf).Where(static values => values.Count > 0).ToList();
        return listed.Count == 0 || (type is TypeModel.Named && listed.TrueForAll(values => values.Equals(listed[0]))) ? default : listed[0];
    }

    private static EquatableArray<string> ValuesOf(Node schema) => new(EnumBinder.Values(schema).Where(static value => value.Kind is not NodeKind.Null).Select(static value => value.Text));

    private static string? Example(Node? example) => SchemaKeywords.NonEmptyText(example);
}
