using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Specular.Generator.Binding.Remembering;
using Specular.Generator.Diagnostics;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Schemas;

/// <summary>
/// Reads what a schema leaves open: <c>oneOf</c>, <c>anyOf</c>, a list of types, or the children of a schema with a discriminator. What the parts have in
/// common with the schema around them is put into each.
/// </summary>
internal sealed class ChoiceReader(BindingContext context, SchemaBinder schemas, RecordBinder records)
{
    private readonly Dictionary<Node, (IReadOnlyList<Node>? Parts, Notes? Notes)> _known = [];
    private readonly HashSet<Node> _open = [];
    private const int MaxCombinations = 256;

    private readonly Dictionary<Node, Node> _origins = [];
    private readonly HashSet<Node> _distributed = [];
    private readonly Dictionary<Node, Node> _roots = [];
    private readonly Dictionary<Node, int> _spent = [];
    private Dictionary<Node, List<Node>>? _children;

    /// <summary>The part, as the description has it, of which a part was made by putting in what all have in common.</summary>
    public Node Origin(Node part) => _origins.TryGetValue(part, out var origin) ? origin : part;

    /// <summary>The parts, without null; one part is what the schema stands for, and none means that nothing is left open.</summary>
    public IReadOnlyList<Node>? Of(Node schema)
    {
        if (schema.Kind is not NodeKind.Object || schema["$ref"] is { Kind: NodeKind.String })
            return null;
        if (_known.TryGetValue(schema, out var known))
        {
            context.Recorder?.Use(known.Notes);
            return known.Parts;
        }

        if (_open.Count >= SchemaBinder.MaxDepth || !_open.Add(schema))
        {
            // What is found out now depends on who asked first.
            context.Recorder?.Searched();
            return null;
        }

        context.Recorder?.Open();
        var parts = Read(schema) is { Count: > 0 } some ? some : null;
        if (parts is not null && !parts.All(part => part.HasOwnPlace))
            context.Recorder?.Spoil();
        _open.Remove(schema);
        _known[schema] = (parts, context.Recorder?.Close());
        return parts;
    }

    /// <summary>True where null is one of the values.</summary>
    public bool HasNull(Node schema) =>
        SchemaKeywords.Types(schema, context).HasFlag(JsonTypes.Null)
        || (schema["oneOf"]?.Items ?? []).Concat(schema["anyOf"]?.Items ?? []).Any(IsNull);

    private IReadOnlyList<Node>? Read(Node schema)
    {
        var choice = schema["oneOf"] is { Kind: NodeKind.Array, Items.Count: > 0 } oneOf ? oneOf : schema["anyOf"] is { Kind: NodeKind.Array, Items.Count: > 0 } anyOf ? anyOf : null;
        if (choice is not null)
        {
            var parts = choice.Items.Where(part => part.Kind is NodeKind.Object && !IsNull(part)).ToList();

            // Parts that only say what else has to be there are rules, not types.
            if (parts.Count == 0 || parts.All(IsRule))
                return null;
            var real = parts.Where(part => !IsRule(part)).ToList();
            var merged = HasMembers(schema) ? real.Select(part => IsChild(part, schema) ? part : Merge(schema, part)).ToList()
                : schema.TryGetMember("items", out var items) ? real.Select(part => WithItems(schema, items, part)).ToList()
                : real;
            return merged.Count == 1 ? merged : Simplify(schema, merged);
        }

        if (schema["allOf"] is { Kind: NodeKind.Array } allOf && allOf.Items.Count == 1 && allOf.Items[0].Kind is NodeKind.Object && !HasMembers(schema) && schema["required"] is null)
            return [allOf.Items[0]];
        if (Distribute(schema) is { } distributed)
            return distributed;
        if (Children(schema) is { Count: > 0 } children)
            return children;
        return Types(schema);
    }

