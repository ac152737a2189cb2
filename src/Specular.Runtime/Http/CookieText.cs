using System.Collections.Generic;
using System.Text;

namespace Specular.Runtime;

/// <summary>
/// Builds the <c>Cookie</c> header from the cookie parameters (OpenAPI style <c>form</c>). What RFC 6265 allows in a cookie stays as it is, since
/// many servers do not decode cookies; all else, and the percent sign, is percent-encoded. Exploded items are cookies of their own.
/// </summary>
internal sealed partial class CookieText
{
    private const string CookieOctets = "!#$&'()*+-./:<=>?@[]^_`{|}~";
    private const string TokenCharacters = "!#$&'*+-.^_`|~";

    private readonly StringBuilder text = new();

    /// <summary>Adds a single value; <c>null</c> adds nothing.</summary>
    public CookieText Add(string name, string? value)
    {
        if (value is null) return this;
        Begin(name);
        Append(value);
        return this;
    }

    /// <summary>Adds an array; <c>null</c> and an empty array add nothing.</summary>
    public CookieText Add(string name, IEnumerable<string>? values, bool explode)
    {
        if (values is null) return this;
        var first = true;
        foreach (var value in values)
        {
            if (first || explode) Begin(name);
            else text.Append(',');
            Append(value);
            first = false;
        }

        return this;
    }

    /// <summary>Adds an object; <c>null</c> and an empty object add nothing.</summary>
    public CookieText Add(string name, IEnumerable<KeyValuePair<string, string>>? members, bool explode)
    {
        if (members is null) return this;
        var first = true;
        foreach (var member in members)
        {
            if (explode)
            {
                Begin(member.Key);
            }
            else
            {
                if (first) Begin(name);
                else text.Append(',');
                Append(member.Key);
                text.Append(',');
            }

            Append(member.Value);
            first = false;
        }

        return this;
    }

    /// <summary>The header's value, or <c>null</c> when there is no cookie to send.</summary>
    public string? Build() => text.Length == 0 ? null : text.ToString();

    private void Begin(string name)
    {
        if (text.Length > 0) text.Append("; ");
        PercentEncoding.Append(text, name, TokenCharacters, keepEscapes: false);
        text.Append('=');
    }

    private void Append(string value) => PercentEncoding.Append(text, value, CookieOctets, keepEscapes: false);
}
