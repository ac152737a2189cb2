using System.Collections.Generic;

namespace Specular.Generator.Reading.Swagger;

/// <summary>Makes the request body of OpenAPI 3.0 of the body parameter, or of the form parameters, of Swagger 2.0.</summary>
internal sealed class SwaggerBody(SwaggerContext context, SwaggerSchema schemas, SwaggerParameter parameters)
{
    /// <param name="body">The body parameter.</param>
    /// <param name="consumes">The operation's own list of media types.</param>
    public Node FromBody(Node body, Node? consumes)
    {
        var request = new MemberList(body);
        foreach (var member in body.Members)
        {
            if (member.Name == "name")
                request.Add("x-name", member, member.Value);
            else if (member.Name is not ("in" or "schema" or "x-example"))
                request.Add(member, member.Value);
        }

        var media = new MemberList(body);
        if (body.TryGetMember("schema", out var schema))
            media.Add(schema, schemas.Convert(schema.Value));
        if (body.TryGetMember("x-example", out var example))
            media.Add("example", example, example.Value);

        var content = new MemberList(body);
        foreach (var type in MediaTypes.Choose(consumes, context.Consumes, body, MediaTypes.Json))
            content.Add(type.Text, Positioned(media.ToObject(), type));
        request.Add("content", content.ToObject());
        return request.ToObject();
    }

    /// <param name="form">The form parameters; at least one.</param>
    /// <param name="consumes">The operation's own list of media types.</param>
    public Node FromForm(IReadOnlyList<Node> form, Node? consumes)
    {
        var first = form[0];
        var properties = new MemberList(first);
        var encodings = new MemberList(first);
        var required = new List<Node>();
        var hasFile = false;
        foreach (var parameter in form)
        {
            if (!parameter.TryGetMember("name", out var name) || name.Value.Kind != NodeKind.String || properties.Has(name.Value.Text))
            {
                context.Ignored(parameter, "A form parameter needs a name that no other has; this one is ignored");
                continue;
            }

            properties.Add(name.Value.Text, name with { NameSpan = name.Value.Span }, parameters.ToProperty(parameter));
            hasFile |= parameter["type"]?.Text == "file";
            if (parameter["required"] is { Kind: NodeKind.Boolean, Text: "true" })
                required.Add(name.Value);
            if (parameters.EncodingOf(parameter) is { } encoding)
                encodings.Add(name.Value.Text, name, encoding);
        }

        var schema = new MemberList(first);
        schema.AddString("type", "object", first.Span);
        schema.Add("properties", properties.ToObject());
        if (required.Count > 0)
            schema.Add("required", Node.Array(first.File, first.Span, required.ToArray()));

        var media = new MemberList(first);
        media.Add("schema", schema.ToObject());
        if (encodings.Count > 0)
            media.Add("encoding", encodings.ToObject());

        var content = new MemberList(first);
        foreach (var type in TypesOfForm(first, consumes, hasFile))
            content.Add(type.Text, Positioned(media.ToObject(), type));

        var request = new MemberList(first);
        request.Add("content", content.ToObject());
        if (required.Count > 0)
            request.AddBoolean("required", true, first.Span);
        return request.ToObject();
    }

    /// <summary>A file needs <c>multipart/form-data</c> (Swagger 2.0, parameter object, <c>type</c>), whatever else is listed.</summary>
    private IReadOnlyList<Node> TypesOfForm(Node place, Node? consumes, bool hasFile)
    {
        var fallback = hasFile ? MediaTypes.Multipart : MediaTypes.Form;
        var forms = MediaTypes.Forms(MediaTypes.Choose(consumes, context.Consumes, place, fallback));
        if (hasFile)
            forms.RemoveAll(type => !MediaTypes.Is(type.Text, MediaTypes.Multipart));
        return forms.Count > 0 ? forms : [Node.Scalar(NodeKind.String, place.File, place.Span, fallback)];
    }

    /// <summary>The same object at the place of a media type's name.</summary>
    private static Node Positioned(Node media, Node type)
    {
        var members = new MemberList(type);
        foreach (var member in media.Members)
            members.Add(member, member.Value);
        return members.ToObject();
    }
}
