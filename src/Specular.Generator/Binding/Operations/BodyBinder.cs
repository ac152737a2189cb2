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
    public BodyModel? Bind(Node operation, string operationName)
    {
        if (operation["requestBody"] is not { Kind: NodeKind.Object } declared || schemas.Resolve(declared) is not { } body)
            return null;
        if (body["content"] is not { Kind: NodeKind.Object, Members.Count: > 0 } content)
            return null;

        var chosen = content.Members.OrderBy(member => Rank(member.Name)).First();
        if (content.Members.Count > 1)
        {
            var others = string.Join(", ", content.Members.Where(member => member.Name != chosen.Name).Select(member => "'" + SchemaKeywords.Shown(member.Name) + "'"));
            context.Diagnostics.Report(Descriptors.Choice, content, "The body is sent as '" + SchemaKeywords.Shown(chosen.Name) + "'; " + others + " would do as well");
        }

        var kind = MediaTypes.Kind(chosen.Name);
        var schema = chosen.Value["schema"];
        var bound = kind is ContentKind.Binary or ContentKind.Text
            ? new BoundType(new TypeModel.Primitive(kind is ContentKind.Text ? PrimitiveKind.String : PrimitiveKind.Binary), Nullable: false)
            : schemas.Bind(schema, new NameHint("", operationName + "Request"));

        var isForm = kind is ContentKind.FormUrlEncoded or ContentKind.Multipart;

        // A form without fields is how some tools say that there is no body.
        if (isForm && schema is not null && schemas.Resolve(schema) is { } target && target["properties"] is { Members.Count: 0 } && target["additionalProperties"] is not { Kind: NodeKind.Object })
            return null;

        // A form that is no object has no fields; what it is can only be guessed.
        if (isForm && bound.Type is TypeModel.List or TypeModel.Primitive { Kind: not PrimitiveKind.Json })
        {
            context.Diagnostics.Report(Descriptors.NotSupported, chosen.Value.File, chosen.NameSpan, "A form whose schema is no object is sent as the caller gives it, as a file");
            kind = ContentKind.Binary;
            bound = new BoundType(new TypeModel.Primitive(PrimitiveKind.Binary), Nullable: false);
        }

        return new BodyModel(
            kind,
            MediaTypes.Sent(chosen.Name, kind),
            "body",
            bound.Type,
            SchemaKeywords.Is(body["required"], "true"),
            bound.Nullable,
            EquatableArray<FormFieldModel>.Empty,
            new EquatableArray<EncodingModel>((chosen.Value["encoding"]?.Members ?? []).Where(member => member.Value.Kind is NodeKind.Object).Select(BindEncoding)),
            SchemaKeywords.NonEmptyText(body["description"]));
    }

    /// <summary>Gives a form its fields, once the record that holds them is bound.</summary>
    public static BodyModel Complete(BodyModel body, IReadOnlyDictionary<string, SchemaModel> declared)
    {
        if (body.Kind is not (ContentKind.FormUrlEncoded or ContentKind.Multipart) || body.Type is not TypeModel.Named named || declared[named.Name] is not RecordModel record)
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
