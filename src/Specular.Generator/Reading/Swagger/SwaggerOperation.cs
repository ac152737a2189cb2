using System.Collections.Generic;

namespace Specular.Generator.Reading.Swagger;

/// <summary>Paths and operations of Swagger 2.0. Parameters of the body leave the list and become the request body.</summary>
internal sealed class SwaggerOperation(SwaggerContext context, SwaggerParameter parameters, SwaggerBody bodies, SwaggerResponse responses)
{
    private static readonly IReadOnlyList<Node> s_none = [];

    public Node ConvertPaths(Node paths) => MemberList.Map(
        paths,
        member => member.Name.StartsWith("x-", System.StringComparison.Ordinal) ? member.Value : ConvertPath(member.Value));

    private Node ConvertPath(Node path)
    {
        // Parameters of the path hold for each operation; those of the body have to move into it.
        var shared = path["parameters"]?.Items ?? s_none;
        return MemberList.Map(path, member => member.Name switch
        {
            "parameters" => WithoutBody(member.Value),
            "get" or "put" or "post" or "delete" or "options" or "head" or "patch" => ConvertOperation(member.Value, shared),
            _ => member.Value,
        });
    }

    private Node ConvertOperation(Node operation, IReadOnlyList<Node> shared)
    {
        if (operation.Kind != NodeKind.Object)
            return operation;
        context.ThrowIfCancelled();
        var body = BodyOf(operation, shared);
        var members = new MemberList(operation);
        foreach (var member in operation.Members)
        {
            switch (member.Name)
            {
                case "consumes" or "produces":
                    break;
                case "schemes":
                    if (SwaggerServers.Make(context.Root, member) is { } servers)
                        members.Add("servers", member, servers);
                    break;
                case "parameters":
                    if (WithoutBody(member.Value) is { } others)
                        members.Add(member, others);
                    if (body is not null)
                        members.Add("requestBody", member, body);
                    body = null;
                    break;
                case "responses":
                    members.Add(member, responses.ConvertMap(member.Value, operation["produces"]));
                    break;
                default:
                    members.Add(member, member.Value);
                    break;
            }
        }

        // What is left comes from the path: the operation has no parameters of its own.
        if (body is not null)
            members.Add("requestBody", body);
        return members.ToObject();
    }

    private Node? BodyOf(Node operation, IReadOnlyList<Node> shared)
    {
        Node? body = null;
        var form = new List<Node>();
        var names = new HashSet<string>(System.StringComparer.Ordinal);
        Collect(operation["parameters"]?.Items ?? s_none, isOwn: true);
        Collect(shared, isOwn: false);

        if (body is not null && form.Count > 0)
            context.Ignored(form[0], "An operation cannot have both a body parameter and form parameters; the form parameters are ignored");
        if (body is not null)
            return bodies.FromBody(body, operation["consumes"]);
        return form.Count > 0 ? bodies.FromForm(form, operation["consumes"]) : null;

        void Collect(IReadOnlyList<Node> list, bool isOwn)
        {
            foreach (var item in list)
            {
                var parameter = context.ResolveParameter(item);
                switch (parameter["in"]?.Text)
                {
                    case "body" when body is null:
                        body = parameter;
                        break;
                    case "body" when isOwn:
                        context.Ignored(item, "An operation can have one body parameter; this further one is ignored");
                        break;
                    case "formData" when isOwn || !names.Contains(parameter["name"]?.Text ?? ""):
                        names.Add(parameter["name"]?.Text ?? "");
                        form.Add(parameter);
                        break;
                }
            }
        }
    }

    /// <summary>The parameters of a list that are no part of a body; null where there are none.</summary>
    private Node? WithoutBody(Node list)
    {
        if (list.Kind != NodeKind.Array)
            return list;
        var others = new List<Node>();
        foreach (var item in list.Items)
        {
            if (!SwaggerUpgrade.IsOfBody(context.ResolveParameter(item)))
                others.Add(parameters.Convert(item));
        }

        return others.Count > 0 || list.Items.Count == 0 ? Node.Array(list.File, list.Span, others.ToArray()) : null;
    }
}
