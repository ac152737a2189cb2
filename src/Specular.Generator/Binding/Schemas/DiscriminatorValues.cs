using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Schemas;

/// <summary>What the values of a choice's discriminator mean. Each part asks; where a mapping leads is looked up once for all of them.</summary>
internal sealed class DiscriminatorValues(BindingContext context, SchemaBinder schemas)
{
    // How far down choices in choices are told apart.
    private const int MaxDepth = 4;

    private readonly Dictionary<Node, ILookup<Node, string>> _mapped = [];

    /// <summary>The values of the discriminator that mean a part: those of the mapping, else the name of its schema.</summary>
    public IReadOnlyList<string> Of(Node schema, Node part) => Of(schema, part, 0);

    private IReadOnlyList<string> Of(Node schema, Node part, int depth)
    {
        var mapping = Mapping(schema);
        if (schemas.Resolve(part) is not { } target)
            return [];
        if (mapping.Contains(target))
            return [.. mapping[target]];

        // What the part itself says its discriminator is.
        if (Discriminators.Property(schema) is { } property && target["properties"]?[property] is { Kind: NodeKind.Object } declared)
        {
            var values = EnumBinder.Values(declared);
            if (values.Count == 1)
                return [values[0].Text];
        }

        string[] own = schemas.ComponentName(target) is { } name ? [name] : [];
        return [.. own, .. Inner(schema, target, depth)];
    }

    // A choice inside the choice that the same property tells apart: its values mean it here, too.
    private IEnumerable<string> Inner(Node schema, Node part, int depth) =>
        depth < MaxDepth && Discriminators.Property(part) == Discriminators.Property(schema) && schemas.Alternatives(part) is { } alternatives
            ? alternatives.SelectMany(alternative => Of(part, schemas.Origin(alternative), depth + 1))
            : [];

    private ILookup<Node, string> Mapping(Node schema)
    {
        if (!_mapped.TryGetValue(schema, out var mapping))
        {
            mapping = (schema["discriminator"]?["mapping"]?.Members ?? [])
                .Select(member => (member.Name, Target: Discriminators.Reference(member.Value, context) is { } reference ? context.Description.Follow(reference).Target : null))
                .Where(member => member.Target is not null)
                .ToLookup(member => member.Target!, member => member.Name);
            _mapped.Add(schema, mapping);
        }

        return mapping;
    }
}
