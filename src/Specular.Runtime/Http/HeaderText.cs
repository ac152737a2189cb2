using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text;

namespace Specular.Runtime;

/// <summary>Values of request headers (OpenAPI style <c>simple</c>; they are not percent-encoded).</summary>
internal static class HeaderText
{
    /// <summary>Adds a header to a request; one that speaks of the body goes to the body.</summary>
    /// <exception cref="ArgumentException">The value cannot stand in a header.</exception>
    public static void Add(HttpRequestMessage request, string name, string value)
    {
        Check(name, value);
        if (request.Headers.TryAddWithoutValidation(name, value))
            return;
        request.Content ??= new ByteArrayContent(Array.Empty<byte>());
        request.Content.Headers.Remove(name);
        if (!request.Content.Headers.TryAddWithoutValidation(name, value))
            throw new ArgumentException("The header '" + name + "' cannot be sent.", name);
    }

    /// <summary>Returns a value that can be sent, and refuses one that would end the header or put another behind it.</summary>
    /// <exception cref="ArgumentException">The value has a control character. The message names the header and never the value: it may be a credential.</exception>
    public static string Check(string name, string value)
    {
        foreach (var c in value)
        {
            if (char.IsControl(c) && c != '\t') throw Refused(name);
        }

        return value;
    }

    /// <summary>An array: <c>blue,black,brown</c>.</summary>
    public static string Simple(IEnumerable<string> values) => string.Join(",", values);

    /// <summary>An object: <c>R,100,G,200</c>, or exploded <c>R=100,G=200</c>.</summary>
    public static string Simple(IEnumerable<KeyValuePair<string, string>> members, bool explode)
    {
        var text = new StringBuilder();
        foreach (var member in members)
        {
            if (text.Length > 0) text.Append(',');
            text.Append(member.Key).Append(explode ? '=' : ',').Append(member.Value);
        }

        return text.ToString();
    }

    private static ArgumentException Refused(string name) =>
        new("The header '" + name + "' must not have line breaks or other control characters.", name);
}
