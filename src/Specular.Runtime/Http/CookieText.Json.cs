using System.Text.Json;

namespace Specular.Runtime;

/// <content>Cookies of which only the value tells whether they are a single value, a list or an object. They come as JSON text.</content>
internal sealed partial class CookieText
{
    /// <summary>Adds a cookie; null is left out.</summary>
    public CookieText AddJson(string name, string? json, bool explode)
    {
        if (json is null)
            return this;
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind switch
        {
            JsonValueKind.Null => this,
            JsonValueKind.Array => Add(name, AnyParameter.Items(document.RootElement), explode),
            JsonValueKind.Object => Add(name, AnyParameter.Members(document.RootElement), explode),
            _ => Add(name, ParameterText.Json(document.RootElement)),
        };
    }
}
