using System.Collections.Generic;

namespace Specular.Generator.Reading.Swagger;

/// <summary>Schemas of Swagger 2.0: nearly those of OpenAPI 3.0. Values that are not schemas (examples, defaults, enums) are left alone.</summary>
internal sealed class SwaggerSchema(SwaggerContext context)
{
    // A YAML anchor can be used many times: it is converted once, and stays shared.
    private readonly Dictionary<Node, Node> _converted = [];

    public Node Convert(Node schema)
    {
        if (schema.Kind != NodeKind.Object)
            return schema;
        if (!_converted.TryGetValue(schema, out var converted))
        {
            context.ThrowIfCancelled();
            converted = ConvertObject(schema);
            _converted.Add(schema, converted);
        }

        return converted;
    }

    public Node ConvertMap(Node schemas) => MemberList.Map(schemas, member => Convert(member.Value));

    private Node ConvertObject(Node schema)
    {
        if (schema["type"] is { Kind: NodeKind.String, Text: "file" } || schema["x-nullable"] is { Kind: NodeKind.Boolean })
            return Rebuild(schema);
        return MemberList.Map(schema, ConvertMember);
    }

    private Node ConvertMember(Member member)
    {
        var value = member.Value;
        switch (member.Name)
        {
            case "$ref" when value.Kind == NodeKind.String:
                var reference = SwaggerReferences.Rewrite(value.Text, context.Definitions);
                return reference == value.Text ? value : Node.Scalar(NodeKind.String, value.File, value.Span, reference);
            case "properties" or "patternProperties" or "definitions":
                return ConvertMap(value);
            case "items" or "additionalProperties" or "not" or "allOf" or "anyOf" or "oneOf":
                return value.Kind == NodeKind.Array ? MemberList.MapItems(value, Convert) : Convert(value);
            case "discriminator" when value.Kind == NodeKind.String:
                return Node.Object(value.File, value.Span, [new Member("propertyName", value.Span, value)]);
            default:
                return value;
        }
    }

    /// <summary>Converts a schema in which members change their names or come to be.</summary>
    private Node Rebuild(Node schema)
    {
        var members = new MemberList(schema);
        foreach (var member in schema.Members)
        {
            if (member is { Name: "type", Value: { Kind: NodeKind.String, Text: "file" } file })
            {
                members.Add(member, Node.Scalar(NodeKind.String, file.File, file.Span, "string"));
                if (schema["format"] is null)
                    members.AddString("format", "binary", file.Span);
            }
            else if (member is { Name: "x-nullable", Value.Kind: NodeKind.Boolean })
            {
                if (schema["nullable"] is null)
                    members.Add("nullable", member, member.Value);
            }
            else
            {
                members.Add(member, ConvertMember(member));
            }
        }

        return members.ToObject();
    }
}
