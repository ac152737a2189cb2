using System.Collections.Generic;
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>Takes values of a form apart into fields. They come as JSON text.</summary>
internal static class FieldList
{
    /// <summary>The fields of a list or an object that is written in a style (OpenAPI 3.1, section 4.8.15).</summary>
    public static List<KeyValuePair<string, string>> Styled(string name, string json, QueryStyle style, bool explode)
    {
        var fields = new List<KeyValuePair<string, string>>();
        using var document = JsonDocument.Parse(json);
        var value = document.RootElement;
        if (style == QueryStyle.DeepObject)
        {
            AddDeep(fields, name, value);
            return fields;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                break;
            case JsonValueKind.Array when explode:
                foreach (var item in value.EnumerateArray())
                    Add(fields, name, item);
                break;
            case JsonValueKind.Object when explode:
                foreach (var member in value.EnumerateObject())
                    Add(fields, member.Name, member.Value);
                break;
            case JsonValueKind.Array or JsonValueKind.Object:
                fields.Add(new KeyValuePair<string, string>(name, string.Join(Separator(style), Flat(value))));
                break;
            default:
                Add(fields, name, value);
                break;
        }

        return fields;
    }

    /// <summary>The members of an object as fields: each item of an array for itself, and objects as JSON text.</summary>
    public static List<KeyValuePair<string, string>> Members(string json)
    {
        var fields = new List<KeyValuePair<string, string>>();
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new JsonException("a form has fields, and so its body has to be an object");
        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Array)
            {
                Add(fields, member.Name, member.Value);
                continue;
            }

            foreach (var item in member.Value.EnumerateArray())
                Add(fields, member.Name, item);
        }

        return fields;
    }

    // No specification says how to go deeper than one level; "a[b][c]" and "a[0]" are what servers take.
    private static void AddDeep(List<KeyValuePair<string, string>> fields, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    AddDeep(fields, name + "[" + member.Name + "]", member.Value);
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                    AddDeep(fields, name + "[" + WireText.Format(index++) + "]", item);
                break;
            default:
                Add(fields, name, value);
                break;
        }
    }

    private static void Add(List<KeyValuePair<string, string>> fields, string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Null)
            fields.Add(new KeyValuePair<string, string>(name, ParameterText.Json(value)));
    }

    private static IEnumerable<string> Flat(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                yield return ParameterText.Json(item);
            yield break;
        }

        foreach (var member in value.EnumerateObject())
        {
            yield return member.Name;
            yield return ParameterText.Json(member.Value);
        }
    }

    private static string Separator(QueryStyle style) => style switch
    {
        QueryStyle.SpaceDelimited => " ",
        QueryStyle.PipeDelimited => "|",
        QueryStyle.TabDelimited => "\t",
        _ => ",",
    };
}
