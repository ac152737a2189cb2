using System.Text.Json.Nodes;

namespace Specular.Generator.Tests.Fuzzing;

/// <summary>What somebody does to a description.</summary>
internal enum MutationKind
{
    Drop,
    Swap,
    Retype,
    Rename,
    Inject,
    Duplicate,
    Wrap,
}

/// <summary>One change of a tree. Numbers stand for nodes, whatever the tree has, so that every mutation fits every tree.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Place">Where: the number of a member or item.</param>
/// <param name="Other">Another place, or a choice.</param>
/// <param name="Word">A name or text to put there.</param>
internal sealed record Mutation(MutationKind Kind, int Place, int Other, string Word)
{
    /// <summary>Changes a tree, which stays an object.</summary>
    public void Apply(JsonObject root)
    {
        var slots = TreeSlot.Of(root).ToList();
        if (slots.Count == 0)
        {
            root[Word] = Word;
            return;
        }

        var slot = slots[Place % slots.Count];
        switch (Kind)
        {
            case MutationKind.Drop:
                slot.Remove();
                break;
            case MutationKind.Swap:
                var other = slots[Other % slots.Count];
                var (mine, its) = (slot.Value?.DeepClone(), other.Value?.DeepClone());
                slot.Set(its);
                if (other.IsIn(root))
                    other.Set(mine);
                break;
            case MutationKind.Retype:
                slot.Set(Another());
                break;
            case MutationKind.Rename:
                slot.Rename(Word);
                break;
            case MutationKind.Inject:
                slot.Add(Word);
                break;
            case MutationKind.Duplicate:
                slots[Other % slots.Count].Add(Word, slot.Value?.DeepClone());
                break;
            default:
                slot.Set(Around(slot.Value?.DeepClone()));
                break;
        }
    }

    private JsonNode? Another() => (Other % 12) switch
    {
        0 => null,
        1 => true,
        2 => Other % 1000 - 2,
        3 => 1.5e300,
        4 => "",
        5 => Word,
        6 => "#/components/schemas/" + Word,
        7 => new JsonArray(Word, 1, null),
        8 => new JsonObject { [Word] = Word },
        9 => new JsonObject { ["$ref"] = "#" },
        10 => new JsonArray(),
        _ => new JsonObject(),
    };

    private JsonNode Around(JsonNode? inner) => (Other % 6) switch
    {
        0 => new JsonObject { ["allOf"] = new JsonArray(inner) },
        1 => new JsonObject { ["oneOf"] = new JsonArray(inner, new JsonObject { ["type"] = "string" }) },
        2 => new JsonObject { ["type"] = "array", ["items"] = inner },
        3 => new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { [Word] = inner } },
        4 => new JsonObject { ["additionalProperties"] = inner },
        _ => new JsonArray(inner),
    };
}
