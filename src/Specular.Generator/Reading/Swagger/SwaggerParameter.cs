using System;

namespace Specular.Generator.Reading.Swagger;

/// <summary>Parameters, items and headers of Swagger 2.0, which say beside their name what OpenAPI 3.0 says in a schema.</summary>
internal sealed class SwaggerParameter(SwaggerSchema schemas)
{
    /// <summary>A parameter that stands in a path, a query, a header or a cookie; or a header of a response.</summary>
    public Node Convert(Node parameter)
    {
        if (parameter.Kind != NodeKind.Object || Description.ReferenceOf(parameter) is not null)
            return schemas.Convert(parameter);

        var members = new MemberList(parameter);
        foreach (var member in parameter.Members)
        {
            if (member.Name == "schema")
                members.Add(member, schemas.Convert(member.Value));
            else if (member.Name == "x-example" && parameter["example"] is null)
                members.Add("example", member, member.Value);
            else if (!SaysTheSchema(member.Name) && member.Name != "collectionFormat")
                members.Add(member, member.Value);
        }

        AddSerialisation(parameter, members, isForm: false);
        if (!members.Has("schema"))
            members.Add("schema", SchemaOf(parameter, withDescription: false));
        return members.ToObject();
    }

    /// <summary>The schema of the property that a form parameter becomes.</summary>
    public Node ToProperty(Node parameter) => SchemaOf(parameter, withDescription: true);

    /// <summary>How a form parameter that is an array is written, as an encoding object; null where it is none.</summary>
    public Node? EncodingOf(Node parameter)
    {
        var encoding = new MemberList(parameter);
        AddSerialisation(parameter, encoding, isForm: true);
        return encoding.Count > 0 ? encoding.ToObject() : null;
    }

    private Node SchemaOf(Node parameter, bool withDescription)
    {
        var members = new MemberList(parameter);
        foreach (var member in parameter.Members)
        {
            if (SaysTheSchema(member.Name) || (withDescription && member.Name is "description" or "example"))
                members.Add(member, member.Value);
            else if (withDescription && member.Name == "x-example" && parameter["example"] is null)
                members.Add("example", member, member.Value);
        }

        return schemas.Convert(members.ToObject());
    }

    /// <summary>
    /// Says <c>collectionFormat</c> as <c>style</c> and <c>explode</c>. A format that OpenAPI 3.0 cannot say stays as
    /// <c>x-collectionFormat</c>, beside the nearest that it can.
    /// </summary>
    private static void AddSerialisation(Node parameter, MemberList members, bool isForm)
    {
        if (parameter["type"]?.Text != "array")
            return;

        var span = parameter.TryGetMember("collectionFormat", out var format) ? format.Value.Span : parameter["type"]!.Span;
        var isQuery = isForm || parameter["in"]?.Text == "query";
        var (style, explode) = (format.Value?.Text, isQuery) switch
        {
            ("multi", true) => ("form", true),
            ("ssv", true) => ("spaceDelimited", false),
            ("pipes", true) => ("pipeDelimited", false),
            (_, true) => ("form", false),
            (_, false) => ("simple", false),
        };
        members.AddString("style", style, span);
        members.AddBoolean("explode", explode, span);
        if (format.Value is { } value && value.Text != "csv" && (!isQuery || value.Text is not ("multi" or "ssv" or "pipes")))
            members.Add("x-collectionFormat", format, value);
    }

    private static bool SaysTheSchema(string name) => name switch
    {
        "type" or "format" or "items" or "default" or "enum" => true,
        "maximum" or "exclusiveMaximum" or "minimum" or "exclusiveMinimum" or "multipleOf" => true,
        "maxLength" or "minLength" or "pattern" or "maxItems" or "minItems" or "uniqueItems" => true,
        "x-nullable" => true,
        _ => name.StartsWith("x-enum", StringComparison.Ordinal) || name.StartsWith("x-ms-enum", StringComparison.Ordinal),
    };
}
