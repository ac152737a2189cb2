using System.Globalization;
using System.Linq;
using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>Prints an enum and the class with its methods.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, EnumModel model, ClientContext client)
    {
        var converter = "global::" + client.Namespace + "." + model.Companion + ".JsonConverter";
        writer.Summary(model.Documentation ?? "The values of " + model.Name + ".");
        writer.Line("/// <remarks>A value that the description does not know is kept and written back as it came; <c>IsDefined()</c> tells.</remarks>");
        writer.Line(FileLayout.GeneratedCode);
        if (model.Deprecated)
            writer.Line("[global::System.Obsolete(\"The description says that this schema is deprecated.\")]");
        writer.Line("[SystemJson::Serialization.JsonConverter(typeof(" + converter + "))]");
        writer.Open(client.Accessibility + " enum " + model.Name + (model.IsInteger ? " : long" : ""));
        for (var i = 0; i < model.Members.Count; i++)
        {
            var member = model.Members[i];
            writer.Line("/// <summary>" + Documentation.Code(member.WireValue) + (member.Documentation is { } text ? ": " + Documentation.Inline(text) : "") + "</summary>");
            writer.Line("[SpecularRuntime::OpenApiEnumValue(" + Literal.String(member.WireValue) + ")]");
            if (member.Deprecated)
                writer.Line(FactsEmitter.ObsoleteText("value", null));

            // 0 is left to default(T), which stands for no value of the wire.
            writer.Line(member.Name + " = " + (model.IsInteger ? member.WireValue : (i + 1).ToString(CultureInfo.InvariantCulture)) + ",");
        }

        writer.Close();
        writer.Line();
        Methods(writer, model, client);
    }

    private static void Methods(SourceWriter writer, EnumModel model, ClientContext client)
    {
        var type = "global::" + client.Namespace + "." + model.Name;
                writer.Line("/// <summary>Methods of <see cref=\"" + type + "\"/>.</summary>");
        writer.Line(FileLayout.GeneratedCode);
        writer.Open(client.Accessibility + " static partial class " + model.Companion);
        writer.Line("/// <summary>True where the description knows the value.</summary>");
        writer.Line("public static bool IsDefined(this " + type + " value) => value is " + string.Join(" or ", model.Members.Select(member => type + "." + member.Name)) + ";");
        writer.Line();
        if (model.IsInteger)
            IntegerMethods(writer, model, type);
        else
            StringMethods(writer, model, type);
        writer.Line();
        Converter(writer, type, "global::" + client.Namespace + "." + model.Companion, model.IsInteger);
        writer.Close();
    }

    // An enum can be the key of a user's own dictionary, too.
    private static void Converter(SourceWriter writer, string type, string methods, bool isInteger)
    {
        writer.Summary("Lets JsonSerializer read and write this type with the code above.");
        writer.Open("internal sealed class JsonConverter() : SpecularRuntime::JsonConverter<" + type + ">(" + methods + ".ReadJson, " + methods + ".WriteJson)");
        writer.Line("/// <inheritdoc/>");
        writer.Line("public override " + type + " ReadAsPropertyName(ref SystemJson::Utf8JsonReader reader, global::System.Type typeToConvert, SystemJson::JsonSerializerOptions options) =>");
        writer.Deeper().Line((isInteger ? "(" + type + ")SpecularRuntime::JsonRead.Int64Name(reader.GetString())" : methods + ".FromWireValue(reader.GetString()!)") + ";").Dedent();
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line("public override void WriteAsPropertyName(SystemJson::Utf8JsonWriter writer, " + type + " value, SystemJson::JsonSerializerOptions options) =>");
        writer.Deeper().Line("writer.WritePropertyName(" + methods + ".ToWireValue(value));").Dedent();
        writer.Close();
    }

    private static void StringMethods(SourceWriter writer, EnumModel model, string type)
    {
        writer.Line("/// <summary>The value on the wire.</summary>");
        writer.Line("/// <exception cref=\"global::System.Text.Json.JsonException\">The value stands for none, such as <c>default</c>.</exception>");
        writer.Open("public static string ToWireValue(this " + type + " value) => value switch");
        foreach (var member in model.Members)
            writer.Line(type + "." + member.Name + " => " + Literal.String(member.WireValue) + ",");
        writer.Line("_ => SpecularRuntime::UnknownEnumValues<" + type + ">.Find(value) ?? throw SpecularRuntime::JsonErrors.NotAWireValue(" + Literal.String(model.Name) + "),");
        writer.Close(";");
        writer.Line();
        writer.Line("/// <summary>The value for a value on the wire, be it one that the description does not know.</summary>");
        writer.Open("public static " + type + " FromWireValue(string wireValue) => wireValue switch");
        foreach (var member in model.Members)
            writer.Line(Literal.String(member.WireValue) + " => " + type + "." + member.Name + ",");
        writer.Line("_ => SpecularRuntime::UnknownEnumValues<" + type + ">.Keep(wireValue),");
        writer.Close(";");
        writer.Line();
        writer.Line("private static readonly SpecularRuntime::JsonNames s_values = new(" + string.Join(", ", model.Members.Select(member => Literal.String(member.WireValue))) + ");");
        writer.Line();
        writer.Open("internal static " + type + " ReadJson(ref SpecularRuntime::JsonInput json)");
        writer.Line("var index = json.Value(s_values);");
        writer.Line("return index >= 0 ? (" + type + ")(index + 1) : SpecularRuntime::UnknownEnumValues<" + type + ">.Read(ref json);");
        writer.Close();
        writer.Line();
        writer.Open("internal static void WriteJson(ref SpecularRuntime::JsonOutput json, " + type + " value)");
        writer.Line("var known = s_values.Quoted((int)value - 1);");
        writer.Line("if (known.Length > 0)");
        writer.Deeper().Line("json.Raw(known);").Dedent();
        writer.Line("else");
        writer.Deeper().Line("json.String(value.ToWireValue());").Dedent();
        writer.Close();
    }

    private static void IntegerMethods(SourceWriter writer, EnumModel model, string type)
    {
        var refuse = model.Members.Any(member => member.WireValue == "0") ? "" : "(long)value == 0 ? throw SpecularRuntime::JsonErrors.NotAWireValue(" + Literal.String(model.Name) + ") : ";
        writer.Line("/// <summary>The value on the wire, as text.</summary>");
        if (refuse.Length > 0)
            writer.Line("/// <exception cref=\"global::System.Text.Json.JsonException\">The value is <c>default</c>, which stands for none.</exception>");
        writer.Line("public static string ToWireValue(this " + type + " value) => " + refuse + "SpecularRuntime::WireText.Format((long)value);");
        writer.Line();
        writer.Line("/// <summary>The value for a value on the wire, be it one that the description does not know.</summary>");
        writer.Line("/// <exception cref=\"global::System.FormatException\">The text is no integer.</exception>");
        writer.Line("public static " + type + " FromWireValue(string wireValue) =>");
        writer.Deeper().Line("(" + type + ")long.Parse(wireValue, global::System.Globalization.NumberStyles.AllowLeadingSign, global::System.Globalization.CultureInfo.InvariantCulture);").Dedent();
        writer.Line();
        writer.Line("internal static " + type + " ReadJson(ref SpecularRuntime::JsonInput json) => (" + type + ")SpecularRuntime::JsonRead.Int64(ref json);");
        writer.Line();
        writer.Line("internal static void WriteJson(ref SpecularRuntime::JsonOutput json, " + type + " value) => json.Int64(" + refuse + "(long)value);");
    }
}
