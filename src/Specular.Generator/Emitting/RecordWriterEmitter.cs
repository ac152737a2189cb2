using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>Prints the method that writes a record.</summary>
internal static class RecordWriterEmitter
{
    public static void Emit(SourceWriter writer, RecordModel record, ClientContext client)
    {
        writer.Open("internal void WriteJson(ref SpecularRuntime::JsonOutput json)");
        writer.Line("var start = json.Begin();");
        foreach (var property in record.Properties)
            Property(writer, property, client);
        if (record.AdditionalProperties is { } additional)
        {
            // The members of its own that a record writes itself its additional properties may not have a second time.
            var declared = record.Properties.Count > 0 ? ", declared: s_names" : "";
            writer.Line("if (" + additional.Name + " is not null)");
            writer.Deeper().Line("SpecularRuntime::JsonCollections.WriteMembers(ref json, " + additional.Name + ", " + JsonCode.Writer(additional.Type, additional.Nullable, client) + (additional.Nullable ? ", nullValues: true" : "") + declared + ");").Dedent();
        }

        writer.Line("json.EndObject(start);");
        writer.Close();
    }

    private static void Property(SourceWriter writer, PropertyModel property, ClientContext client)
    {
        var name = "," + Literal.Json(property.WireName) + ":";
        if (JsonCode.MemberWriter(property.Type, Class(property.Presence)) is { } method)
            Scalar(writer, property, method + "(ref json, " + Literal.Utf8(name) + ", ");
        else
            Other(writer, property, name, client);
    }

    private static string Class(Presence presence) => presence switch
    {
        Presence.Required => "Required",
        Presence.Optional => "Optional",
        _ => "Nullable",
    };

    private static void Scalar(SourceWriter writer, PropertyModel property, string call)
    {
        switch (property.Presence)
        {
            case Presence.OptionalNullable:
                writer.Line("if (" + property.Name + ".HasValue)");
                writer.Deeper().Line(call + property.Name + ".Value);").Dedent();
                break;
            case Presence.Required when !property.Type.IsValueType:
                writer.Line(call + property.Name + ", this);");
                break;
            default:
                writer.Line(call + property.Name + ");");
                break;
        }
    }

    private static void Other(SourceWriter writer, PropertyModel property, string name, ClientContext client)
    {
        var isNullable = property.Presence is not Presence.Required;
        var value = property.Presence is Presence.OptionalNullable ? property.Name + ".Value" : property.Name;
        var some = isNullable && property.Type.IsValueType ? value + ".Value" : value;
        switch (property.Presence)
        {
            case Presence.Required when property.Type.IsValueType:
                Value(property.Name);
                break;
            case Presence.Required:
                Value("(" + property.Name + " ?? throw SpecularRuntime::JsonObjects.RequiredIsNull(GetType().Name, nameof(" + property.Name + ")))");
                break;
            case Presence.RequiredNullable:
                Nullable();
                break;
            case Presence.OptionalNullable:
                writer.Open("if (" + property.Name + ".HasValue)");
                Nullable();
                writer.Close();
                break;
            default:
                IfThere();
                break;
        }

        void IfThere()
        {
            writer.Open("if (" + value + " is not null)");
            Value(some);
            writer.Close();
        }

        void Nullable()
        {
            IfThere();
            writer.Line("else");
            writer.Deeper().Line("json.Raw(" + Literal.Utf8(name + "null") + ");").Dedent();
        }

        void Value(string expression)
        {
            writer.Line("json.Raw(" + Literal.Utf8(name) + ");");
            writer.Line(JsonCode.Write(property.Type, expression, client) + ";");
        }
    }
}
