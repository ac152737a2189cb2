using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;

namespace Specular.Runtime;

/// <summary>The parts of a <c>multipart/form-data</c> body (RFC 7578), in order.</summary>
internal sealed class MultipartFields
{
    private readonly MultipartFormDataContent _parts = new();

    /// <summary>Adds a part with text; null is left out.</summary>
    public MultipartFields Add(string name, string? value, string? contentType = null)
    {
        if (value is null)
            return this;
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(value));
        if (contentType is not null)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return Add(name, content, fileName: null);
    }

    /// <summary>Adds a part for each value; null is left out.</summary>
    public MultipartFields Add(string name, IEnumerable<string>? values, string? contentType = null)
    {
        foreach (var value in values ?? System.Array.Empty<string>())
            Add(name, value, contentType);
        return this;
    }

    /// <summary>Adds a part; null is left out.</summary>
    public MultipartFields Add(string name, HttpContent? content, string? fileName)
    {
        if (content is null)
            return this;
        var disposition = new StringBuilder("form-data; name=\"").Append(Quoted(name)).Append('"');
        if (fileName is not null)
        {
            disposition.Append("; filename=\"").Append(Quoted(fileName)).Append('"');
            if (!IsAscii(fileName))
                disposition.Append("; filename*=utf-8''").Append(System.Uri.EscapeDataString(fileName));
        }

        content.Headers.Remove("Content-Disposition");
        content.Headers.TryAddWithoutValidation("Content-Disposition", disposition.ToString());
        _parts.Add(content);
        return this;
    }

    /// <summary>Adds a list or an object, given as JSON text, in a style; null is left out.</summary>
    public MultipartFields AddStyled(string name, string? json, QueryStyle style, bool explode)
    {
        foreach (var field in json is null ? new List<KeyValuePair<string, string>>() : FieldList.Styled(name, json, style, explode))
            Add(field.Key, field.Value);
        return this;
    }

    /// <summary>Adds the members of an object, given as JSON text.</summary>
    public MultipartFields AddObject(string json)
    {
        foreach (var field in FieldList.Members(json))
            Add(field.Key, field.Value);
        return this;
    }

    /// <summary>The body.</summary>
    public HttpContent ToContent() => _parts;

    // As browsers do it (HTML Standard, "multipart/form-data encoding algorithm"); what is not ASCII has a second, exact form.
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '"':
                    quoted.Append("%22");
                    break;
                case '\r':
                    quoted.Append("%0D");
                    break;
                case '\n':
                    quoted.Append("%0A");
                    break;
                default:
                    quoted.Append(c is < ' ' or > '~' ? '_' : c);
                    break;
            }
        }

        return quoted.ToString();
    }

    private static bool IsAscii(string text)
    {
        foreach (var c in text)
        {
            if (c > '~')
                return false;
        }

        return true;
    }
}