    // "allOf: [Base, { oneOf: [A, B] }]" is a choice between Base with A and Base with B.
    private IReadOnlyList<Node>? Distribute(Node schema)
    {
        if (schema["allOf"] is not { Kind: NodeKind.Array } allOf)
            return null;
        for (var i = 0; i < allOf.Items.Count; i++)
        {
            var part = allOf.Items[i];
            if (schemas.Resolve(part) is not { Kind: NodeKind.Object } target || Of(target) is not { Count: > 1 } parts || !LeavesChoice(target) || !parts.All(IsObject))
                continue;

            // A child that names its parent says what it adds; that the parent lists its children is no choice of the child.
            if (parts.Any(alternative => ReferenceEquals(schemas.Resolve(Origin(alternative)), schema)))
                continue;
            if (!Spend(schema, parts.Count))
                return null;
            _distributed.Add(schema);
            return [.. parts.Select(alternative => Replace(schema, allOf, i, alternative))];
        }

        return null;
    }

    private Node Remember(Node made, Node origin, Node schema)
    {
        _roots[made] = _roots.TryGetValue(schema, out var root) ? root : schema;
        _origins[made] = Origin(origin);
        return made;
    }

    private bool LeavesChoice(Node schema) => (schema["oneOf"] ?? schema["anyOf"]) is not null || _origins.ContainsKey(schema) || _distributed.Contains(schema);

    private bool IsChild(Node part, Node schema) =>
        (schemas.Resolve(part)?["allOf"]?.Items ?? []).Any(item => ReferenceEquals(schemas.Resolve(item), schema));

    // Choices within choices multiply: a dozen of two each would be four thousand types.
    private bool Spend(Node schema, int count)
    {
        var root = _roots.TryGetValue(schema, out var known) ? known : schema;
        _spent.TryGetValue(root, out var spent);
        _spent[root] = spent + count;
        if (spent + count <= MaxCombinations)
            return true;
        context.Diagnostics.Report(Descriptors.NotSupported, root, "The choices in this schema combine to more than " + MaxCombinations.ToString(CultureInfo.InvariantCulture) + " types; those beyond are left out");
        return false;
    }

    private bool IsObject(Node part) => schemas.Resolve(part) is { Kind: NodeKind.Object } target && (records.IsObject(target) || target["properties"] is not null);

    private Node Replace(Node schema, Node allOf, int index, Node alternative)
    {
        var items = allOf.Items.ToArray();
        items[index] = alternative;
        var members = schema.Members.Where(member => member.Name is not ("allOf" or "title" or "description")).ToList();
        members.Add(new Member("allOf", allOf.Span, Node.Array(allOf.File, allOf.Span, items)));
        if (alternative.TryGetMember("title", out var title))
            members.Add(title);
        return Remember(Node.Object(alternative.File, alternative.Span, [.. members]), alternative, schema);
    }

    // "type: [string, integer]" is a choice between a string and an integer.
    private IReadOnlyList<Node>? Types(Node schema)
    {
        var types = SchemaKeywords.Types(schema, context) & ~JsonTypes.Null;
        if (types == (JsonTypes.Integer | JsonTypes.Number))
            return null;
        if (types.HasFlag(JsonTypes.Integer) && types.HasFlag(JsonTypes.Number))
            types &= ~JsonTypes.Integer;

        // Of one type, as most schemas are, there is nothing to choose.
        return (types & (types - 1)) == JsonTypes.None ? null : [.. s_types.Where(type => types.HasFlag(type.Type)).Select(type => OfType(schema, type.Type, type.Name))];
    }

    private static readonly (JsonTypes Type, string Name)[] s_types =
    [
        (JsonTypes.String, "string"), (JsonTypes.Integer, "integer"), (JsonTypes.Number, "number"),
        (JsonTypes.Boolean, "boolean"), (JsonTypes.Array, "array"), (JsonTypes.Object, "object"),
    ];

    private static Node OfType(Node schema, JsonTypes type, string name)
    {
        var members = new List<Member>();
        foreach (var member in schema.Members)
        {
            switch (member.Name)
            {
                case "type" or "types" or "nullable" or "description" or "title" or "const":
                    break;
                case "enum":
                    var values = member.Value.Items.Where(value => (SchemaKeywords.OfValues([value]) & type) != 0).ToArray();
                    if (values.Length > 0)
                        members.Add(new Member("enum", member.NameSpan, Node.Array(schema.File, member.Value.Span, values)));
                    break;
                case "format" when type is JsonTypes.Array or JsonTypes.Object or JsonTypes.Boolean:
                    break;
                default:
                    members.Add(member);
                    break;
            }
        }

        members.Add(Text(schema, "type", name));
        return Node.Object(schema.File, schema.Span, [.. members]);
    }

