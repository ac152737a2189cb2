using System;
using System.Collections.Generic;
using System.Globalization;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Schemas;

/// <summary>Reads the keywords of a Schema Object (OpenAPI 3.1, section 4.8.24) as they were meant, and says so where that differs from what they say.</summary>
internal static class SchemaKeywords
{
    /// <summary>The types that the schema allows; <see cref="JsonTypes.None"/> where it neither says nor implies any.</summary>
    public static JsonTypes Types(Node schema, BindingContext context)
    {
        var types = Declared(schema, context);
        if ((types & ~JsonTypes.Null) == JsonTypes.None)
            types |= Implied(schema);
        if (Is(schema["nullable"], "true") || Is(schema["x-nullable"], "true"))
            types |= JsonTypes.Null;
        return types;
    }

    /// <summary>True where the keyword is there and says so.</summary>
    public static bool Is(Node? keyword, string text) => keyword is not null && string.Equals(keyword.Text, text, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text of a keyword, or null where it has none.</summary>
    public static string? Text(Node? keyword) => keyword is { Kind: NodeKind.String or NodeKind.Number or NodeKind.Boolean } ? keyword.Text : null;

    /// <summary>The non-empty text of a keyword, or null.</summary>
    public static string? NonEmptyText(Node? keyword) => Text(keyword) is { } text && text.Trim().Length > 0 ? text : null;

    /// <summary>
    /// The format that decides about the C# type. From OpenAPI 3.1 on, bytes are said by <c>contentEncoding</c> and <c>contentMediaType</c> (section 4.8.24.2, "Migrating binary
    /// descriptions from OAS 3.0"); text within text stays text.
    /// </summary>
    public static string? Format(Node schema) => Text(schema["format"]) ?? (Text(schema["contentEncoding"]), Text(schema["contentMediaType"])) switch
    {
        ("base64", _) => "byte",
        (null, { } mediaType) when IsBinary(mediaType) => "binary",
        _ => null,
    };

    // Text and JSON within a string have no bytes of their own.
    private static bool IsBinary(string mediaType) =>
        MediaTypes.Kind(mediaType) is ContentKind.Binary && !MediaTypes.IsForeign(mediaType);

    /// <summary>A number as the description writes it, or null where the keyword is none.</summary>
    public static string? Number(Node? keyword) =>
        keyword is { Kind: NodeKind.Number } && decimal.TryParse(keyword.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? keyword.Text : null;

    /// <summary>A count, or null where the keyword is none.</summary>
    public static int? Count(Node? keyword) =>
        Number(keyword) is { } number && decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture) is >= 0 and <= int.MaxValue and var count
            && count == decimal.Truncate(count)
            ? (int)count
            : null;

    private static JsonTypes Declared(Node schema, BindingContext context)
    {
        // springdoc writes its own "types" beside "type", and in some versions instead of it.
        var keyword = schema["type"];
        if (keyword is null && schema["types"] is { Kind: NodeKind.Array } types && schema["properties"]?["types"] is null)
        {
            context.Diagnostics.ReportOncePerKind(Descriptors.ReadAsMeant, types, "'types' is no keyword of OpenAPI; it is read as 'type'");
            keyword = types;
        }

        if (keyword is null)
            return JsonTypes.None;
        if (keyword.Kind is not NodeKind.Array)
            return One(keyword, context);

        var all = JsonTypes.None;
        foreach (var item in keyword.Items)
            all |= One(item, context);
        return all;
    }

    private static JsonTypes One(Node keyword, BindingContext context)
    {
        switch (keyword.Text)
        {
            case "null" or "boolean" or "integer" or "number" or "string" or "array" or "object":
                return Known(keyword.Text);
            // JSON Schema of Swagger 1 and of Swagger 2.0's form parameters.
            case "file" or "binary":
                return JsonTypes.String;
            case "any" or "":
                return JsonTypes.None;
        }

        var meant = Known(keyword.Text.Trim().ToLowerInvariant() switch
        {
            "int" or "int32" or "int64" or "long" => "integer",
            "float" or "double" or "decimal" => "number",
            "bool" => "boolean",
            "str" or "text" or "date" or "date-time" or "datetime" or "uuid" or "uri" or "url" => "string",
            "list" => "array",
            "map" or "json" => "object",
            var other => other,
        });
        if (meant == JsonTypes.None)
            context.Diagnostics.Report(Descriptors.Ignored, keyword, "'" + Shown(keyword.Text) + "' is no type of JSON Schema; any value is taken");
        else
            context.Diagnostics.Report(Descriptors.ReadAsMeant, keyword, "'" + Shown(keyword.Text) + "' is no type of JSON Schema; it is read as '" + Name(meant) + "'");
        return meant;
    }

    private static JsonTypes Known(string text) => text switch
    {
        "null" => JsonTypes.Null,
        "boolean" => JsonTypes.Boolean,
        "integer" => JsonTypes.Integer,
        "number" => JsonTypes.Number,
        "string" => JsonTypes.String,
        "array" => JsonTypes.Array,
        "object" => JsonTypes.Object,
        _ => JsonTypes.None,
    };

    private static string Name(JsonTypes type) => type.ToString().ToLowerInvariant();

    // A schema without a type that has keywords of one type only means that type.
    private static JsonTypes Implied(Node schema)
    {
        if (schema["properties"] is { Kind: NodeKind.Object } || schema["additionalProperties"] is { Kind: NodeKind.Object } || schema["patternProperties"] is { Kind: NodeKind.Object })
            return JsonTypes.Object;
        if (schema["items"] is { Kind: NodeKind.Object } || schema["prefixItems"] is { Kind: NodeKind.Array })
            return JsonTypes.Array;
        if (schema["enum"] is { Kind: NodeKind.Array } values)
            return OfValues(values.Items);
        if (schema["const"] is { } value)
            return OfValues([value]);
        if (schema["pattern"] is not null || schema["minLength"] is not null || schema["maxLength"] is not null)
            return JsonTypes.String;
        return Format(schema) switch
        {
            "int32" or "int64" => JsonTypes.Integer,
            "float" or "double" => JsonTypes.Number,
            "date" or "date-time" or "uuid" or "uri" or "email" or "password" or "byte" or "binary" => JsonTypes.String,
            _ => JsonTypes.None,
        };
    }

    /// <summary>The types of some values.</summary>
    public static JsonTypes OfValues(IReadOnlyList<Node> values)
    {
        var types = JsonTypes.None;
        foreach (var value in values)
        {
            types |= value.Kind switch
            {
                NodeKind.Null => JsonTypes.Null,
                NodeKind.Boolean => JsonTypes.Boolean,
                NodeKind.Number when long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => JsonTypes.Integer,
                NodeKind.Number => JsonTypes.Number,
                NodeKind.String => JsonTypes.String,
                NodeKind.Array => JsonTypes.Array,
                _ => JsonTypes.Object,
            };
        }

        return types;
    }

    /// <summary>Text of a description as a message may show it.</summary>
    public static string Shown(string text)
    {
        var shown = text.Length <= 60 ? text : text.Substring(0, 60) + "…";
        var characters = shown.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (char.IsControl(characters[i]) || characters[i] is '\u2028' or '\u2029')
                characters[i] = ' ';
        }

        return new string(characters);
    }
}
