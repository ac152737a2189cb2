using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>Prints the code that makes the content of a request.</summary>
internal static class BodyEmitter
{
    public static void Emit(SourceWriter writer, BodyModel? body, ClientContext client)
    {
        if (body is null)
            return;
        if (!body.Required)
            writer.Open("if (" + body.Name + " is not null)");
        switch (body.Kind)
        {
            case ContentKind.Json:
                var value = body.Required || !body.Type.IsValueType ? body.Name : body.Name + ".Value";
                writer.Line("httpRequest.Content = SpecularRuntime::JsonContents.Create(" + value + ", "
                    + JsonCode.Writer(body.Type, body.Nullable && body.Required, client) + ", " + Literal.String(body.MediaType) + ");");
                break;
            case ContentKind.FormUrlEncoded:
                Fields(writer, body, "FormFields", client);
                break;
            case ContentKind.Multipart:
                Fields(writer, body, "MultipartFields", client);
                break;
            case ContentKind.Text:
                writer.Line("httpRequest.Content = new global::System.Net.Http.StringContent(" + body.Name + ", global::System.Text.Encoding.UTF8);");
                writer.Line("httpRequest.Content.Headers.ContentType = global::System.Net.Http.Headers.MediaTypeHeaderValue.Parse(" + Literal.String(body.MediaType) + ");");
                break;
            default:
                writer.Line("httpRequest.Content = " + body.Name + ".ToContent(" + Literal.String(body.MediaType) + ");");
                break;
        }

        if (!body.Required)
            writer.Close();
    }

    private static void Fields(SourceWriter writer, BodyModel body, string builder, ClientContext client)
    {
        writer.Line("var formFields = new SpecularRuntime::" + builder + "();");
        foreach (var field in body.Fields)
            Field(writer, field, body, (body.Type as TypeModel.Named)?.Name ?? "", client);
        if (body.Type is not TypeModel.Named { Kind: NamedTypeKind.Record })
            writer.Line("formFields.AddObject(SpecularRuntime::JsonContents.Text(" + body.Name + (body.Required || !body.Type.IsValueType ? "" : ".Value") + ", " + JsonCode.Writer(body.Type, nullable: false, client) + "));");
        writer.Line("httpRequest.Content = formFields.ToContent();");
    }

    private static void Field(SourceWriter writer, FormFieldModel field, BodyModel body, string owner, ClientContext client)
    {
        var property = field.Property;
        var name = Literal.String(property.WireName);
        var value = body.Name + "." + property.Name + (property.Presence is Presence.OptionalNullable ? ".Value" : "");
        var contentType = field.ContentType is { } type ? ", " + Literal.String(type) : "";

        // The form would leave it out without a word.
        if (property.Presence is Presence.Required && !property.Type.IsValueType)
        {
            writer.Line("if (" + value + " is null)");
            writer.Deeper().Line("throw SpecularRuntime::JsonObjects.RequiredIsNull(" + Literal.String(owner) + ", " + Literal.String(property.Name) + ");").Dedent();
        }

        if (property.Type is TypeModel.Primitive { Kind: PrimitiveKind.Binary })
        {
            writer.Line(File(value, property.Presence is Presence.Required ? "" : "?"));
        }
        else if (property.Type is TypeModel.List { Item: TypeModel.Primitive { Kind: PrimitiveKind.Binary }, ItemNullable: false })
        {
            writer.Open("foreach (var file in " + value + (property.Presence is Presence.Required ? "" : " ?? []") + ")");
            writer.Line("if (file is null)");
            writer.Deeper().Line("throw SpecularRuntime::JsonObjects.ItemIsNull(" + Literal.String(owner) + ", " + Literal.String(property.Name) + ");").Dedent();
            writer.Line(File("file", ""));
            writer.Close();
        }
        else if (field.Style is { } style)
        {
            var json = ParameterCode.Json(property.Type, value, property.Presence is Presence.Required, client, "given" + property.Name);
            writer.Line("formFields.AddStyled(" + name + ", " + json + ", SpecularRuntime::QueryStyle." + style + ", explode: " + ParameterCode.Bool(field.Explode) + ");");
        }
        else if (ParameterCode.IsAny(property.Type, asJson: false))
        {
            var json = ParameterCode.Json(property.Type, value, property.Presence is Presence.Required, client, "given" + property.Name);
            writer.Line("formFields.Add(" + name + ", SpecularRuntime::AnyParameter.FormValues(" + json + ")" + contentType + ");");
        }
        else if (property.Type is TypeModel.List)
        {
            writer.Line("formFields.Add(" + name + ", " + ParameterCode.Texts(property.Type, value, client) + contentType + ");");
        }
        else
        {
            var text = property.Presence is Presence.Required
                ? ParameterCode.Text(property.Type, value, field.AsJson, client)
                : ParameterCode.OptionalText(property.Type, value, field.AsJson, client, "given" + property.Name);
            writer.Line("formFields.Add(" + name + ", " + text + contentType + ");");
        }

        string File(string file, string optional) => "formFields.Add(" + name + ", "
            + file + optional + ".ToContent(" + Literal.String(field.ContentType ?? "application/octet-stream") + ")"
            + (body.Kind is ContentKind.Multipart ? ", " + file + optional + ".FileName" : "") + ");";
    }
}