    /// <summary>Parts that C# has one type for are one part.</summary>
    private IReadOnlyList<Node> Simplify(Node schema, IReadOnlyList<Node> parts)
    {
        var targets = parts.Select(part => schemas.Resolve(part)).ToList();
        if (targets.Any(target => target is null || target.Kind is not NodeKind.Object || target["oneOf"] is not null || target["anyOf"] is not null || target["allOf"] is not null))
            return parts;
        var types = targets.Select(target => SchemaKeywords.Types(target!, context) & ~JsonTypes.Null).ToList();

        // "This or any other string": the enum keeps what it does not know anyway.
        if (types.All(type => type == JsonTypes.String))
        {
            var enums = parts.Where((_, i) => EnumBinder.HasValues(targets[i]!)).ToList();
            if (enums.Count == 1)
                return enums;
            return [enums.Count > 1 ? MergeEnums(schema, [.. enums.Select(part => schemas.Resolve(part)!)], "string") : Plain(targets, parts)];
        }

        if (types.All(type => type == JsonTypes.Integer))
        {
            var enums = targets.Where(target => EnumBinder.HasValues(target!)).ToList();
            return [enums.Count == targets.Count ? MergeEnums(schema, enums!, "integer") : parts[0]];
        }

        if (types.All(type => type is JsonTypes.Integer or JsonTypes.Number))
            return [parts[types.IndexOf(JsonTypes.Number)]];
        return types.All(type => type == JsonTypes.Boolean) ? [parts[0]] : parts;
    }

    // Strings of several formats: only what has none takes them all.
    private static Node Plain(List<Node?> targets, IReadOnlyList<Node> parts)
    {
        var formats = targets.Select(target => SchemaKeywords.Text(target!["format"])).Distinct().ToList();
        if (formats.Count == 1)
            return parts[0];
        var first = targets[0]!;
        return Node.Object(first.File, first.Span, [Text(first, "type", "string")]);
    }

    /// <summary>The values of several enums as one; "oneOf: [{ const, title, description }]" is how OpenAPI 3.1 gives values names.</summary>
    private static Node MergeEnums(Node schema, IReadOnlyList<Node> enums, string type)
    {
        var values = new List<Node>();
        var names = new List<Node>();
        var descriptions = new List<Node>();
        var deprecated = new List<Node>();
        var seen = new HashSet<string>(System.StringComparer.Ordinal);
        foreach (var part in enums)
        {
            var own = EnumBinder.Values(part);
            foreach (var value in own)
            {
                if (!seen.Add(value.Text))
                    continue;
                values.Add(value);
                names.Add(Scalar(part, own.Count == 1 ? SchemaKeywords.Text(part["title"]) ?? "" : ""));
                descriptions.Add(Scalar(part, own.Count == 1 ? SchemaKeywords.Text(part["description"]) ?? "" : ""));
                deprecated.Add(Scalar(part, SchemaKeywords.Is(part["deprecated"], "true") ? "true" : ""));
            }
        }

        var members = new List<Member>
        {
            Text(schema, "type", type),
            new("enum", schema.Span, Node.Array(schema.File, schema.Span, [.. values])),
            new("x-enum-varnames", schema.Span, Node.Array(schema.File, schema.Span, [.. names])),
            new("x-enum-descriptions", schema.Span, Node.Array(schema.File, schema.Span, [.. descriptions])),
            new("x-enum-deprecated", schema.Span, Node.Array(schema.File, schema.Span, [.. deprecated])),
        };
        members.AddRange(schema.Members.Where(member => member.Name is "description" or "title" or "deprecated"));
        return Node.Object(schema.File, schema.Span, [.. members]);
    }

