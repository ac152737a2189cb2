using System.Net.Http.Headers;
using System.Text;

namespace GongSample.Server;

/// <summary>Who may call: an access key with its secret, or a bearer token with the scope.</summary>
/// <param name="AccessKey">The access key.</param>
/// <param name="AccessKeySecret">The access key's secret.</param>
/// <param name="ScopesByToken">The scopes of each bearer token.</param>
internal sealed record Credentials(string AccessKey, string AccessKeySecret, IReadOnlyDictionary<string, string[]> ScopesByToken)
{
    /// <summary>The scope that the endpoint asks for.</summary>
    public const string Scope = "api:integration-settings:write";

    /// <summary>Checks an <c>Authorization</c> header.</summary>
    /// <returns>Null where the call is allowed, or else why it is not.</returns>
    public string? Refuse(string? authorization)
    {
        if (!AuthenticationHeaderValue.TryParse(authorization, out var header))
            return "Access denied: no credentials";
        if (header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase))
            return header.Parameter == Convert.ToBase64String(Encoding.UTF8.GetBytes($"{AccessKey}:{AccessKeySecret}")) ? null : "Access denied: wrong access key or secret";
        if (!header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || !ScopesByToken.TryGetValue(header.Parameter ?? "", out var scopes))
            return "Access denied: unknown credentials";
        return scopes.Contains(Scope) ? null : $"Access denied: the token lacks the scope {Scope}";
    }
}
