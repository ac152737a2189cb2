using System.Globalization;
using System.Linq;
using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>Prints an enum and the class with its methods.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, EnumModel model, ClientContext client)
    {
        var type = "global::" + client.Namespace + "." + model.Name;
        var companion = "global::" + client.Namespace + "." + model.Companion;
        writer.Summary(model.Documentation ?? "The values of " + model.Name + ".");
        writer.Line("/// <remarks>A value that the description does not know is kept and written back as it came; <c>IsDefined()</c> tells.</remarks>");
        writer.Line(FileLayout.GeneratedCode);
        if (model.Deprecated)
            writer.Line("[global::System.Obsolete(\"The description says that this schema is deprecated.\")]");
        writer.Line(ConverterEmitter.Attribute(companion));
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
        Methods(writer, model, client, type, companion);
    }

    private static void Methods(SourceWriter writer, EnumModel model, ClientContext client, string type, string companion)
    {
        writer.Line("/// <summary>Methods of <see cref=\"" + type + "\"/>.</summary>");
        writer.Line(FileLayout.GeneratedCode);
        writer.Open(client.Accessibility + " static partial class " + model.Companion);
        if (model.IsInteger)
            IntegerMethods(writer, model, type, companion);
        else
            StringMethods(writer, model, type, companion);
        writer.Close();
    }

    // The members are numbered from 1 on, in the order of their values.
    private static void StringMethods(SourceWriter writer, EnumModel model, string type, string companion)
    {
        writer.Line("private static readonly SpecularRuntime::JsonNames s_values = new(" + string.Join(", ", model.Members.Select(member => Literal.String(member.WireValue))) + ");");
        writer.Line();
        writer.Line("/// <summary>True where the description knows the value.</summary>");
        writer.Line("public static bool IsDefined(this " + type + " value) => s_values.Text((int)value - 1) is not null;");
        writer.Line();
        writer.Line("/// <summary>The value on the wire.</summary>");
        writer.Line("/// <exception cref=\"global::System.Text.Json.JsonException\">The value stands for none, such as <c>default</c>.</exception>");
        writer.Line("public static string ToWireValue(this " + type + " value) =>");
        writer.Deeper().Line("s_values.Text((int)value - 1) ?? SpecularRuntime::UnknownEnumValues<" + type + ">.Find(value) ?? throw SpecularRuntime::JsonErrors.NotAWireValue(" + Literal.String(model.Name) + ");").Dedent();
        writer.Line();
        writer.Line("/// <summary>The value for a value on the wire, be it one that the description does not know.</summary>");
        writer.Line("public static " + type + " FromWireValue(string wireValue) =>");
        writer.Deeper().Line("s_values.Find(wireValue) is >= 0 and var index ? (" + type + ")(index + 1) : SpecularRuntime::UnknownEnumValues<" + type + ">.Keep(wireValue);").Dedent();
        writer.Line();
        writer.Line("internal static " + type + " ReadJson(ref SpecularRuntime::JsonInput json) =>");
        writer.Deeper().Line("json.Value(s_values) is >= 0 and var index ? (" + type + ")(index + 1) : SpecularRuntime::UnknownEnumValues<" + type + ">.Read(ref json);").Dedent();
        writer.Line();
        writer.Open("internal static void WriteJson(ref SpecularRuntime::JsonOutput json, " + type + " value)");
        writer.Line("if (!json.Value(s_values, (int)value - 1))");
        writer.Deeper().Line("json.String(ToWireValue(value));").Dedent();
        writer.Close();
        writer.Line();
        ConverterEmitter.Enum(writer, type, companion, companion + ".FromWireValue(wireValue)");
    }

    private static void IntegerMethods(SourceWriter writer, EnumModel model, string type, string companion)
    {
        var refuse = model.Members.Any(member => member.WireValue == "0") ? "" : "(long)value == 0 ? throw SpecularRuntime::JsonErrors.NotAWireValue(" + Literal.String(model.Name) + ") : ";
        writer.Line("/// <summary>True where the description knows the value.</summary>");
        writer.Line("public static bool IsDefined(this " + type + " value) => value is " + string.Join(" or ", model.Members.Select(member => type + "." + member.Name)) + ";");
        writer.Line();
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
        writer.Line();
        ConverterEmitter.Enum(writer, type, companion, "(" + type + ")SpecularRuntime::JsonRead.Int64Name(wireValue)");
    }
}
