using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Diagnostics;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Schemas;

/// <summary>Reads Discriminator Objects (OpenAPI 3.1, section 4.8.25).</summary>
internal static class Discriminators
{
    // How far down choices in choices are told apart.
    private const int MaxDepth = 4;

    /// <summary>The property that tells the parts of a choice apart, or null.</summary>
    public static string? Property(Node schema) => SchemaKeywords.NonEmptyText(schema["discriminator"]?["propertyName"]);

    /// <summary>The values of the discriminator that mean a part: those of the mapping, else the name of its schema.</summary>
    public static IReadOnlyList<string> Values(Node schema, Node part, SchemaBinder schemas, BindingContext context) => Values(schema, part, schemas, context, 0);

    private static IReadOnlyList<string> Values(Node schema, Node part, SchemaBinder schemas, BindingContext context, int depth)
    {
        var target = schemas.Resolve(part);
        var mapped = (schema["discriminator"]?["mapping"]?.Members ?? [])
            .Where(mapping => Reference(mapping.Value, context) is { } reference && ReferenceEquals(context.Description.Follow(reference).Target, target))
            .Select(mapping => mapping.Name)
            .ToList();
        if (mapped.Count > 0)
            return mapped;

        // What the part itself says its discriminator is.
        if (target is not null && Property(schema) is { } property && target["properties"]?[property] is { Kind: NodeKind.Object } declared)
        {
            var values = EnumBinder.Values(declared);
            if (values.Count == 1)
                return [values[0].Text];
        }

        string[] own = target is not null && schemas.ComponentName(target) is { } name ? [name] : [];
        return target is null ? own : [.. own, .. Inner(schema, target, schemas, context, depth)];
    }

    // A choice inside the choice that the same property tells apart: its values mean it here, too.
    private static IEnumerable<string> Inner(Node schema, Node part, SchemaBinder schemas, BindingContext context, int depth) =>
        depth < MaxDepth && Property(part) == Property(schema) && schemas.Alternatives(part) is { } alternatives
            ? alternatives.SelectMany(alternative => Values(part, schemas.Origin(alternative), schemas, context, depth + 1))
            : [];

    /// <summary>The value of a mapping as a reference: a bare name is the name of a schema.</summary>
    public static Node? Reference(Node mapping, BindingContext context)
    {
        if (mapping.Kind is not NodeKind.String)
            return null;
        var isName = context.Description.Part("components", "schemas")?[mapping.Text] is not null;
        if (!isName)
            context.Recorder?.NeedNames();
        var text = isName ? "#/components/schemas/" + mapping.Text.Replace("~", "~0").Replace("/", "~1").Replace("%", "%25") : mapping.Text;
        var file = isName ? context.Description.Root.File : mapping.File;
        var reference = isName ? Node.Scalar(NodeKind.String, file, mapping.Span, text) : mapping;
        var node = Node.Object(file, mapping.Span, [new Member("$ref", mapping.Span, reference)]);
        var resolution = context.Description.Follow(node);
        if (resolution.Target is not null)
            return node;
        context.Diagnostics.Report(Descriptors.UnresolvedReference, mapping, SchemaKeywords.Shown(mapping.Text), resolution.Error ?? "");
        return null;
    }
}