    // "properties" beside "oneOf" are part of every choice.
    private Node Merge(Node schema, Node part)
    {
        var common = schema.Members.Where(member => member.Name is not ("oneOf" or "anyOf" or "discriminator" or "title" or "description")).ToArray();
        var members = new List<Member>
        {
            new("allOf", part.Span, Node.Array(schema.File, part.Span, [Node.Object(schema.File, schema.Span, common), part])),
        };
        if (part.TryGetMember("title", out var title))
            members.Add(title);
        if (part.TryGetMember("description", out var description))
            members.Add(description);
        return Remember(Node.Object(part.File, part.Span, [.. members]), part, schema);
    }

    // "items" beside "oneOf" speak of the choice that is an array, where that does not say itself what it holds.
    private Node WithItems(Node schema, Member items, Node part) =>
        SchemaKeywords.Types(part, context).HasFlag(JsonTypes.Array) && part["items"] is null or { Kind: NodeKind.Object, Members.Count: 0 } or { Kind: NodeKind.Boolean, Text: "true" }
            ? Remember(Node.Object(part.File, part.Span, [.. part.Members.Where(member => member.Name != "items"), items]), part, schema)
            : part;

    /// <summary>What a schema with a discriminator and no choice stands for: its mapping, or those that have it in their <c>allOf</c>.</summary>
    private IReadOnlyList<Node>? Children(Node schema)
    {
        if (schema["discriminator"]?["propertyName"] is null || !HasMembers(schema))
            return null;
        var mapped = (schema["discriminator"]!["mapping"]?.Members ?? []).Select(mapping => Discriminators.Reference(mapping.Value, context)).Where(part => part is not null).Select(part => part!).ToList();
        if (mapped.Count == 0)
            AllChildren().TryGetValue(schema, out mapped);

        // Itself among them would be a circle.
        var others = (mapped ?? []).Where(part => !ReferenceEquals(schemas.Resolve(part), schema)).GroupBy(schemas.Resolve).Select(group => group.First()).ToList();
        return others.Count > 1 && others.All(part => schemas.Resolve(part) is { } target && records.IsObject(target)) ? others : null;
    }

    private Dictionary<Node, List<Node>> AllChildren()
    {
        context.Recorder?.NeedComponents();
        if (_children is not null)
            return _children;
        _children = [];
        foreach (var component in context.Description.Part("components", "schemas")?.Members ?? [])
        {
            foreach (var part in context.Description.Follow(component.Value).Target?["allOf"]?.Items ?? [])
            {
                if (part["$ref"] is null || schemas.Resolve(part) is not { } parent)
                    continue;
                if (!_children.TryGetValue(parent, out var list))
                    _children.Add(parent, list = []);
                list.Add(component.Value);
            }
        }

        return _children;
    }

    private static bool IsRule(Node part) =>
        part["$ref"] is null && part["type"] is null && part["types"] is null && part["properties"] is null && part["allOf"] is null && part["oneOf"] is null && part["anyOf"] is null
        && part["enum"] is null && part["const"] is null && part["items"] is null && part["format"] is null && part["additionalProperties"] is null && part["pattern"] is null;

    private static bool IsNull(Node schema) =>
        (schema["type"] is { } type && (type.Text == "null" || (type.Items.Count == 1 && type.Items[0].Text == "null")))
        || (schema["enum"] is { Items.Count: 1 } values && values.Items[0].Kind is NodeKind.Null)
        || (schema["const"] is { Kind: NodeKind.Null });

    private static bool HasMembers(Node schema) =>
        schema["properties"] is { Kind: NodeKind.Object, Members.Count: > 0 } || schema["additionalProperties"] is { Kind: NodeKind.Object }
        || (schema["allOf"] is { Kind: NodeKind.Array, Items.Count: > 0 } && (schema["oneOf"] is not null || schema["anyOf"] is not null));

    private static Member Text(Node at, string name, string text) => new(name, at.Span, Scalar(at, text));

    private static Node Scalar(Node at, string text) => Node.Scalar(NodeKind.String, at.File, at.Span, text);
}
