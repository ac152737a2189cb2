using System;
using Specular.Generator.Reading;

namespace Specular.Generator.Overlaying.Paths;

/// <summary>
/// A value and the way to it from the root. A YAML alias makes one node stand in several places, so the node alone does not tell what is meant.
/// </summary>
internal sealed class Place : IEquatable<Place>
{
    private readonly int _hash;

    private Place(Place? parent, string? name, int index, Node node)
    {
        Parent = parent;
        Name = name;
        Index = index;
        Node = node;
        _hash = unchecked(((parent?._hash ?? 17) * 397) ^ (name is null ? index : StringComparer.Ordinal.GetHashCode(name)));
    }

    /// <summary>Where its parent is; null for the root.</summary>
    public Place? Parent { get; }

    /// <summary>Its name in an object; null for an item of an array.</summary>
    public string? Name { get; }

    /// <summary>Its position in an array.</summary>
    public int Index { get; }

    public Node Node { get; }

    public static Place Root(Node node) => new(null, null, -1, node);

    public Place Member(string name, Node value) => new(this, name, -1, value);

    public Place Item(int index) => new(this, null, index, Node.Items[index]);

    public bool Equals(Place? other)
    {
        var one = this;
        while (!ReferenceEquals(one, other))
        {
            if (one is null || other is null || one._hash != other._hash || one.Index != other.Index || !string.Equals(one.Name, other.Name, StringComparison.Ordinal))
                return false;
            (one, other) = (one.Parent, other.Parent);
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is Place other && Equals(other);

    public override int GetHashCode() => _hash;
}
