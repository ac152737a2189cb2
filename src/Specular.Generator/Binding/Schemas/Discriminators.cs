using Specular.Generator.Diagnostics;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Schemas;

/// <summary>Reads Discriminator Objects (OpenAPI 3.1, section 4.8.25).</summary>
internal static class Discriminators
{
    /// <summary>The property that tells the parts of a choice apart, or null.</summary>
    public static string? Property(Node schema) => SchemaKeywords.NonEmptyText(schema["discriminator"]?["propertyName"]);

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
