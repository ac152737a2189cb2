using System;
using System.Collections.Generic;
using System.Globalization;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Naming;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Schemas;

/// <summary>Makes a record of an object schema, with the members of everything that its <c>allOf</c> brings in.</summary>
internal sealed class RecordBinder(BindingContext context, SchemaBinder schemas)
{
    // What every record has, and what the emitted code adds to it.
    private static readonly NameScope s_reservedMembers = new(
        StringComparer.Ordinal,
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals", "EqualityContract", "PrintMembers", "Clone",
        "ReadJson", "WriteJson", "JsonConverter");

    // What n schemas inherit in a chain grows with the square of n; real descriptions, the largest ones too, stay far below.
    public const int MaxInherited = 200_000;

    /// <summary>True where the schema, or what its <c>allOf</c> brings in, has properties.</summary>
    public bool IsObject(Node schema)
    {
        if (Description.ReferenceOf(schema) is not null)
            return AddsMembers(schema) && Members(schema).Properties.Count > 0;
        if (schema["properties"] is { Kind: NodeKind.Object, Members.Count: > 0 })
            return SchemaKeywords.Types(schema, context) is var types && (types == JsonTypes.None || types.HasFlag(JsonTypes.Object));
        return schema["allOf"] is { Kind: NodeKind.Array } && new Merge(this).Collect(schema).Properties.Count > 0;
    }

    /// <summary>True where a schema with a <c>$ref</c> adds members to what it refers to (OpenAPI 3.1, section 4.8.24: siblings count).</summary>
    public static bool AddsMembers(Node schema) =>
        schema["properties"] is { Kind: NodeKind.Object, Members.Count: > 0 } || schema["allOf"] is { Kind: NodeKind.Array, Items.Count: > 0 } || schema["required"] is { Kind: NodeKind.Array, Items.Count: > 0 };

    /// <summary>
    /// The schema of the members that are not listed: <c>additionalProperties</c>, <c>unevaluatedProperties</c>, or a single pattern of <c>patternProperties</c>
    /// (several are told apart by their names, which a map does not do: any value then).
    /// </summary>
    public static Node? OtherMembers(Node schema)
    {
        if (schema["patternProperties"] is { Kind: NodeKind.Object, Members.Count: > 0 } patterns)
            return patterns.Members.Count == 1 && schema["additionalProperties"] is not { Kind: NodeKind.Object } ? patterns.Members[0].Value : Node.Scalar(NodeKind.Boolean, patterns.File, patterns.Span, "true");
        return schema["additionalProperties"] ?? schema["unevaluatedProperties"];
    }

    /// <summary>The members of a schema with everything that its <c>allOf</c> brings in.</summary>
    public Merge Members(Node schema) => new Merge(this).Collect(schema);

    public RecordModel Bind(Node schema, string name)
    {
        var merge = Members(schema);
        context.Declared.Inherit(Math.Max(0, merge.Order.Count - (schema["properties"]?.Members.Count ?? 0)));
        if (context.Declared.Inherited > MaxInherited)
        {
            context.Diagnostics.ReportOncePerKind(
                Descriptors.NotSupported, schema, "'allOf' brings more than " + MaxInherited.ToString(CultureInfo.InvariantCulture) + " properties into the schemas of this description; from here on they are additional properties");
            merge = new Merge(this).CollectOwn(schema);
        }

        var scope = new NameScope(s_reservedMembers, name);
        var properties = new List<PropertyModel>();
        foreach (var wireName in merge.Order)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            properties.Add(BindProperty(merge.Properties[wireName], name, merge.Required.ContainsKey(wireName), scope));
        }

        foreach (var required in merge.Required)
        {
            if (!merge.Properties.ContainsKey(required.Key))
                context.Diagnostics.Report(Descriptors.Ignored, required.Value, "'required' names '" + SchemaKeywords.Shown(required.Key) + "', which is no property of this schema");
        }

        AdditionalPropertiesModel? additional = null;
        if (merge.AdditionalProperties is { } values)
        {
            var bound = schemas.Bind(values, new NameHint(name, "AdditionalProperty"));
            additional = new AdditionalPropertiesModel(scope.Take("AdditionalProperties"), bound.Type, bound.Nullable);
        }

