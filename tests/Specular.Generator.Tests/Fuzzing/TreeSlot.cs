using System.Globalization;
using System.Text.Json.Nodes;

namespace Specular.Generator.Tests.Fuzzing;

/// <summary>A place in a tree that holds a value: a member of an object or an item of an array.</summary>
/// <param name="Holder">The object or array.</param>
/// <param name="Name">The member's name; null for an item.</param>
/// <param name="Index">The item's index.</param>
internal sealed record TreeSlot(JsonNode Holder, string? Name, int Index)
{
    public JsonNode? Value => Name is null ? Holder[Index] : Holder[Name];

    /// <summary>Every place below a node, what stands further out first.</summary>
    public static IEnumerable<TreeSlot> Of(JsonNode root)
    {
        var open = new Queue<JsonNode>([root]);
        while (open.Count > 0)
        {
            var node = open.Dequeue();
            var slots = node switch
            {
                JsonObject map => map.Select(member => new TreeSlot(node, member.Key, -1)),
                JsonArray list => Enumerable.Range(0, list.Count).Select(index => new TreeSlot(node, null, index)),
                _ => [],
            };
            foreach (var slot in slots)
            {
                yield return slot;
                if (slot.Value is { } value)
                    open.Enqueue(value);
            }
        }
    }

    /// <summary>Whether the place is still part of a tree that was changed.</summary>
    public bool IsIn(JsonNode root) => Holder.Root == root && (Name is null ? Index < ((JsonArray)Holder).Count : ((JsonObject)Holder).ContainsKey(Name));

    public void Set(JsonNode? value)
    {
        if (Name is null)
            Holder[Index] = value;
        else
            Holder[Name] = value;
    }

    public void Remove()
    {
        if (Name is null)
            ((JsonArray)Holder).RemoveAt(Index);
        else
            ((JsonObject)Holder).Remove(Name);
    }

    /// <summary>Gives a member another name; an item becomes that name.</summary>
    public void Rename(string name)
    {
        if (Name is null)
        {
            Set(name);
            return;
        }

        var value = Value;
        Remove();
        Holder[name] = value;
    }

    /// <summary>Puts a text here, or beside what is here.</summary>
    public void Add(string text, JsonNode? value = null)
    {
        switch (Value)
        {
            case JsonObject map:
                map[text] = value ?? text;
                break;
            case JsonArray list:
                list.Add(value ?? text);
                break;
            default:
                Set(value ?? text);
                break;
        }
    }

    public override string ToString() => Holder.GetPath() + "." + (Name ?? Index.ToString(CultureInfo.InvariantCulture));
}
