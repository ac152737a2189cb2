using System;
using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Binding.Schemas;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding.Operations;

/// <summary>Decides how a Request Body Object is sent (OpenAPI 3.1, section 4.8.13).</summary>
internal sealed class BodyBinder(BindingContext context, SchemaBinder schemas)
{
    /// <summary>The body in each of the ways that C# can tell apart by its type, best first; none where there is no body.</summary>
    public IReadOnlyList<BodyModel> Bind(Node operation, string operationName)
    {
        if (operation["requestBody"] is not { Kind: NodeKind.Object } declared || schemas.Resolve(declared) is not { } body)
            return [];

        var bodies = new List<BodyModel>();
        var passedOver = new List<string>();
        foreach (var mediaType in schemas.Content(body).OrderBy(member => Rank(member.Name)))
        {
            if (BindOne(mediaType, body, operationName, bodies.Count) is not { } model)
                continue;
            if (bodies.Any(other => Signature(other.Type) == Signature(model.Type)))
                passedOver.Add("'" + SchemaKeywords.Shown(mediaType.Name) + "'");

            // A second body that may be left out would make a call without one ambiguous.
            else
                bodies.Add(bodies.Count == 0 ? model : model with { Required = true });
        }

        if (passedOver.Count > 0)
            context.Diagnostics.Report(Descriptors.Choice, body["content"]!, "The body is sent as '" + SchemaKeywords.Shown(bodies[0].MediaType) + "'; " + string.Join(", ", passedOver) + " would do as well");
        return bodies;
    }

    // What overloads are told apart by: to C#, a list of strings that may be null is a list of strings.
    private static TypeModel Signature(TypeModel type) => type switch
    {
        TypeModel.List list => new TypeModel.List(Signature(list.Item), ItemNullable: false),
        TypeModel.Map map => new TypeModel.Map(Signature(map.Value), ValueNullable: false),
        _ => type,
    };

    private BodyModel? BindOne(Member mediaType, Node body, string operationName, int index)
    {
        var schema = mediaType.Value["schema"];
        var kind = MediaTypes.Kind(mediaType.Name, schema is null ? null : schemas.Resolve(schema));
        kind = kind is ContentKind.EventData or ContentKind.JsonLines ? ContentKind.Binary : kind;
        if (MediaTypes.IsForeign(mediaType.Name))
            context.Diagnostics.ReportOncePerKind(Descriptors.LeftToCaller, mediaType.Value, "'" + SchemaKeywords.Shown(mediaType.Name) + "' is sent as the caller gives it");
        var hint = new NameHint("", operationName + (index > 0 && kind is ContentKind.FormUrlEncoded or ContentKind.Multipart ? "Form" : "") + "Request");
        var bound = kind is ContentKind.Binary or ContentKind.Text
            ? new BoundType(new TypeModel.Primitive(kind is ContentKind.Text ? PrimitiveKind.String : PrimitiveKind.Binary), Nullable: false)
            : schemas.Bind(schema, hint);
        var isForm = kind is ContentKind.FormUrlEncoded or ContentKind.Multipart;

        // A form without fields is how some tools say that there is no body.
        if (isForm && schema is not null && schemas.Resolve(schema) is { } target && target["properties"] is { Members.Count: 0 } && target["additionalProperties"] is not { Kind: NodeKind.Object })
            return null;

        // A form that is no object has no fields; what it is can only be guessed.
        if (isForm && bound.Type is TypeModel.List or TypeModel.Primitive { Kind: not PrimitiveKind.Json })
        {
            context.Diagnostics.Report(Descriptors.NotSupported, mediaType.Value.File, mediaType.NameSpan, "A form whose schema is no object is sent as the caller gives it, as a file");
            kind = ContentKind.Binary;
            bound = new BoundType(new TypeModel.Primitive(PrimitiveKind.Binary), Nullable: false);
        }

        if (kind is ContentKind.Json && bound.Type is TypeModel.Primitive { Kind: PrimitiveKind.Binary })
            kind = ContentKind.Binary;
        return new BodyModel(
            kind,
            MediaTypes.Sent(mediaType.Name, kind),
            "body",
            bound.Type,
            SchemaKeywords.Is(body["required"], "true"),
            bound.Nullable,
            EquatableArray<FormFieldModel>.Empty,
            new EquatableArray<EncodingModel>(Encodings(mediaType.Value, schema)),
            SchemaKeywords.NonEmptyText(body["description"]));
    }

