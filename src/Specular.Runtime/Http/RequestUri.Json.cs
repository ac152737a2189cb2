using System.Text.Json;

namespace Specular.Runtime;

/// <content>Parameters of which only the value tells whether they are a single value, a list or an object. They come as JSON text.</content>
internal sealed partial class RequestUri
{
    /// <summary>Adds a query parameter; null is left out. A deep object is one at any depth.</summary>
    public RequestUri QueryJson(string name, string? json, QueryStyle style, bool explode, bool allowReserved = false)
    {
        if (json is null)
            return this;
        if (style == QueryStyle.DeepObject)
        {
            foreach (var field in FieldList.Styled(name, json, style, explode))
                Query(field.Key, field.Value, allowReserved);
            return this;
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind switch
        {
            JsonValueKind.Null => this,
            JsonValueKind.Array => Query(name, AnyParameter.Items(document.RootElement), style, explode, allowReserved),
            JsonValueKind.Object => Query(name, AnyParameter.Members(document.RootElement), style, explode, allowReserved),
            _ => Query(name, ParameterText.Json(document.RootElement), allowReserved),
        };
    }

    /// <summary>Adds a path parameter.</summary>
    public RequestUri PathJson(string name, string json, PathStyle style, bool explode)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind switch
        {
            JsonValueKind.Array => Path(name, AnyParameter.Items(document.RootElement), style, explode),
            JsonValueKind.Object => Path(name, AnyParameter.Members(document.RootElement), style, explode),
            _ => Path(name, ParameterText.Json(document.RootElement), style),
        };
    }

    /// <summary>Adds each member of an object that is the query as a form, given as JSON text (OpenAPI 3.2, section 4.12.1); <c>null</c> adds nothing.</summary>
    public RequestUri QueryFields(string? json)
    {
        if (json is null)
            return this;
        foreach (var field in FieldList.Members(json))
            Query(field.Key, field.Value);
        return this;
    }
}
