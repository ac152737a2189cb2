using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Specular.Generator.Binding.Naming;
using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>Prints a record with the code that reads and writes it.</summary>
internal static class RecordEmitter
{
    public static void Emit(SourceWriter writer, RecordModel record, ClientContext client)
    {
        writer.Summary(record.Documentation ?? "The schema " + record.Name + ".");
        writer.Line(FileLayout.GeneratedCode);
        if (record.Deprecated)
            writer.Line("[global::System.Obsolete(\"The description says that this schema is deprecated.\")]");
        writer.Line("[SystemJson::Serialization.JsonConverter(typeof(global::" + client.Namespace + "." + record.Name + ".JsonConverter))]");
        writer.Open(client.Accessibility + " sealed partial record " + record.Name);
        foreach (var property in record.Properties)
            Property(writer, property, client);
        if (record.AdditionalProperties is { } additional)
        {
            writer.Summary("The members that the description does not list, by their names on the wire.");
            writer.Line("public " + MapType(additional, client) + "? " + additional.Name + " { get; init; }");
            writer.Line();
        }

        Print(writer, record);
        var locals = Locals(record);
        Read(writer, record, locals, client);
        writer.Line();
        Write(writer, record, locals, client);
        writer.Line();
        var type = "global::" + client.Namespace + "." + record.Name;
        Converter(writer, type, type, WriteClass(type));
        writer.Close();
    }

    /// <summary>The converter with which users' own <c>JsonSerializer</c> calls read and write the type the same way.</summary>
    public static void Converter(SourceWriter writer, string type, string methods, string write)
    {
        writer.Summary("Lets JsonSerializer read and write this type with the code above.");
        writer.Line("internal sealed class JsonConverter() : SpecularRuntime::JsonConverter<" + type + ">(" + methods + ".ReadJson, " + write + ");");
    }

    /// <summary>The delegate that such a converter writes a class with.</summary>
    public static string WriteClass(string type) => "static (ref SpecularRuntime::JsonOutput json, " + type + " value) => value.WriteJson(ref json)";

    private static void Property(SourceWriter writer, PropertyModel property, ClientContext client)
    {
        writer.Summary(property.Documentation ?? "The property " + property.Name + ".");
        writer.Xml("remarks", FactsEmitter.Remarks(property.WireName, property.Facts));
        writer.Line(FactsEmitter.AttributeText(property.WireName, property.Facts));
        if (property.Deprecated)
            writer.Line(FactsEmitter.ObsoleteText("property", property.Facts.Replacement));
        var required = property.Presence is Presence.Required or Presence.RequiredNullable ? "required " : "";
        writer.Line("public " + required + TypeText.Of(property, client) + " " + property.Name + " { get; init; }");
        writer.Line();
    }

    // The ToString of a record shows all its properties; a password is not for showing.
    private static void Print(SourceWriter writer, RecordModel record)
    {
        if (!Any(record, IsSecret))
            return;
        writer.Open("private bool PrintMembers(global::System.Text.StringBuilder builder)");
        for (var i = 0; i < record.Properties.Count; i++)
        {
            var property = record.Properties[i];
            writer.Line("builder.Append(\"" + (i > 0 ? ", " : "") + property.Name + " = \")" + (IsSecret(property) ? ".Append(\"***\");" : ".Append((object?)" + property.Name + ");"));
        }

        writer.Line("return true;");
        writer.Close();
        writer.Line();
    }

    private static bool IsSecret(PropertyModel property) => property.Facts.Secret;

    private static void Read(SourceWriter writer, RecordModel record, Dictionary<string, string> locals, ClientContext client)
    {
        if (record.Properties.Count > 0)
            writer.Line("private static readonly SpecularRuntime::JsonNames s_names = new(" + string.Join(", ", record.Properties.Select(property => Literal.String(property.WireName))) + ");");
        writer.Line();
        writer.Open("internal static " + record.Name + " ReadJson(ref SpecularRuntime::JsonInput json)");
        if (Any(record, property => property.Presence is Presence.Required or Presence.RequiredNullable))
            writer.Line("var start = json.Position;");
        foreach (var property in record.Properties)
        {
            var type = property.Presence is Presence.OptionalNullable ? TypeText.Of(property, client) : TypeText.Of(property.Type, client) + "?";
            writer.Line(type + " " + locals[property.Name] + " = default;");
            if (property.Presence is Presence.RequiredNullable)
                writer.Line("var has" + property.Name + " = false;");
        }

        if (record.AdditionalProperties is { } additional)
            writer.Line(DictionaryType(additional, client) + "? " + locals[additional.Name] + " = null;");
        var names = Names(record);
        writer.Open("for (var member = json.Begin(" + names + "); member != SpecularRuntime::JsonNames.End; member = json.Next(" + names + ", member))");
        if (record.Properties.Count > 0)
            Members(writer, record, locals, client);
        else
            Otherwise(writer, record, locals, client);
        writer.Close();
        writer.Line();
        writer.Open("return new " + record.Name);
        foreach (var property in record.Properties)
            writer.Line(property.Name + " = " + Assigned(property, locals[property.Name]) + ",");
        if (record.AdditionalProperties is { } rest)
            writer.Line(rest.Name + " = " + locals[rest.Name] + ",");
        writer.Close(";");
        writer.Close();
    }

    private static void Members(SourceWriter writer, RecordModel record, Dictionary<string, string> locals, ClientContext client)
    {
        writer.Open("switch (member)");
        for (var i = 0; i < record.Properties.Count; i++)
        {
            var property = record.Properties[i];
            writer.Line("case " + i.ToString(CultureInfo.InvariantCulture) + ":").Deeper();
            writer.Line(locals[property.Name] + " = " + ReadProperty(property, client) + ";");
            if (property.Presence is Presence.RequiredNullable)
                writer.Line("has" + property.Name + " = true;");
            writer.Line("break;").Dedent();
        }

        writer.Line("default:").Deeper();
        Otherwise(writer, record, locals, client);
        writer.Line("break;").Dedent();
        writer.Close();
    }