    /// <summary>Gives a form its fields, once the record that holds them is bound.</summary>
    public static BodyModel Complete(BodyModel body, Func<string, SchemaModel?> declared)
    {
        if (body.Kind is not (ContentKind.FormUrlEncoded or ContentKind.Multipart) || body.Type is not TypeModel.Named named || declared(named.Name) is not RecordModel record)
            return body;
        return body with { Fields = new EquatableArray<FormFieldModel>(record.Properties.Select(property => Field(property, body))) };
    }

    // OpenAPI 3.1, section 4.8.15: where nothing is said, objects are JSON, and each item of an array is a field for itself.
    private static FormFieldModel Field(PropertyModel property, BodyModel body)
    {
        var encoding = body.Encodings.FirstOrDefault(candidate => candidate.WireName == property.WireName);
        var inner = property.Type is TypeModel.List list ? list.Item : property.Type;
        var isFile = inner is TypeModel.Primitive { Kind: PrimitiveKind.Binary };
        var isJson = inner is TypeModel.Named { Kind: NamedTypeKind.Record } or TypeModel.Map or TypeModel.List;
        var contentType = body.Kind is ContentKind.Multipart ? encoding?.ContentType ?? (isJson ? "application/json" : isFile ? "application/octet-stream" : null) : null;
        return new FormFieldModel(property, IsScalar(property.Type) ? null : encoding?.Style, encoding?.Explode ?? true, isJson && property.Type is not TypeModel.List, contentType);
    }

    // OpenAPI 3.1, section 4.8.15.1: what a property says of its own content holds where "encoding" does not speak of it.
    private IEnumerable<EncodingModel> Encodings(Node mediaType, Node? schema)
    {
        var declared = (mediaType["encoding"]?.Members ?? []).Where(member => member.Value.Kind is NodeKind.Object).Select(BindEncoding).ToList();
        var properties = schema is null ? null : schemas.Resolve(schema)?["properties"];
        return declared.Concat((properties?.Members ?? [])
            .Where(property => !declared.Exists(encoding => encoding.WireName == property.Name))
            .Select(property => (property.Name, ContentType: SchemaKeywords.NonEmptyText(property.Value["contentMediaType"])))
            .Where(property => property.ContentType is not null && MediaTypes.IsSendable(property.ContentType))
            .Select(property => new EncodingModel(property.Name, Style: null, Explode: true, property.ContentType)));
    }

    private static bool IsScalar(TypeModel type) => type is TypeModel.Primitive { Kind: not PrimitiveKind.Json } or TypeModel.Named { Kind: NamedTypeKind.Enum };

    private static EncodingModel BindEncoding(Member member)
    {
        ParameterStyle? style = SchemaKeywords.Text(member.Value["style"]) switch
        {
            "form" => ParameterStyle.Form,
            "spaceDelimited" => ParameterStyle.SpaceDelimited,
            "pipeDelimited" => ParameterStyle.PipeDelimited,
            "deepObject" => ParameterStyle.DeepObject,
            _ => null,
        };
        if (SchemaKeywords.Text(member.Value["x-collectionFormat"]) == "tsv")
            style = ParameterStyle.TabDelimited;
        var explode = member.Value["explode"] is { } flag ? SchemaKeywords.Is(flag, "true") : style is null or ParameterStyle.Form or ParameterStyle.DeepObject;

        // Of several types, and of ranges like image/*, none is the one to send; the file says its own.
        var contentType = SchemaKeywords.NonEmptyText(member.Value["contentType"]) is { } type && type.IndexOf(',') < 0 && MediaTypes.IsSendable(type) ? type : null;
        return new EncodingModel(member.Name, style, explode, contentType);
    }

    private static int Rank(string mediaType) => MediaTypes.Kind(mediaType) switch
    {
        ContentKind.Json => MediaTypes.IsWildcard(mediaType) ? 1 : 0,
        ContentKind.Multipart => 2,
        ContentKind.FormUrlEncoded => 3,
        ContentKind.Text => 4,
        _ => 5,
    };
}
