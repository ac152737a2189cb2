namespace Specular.Generator.Reading.Swagger;

/// <summary>Responses of Swagger 2.0: their schema goes under each media type that the operation produces.</summary>
internal sealed class SwaggerResponse(SwaggerContext context, SwaggerSchema schemas, SwaggerParameter parameters)
{
    /// <param name="responses">The map of responses, by status.</param>
    /// <param name="produces">The operation's own list of media types.</param>
    public Node ConvertMap(Node responses, Node? produces) =>
        MemberList.Map(responses, member => member.Name.StartsWith("x-", System.StringComparison.Ordinal) ? member.Value : Convert(member.Value, produces));

    private Node Convert(Node response, Node? produces)
    {
        if (response.Kind != NodeKind.Object)
            return response;
        if (Description.ReferenceOf(response) is not null)
            return schemas.Convert(response);

        var members = new MemberList(response);
        foreach (var member in response.Members)
        {
            if (member.Name == "headers")
                members.Add(member, MemberList.Map(member.Value, header => parameters.Convert(header.Value)));
            else if (member.Name is not ("schema" or "examples"))
                members.Add(member, member.Value);
        }

        var content = ContentOf(response, produces);
        if (content.Count > 0)
            members.Add("content", content.ToObject());
        return members.ToObject();
    }

    private MemberList ContentOf(Node response, Node? produces)
    {
        var content = new MemberList(response);
        var examples = response["examples"];
        if (response.TryGetMember("schema", out var schema))
        {
            var converted = schemas.Convert(schema.Value);
            var fallback = schema.Value["type"]?.Text == "file" ? MediaTypes.OctetStream : MediaTypes.Json;
            foreach (var type in MediaTypes.Choose(produces, context.Produces, schema.Value, fallback))
            {
                var media = new MemberList(type);
                media.Add(schema, converted);
                if (examples is not null && examples.TryGetMember(type.Text, out var example))
                    media.Add("example", example, example.Value);
                content.Add(type.Text, media.ToObject());
            }
        }
        else if (examples is not null)
        {
            // There is no schema, but the response has a body: the examples are what tells its media types.
            foreach (var example in examples.Members)
            {
                var media = new MemberList(example.Value);
                media.Add("example", example, example.Value);
                content.Add(example.Name, example, media.ToObject());
            }
        }

        return content;
    }
}
