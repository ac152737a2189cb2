using System;
using System.Threading;

namespace Specular.Generator.Reading.Swagger;

/// <summary>
/// Makes an OpenAPI 3.0 tree of a Swagger 2.0 tree. Every value keeps its place in the file; what is new has the place of what it comes from.
/// What 2.0 does not define is passed on.
/// </summary>
internal static class SwaggerUpgrade
{
    /// <summary>Whether a file is a description in Swagger 2.0.</summary>
    public static bool IsNeeded(Node root) =>
        root["swagger"] is { Kind: NodeKind.String or NodeKind.Number } version
        && (version.Text == "2" || version.Text.StartsWith("2.", StringComparison.Ordinal));

    /// <param name="root">A tree for which <see cref="IsNeeded"/> says yes.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The tree in OpenAPI 3.0, which is never null, and what there is to say about the way there.</returns>
    public static ReadResult Upgrade(Node root, CancellationToken cancellationToken)
    {
        var context = new SwaggerContext(root, cancellationToken);
        var schemas = new SwaggerSchema(context);
        var parameters = new SwaggerParameter(schemas);
        var responses = new SwaggerResponse(context, schemas, parameters);
        var operations = new SwaggerOperation(context, parameters, new SwaggerBody(context, schemas, parameters), responses);

        var members = new MemberList(root);
        var components = new MemberList(root);
        foreach (var member in root.Members)
        {
            switch (member.Name)
            {
                case "swagger":
                    members.Add("openapi", member, Node.Scalar(NodeKind.String, member.Value.File, member.Value.Span, "3.0.4"));
                    break;
                case "host" or "basePath" or "schemes" or "consumes" or "produces" or "openapi" or "servers" or "components":
                    break;
                case "paths":
                    members.Add(member, operations.ConvertPaths(member.Value));
                    break;
                case "definitions":
                    components.Add("schemas", member, schemas.ConvertMap(member.Value));
                    break;
                case "parameters":
                    components.Add(member, MemberList.Map(member.Value, shared => IsOfBody(context.ResolveParameter(shared.Value)) ? null : parameters.Convert(shared.Value)));
                    break;
                case "responses":
                    components.Add(member, responses.ConvertMap(member.Value, produces: null));
                    break;
                case "securityDefinitions":
                    components.Add("securitySchemes", member, SwaggerSecurity.ConvertMap(member.Value));
                    break;
                default:
                    members.Add(member, member.Value);
                    break;
            }
        }

        root.TryGetMember("schemes", out var schemes);
        if (SwaggerServers.Make(root, schemes) is { } servers)
            members.Add("servers", servers);
        if (components.Count > 0)
            members.Add("components", components.ToObject());
        return new ReadResult(members.ToObject(), context.Diagnostics);
    }

    /// <summary>Whether a parameter is a part of the request's body, which OpenAPI 3.0 has no parameters for.</summary>
    public static bool IsOfBody(Node parameter) => parameter["in"]?.Text is "body" or "formData";
}
