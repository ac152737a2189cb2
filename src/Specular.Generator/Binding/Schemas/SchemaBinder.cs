using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Specular.Generator.Binding.Remembering;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Schemas;

/// <summary>Decides what C# type each schema becomes. Types that have members are named at once and bound later, so that schemas may refer to each other.</summary>
internal sealed class SchemaBinder
{
    /// <summary>How deep schemas may lie in each other without a type of their own between them; the stack of a compiler bears no more than some hundreds.</summary>
    public const int MaxDepth = 100;

    private const int MaxNesting = 8;

    private static readonly string[] s_conditions = ["not", "if", "dependentSchemas", "dependentRequired", "contains", "propertyNames"];

    private readonly BindingContext _context;
    private readonly RecordBinder _records;
    private readonly ChoiceReader _choices;
    private readonly UnionBinder _unions;
    private readonly StructureHash _structure = new();
    private readonly HashSet<Node> _open = [];
    private readonly Declarations _declared;

    public SchemaBinder(BindingContext context)
    {
        _context = context;
        _declared = context.Declared;
        _records = new RecordBinder(context, this);
        _choices = new ChoiceReader(context, this, _records);
        _unions = new UnionBinder(context, this, new ShapeBinder(context, this, _records));
        Components = new ComponentBinder(context, this, _records);
    }

    /// <summary>Binds those that have a name.</summary>
    public ComponentBinder Components { get; }

    /// <summary>What the consumer's compilation has.</summary>
    public Capabilities Capabilities => _context.Capabilities;

    /// <summary>Binds the members of every type named so far, and of those that turn up on the way.</summary>
    public IReadOnlyDictionary<string, SchemaModel> Complete()
    {
        while (_declared.TryDequeue(out var record))
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            _declared.Declare(_context.Unit(record.Place, record.Name, () => _records.Bind(record.Schema ?? _context.Description.Root.At(record.Place)!, record.Name), isMade: record.Schema is { HasOwnPlace: false }));
        }

