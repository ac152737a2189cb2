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

    /// <summary>The body.</summary>
    public HttpContent ToContent() => new FormUrlEncodedContent(_fields);
}
