using System;
using System.Collections.Generic;
using System.Text.Json;

namespace Specular.Runtime;

/// <summary>Reads and writes arrays and maps, whose items are read and written by what is passed in.</summary>
internal static class JsonCollections
{
    /// <summary>Reads an array; the reader stands on its first token, and on its last when this returns.</summary>
    public static IReadOnlyList<T> ReadList<T>(ref Utf8JsonReader reader, JsonReader<T> readItem)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw JsonErrors.Unexpected(ref reader, "an array");
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(readItem(ref reader));
        return items;
    }

    /// <summary>Reads an object whose members are not known in advance; of members of the same name the last counts.</summary>
    public static IReadOnlyDictionary<string, T> ReadMap<T>(ref Utf8JsonReader reader, JsonReader<T> readValue)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw JsonErrors.Unexpected(ref reader, "an object");
        var members = new Dictionary<string, T>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            members[name] = readValue(ref reader);
        }

        return members;
    }

    /// <summary>Writes an array.</summary>
    /// <exception cref="ArgumentException">An item is null, and <paramref name="nullItems"/> is false.</exception>
    public static void WriteList<T>(Utf8JsonWriter writer, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> writeItem, bool nullItems = false)
    {
        writer.WriteStartArray();
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item is null && !nullItems)
                throw new ArgumentException("Item " + WireText.Format(i) + " of an array is null, which the description does not allow; nothing was sent.");
            writeItem(writer, item);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes an object.</summary>
    /// <exception cref="ArgumentException">A value is null, and <paramref name="nullValues"/> is false.</exception>
    public static void WriteMap<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> members, Action<Utf8JsonWriter, T> writeValue, bool nullValues = false)
    {
        writer.WriteStartObject();
        WriteMembers(writer, members, writeValue, nullValues);
        writer.WriteEndObject();
    }

    /// <summary>Writes the members into an object that is open already.</summary>
    /// <exception cref="ArgumentException">A value is null, and <paramref name="nullValues"/> is false; or a name is declared.</exception>
    public static void WriteMembers<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> members, Action<Utf8JsonWriter, T> writeValue, bool nullValues = false, Func<string, bool>? isDeclared = null)
    {
        foreach (var member in members)
        {
            if (isDeclared is not null && isDeclared(member.Key))
                throw new ArgumentException("An additional property has the name of one that the description lists; nothing was sent.");
            if (member.Value is null && !nullValues)
                throw new ArgumentException("A value of a map is null, which the description does not allow; nothing was sent.");
            writer.WritePropertyName(member.Key);
            writeValue(writer, member.Value);
        }
    }
}
