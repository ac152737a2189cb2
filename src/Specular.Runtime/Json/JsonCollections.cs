using System;
using System.Collections.Generic;

namespace Specular.Runtime;

/// <summary>Reads and writes arrays and maps, whose items are read and written by what is passed in.</summary>
internal static class JsonCollections
{
    /// <summary>Reads an array.</summary>
    public static IReadOnlyList<T> ReadList<T>(ref JsonInput json, JsonReader<T> readItem)
    {
        var items = new ItemBuffer<T>();
        try
        {
            for (var more = json.BeginArray(); more; more = json.NextItem()) items.Add(readItem(ref json));
            return items.ToArray();
        }
        finally
        {
            items.Dispose();
        }
    }

    /// <summary>Reads an object whose members are not known in advance; of members of the same name the last counts.</summary>
    public static IReadOnlyDictionary<string, T> ReadMap<T>(ref JsonInput json, JsonReader<T> readValue)
    {
        var items = new ItemBuffer<KeyValuePair<string, T>>();
        try
        {
            for (var more = json.BeginMap(out var name); more; more = json.NextMember(out name)) items.Add(new(name, readValue(ref json)));

            var members = new Dictionary<string, T>(items.Count, StringComparer.Ordinal);
            foreach (var item in items.Items) members[item.Key] = item.Value;
            return members;
        }
        finally
        {
            items.Dispose();
        }
    }

    /// <summary>Writes an array.</summary>
    /// <exception cref="ArgumentException">An item is null, and <paramref name="nullItems"/> is false.</exception>
    public static void WriteList<T>(ref JsonOutput json, IReadOnlyList<T> items, JsonWriter<T> writeItem, bool nullItems = false)
    {
        var start = json.Begin();
        if (items is T[] array)
        {
            for (var i = 0; i < array.Length; i++) WriteItem(ref json, array[i], i, writeItem, nullItems);
        }
        else
        {
            for (var i = 0; i < items.Count; i++) WriteItem(ref json, items[i], i, writeItem, nullItems);
        }

        json.EndArray(start);
    }

    /// <summary>Writes an object.</summary>
    /// <exception cref="ArgumentException">A value is null, and <paramref name="nullValues"/> is false.</exception>
    public static void WriteMap<T>(ref JsonOutput json, IReadOnlyDictionary<string, T> members, JsonWriter<T> writeValue, bool nullValues = false)
    {
        var start = json.Begin();
        WriteMembers(ref json, members, writeValue, nullValues);
        json.EndObject(start);
    }

    /// <summary>Writes the members into an object that is open already.</summary>
    /// <exception cref="ArgumentException">A value is null, and <paramref name="nullValues"/> is false; or a name is declared.</exception>
    public static void WriteMembers<T>(ref JsonOutput json, IReadOnlyDictionary<string, T> members, JsonWriter<T> writeValue, bool nullValues = false, JsonNames? declared = null)
    {
        // The enumerator of the one is on the stack, and that of the interface is not.
        if (members is Dictionary<string, T> dictionary)
        {
            foreach (var member in dictionary) WriteMember(ref json, member, writeValue, nullValues, declared);
        }
        else
        {
            foreach (var member in members) WriteMember(ref json, member, writeValue, nullValues, declared);
        }
    }

    private static void WriteItem<T>(ref JsonOutput json, T item, int index, JsonWriter<T> writeItem, bool nullItems)
    {
        if (item is null && !nullItems)
            throw new ArgumentException("Item " + WireText.Format(index) + " of an array is null, which the description does not allow; nothing was sent.");
        json.Raw((byte)',');
        writeItem(ref json, item);
    }

    private static void WriteMember<T>(ref JsonOutput json, KeyValuePair<string, T> member, JsonWriter<T> writeValue, bool nullValues, JsonNames? declared)
    {
        if (declared is not null && declared.Find(member.Key) >= 0)
            throw new ArgumentException("An additional property has the name of one that the description lists; nothing was sent.");
        if (member.Value is null && !nullValues)
            throw new ArgumentException("A value of a map is null, which the description does not allow; nothing was sent.");
        json.Raw((byte)',');
        json.String(member.Key);
        json.Raw((byte)':');
        writeValue(ref json, member.Value);
    }
}
