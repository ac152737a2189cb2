using System.Collections.Generic;
using System.Net.Http;

namespace Specular.Runtime;

/// <summary>The fields of an <c>application/x-www-form-urlencoded</c> body, in order.</summary>
internal sealed class FormFields
{
    private readonly List<KeyValuePair<string, string>> _fields = new();

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
    public HttpContent ToContent() => new FormUrlEncodedContent(_fields);
}
