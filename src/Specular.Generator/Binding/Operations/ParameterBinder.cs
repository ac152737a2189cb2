using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Binding.Schemas;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Naming;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Operations;

/// <summary>Makes method parameters of an operation's Parameter Objects (OpenAPI 3.1, section 4.8.12).</summary>
internal sealed class ParameterBinder(BindingContext context, SchemaBinder schemas)
{
    /// <summary>The parameters of the path and of the operation, which override those; those that have to be given first, then in the order of the description.</summary>
    public IReadOnlyList<ParameterModel> Bind(Node pathItem, Node operation, string operationName, NameScope scope)
    {
        var all = new List<(string Key, Node Parameter)>();
        foreach (var declared in schemas.Items(pathItem["parameters"]).Concat(schemas.Items(operation["parameters"])))
        {
            if (declared.Kind is not NodeKind.Object || schemas.Resolve(declared) is not { } parameter)
                continue;
            if (SchemaKeywords.Text(parameter["name"]) is not { } name || SchemaKeywords.Text(parameter["in"]) is not { } location)
            {
                context.Diagnostics.Report(Descriptors.Ignored, declared, "A parameter needs a 'name' and an 'in'; this one is left out");
                continue;
            }

            var key = location + ":" + name;
            var known = all.FindIndex(other => other.Key == key);
            if (known >= 0)
                all[known] = (key, parameter);
            else
                all.Add((key, parameter));
        }

        var bound = new List<ParameterModel>();
        foreach (var (_, parameter) in all)
        {
            if (BindOne(parameter, operationName, scope) is { } model)
                bound.Add(model);
        }

        return [.. bound.Where(parameter => parameter.IsAsked), .. bound.Where(parameter => !parameter.IsAsked)];
    }

    private ParameterModel? BindOne(Node parameter, string operationName, NameScope scope)
    {
        var wireName = parameter["name"]!.Text;
        if (Location(parameter) is not { } location)
            return null;

        // OpenAPI 3.1, section 4.8.12.1: these three are said by the body, the responses and the security of the operation.
        if (location is ParameterLocation.Header && wireName.ToLowerInvariant() is "accept" or "content-type" or "authorization")
            return null;
        if (location is ParameterLocation.Header && !MediaTypes.IsToken(wireName))
        {
            context.Diagnostics.Report(Descriptors.NotSupported, parameter["name"]!, "'" + SchemaKeywords.Shown(wireName) + "' cannot be the name of a header; it is left out");
            return null;
        }

        Member? content = schemas.Content(parameter) is { Count: > 0 } contents ? contents[0] : null;
        var schema = content is null ? parameter["schema"] : content.Value.Value["schema"];

        // Text is sent as it is; of a form that is the whole query, each member is a parameter.
        var kind = content is null ? (ContentKind?)null : MediaTypes.Kind(content.Value.Name);
        var asJson = kind is not (null or ContentKind.Text) && !(location is ParameterLocation.QueryString && kind is ContentKind.FormUrlEncoded);
        var camel = Identifier.Camel(wireName, "parameter");
        var name = scope.Take(camel, Identifier.Camel(wireName + " " + location, "parameter"));
        scope.Take(name.TrimStart('@') + "Given");
        var bound = schemas.Bind(schema, new NameHint(operationName, Identifier.Pascal(wireName, "Parameter")));
        var facts = schema is { Kind: NodeKind.Object } ? FactsBinder.Bind(schema, wireName, bound.Type, schemas) : FactsModel.None;
        var (style, explode) = Style(parameter, location, wireName);
        var required = location is ParameterLocation.Path || SchemaKeywords.Is(parameter["required"], "true");
        return new ParameterModel(
            wireName,
            name,
            location,
            Textual(bound.Type, asJson || location is ParameterLocation.QueryString || style is ParameterStyle.DeepObject, parameter, schema),
            required,
            style,
            explode,
            SchemaKeywords.Is(parameter["allowReserved"], "true"),
            asJson,
            SchemaKeywords.NonEmptyText(parameter["description"]),
            facts with { Example = facts.Example ?? SchemaKeywords.NonEmptyText(parameter["example"]), Replacement = Deprecation.ReplacementIn(parameter) },
            SchemaKeywords.Is(parameter["deprecated"], "true"),
            required && bound.Type is TypeModel.Named { Kind: NamedTypeKind.Enum } type ? schemas.OnlyMember(type) : null);
    }

    private ParameterLocation? Location(Node parameter)
    {
        var place = parameter["in"]!;
        switch (place.Text.ToLowerInvariant())
        {
            case "path":
                return ParameterLocation.Path;
            case "query":
                return ParameterLocation.Query;
            case "querystring":
                return ParameterLocation.QueryString;
            case "header":
                return ParameterLocation.Header;
            case "cookie":
                return ParameterLocation.Cookie;
            default:
                context.Diagnostics.Report(Descriptors.NotSupported, place, "A parameter in '" + SchemaKeywords.Shown(place.Text) + "' cannot be sent; it is left out");
                return null;
        }
    }

