using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>
/// Prints the constructor that reads a record. What it declares has small letters and what it assigns to has none or begins with a capital, so that
/// no property can be taken for a local.
/// </summary>
internal static class RecordReaderEmitter
{
    /// <summary>How many required properties one local keeps account of.</summary>
    private const int Bits = 64;

    public static void Emit(SourceWriter writer, RecordModel record, ClientContext client)
    {
        if (record.Properties.Count > 0)
            writer.Line("private static readonly SpecularRuntime::JsonNames s_names = new(" + Names(record.Properties) + ");").Line();

        // A constructor of its own, since the one below takes away what a record has without any.
        writer.Line("/// <summary>A new one, for an initializer to fill in.</summary>");
        writer.Line("public " + record.Name + "() { }");
        writer.Line();
        if (record.Properties.Any(IsRequired))
            writer.Line("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        writer.Open("private " + record.Name + "(ref SpecularRuntime::JsonInput json)");
        Body(writer, record, client);
        writer.Close();
        writer.Line();
        writer.Line("internal static " + record.Name + " ReadJson(ref SpecularRuntime::JsonInput json) => new(ref json);");
    }

    private static void Body(SourceWriter writer, RecordModel record, ClientContext client)
    {
        var required = record.Properties.Where(IsRequired).ToList();
        if (required.Count > 0)
            writer.Line("var start = json.Position;");
        for (var word = 0; word * Bits < required.Count; word++)
            writer.Line("var " + Seen(word) + " = 0UL;");
        if (record.AdditionalProperties is { } additional)
            writer.Line("global::System.Collections.Generic.Dictionary<string, " + TypeText.Of(additional.Type, client, additional.Nullable) + ">? others = null;");
        var names = record.Properties.Count > 0 ? "s_names" : "SpecularRuntime::JsonNames.None";
        writer.Open("for (var member = json.Begin(" + names + "); member != SpecularRuntime::JsonNames.End; member = json.Next(" + names + ", member))");
        if (record.Properties.Count > 0)
            Members(writer, record, client);
        else
            writer.Line(Other(record, client));
        writer.Close();
        if (required.Count > 0 || record.AdditionalProperties is not null)
            writer.Line();
        if (record.AdditionalProperties is { } rest)
            writer.Line(rest.Name + " = others;");
        for (var word = 0; word * Bits < required.Count; word++)
        {
            var some = required.Skip(word * Bits).Take(Bits).ToList();
            writer.Line("if (" + Seen(word) + " != " + (some.Count == Bits ? "ulong.MaxValue" : "(1UL << " + Number(some.Count) + ") - 1") + ")");
            writer.Deeper().Line("throw SpecularRuntime::JsonErrors.Missing(start, " + Seen(word) + ", " + Names(some) + ");").Dedent();
        }
    }

    private static void Members(SourceWriter writer, RecordModel record, ClientContext client)
    {
        writer.Open("switch (member)");
        var required = 0;
        for (var i = 0; i < record.Properties.Count; i++)
        {
            var property = record.Properties[i];
            var seen = "";
            if (IsRequired(property))
            {
                seen = Seen(required / Bits) + " |= 1UL << " + Number(required % Bits) + "; ";
                required++;
            }

            writer.Line("case " + Number(i) + ": " + property.Name + " = " + Value(property, client) + "; " + seen + "break;");
        }

        writer.Line("default: " + Other(record, client) + " break;");
        writer.Close();
    }

    private static string Value(PropertyModel property, ClientContext client)
    {
        var read = JsonCode.Read(property.Type, client);

        // JSON null is a JsonElement like any other; for a required property the reader of its type refuses it.
        var isJson = property.Type is TypeModel.Primitive { Kind: PrimitiveKind.Json };
        if (property.Presence is Presence.OptionalNullable)
            return "new(" + (isJson ? read : JsonCode.ReadNullable(property.Type, client)) + ")";
        return isJson || property.Presence is Presence.Required ? read : JsonCode.ReadNullable(property.Type, client);
    }

    private static string Other(RecordModel record, ClientContext client)
    {
        if (record.AdditionalProperties is not { } additional)
            return "json.Skip();";
        return "(others ??= new(global::System.StringComparer.Ordinal))[json.MemberName()] = " + (additional.Nullable ? "json.IsNull() ? null : " : "") + JsonCode.Read(additional.Type, client) + ";";
    }

    private static bool IsRequired(PropertyModel property) => property.Presence is Presence.Required or Presence.RequiredNullable;

    private static string Names(IEnumerable<PropertyModel> properties) => string.Join(", ", properties.Select(property => Literal.String(property.WireName)));

    private static string Seen(int word) => "seen" + (word == 0 ? "" : Number(word));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
