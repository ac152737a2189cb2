using System;
using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Binding.Remembering;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Naming;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Schemas;

/// <summary>Names the schemas of <c>components</c>, each of which is a type or another name for one (OpenAPI 3.1, section 4.8.7).</summary>
internal sealed class ComponentBinder(BindingContext context, SchemaBinder schemas, RecordBinder records)
{
    // Those that have a name, and are declared once something refers to them.
    private readonly Dictionary<Node, (Member Component, string Name)> _unreached = [];

    /// <summary>Names the component schemas before anything else can take their names, then binds them.</summary>
    /// <param name="onlyReached">They are bound once something refers to them; their names do not depend on that.</param>
    public void BindAll(bool onlyReached)
    {
        var components = context.Description.Part("components", "schemas")?.Members ?? [];
        var own = new HashSet<Node>(components.Select(component => component.Value));
        var named = new List<Node>();

        // Of a schema that nothing reaches there is nothing to say.
        context.Diagnostics.IsMuted = onlyReached;
        foreach (var component in components)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var schema = component.Value;
            if (!context.Unit(PlaceOf(schema), UnitKind.Question, DeclaresType))
                continue;
            var pascal = Identifier.Pascal(component.Name, "Schema");
            context.Declared.NameComponent(schema, component.Name);
            _unreached.Add(schema, (component, context.Types.Take(pascal, pascal + "Schema")));
            named.Add(schema);

            bool DeclaresType()
            {
                schema = Elsewhere(component.Value) is { } target && !own.Contains(target) ? target : component.Value;
                return schema.Kind is NodeKind.Object && !_unreached.ContainsKey(schema) && this.DeclaresType(schema);
            }
        }

        context.Diagnostics.IsMuted = false;
        if (onlyReached)
            return;
        foreach (var schema in named)
            Reach(schema);
        foreach (var component in components)
        {
            // What declares a type has its name by now, and its members come later.
            if (!context.Declared.IsBound(component.Value))
                context.Unit(PlaceOf(component.Value), UnitKind.Alias, () => BindAlias(component));
        }
    }

    /// <summary>Binds one unit for itself, of a description that is one file.</summary>
    /// <param name="kind">What it is: one of <see cref="UnitKind"/>, or the name of a type.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="component">The part of the description that it stands in.</param>
    public object? BindUnit(string kind, Node schema, Member component) => kind switch
    {
        UnitKind.Question => schema.Kind is NodeKind.Object && DeclaresType(schema),
        UnitKind.Alias => BindAlias(component),
        _ when kind.StartsWith(UnitKind.Declaration, StringComparison.Ordinal) => Declare(schema, kind.Substring(UnitKind.Declaration.Length)),
        _ => records.Bind(schema, kind),
    };

    private TypeModel BindAlias(Member component) => schemas.Bind(component.Value, NameHint.Of("", component.Name)).Type;

    private static int? PlaceOf(Node node) => node.HasOwnPlace ? node.Span.Start : null;

    // A component that is kept in a file of its own has the component's name, and not the file's.
    private Node? Elsewhere(Node component) =>
        Description.ReferenceOf(component) is not null && context.Description.Follow(component).Target is { Kind: NodeKind.Object } target && !ReferenceEquals(target.File, component.File) ? target : null;

    /// <summary>Declares a component that nothing has referred to before.</summary>
    public void Reach(Node schema)
    {
        if (!_unreached.TryGetValue(schema, out var declared))
            return;
        _unreached.Remove(schema);
        var (component, name) = declared;
        var pascal = Identifier.Pascal(component.Name, "Schema");
        if (name != pascal)
            context.Diagnostics.Report(Descriptors.Renamed, component.Value.File, component.NameSpan, "Schema '" + SchemaKeywords.Shown(component.Name) + "' is called '" + name + "' in C#, since '" + pascal + "' is taken");
        context.Unit(PlaceOf(schema), UnitKind.Declaration + name, () => Declare(schema, name));
    }

    // True where the schema becomes a type with the schema's name, false where it is another name for something else.
    private bool DeclaresType(Node schema)
    {
        if (Description.ReferenceOf(schema) is not null)
            return RecordBinder.AddsMembers(schema) && records.IsObject(schema);
        if (schemas.SinglePart(schema) is not null)
            return false;
        if (schemas.Alternatives(schema) is not null || records.IsObject(schema))
            return true;
        var types = SchemaKeywords.Types(schema, context) & ~JsonTypes.Null;
        return types is JsonTypes.String or JsonTypes.Integer && EnumBinder.HasValues(schema) && EnumBinder.CanBind(schema, types == JsonTypes.Integer);
    }

    /// <returns>True where it is a choice, which is declared later.</returns>
    private bool Declare(Node schema, string name)
    {
        // What a choice becomes is known when its parts are bound; until then it has its name.
        if (schemas.Alternatives(schema) is not null)
        {
            context.Declared.NameUnion(schema, name);
            return true;
        }

        var types = SchemaKeywords.Types(schema, context);
        var kind = records.IsObject(schema) ? NamedTypeKind.Record : NamedTypeKind.Enum;
        var nullable = types.HasFlag(JsonTypes.Null) || (kind is NamedTypeKind.Enum && EnumBinder.HasNull(schema));
        var type = schemas.Named(name, kind);
        context.Declared.Bind(schema, new BoundType(type, nullable));
        schemas.Enqueue(schema, type);
        return false;
    }
}