        return _declared.Schemas;
    }

    /// <summary>The type of a schema where it is used.</summary>
    /// <param name="schema">A Schema Object, a reference to one, or null for any value.</param>
    /// <param name="hint">What it is called if it declares a type and has no name.</param>
    public BoundType Bind(Node? schema, NameHint hint)
    {
        if (schema is null || schema.Kind is NodeKind.Boolean)
            return BoundType.Json;
        if (schema.Kind is not NodeKind.Object)
        {
            _context.Diagnostics.Report(Descriptors.Ignored, schema, "A schema is an object; any value is taken here");
            return BoundType.Json;
        }

        Components.Reach(schema);
        if (_declared.TryGetBound(schema, out var bound))
            return bound;
        if (!_open.Add(schema))
        {
            _context.Diagnostics.Report(Descriptors.NotSupported, schema, "This schema contains itself without an object between, which no C# type can; it is read as JsonElement");
            return BoundType.Json;
        }

        if (_open.Count > MaxDepth)
        {
            _open.Remove(schema);
            _context.Diagnostics.ReportOncePerKind(Descriptors.NotSupported, schema, "Schemas refer to each other more than " + MaxDepth.ToString(CultureInfo.InvariantCulture) + " levels deep here; this one is read as JsonElement");
            return BoundType.Json;
        }

        ReportConditions(schema);
        bound = BindNew(schema, hint);
        _open.Remove(schema);
        _declared.Bind(schema, bound);
        return bound;
    }

    /// <summary>The schema that a reference, or a chain of them, leads to; null after a report where it leads nowhere.</summary>
    public Node? Resolve(Node schema)
    {
        var resolution = _context.Description.Follow(schema);
        if (resolution.Target is null && (schema["$ref"] ?? schema["$dynamicRef"]) is { } reference)
            _context.Diagnostics.Report(Descriptors.UnresolvedReference, reference, SchemaKeywords.Shown(reference.Text), resolution.Error ?? "");
        if (resolution.IsMeant)
            _context.Diagnostics.ReportOncePerKind(Descriptors.ReadAsMeant, schema["$ref"]!, "A reference to '#/$defs' starts at the file; it is read as one into the schema around it, which has that");
        return resolution.Target;
    }

    /// <summary>The members of a map, or of what a reference leads to that stands in its place: only objects of the standard may have one, but split files do otherwise.</summary>
    public IReadOnlyList<Member> Members(Node? map) => FollowPart(map) is { Kind: NodeKind.Object } target ? target.Members : [];

    /// <summary>The items of a list, or of what a reference leads to that stands in its place.</summary>
    public IReadOnlyList<Node> Items(Node? list) => FollowPart(list) is { Kind: NodeKind.Array } target ? target.Items : [];

    /// <summary>The media types of a body, a parameter or a response; one may be a reference (OpenAPI 3.2, section 4.14).</summary>
    public IReadOnlyList<Member> Content(Node owner)
    {
        var members = Members(owner["content"]);
        return members.All(member => Description.ReferenceOf(member.Value) is null)
            ? members
            : [.. members.Select(member => Description.ReferenceOf(member.Value) is null ? member : new Member(member.Name, member.NameSpan, Resolve(member.Value) ?? member.Value))];
    }

    private Node? FollowPart(Node? part)
    {
        if (part is not { Kind: NodeKind.Object } || Description.ReferenceOf(part) is null)
            return part;
        _context.Diagnostics.ReportOncePerKind(Descriptors.ReadAsMeant, part, "A reference stands where none may be; it is followed");
        return Resolve(part);
    }

    // What depends on the value is for whoever checks values; the type takes all of them.
    private void ReportConditions(Node schema)
    {
        foreach (var keyword in s_conditions)
        {
            if (schema[keyword] is { Kind: NodeKind.Object, Members.Count: > 0 } condition)
                _context.Diagnostics.ReportOncePerKind(Descriptors.LeftToCaller, condition, "'" + keyword + "' is no part of a C# type and is not checked");
        }
    }

    private BoundType BindNew(Node schema, NameHint hint)
    {
        if (Description.ReferenceOf(schema) is not null)
            return RecordBinder.AddsMembers(schema) && _records.IsObject(schema) ? new BoundType(DeclareInline(schema, hint, NamedTypeKind.Record), Nullable: false) : BindReference(schema, hint);
        if (SinglePart(schema) is { } single)
        {
            var inner = Bind(single, hint);
            return inner with { Nullable = inner.Nullable || _choices.HasNull(schema) };
        }

        if (Alternatives(schema) is { } alternatives)
            return _unions.Bind(schema, alternatives, hint) is var union && _choices.HasNull(schema) ? union with { Nullable = true } : union;
        if (schema["allOf"] is { Kind: NodeKind.Array })
            return BindMerged(schema, hint);

        var types = SchemaKeywords.Types(schema, _context);
        var nullable = types.HasFlag(JsonTypes.Null);
        types &= ~JsonTypes.Null;

        // An integer is a number; both together say no more than the wider.
        if (types == (JsonTypes.Integer | JsonTypes.Number))
            types = JsonTypes.Number;
        switch (types)
        {
            case JsonTypes.Boolean:
                return new BoundType(new TypeModel.Primitive(PrimitiveKind.Boolean), nullable);
            case JsonTypes.String or JsonTypes.Integer when EnumBinder.HasValues(schema):
                return BindEnum(schema, hint, nullable, types == JsonTypes.Integer);
            case JsonTypes.Integer or JsonTypes.Number or JsonTypes.String:
                return new BoundType(PrimitiveBinder.Bind(types, SchemaKeywords.Format(schema), _context.Capabilities), nullable);
            case JsonTypes.Array:
                var item = Shallow(BindItem(schema, hint.Item), schema);
                return new BoundType(new TypeModel.List(item.Type, item.Nullable), nullable);
            case JsonTypes.Object:
                return BindObject(schema, hint, nullable);
            default:
                return BoundType.Json;
        }
    }

    // Lists in lists become lambdas in lambdas, and with each level the compiler takes twice as long.
    private BoundType Shallow(BoundType inner, Node at)
    {
        if (Nesting(inner.Type) < MaxNesting)
            return inner;
        _context.Diagnostics.Report(Descriptors.NotSupported, at, "Lists and maps lie more than " + MaxNesting.ToString(CultureInfo.InvariantCulture) + " levels deep in each other here; what is below is read as JsonElement");
        return BoundType.Json;
    }

    private static int Nesting(TypeModel type)
    {
        var levels = 0;
        while (type is TypeModel.List or TypeModel.Map)
        {
            type = type is TypeModel.List list ? list.Item : ((TypeModel.Map)type).Value;
            levels++;
        }

        return levels;
    }

    // A tuple whose places are of one type is a list of it; of several types, a list of anything.
    private BoundType BindItem(Node schema, NameHint hint)
    {
        if (schema["prefixItems"] is not { Kind: NodeKind.Array, Items.Count: > 0 } places)
            return Bind(schema["items"] is { Kind: NodeKind.Array } ? null : schema["items"], hint);
        var types = places.Items.Select(place => Bind(place, hint)).Distinct().ToList();
        var isOpen = schema["items"] is { Kind: NodeKind.Object } rest && Bind(rest, hint) != types[0];
        return types.Count == 1 && !isOpen ? types[0] : BoundType.Json;
    }

    private BoundType BindReference(Node schema, NameHint hint)
    {
        if (Resolve(schema) is not { } target)
            return BoundType.Json;
        if (schema["$ref"] is null && _context.Description.IsOverridden(schema, schema["$dynamicRef"]!.Text))
            _context.Diagnostics.ReportOncePerKind(Descriptors.NotSupported, schema["$dynamicRef"]!, "'$dynamicRef' is read as '$ref': what a schema around this one puts in its place is not looked at");
        var last = ReferenceName.Of(Description.ReferenceOf(schema)!);
        var bound = Bind(WithSiblings(schema) ?? target, last.Length > 0 ? NameHint.Of(hint.Parent, last) : hint);
        return SchemaKeywords.Is(schema["nullable"], "true") ? bound with { Nullable = true } : bound;
    }

    // A reference on the way that adds members of its own is where the way ends.
    private Node? WithSiblings(Node schema)
    {
        var next = schema;
        while (Description.ReferenceOf(next) is { } reference && _context.Description.Resolve(next, reference).Target is { } target)
        {
            next = target;
            if (Description.ReferenceOf(next) is not null && RecordBinder.AddsMembers(next) && _records.IsObject(next))
                return next;
        }

        return null;
    }

    /// <summary>The one schema that stands for this one: what is alone in an <c>allOf</c>, or the only choice besides null.</summary>
    public Node? SinglePart(Node schema) => _choices.Of(schema) is { Count: 1 } parts ? parts[0] : null;

    /// <summary>The schemas of which a value fits one, where there are several.</summary>
    public IReadOnlyList<Node>? Alternatives(Node schema) => _choices.Of(schema) is { Count: > 1 } parts ? parts : null;

    /// <summary>True where null is one of the values, as the schema itself says.</summary>
    public bool HasNull(Node schema) => _choices.HasNull(schema) || EnumBinder.HasNull(schema);

    private BoundType BindMerged(Node schema, NameHint hint)
    {
        var nullable = SchemaKeywords.Types(schema, _context).HasFlag(JsonTypes.Null);
        if (_records.IsObject(schema))
            return new BoundType(DeclareInline(schema, hint, NamedTypeKind.Record), nullable);

        // Annotations around one real schema: "allOf: [{ $ref }, { description }]".
        var real = schema["allOf"]!.Items.Where(part => part["$ref"] is not null || SchemaKeywords.Types(part, _context) != JsonTypes.None || part["allOf"] is not null).ToList();
        if (real.Count == 0)
            return BoundType.Json;
        var bound = Bind(real[0], hint);
        return bound with { Nullable = nullable || bound.Nullable };
    }

    private BoundType BindEnum(Node schema, NameHint hint, bool nullable, bool isInteger)
    {
        nullable |= EnumBinder.HasNull(schema);
        if (!EnumBinder.CanBind(schema, isInteger))
            return new BoundType(PrimitiveBinder.Bind(isInteger ? JsonTypes.Integer : JsonTypes.String, SchemaKeywords.Format(schema), _context.Capabilities), nullable);
        return new BoundType(DeclareInline(schema, hint, NamedTypeKind.Enum), nullable);
    }

    private BoundType BindObject(Node schema, NameHint hint, bool nullable)
    {
        if (schema["properties"] is { Kind: NodeKind.Object, Members.Count: > 0 })
            return new BoundType(DeclareInline(schema, hint, NamedTypeKind.Record), nullable);
        var value = RecordBinder.OtherMembers(schema) is { Kind: NodeKind.Object } additional ? Shallow(Bind(additional, hint.Item), additional) : BoundType.Json;
        return new BoundType(new TypeModel.Map(value.Type, value.Nullable), nullable);
    }

    /// <summary>The member of an enum that has one alone, or null.</summary>
    public string? OnlyMember(TypeModel.Named type) => _declared.OnlyMember(type);

    /// <summary>True where members of an object are lists or objects themselves.</summary>
    public bool HasInnerValues(Node schema) => Resolve(schema) is { } target && _records.Members(target).Properties.Values.Any(property =>
        property.Value.Kind is NodeKind.Object && Resolve(property.Value) is { } member
        && (_records.IsObject(member) || (SchemaKeywords.Types(member, _context) & (JsonTypes.Array | JsonTypes.Object)) != JsonTypes.None));

    /// <inheritdoc cref="ChoiceReader.Origin"/>
    public Node Origin(Node part) => _choices.Origin(part);

    /// <summary>The key of a component schema, or null for a schema that is none.</summary>
    public string? ComponentName(Node schema) => _declared.ComponentName(schema);

    /// <summary>
    /// Names a choice before its parts are bound, so that they may refer to it, or finds that there is one of the same structure under that name.
    /// </summary>
    /// <returns>The type, and whether it still has to be declared.</returns>
    public (TypeModel.Named Type, bool IsNew) NameUnion(Node schema, NameHint hint)
    {
        if (_declared.UnionName(schema) is { } name)
            return (new TypeModel.Named(name, NamedTypeKind.Union), true);
        var structure = _structure.Of(schema);
        var wishes = hint.Wishes;
        if (_declared.FindInline(wishes, structure) is { } same)
            return (same, false);
        var type = new TypeModel.Named(_declared.TakeType(wishes), NamedTypeKind.Union);
        _declared.NoteInline(structure, type);
        return (type, true);
    }

    /// <summary>Takes note of what a schema is while its parts are bound.</summary>
    public void Promise(Node schema, BoundType type) => _declared.Bind(schema, type);

    /// <summary>Adds a declared type.</summary>
    public void Add(SchemaModel schema) => _declared.Declare(schema);

    private TypeModel.Named DeclareInline(Node schema, NameHint hint, NamedTypeKind kind)
    {
        // The same values under the same name are one type, wherever they stand.
        var structure = _structure.Of(schema);
        var wishes = hint.Wishes;
        if (_declared.FindInline(wishes, structure) is { } same)
            return same;
        var type = Named(_declared.TakeType(wishes), kind);
        _declared.NoteInline(structure, type);
        Enqueue(schema, type);
        return type;
    }

    /// <summary>A type that is declared, with the name of its companion.</summary>
    public TypeModel.Named Named(string name, NamedTypeKind kind) =>
        new(name, kind, kind is NamedTypeKind.Enum ? _declared.TakeType(name + "Extensions", name + "EnumExtensions") : "");

    /// <summary>Declares an enum at once, and puts the members of a record off.</summary>
    public void Enqueue(Node schema, TypeModel.Named type)
    {
        if (type.Kind is NamedTypeKind.Enum)
            _declared.Declare(EnumBinder.Bind(schema, type, SchemaKeywords.Types(schema, _context).HasFlag(JsonTypes.Integer)));
        else
            _declared.Enqueue(schema, type.Name);
    }
}
