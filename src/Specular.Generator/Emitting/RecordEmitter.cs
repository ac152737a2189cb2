using System;
using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Binding.Naming;
using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>Prints a record with the code that reads and writes it.</summary>
internal static class RecordEmitter
{
    public static GeneratedFile Emit(RecordModel record, ClientContext client)
    {
        var writer = FileLayout.Begin(client);
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
        Read(writer, record, client);
        writer.Line();
        Write(writer, record, client);
        writer.Line();
        Converter(writer, "global::" + client.Namespace + "." + record.Name, "global::" + client.Namespace + "." + record.Name, isValue: false);
        writer.Close();
        return writer.End(client, record.Name);
    }

    /// <summary>The converter with which users' own <c>JsonSerializer</c> calls read and write the type the same way.</summary>
    public static void Converter(SourceWriter writer, string type, string methods, bool isValue, bool isInteger = false)
    {
        writer.Summary("Lets JsonSerializer read and write this type with the code above.");
        writer.Open("internal sealed class JsonConverter : SystemJson::Serialization.JsonConverter<" + type + ">");
        writer.Line("/// <inheritdoc/>");
        writer.Line("public override " + type + " Read(ref SystemJson::Utf8JsonReader reader, global::System.Type typeToConvert, SystemJson::JsonSerializerOptions options) =>");
        writer.Deeper().Line(methods + ".ReadJson(ref reader);").Dedent();
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line("public override void Write(SystemJson::Utf8JsonWriter writer, " + type + " value, SystemJson::JsonSerializerOptions options) =>");
        writer.Deeper().Line(isValue ? methods + ".WriteJson(writer, value);" : "value.WriteJson(writer);").Dedent();
        if (isValue)
        {
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line("public override " + type + " ReadAsPropertyName(ref SystemJson::Utf8JsonReader reader, global::System.Type typeToConvert, SystemJson::JsonSerializerOptions options) =>");
            writer.Deeper().Line((isInteger ? "(" + type + ")SpecularRuntime::JsonRead.Int64Name(ref reader)" : methods + ".FromWireValue(reader.GetString()!)") + ";").Dedent();
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line("public override void WriteAsPropertyName(SystemJson::Utf8JsonWriter writer, " + type + " value, SystemJson::JsonSerializerOptions options) =>");
            writer.Deeper().Line("writer.WritePropertyName(" + methods + ".ToWireValue(value));").Dedent();
        }

        writer.Close();
    }

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

