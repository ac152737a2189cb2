using System;
using System.Collections.Generic;
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>Makes text of parameters and form fields that are no single value.</summary>
internal static class ParameterText
{
    /// <summary>The items of a list as text.</summary>
    /// <exception cref="ArgumentException">An item is null, and <paramref name="nullItems"/> is false.</exception>
    public static IEnumerable<string>? List<T>(IReadOnlyList<T>? items, Func<T, string> format, bool nullItems = false)
    {
        if (items is null)
            return null;
        var texts = new string[items.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            var item = items[i];
            if (item is null && !nullItems)
                throw new ArgumentException("Item " + WireText.Format(i) + " of an array is null, which the description does not allow; nothing was sent.");
            texts[i] = format(item);
        }

        return texts;
    }

    /// <summary>The members of an object as text. No style says how nested values are written: those are JSON text.</summary>
    public static IEnumerable<KeyValuePair<string, string>>? Members<T>(T? value, JsonWriter<T> write)
    {
        if (value is null)
            return null;
        using var document = JsonDocument.Parse(JsonContents.Text(value, write));
        var members = new List<KeyValuePair<string, string>>();
        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Null)
                members.Add(new KeyValuePair<string, string>(member.Name, Json(member.Value)));
        }

        return members;
    }

    /// <summary>A value of which only its JSON tells what it is, as text: a string without its quotes, anything else as it is.</summary>
    public static string Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Json(document.RootElement);
    }

    /// <summary>A JSON value as text: a string without its quotes, anything else as it is.</summary>
    public static string Json(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
