namespace Specular.Runtime.Templates;

/// <summary>How the client shows who it is. What it holds is never printed.</summary>
public sealed partial class TemplateAuthentication
{
    private readonly global::Specular.Runtime.Credential[] _credentials;

    private TemplateAuthentication(params global::Specular.Runtime.Credential[] credentials) => _credentials = credentials;

    internal global::System.Collections.Generic.IReadOnlyList<global::Specular.Runtime.Credential> Credentials => _credentials;

    /// <summary>Several at once, for a server that asks for them together.</summary>
    /// <exception cref="global::System.ArgumentNullException">One of them is null.</exception>
    public static TemplateAuthentication Combine(params TemplateAuthentication[] authentications)
    {
        if (authentications is null)
            throw new global::System.ArgumentNullException(nameof(authentications));
        var credentials = new global::System.Collections.Generic.List<global::Specular.Runtime.Credential>();
        foreach (var authentication in authentications)
            credentials.AddRange((authentication ?? throw new global::System.ArgumentNullException(nameof(authentications)))._credentials);
        return new TemplateAuthentication(credentials.ToArray());
    }
}