        return new RecordModel(
            name,
            SchemaKeywords.NonEmptyText(schema["description"]) ?? SchemaKeywords.NonEmptyText(schema["title"]),
            SchemaKeywords.Is(schema["deprecated"], "true"),
            new EquatableArray<PropertyModel>(properties),
            additional);
    }

    private PropertyModel BindProperty(Member member, string parent, bool required, NameScope scope)
    {
        var pascal = Identifier.Pascal(member.Name, "Property");
        var name = scope.Take(pascal, pascal + "Value");
        var bound = schemas.Bind(member.Value, new NameHint(parent, pascal));
        var facts = FactsBinder.Bind(member.Value, member.Name, bound.Type, schemas);

        // What only one side sends cannot be asked of the other.
        required &= !facts.ReadOnly && !facts.WriteOnly;
        var presence = (required, bound.Nullable) switch
        {
            (true, false) => Presence.Required,
            (true, true) => Presence.RequiredNullable,
            (false, false) => Presence.Optional,
            (false, true) => Presence.OptionalNullable,
        };
        return new PropertyModel(
            member.Name,
            name,
            bound.Type,
            presence,
            SchemaKeywords.NonEmptyText(member.Value["description"]) ?? SchemaKeywords.NonEmptyText(member.Value["title"]),
            facts,
            SchemaKeywords.Is(member.Value["deprecated"], "true"));
    }

    /// <summary>The members of a schema and of everything in its <c>allOf</c>, each name once; the schema's own come last and win.</summary>
    internal sealed class Merge(RecordBinder binder)
    {
        private readonly HashSet<Node> _visited = [];

        public List<string> Order { get; } = [];

        public Dictionary<string, Member> Properties { get; } = new(StringComparer.Ordinal);

        /// <summary>The required names, each with where the description says so.</summary>
        public Dictionary<string, Node> Required { get; } = new(StringComparer.Ordinal);

        public Node? AdditionalProperties { get; private set; }

        public Merge Collect(Node schema) => Collect(schema, 0);

        /// <summary>The members that the schema lists itself; any others are additional ones.</summary>
        public Merge CollectOwn(Node schema)
        {
            CollectListed(schema);
            AdditionalProperties = Node.Scalar(NodeKind.Boolean, schema.File, schema.Span, "true");
            return this;
        }

        private Merge Collect(Node schema, int depth)
        {
            // A schema that is part of itself adds nothing the second time.
            if (schema.Kind is not NodeKind.Object || !_visited.Add(schema))
                return this;
            if (depth > SchemaBinder.MaxDepth)
            {
                binder.Report(schema);
                return this;
            }

            if (Description.ReferenceOf(schema) is not null && binder.Target(schema) is { } target)
                Collect(target, depth + 1);
            foreach (var part in schema["allOf"]?.Items ?? [])
                Collect(part, depth + 1);
            CollectListed(schema);
            if (OtherMembers(schema) is { } additional && (additional.Kind is NodeKind.Object || additional.Text == "true"))
                AdditionalProperties = additional;
            return this;
        }

        private void CollectListed(Node schema)
        {
            foreach (var property in binder.ListedMembers(schema))
            {
                if (!Properties.ContainsKey(property.Name))
                    Order.Add(property.Name);
                Properties[property.Name] = property;
            }

            if (schema["required"] is { Kind: NodeKind.Array } required)
            {
                foreach (var name in required.Items)
                    Required[name.Text] = name;
            }
        }
    }

    private void Report(Node schema) => context.Diagnostics.ReportOncePerKind(
        Descriptors.NotSupported, schema, "'allOf' lies more than " + SchemaBinder.MaxDepth.ToString(CultureInfo.InvariantCulture) + " levels deep here; what is below is left out");

    private Node? Target(Node schema) => schemas.Resolve(schema);

    private IReadOnlyList<Member> ListedMembers(Node schema) => schemas.Members(schema["properties"]);
}