    private (ParameterStyle Style, bool Explode) Style(Node parameter, ParameterLocation location, string wireName)
    {
        var ordinary = location is ParameterLocation.Path or ParameterLocation.Header ? ParameterStyle.Simple : ParameterStyle.Form;
        var style = ordinary;
        if (parameter["style"] is { Kind: NodeKind.String } keyword)
        {
            var meant = keyword.Text.Replace("_", "").ToLowerInvariant();
            var known = Known(meant);
            if (known is null)
                context.Diagnostics.Report(Descriptors.Ignored, keyword, "'" + SchemaKeywords.Shown(keyword.Text) + "' is no style; '" + wireName + "' is sent in the ordinary one");
            else if (!Applies(known.Value, location))
                context.Diagnostics.Report(Descriptors.Ignored, keyword, "Style '" + SchemaKeywords.Shown(keyword.Text) + "' is not for parameters in " + parameter["in"]!.Text + "; '" + wireName + "' is sent in the ordinary one");
            else
                style = known.Value;
            if (known is not null && Known(keyword.Text, exact: true) is null)
                context.Diagnostics.ReportOncePerKind(Descriptors.ReadAsMeant, keyword, "Style '" + SchemaKeywords.Shown(keyword.Text) + "' is read as '" + Spelling(known.Value) + "'");
        }

        // What Swagger 2.0 has beyond the styles.
        if (parameter["x-collectionFormat"] is { Kind: NodeKind.String } format)
        {
            if (location is ParameterLocation.Query && format.Text == "tsv")
                return (ParameterStyle.TabDelimited, false);
            context.Diagnostics.Report(Descriptors.NotSupported, format, "A list in '" + SchemaKeywords.Shown(parameter["in"]!.Text) + "' is sent with commas between its items");
        }

        var explode = parameter["explode"] is { } flag ? SchemaKeywords.Is(flag, "true") : style is ParameterStyle.Form;
        return (style, explode);
    }

    private static ParameterStyle? Known(string text, bool exact = false) => (exact ? text : text.ToLowerInvariant()) switch
    {
        "simple" => ParameterStyle.Simple,
        "label" => ParameterStyle.Label,
        "matrix" => ParameterStyle.Matrix,
        "form" => ParameterStyle.Form,
        "spaceDelimited" => ParameterStyle.SpaceDelimited,
        "spacedelimited" when !exact => ParameterStyle.SpaceDelimited,
        "pipeDelimited" => ParameterStyle.PipeDelimited,
        "pipedelimited" when !exact => ParameterStyle.PipeDelimited,
        "deepObject" => ParameterStyle.DeepObject,
        "deepobject" when !exact => ParameterStyle.DeepObject,
        _ => null,
    };

    private static string Spelling(ParameterStyle style)
    {
        var name = style.ToString();
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    private static bool Applies(ParameterStyle style, ParameterLocation location) => location switch
    {
        ParameterLocation.Path => style is ParameterStyle.Simple or ParameterStyle.Label or ParameterStyle.Matrix,
        ParameterLocation.Query => style is ParameterStyle.Form or ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.DeepObject,
        ParameterLocation.Header => style is ParameterStyle.Simple,
        _ => style is ParameterStyle.Form,
    };

    /// <summary>The type that a parameter takes: what no style can write as text is sent as JSON text, and said.</summary>
    private TypeModel Textual(TypeModel type, bool asJson, Node parameter, Node? schema)
    {
        if (asJson || IsScalar(type) || type is TypeModel.List { Item: var item } && IsScalar(item) || type is TypeModel.Map { Value: var value } && IsScalar(value))
            return type;
        if (type is TypeModel.Named { Kind: NamedTypeKind.Record } ? !schemas.HasInnerValues(schema!) : type is TypeModel.Named || type is TypeModel.List { Item: TypeModel.Named { Kind: NamedTypeKind.Union } } && IsChoiceOfScalars(schema))
            return type;
        context.Diagnostics.ReportOncePerKind(Descriptors.NotSupported, parameter, "No style says how values inside values are written; in this parameter they are sent as JSON text");
        return type;
    }

    private bool IsChoiceOfScalars(Node? list) =>
        list is { Kind: NodeKind.Object } && schemas.Resolve(list)?["items"] is { Kind: NodeKind.Object } item && schemas.Resolve(item) is { } choice && schemas.Alternatives(choice) is { } parts
        && parts.All(part => schemas.Resolve(part) is { } target && SchemaKeywords.Types(target, context) is not JsonTypes.None and var types && (types & (JsonTypes.Array | JsonTypes.Object)) == 0);

    private static bool IsScalar(TypeModel type) => type is TypeModel.Primitive or TypeModel.Named { Kind: NamedTypeKind.Enum };
}
