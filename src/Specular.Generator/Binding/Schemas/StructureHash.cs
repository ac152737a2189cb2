using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Schemas;

/// <summary>Tells whether two schemas describe the same values, whatever they say about them in words.</summary>
internal sealed class StructureHash
{
    // A YAML alias or a deep description would otherwise be walked once for each level above it.
    private readonly Dictionary<Node, (ulong, ulong)> _known = [];

    /// <summary>128 bits that are the same for schemas of the same structure; FNV-1a with two offsets, the same on every machine.</summary>
    [MethodImpl(Hot.Path)]
    public (ulong First, ulong Second) Of(Node node)
    {
        var hasParts = node.Kind is NodeKind.Object or NodeKind.Array;
        if (hasParts && _known.TryGetValue(node, out var known))
            return known;

        var hash = (First: 14695981039346656037UL, Second: 0x9E3779B97F4A7C15UL);
        Add(ref hash, (char)('a' + (int)node.Kind));
        foreach (var c in node.Text)
            Add(ref hash, c);
        foreach (var item in node.Items)
            Add(ref hash, Of(item));
        foreach (var member in node.Members)
        {
            if (IsAnnotation(member))
                continue;
            foreach (var c in member.Name)
                Add(ref hash, c);
            Add(ref hash, ':');

            // The same reference means something else in another file.
            if (member.Name is "$ref" or "$dynamicRef")
            {
                foreach (var c in node.File.Path)
                    Add(ref hash, c);
            }

            Add(ref hash, Of(member.Value));
        }

        if (hasParts)
            _known.Add(node, hash);
        return hash;
    }

    // Only where it can be no property of that name.
    private static bool IsAnnotation(Member member) => member.Name switch
    {
        "description" or "title" => member.Value.Kind is NodeKind.String,
        "example" => member.Value.Kind is not NodeKind.Object || member.Value["type"] is null,
        "examples" => member.Value.Kind is NodeKind.Array,
        "exampleSetFlag" => member.Value.Kind is NodeKind.Boolean,
        "default" => member.Value.Kind is not NodeKind.Object,
        _ => false,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref (ulong First, ulong Second) hash, char c)
    {
        hash.First = unchecked((hash.First ^ c) * 1099511628211UL);
        hash.Second = unchecked((hash.Second ^ c) * 0x100000001B3UL) + 0x9E37;
    }

    private static void Add(ref (ulong First, ulong Second) hash, (ulong First, ulong Second) part)
    {
        for (var shift = 0; shift < 64; shift += 16)
        {
            Add(ref hash, (char)(part.First >> shift));
            Add(ref hash, (char)(part.Second >> shift));
        }
    }
}
