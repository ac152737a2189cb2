using System.Collections.Generic;
using System.Net.Http;

namespace Specular.Runtime;

/// <summary>The fields of an <c>application/x-www-form-urlencoded</c> body: texts in order, then files in order.</summary>
internal sealed class FormFields
{
    private readonly List<KeyValuePair<string, string>> _fields = new();
    private readonly List<KeyValuePair<string, HttpContent>> _files = new();

    /// <summary>Adds a field; null is left out.</summary>
    public FormFields Add(string name, string? value)
    {
        if (value is not null)
            _fields.Add(new KeyValuePair<string, string>(name, value));
        return this;
    }

    /// <summary>Adds a field for each value; null is left out.</summary>
    public FormFields Add(string name, IEnumerable<string>? values)
    {
        foreach (var value in values ?? System.Array.Empty<string>())
            Add(name, value);
        return this;
    }

    /// <summary>Adds a file, of which only the bytes are sent: such a form has no place for its name and its type. Null is left out.</summary>
    public FormFields Add(string name, HttpContent? file)
    {
        if (file is not null)
            _files.Add(new KeyValuePair<string, HttpContent>(name, file));
        return this;
    }

    /// <summary>Adds a list or an object, given as JSON text, in a style; null is left out.</summary>
    public FormFields AddStyled(string name, string? json, QueryStyle style, bool explode)
    {
        foreach (var field in json is null ? new List<KeyValuePair<string, string>>() : FieldList.Styled(name, json, style, explode))
            _fields.Add(field);
        return this;
    }

    /// <summary>Adds the members of an object, given as JSON text.</summary>
    public FormFields AddObject(string json)
    {
        foreach (var field in FieldList.Members(json))
            _fields.Add(field);
        return this;
    }

    /// <summary>The body.</summary>
    public HttpContent ToContent() => _files.Count == 0 ? new FormUrlEncodedContent(_fields) : new UrlEncodedContent(_fields, _files);
}
