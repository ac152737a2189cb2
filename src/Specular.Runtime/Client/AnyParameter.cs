using System.Collections.Generic;
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>Writes parameters of which only the value tells whether they are a single value, a list or an object. They come as JSON text.</summary>
internal static class AnyParameter
{
    /// <summary>The text of a header.</summary>
    public static string Header(string json, bool explode)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind switch
        {
            JsonValueKind.Array => HeaderText.Simple(Items(document.RootElement)),
            JsonValueKind.Object => HeaderText.Simple(Members(document.RootElement), explode),
            _ => ParameterText.Json(document.RootElement),
        };
    }

    /// <summary>The texts of an array, or the text of a single value: what a form sends as one field each.</summary>
    public static IEnumerable<string>? FormValues(string? json)
    {
        if (json is null)
            return null;
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Array => Items(document.RootElement),
            _ => new[] { ParameterText.Json(document.RootElement) },
        };
    }

    /// <summary>The items of an array as text.</summary>
    public static List<string> Items(JsonElement array)
    {
        var items = new List<string>();
        foreach (var item in array.EnumerateArray())
            items.Add(ParameterText.Json(item));
        return items;
    }

    /// <summary>The members of an object as text; null is left out.</summary>
    public static List<KeyValuePair<string, string>> Members(JsonElement value)
    {
        var members = new List<KeyValuePair<string, string>>();
        foreach (var member in value.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Null)
                members.Add(new KeyValuePair<string, string>(member.Name, ParameterText.Json(member.Value)));
        }

        return members;
    }
}
