using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Specular.Runtime;

/// <summary>Something that a request shows to the server. Its text is never printed.</summary>
internal abstract class Credential
{
    /// <summary>Puts the credential into the request.</summary>
    public abstract ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken);

    /// <summary>Adds the texts that must not show up in a message, should the server send them back.</summary>
    public abstract void AddSecrets(ICollection<string> secrets);

    /// <summary>Adds the same of an <c>Authorization</c> header that somebody else made.</summary>
    public static void AddHeaderSecrets(string header, ICollection<string> secrets)
    {
        var space = header.IndexOf(' ');
        var credentials = header.Substring(space + 1).Trim();
        secrets.Add(credentials);
        if (space < 0 || !header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) || !Base64Text.TryDecode(credentials, out var bytes))
            return;
        var pair = Encoding.UTF8.GetString(bytes!);
        secrets.Add(pair.Substring(pair.IndexOf(':') + 1));
    }

    /// <summary>HTTP basic authentication with UTF-8 (RFC 7617).</summary>
    public static Credential Basic(string userName, string password)
    {
        Check(userName, nameof(userName));
        Check(password, nameof(password));
        if (userName.IndexOf(':') >= 0)
            throw new ArgumentException("A user name has no colon (RFC 7617, section 2).", nameof(userName));
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(userName + ":" + password));

        // An access key is a secret too, where it is long enough to be one.
        string[] secrets = userName.Length >= 6 ? [encoded, password, userName] : [encoded, password];
        return new HeaderCredential("Authorization", "Basic " + encoded, secrets);
    }

    /// <summary>A bearer token (RFC 6750).</summary>
    public static Credential Bearer(string token)
    {
        Check(token, nameof(token));
        return new HeaderCredential("Authorization", "Bearer " + token, [token]);
    }

    /// <summary>A bearer token that is asked for before every request, so that it may be renewed.</summary>
    public static Credential Bearer(Func<CancellationToken, ValueTask<string>> getToken) =>
        new RenewedCredential(getToken ?? throw new ArgumentNullException(nameof(getToken)));

    /// <summary>An API key in a header.</summary>
    public static Credential Header(string name, string value)
    {
        Check(value, nameof(value));
        return new HeaderCredential(name, value, [value]);
    }

    /// <summary>An API key in the query.</summary>
    public static Credential Query(string name, string value)
    {
        Check(value, nameof(value));
        return new QueryCredential(name, value);
    }

    /// <summary>An API key in a cookie (RFC 6265).</summary>
    public static Credential Cookie(string name, string value)
    {
        Check(value, nameof(value));
        return new CookieCredential(name, value);
    }

    // The value is not shown: it is what must not be seen.
    private static void Check(string value, string name)
    {
        if (value is null)
            throw new ArgumentNullException(name);
        foreach (var c in value)
        {
            if (char.IsControl(c))
                throw new ArgumentException("A credential has no control characters; was a line end read with it?", name);
        }
    }

    private sealed class HeaderCredential(string name, string value, string[] secrets) : Credential
    {
        public override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
            return default;
        }

        public override void AddSecrets(ICollection<string> all)
        {
            foreach (var secret in secrets)
                all.Add(secret);
        }
    }

    private sealed class RenewedCredential(Func<CancellationToken, ValueTask<string>> getToken) : Credential
    {
        // A call that is still under way may have been sent with a token that is not the last any more.
        private const int Remembered = 16;

        private readonly Queue<string> _recent = new();
        private string? _last;

        public override async ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var token = await getToken(cancellationToken).ConfigureAwait(false);
            Check(token, nameof(getToken));
            Remember(token);
            request.Headers.Remove("Authorization");
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }

        public override void AddSecrets(ICollection<string> all)
        {
            lock (_recent)
            {
                foreach (var token in _recent)
                    all.Add(token);
            }
        }

        private void Remember(string token)
        {
            lock (_recent)
            {
                if (token == _last)
                    return;
                _last = token;
                _recent.Enqueue(token);
                if (_recent.Count > Remembered)
                    _recent.Dequeue();
            }
        }
    }

    private sealed class QueryCredential(string name, string value) : Credential
    {
        public override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var uri = request.RequestUri!.AbsoluteUri;
            request.RequestUri = new Uri(uri + (uri.IndexOf('?') < 0 ? "?" : "&") + Uri.EscapeDataString(name) + "=" + Uri.EscapeDataString(value));
            return default;
        }

        public override void AddSecrets(ICollection<string> all)
        {
            all.Add(value);
            all.Add(Uri.EscapeDataString(value));
        }
    }

    private sealed class CookieCredential(string name, string value) : Credential
    {
        public override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var pair = name + "=" + value;
            var cookies = request.Headers.TryGetValues("Cookie", out var present) ? string.Join("; ", present) + "; " + pair : pair;
            request.Headers.Remove("Cookie");
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
            return default;
        }

        public override void AddSecrets(ICollection<string> all) => all.Add(value);
    }
}
