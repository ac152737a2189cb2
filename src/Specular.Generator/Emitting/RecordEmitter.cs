using System.Linq;
using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>Prints a record with the code that reads and writes it.</summary>
internal static class RecordEmitter
{
    public static void Emit(SourceWriter writer, RecordModel record, ClientContext client)
    {
        var type = "global::" + client.Namespace + "." + record.Name;
        writer.Summary(record.Documentation ?? "The schema " + record.Name + ".");
        writer.Line(FileLayout.GeneratedCode);
        if (record.Deprecated)
            writer.Line("[global::System.Obsolete(\"The description says that this schema is deprecated.\")]");
        writer.Line(ConverterEmitter.Attribute(type));
        writer.Open(client.Accessibility + " sealed partial record " + record.Name);
        foreach (var property in record.Properties)
            Property(writer, property, client);
        if (record.AdditionalProperties is { } additional)
        {
            writer.Summary("The members that the description does not list, by their names on the wire.");
            writer.Line("public " + TypeText.Of(new TypeModel.Map(additional.Type, additional.Nullable), client) + "? " + additional.Name + " { get; init; }");
            writer.Line();
        }

        Print(writer, record);
        RecordReaderEmitter.Emit(writer, record, client);
        writer.Line();
        RecordWriterEmitter.Emit(writer, record, client);
        writer.Line();
        ConverterEmitter.Class(writer, type);
        writer.Close();
    }

    private static void Property(SourceWriter writer, PropertyModel property, ClientContext client)
    {
        var remarks = FactsEmitter.Remarks(property.WireName, property.Facts);
        if (property.Documentation is { } text)
            writer.Summary(text);
        writer.Xml(property.Documentation is null ? "summary" : "remarks", remarks);
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
        if (!record.Properties.Any(IsSecret))
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
}