    private static string ReadProperty(PropertyModel property, ClientContext client)
    {
        var read = JsonCode.Read(property.Type, client);

        // JSON null is a JsonElement like any other; for a required property the reader of its type refuses it.
        if (property.Type is TypeModel.Primitive { Kind: PrimitiveKind.Json } || property.Presence is Presence.Required)
            return read;
        if (property.Presence is not Presence.OptionalNullable)
            return "json.IsNull() ? null : " + read;
        var type = "new " + TypeText.Of(property, client);
        return "json.IsNull() ? " + type + "(null) : " + type + "(" + read + ")";
    }

    private static void Otherwise(SourceWriter writer, RecordModel record, Dictionary<string, string> locals, ClientContext client)
    {
        if (record.AdditionalProperties is { } additional)
        {
            writer.Line("(" + locals[additional.Name] + " ??= new(global::System.StringComparer.Ordinal))[json.MemberName()] = "
                + (additional.Nullable ? "json.IsNull() ? null : " : "") + JsonCode.Read(additional.Type, client) + ";");
        }
        else
        {
            writer.Line("json.Skip();");
        }
    }

    private static string Names(RecordModel record) => record.Properties.Count > 0 ? "s_names" : "SpecularRuntime::JsonNames.None";

    private static string Assigned(PropertyModel property, string local) => property.Presence switch
    {
        Presence.Required => local + " ?? throw SpecularRuntime::JsonErrors.Missing(" + Literal.String(property.WireName) + ", start)",
        Presence.RequiredNullable => "has" + property.Name + " ? " + local + " : throw SpecularRuntime::JsonErrors.Missing(" + Literal.String(property.WireName) + ", start)",
        _ => local,
    };

    private static void Write(SourceWriter writer, RecordModel record, Dictionary<string, string> locals, ClientContext client)
    {
        writer.Open("internal void WriteJson(ref SpecularRuntime::JsonOutput json)");
        writer.Line("var start = json.Begin();");
        foreach (var property in record.Properties)
            WriteProperty(writer, record, property, locals[property.Name], client);
        if (record.AdditionalProperties is { } additional)
        {
            // The members of its own that a record writes itself its additional properties may not have a second time.
            var declared = record.Properties.Count > 0 ? ", declared: s_names" : "";
            writer.Line("if (" + additional.Name + " is { } " + locals[additional.Name] + ")");
            writer.Deeper().Line("SpecularRuntime::JsonCollections.WriteMembers(ref json, " + locals[additional.Name] + ", " + JsonCode.Writer(additional.Type, additional.Nullable, client) + (additional.Nullable ? ", nullValues: true" : "") + declared + ");").Dedent();
        }

        writer.Line("json.EndObject(start);");
        writer.Close();
    }

    private static void WriteProperty(SourceWriter writer, RecordModel record, PropertyModel property, string local, ClientContext client)
    {
        switch (property.Presence)
        {
            case Presence.Required:
                var value = property.Type.IsValueType
                    ? property.Name
                    : "(" + property.Name + " ?? throw SpecularRuntime::JsonObjects.RequiredIsNull(" + Literal.String(record.Name) + ", " + Literal.String(property.Name) + "))";
                Value(value);
                break;
            case Presence.RequiredNullable:
                Nullable(property.Name);
                break;
            case Presence.OptionalNullable:
                writer.Open("if (" + property.Name + ".HasValue)");
                Nullable(property.Name + ".Value");
                writer.Close();
                break;
            default:
                writer.Open("if (" + property.Name + " is { } " + local + ")");
                Value(local);
                writer.Close();
                break;
        }

        writer.Line();

        void Nullable(string expression)
        {
            writer.Open("if (" + expression + " is { } " + local + ")");
            Value(local);
            writer.Close();
            writer.Open("else");
            writer.Line("json.Raw(" + Literal.Utf8("," + Literal.Json(property.WireName) + ":null") + ");");
            writer.Close();
        }

        void Value(string expression)
        {
            writer.Line("json.Raw(" + Literal.Utf8("," + Literal.Json(property.WireName) + ":") + ");");
            writer.Line(JsonCode.Write(property.Type, expression, client) + ";");
        }
    }

    // "this.Name is { } name" and the loops above have these names.
    private static readonly NameScope s_locals = new(StringComparer.Ordinal, "json", "start", "member", "value", "some");

    private static Dictionary<string, string> Locals(RecordModel record)
    {
        var scope = new NameScope(s_locals);
        foreach (var property in record.Properties)
        {
            scope.Take("has" + property.Name);
            scope.Take(property.Name);
        }

        var locals = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in record.Properties)
            locals[property.Name] = scope.Take(Identifier.Camel(property.Name, "value"), Identifier.Camel(property.Name + "Value", "value"));
        if (record.AdditionalProperties is { } additional)
            locals[additional.Name] = scope.Take(Identifier.Camel(additional.Name, "value"));
        return locals;
    }

    private static string MapType(AdditionalPropertiesModel additional, ClientContext client) =>
        TypeText.Of(new TypeModel.Map(additional.Type, additional.Nullable), client);

    private static string DictionaryType(AdditionalPropertiesModel additional, ClientContext client) =>
        "global::System.Collections.Generic.Dictionary<string, " + TypeText.Of(additional.Type, client, additional.Nullable) + ">";

    private static bool Any(RecordModel record, Func<PropertyModel, bool> condition)
    {
        foreach (var property in record.Properties)
        {
            if (condition(property))
                return true;
        }

        return false;
    }
}
