namespace Specular.Generator.Reading.Swagger;

/// <summary>Security schemes of Swagger 2.0.</summary>
internal static class SwaggerSecurity
{
    public static Node ConvertMap(Node definitions) => MemberList.Map(definitions, member => Convert(member.Value));

    private static Node Convert(Node scheme) => scheme["type"]?.Text switch
    {
        "basic" => ConvertBasic(scheme),
        "oauth2" => ConvertOAuth2(scheme),
        _ => scheme,
    };

    private static Node ConvertBasic(Node scheme)
    {
        var members = new MemberList(scheme);
        foreach (var member in scheme.Members)
        {
            if (member.Name != "type")
            {
                members.Add(member, member.Value);
                continue;
            }

            members.Add(member, Node.Scalar(NodeKind.String, member.Value.File, member.Value.Span, "http"));
            members.AddString("scheme", "basic", member.Value.Span);
        }

        return members.ToObject();
    }

    private static Node ConvertOAuth2(Node scheme)
    {
        var members = new MemberList(scheme);
        var flow = new MemberList(scheme);
        foreach (var member in scheme.Members)
        {
            if (member.Name is "authorizationUrl" or "tokenUrl" or "refreshUrl" or "scopes")
                flow.Add(member, member.Value);
            else if (member.Name != "flow")
                members.Add(member, member.Value);
        }

        // OpenAPI 3.0 requires scopes, Swagger 2.0 does in its text but not in its files.
        if (!flow.Has("scopes"))
            flow.Add("scopes", Node.Object(scheme.File, scheme.Span, []));

        if (scheme.TryGetMember("flow", out var kind))
        {
            var flows = new MemberList(kind.Value);
            var name = kind.Value.Text switch { "accessCode" => "authorizationCode", "application" => "clientCredentials", var same => same };
            flows.Add(name, kind with { NameSpan = kind.Value.Span }, flow.ToObject());
            members.Add("flows", kind, flows.ToObject());
        }

        return members.ToObject();
    }
}