    private static void Read(SourceWriter writer, RecordModel record, ClientContext client)
    {
                var locals = Locals(record);
        writer.Open("internal static " + record.Name + " ReadJson(ref SystemJson::Utf8JsonReader reader)");
        var needsStart = Any(record, property => property.Presence is Presence.Required or Presence.RequiredNullable);
        writer.Line((needsStart ? "var start = " : "") + "SpecularRuntime::JsonObjects.Start(ref reader);");
        foreach (var property in record.Properties)
        {
            var type = property.Presence is Presence.OptionalNullable ? TypeText.Of(property, client) : TypeText.Of(property.Type, client) + "?";
            writer.Line(type + " " + locals[property.Name] + " = default;");
            if (property.Presence is Presence.RequiredNullable)
                writer.Line("var has" + property.Name + " = false;");
        }

        if (record.AdditionalProperties is { } additional)
            writer.Line(DictionaryType(additional, client) + "? " + locals[additional.Name] + " = null;");
        writer.Open("while (SpecularRuntime::JsonObjects.Next(ref reader))");
        var keyword = "if";
        foreach (var property in record.Properties)
        {
            writer.Open(keyword + " (reader.ValueTextEquals(" + Literal.Utf8(property.WireName) + "))");
            ReadProperty(writer, property, locals[property.Name], client);
            writer.Close();
            keyword = "else if";
        }

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

    private static void ReadProperty(SourceWriter writer, PropertyModel property, string local, ClientContext client)
    {
                var read = JsonCode.Read(property.Type, client);

        // JSON null is a JsonElement like any other; for a required property the reader of its type refuses it.
        if (property.Type is TypeModel.Primitive { Kind: PrimitiveKind.Json } || property.Presence is Presence.Required)
        {
            writer.Line("reader.Read();");
            writer.Line(local + " = " + read + ";");
            if (property.Presence is Presence.RequiredNullable)
                writer.Line("has" + property.Name + " = true;");
            return;
        }

        var isNull = "SpecularRuntime::JsonObjects.IsNull(ref reader)";
        if (property.Presence is Presence.OptionalNullable)
        {
            var type = "new " + TypeText.Of(property, client);
            writer.Line(local + " = " + isNull + " ? " + type + "(null) : " + type + "(" + read + ");");
            return;
        }

        writer.Line(local + " = " + isNull + " ? null : " + read + ";");
        if (property.Presence is Presence.RequiredNullable)
            writer.Line("has" + property.Name + " = true;");
    }

    private static void Otherwise(SourceWriter writer, RecordModel record, Dictionary<string, string> locals, ClientContext client)
    {
        if (record.Properties.Count > 0)
            writer.Open("else");
        if (record.AdditionalProperties is { } additional)
        {
            var local = locals[additional.Name];
            writer.Line("var name = reader.GetString()!;");
            writer.Line("reader.Read();");
            writer.Line("(" + local + " ??= new(global::System.StringComparer.Ordinal))[name] = "
                + (additional.Nullable ? "reader.TokenType == SystemJson::JsonTokenType.Null ? null : " : "") + JsonCode.Read(additional.Type, client) + ";");
        }
        else
        {
            writer.Line("reader.Skip();");
        }

        if (record.Properties.Count > 0)
            writer.Close();
    }

    private static string Assigned(PropertyModel property, string local) => property.Presence switch
    {
        Presence.Required => local + " ?? throw SpecularRuntime::JsonErrors.Missing(" + Literal.String(property.WireName) + ", start)",
        Presence.RequiredNullable => "has" + property.Name + " ? " + local + " : throw SpecularRuntime::JsonErrors.Missing(" + Literal.String(property.WireName) + ", start)",
        _ => local,
    };

    private static void Write(SourceWriter writer, RecordModel record, ClientContext client)
    {
        var locals = Locals(record);
        writer.Open("internal void WriteJson(SystemJson::Utf8JsonWriter writer)");
        writer.Line("writer.WriteStartObject();");
        foreach (var property in record.Properties)
            WriteProperty(writer, record, property, locals[property.Name], client);
        if (record.AdditionalProperties is { } additional)
        {
            writer.Line("if (" + additional.Name + " is { } " + locals[additional.Name] + ")");
            writer.Deeper().Line("SpecularRuntime::JsonCollections.WriteMembers(writer, " + locals[additional.Name] + ", " + JsonCode.Writer(additional.Type, additional.Nullable, client) + (additional.Nullable ? ", nullValues: true" : "") + Declared(record) + ");").Dedent();
        }

        writer.Line("writer.WriteEndObject();");
        writer.Close();
    }

    // The members of its own that a record writes itself, and that its additional properties may not have a second time.
    private static string Declared(RecordModel record) =>
        record.Properties.Count == 0 ? "" : ", isDeclared: static name => name is " + string.Join(" or ", record.Properties.Select(property => Literal.String(property.WireName)));

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
                writer.Open("if (" + property.Name + " is { } " + local + ")");
                Value(local);
                writer.Close();
                writer.Open("else");
                writer.Line("writer.WriteNull(" + Literal.Utf8(property.WireName) + ");");
                writer.Close();
                break;
            case Presence.OptionalNullable:
                writer.Open("if (" + property.Name + ".HasValue)");
                writer.Open("if (" + property.Name + ".Value is { } " + local + ")");
                Value(local);
                writer.Close();
                writer.Open("else");
                writer.Line("writer.WriteNull(" + Literal.Utf8(property.WireName) + ");");
                writer.Close();
                writer.Close();
                break;
            default:
                writer.Open("if (" + property.Name + " is { } " + local + ")");
                Value(local);
                writer.Close();
                break;
        }

        writer.Line();

        void Value(string expression)
        {
            if (JsonCode.WriterMethod(property.Type) is { } method)
            {
                writer.Line("writer." + method + "(" + Literal.Utf8(property.WireName) + ", " + Unwrap(expression) + ");");
                return;
            }

            writer.Line("writer.WritePropertyName(" + Literal.Utf8(property.WireName) + ");");
            writer.Line(JsonCode.Write(property.Type, expression, client) + ";");
        }
    }

    // An argument needs no parentheses around it.
    private static string Unwrap(string expression) => expression[0] == '(' ? expression.Substring(1, expression.Length - 2) : expression;

    private static Dictionary<string, string> Locals(RecordModel record)
    {
        // "this.Name is { } name" and the loops above have these names.
        var scope = new NameScope(StringComparer.Ordinal, "reader", "writer", "start", "name", "value", "w", "r", "some");
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
