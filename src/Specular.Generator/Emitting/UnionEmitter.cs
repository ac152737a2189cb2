using System.Collections.Generic;
using System.Linq;
using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>Prints a union: an abstract class that nobody else can derive from, with a case for each type and one for what fits none.</summary>
internal static class UnionEmitter
{
    public static void Emit(SourceWriter writer, UnionModel union, ClientContext client)
    {
        var type = "global::" + client.Namespace + "." + union.Name;
        writer.Summary(union.Documentation ?? "One of " + string.Join(", ", union.Cases.Select(item => item.Name)) + ".");
        writer.Line("/// <remarks>" + Choice(union) + " A value that fits none is <see cref=\"" + type + ".Unknown\"/> and is written back as it came.</remarks>");
        writer.Line(FileLayout.GeneratedCode);
        if (union.Deprecated)
            writer.Line("[global::System.Obsolete(\"The description says that this schema is deprecated.\")]");
        writer.Line(ConverterEmitter.Attribute(type));
        writer.Open(client.Accessibility + " abstract class " + union.Name);
        Shapes(writer, union);
        writer.Open("private " + union.Name + "()");
        writer.Close();
        foreach (var item in union.Cases)
        {
            writer.Line();
            Case(writer, item.Name, TypeText.Of(item.Type, client), item.Documentation, JsonCode.Write(item.Type, "Value", client), type);
        }

        writer.Line();
        Case(writer, "Unknown", "SystemJson::JsonElement", "A value that the description does not know.", "SpecularRuntime::JsonWrite.Raw(ref json, Value)", type, isElement: true);
        foreach (var item in union.Cases.Where(IsConvertible))
        {
            writer.Line();
            writer.Line("/// <summary>A value of one of the types is one of the union.</summary>");
            writer.Line("public static implicit operator " + type + "(" + TypeText.Of(item.Type, client) + " value) => new " + type + "." + item.Name + "(value);");
        }

        writer.Line();
        Read(writer, union, type, client);
        writer.Line();
        writer.Line("internal abstract void WriteJson(ref SpecularRuntime::JsonOutput json);");
        writer.Line();
        ConverterEmitter.Class(writer, type);
        writer.Close();
    }

    private static string Choice(UnionModel union) => union.Discriminator is { } property
        ? "The property " + Documentation.Code(property) + " tells which."
        : "What a value looks like tells which: what a type requires has to be there, and of several that fit the one is taken that knows most of the value.";

    // C# has no conversions from interfaces, and needs no second one from the same type.
    private static bool IsConvertible(UnionCaseModel item) => item.Type is TypeModel.Primitive { Kind: not (PrimitiveKind.Json or PrimitiveKind.Binary) } or TypeModel.Named { Kind: not NamedTypeKind.Union };

    private static void Case(SourceWriter writer, string name, string valueType, string? documentation, string write, string union, bool isElement = false)
    {
        writer.Summary(documentation ?? "A value of this type.");
        writer.Open("public sealed class " + name + " : " + union);
        writer.Line("/// <summary>A value of this type.</summary>");
        writer.Line("public " + name + "(" + valueType + " value) => Value = value;");
        writer.Line();
        writer.Line("/// <summary>The value.</summary>");
        writer.Line("public " + valueType + " Value { get; }");
        writer.Line();
        var equal = isElement ? "other.Value.GetRawText() == Value.GetRawText()" : "global::System.Collections.Generic.EqualityComparer<" + valueType + ">.Default.Equals(other.Value, Value)";
        writer.Line("/// <inheritdoc/>");
        writer.Line("public override bool Equals(object? obj) => obj is " + union + "." + name + " other && " + equal + ";");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line("public override int GetHashCode() => " + (isElement ? "Value.GetRawText().GetHashCode()" : "global::System.Collections.Generic.EqualityComparer<" + valueType + ">.Default.GetHashCode(Value!)") + ";");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line("public override string? ToString() => Value" + (isElement ? "" : "!") + ".ToString();");
        writer.Line();
        writer.Line("internal override void WriteJson(ref SpecularRuntime::JsonOutput json) => " + write + ";");
        writer.Close();
    }

    private static void Read(SourceWriter writer, UnionModel union, string type, ClientContext client)
    {
        var values = DiscriminatorValues(union);
        if (values.Count > 0)
        {
            writer.Line("private static readonly SpecularRuntime::JsonNames s_discriminator = new(" + Literal.String(union.Discriminator!) + ");");
            writer.Line("private static readonly SpecularRuntime::JsonNames s_values = new(" + string.Join(", ", values.Select(value => Literal.String(value.Text))) + ");");
            writer.Line();
        }

        writer.Open("internal static " + type + " ReadJson(ref SpecularRuntime::JsonInput json)");
        if (values.Count > 0)
        {
            writer.Open("switch (SpecularRuntime::UnionChoice.Discriminator(json, s_discriminator, s_values))");
            for (var i = 0; i < values.Count; i++)
            {
                writer.Line("case " + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + ":");
                writer.Deeper().Line("return new " + type + "." + values[i].Case.Name + "(" + JsonCode.Read(values[i].Case.Type, client) + ");").Dedent();
            }

            // A value that the mapping does not know is none of the cases; where there is no value, the shape has to do.
            writer.Line("case -2:");
            writer.Deeper().Line("return new " + type + ".Unknown(SpecularRuntime::JsonRead.Element(ref json));").Dedent();
            writer.Close();
            writer.Line();
        }

        writer.Open("return SpecularRuntime::UnionChoice.Of(json, s_shapes) switch");
        for (var i = 0; i < union.Cases.Count; i++)
            writer.Line(i.ToString(System.Globalization.CultureInfo.InvariantCulture) + " => new " + type + "." + union.Cases[i].Name + "(" + JsonCode.Read(union.Cases[i].Type, client) + "),");
        writer.Line("_ => new " + type + ".Unknown(SpecularRuntime::JsonRead.Element(ref json)),");
        writer.Close(";");
        writer.Close();
    }

    // Of two cases with the same value the first has it.
    private static List<(string Text, UnionCaseModel Case)> DiscriminatorValues(UnionModel union)
    {
        var values = new List<(string, UnionCaseModel)>();
        var seen = new HashSet<string>(System.StringComparer.Ordinal);
        foreach (var item in union.Discriminator is null ? [] : union.Cases)
        {
            foreach (var value in item.DiscriminatorValues.Where(seen.Add))
                values.Add((value, item));
        }

        return values;
    }

    private static void Shapes(SourceWriter writer, UnionModel union)
    {
        writer.Line("private static readonly SpecularRuntime::UnionShape[] s_shapes =");
        writer.Line("[");
        writer.Deeper();
        foreach (var item in union.Cases)
            writer.Line("new() { " + Shape(item.Shape) + " },");
        writer.Dedent();
        writer.Line("];");
        writer.Line();
    }

    private static string Shape(ShapeModel shape)
    {
        var parts = new List<string>
        {
            "Kinds = " + Kinds(shape.Kinds),
        };
        Add("Values", shape.Values, "[", "]");
        if (shape.Format is { } format)
            parts.Add("Format = " + Literal.String(format));
        Add("Required", shape.Required, "new(", ")");
        Add("Known", shape.Known, "new(", ")");
        if (shape.Members.Count > 0)
            parts.Add("Members = [" + string.Join(", ", shape.Members.Select(Member)) + "]");
        if (shape.Item is { } item)
            parts.Add("Item = new() { " + Shape(item) + " }");
        return string.Join(", ", parts);

        void Add(string name, EquatableArray<string> values, string opening, string closing)
        {
            if (values.Count > 0)
                parts.Add(name + " = " + opening + string.Join(", ", values.Select(Literal.String)) + closing);
        }
    }

    private static string Member(ShapeMemberModel member) => "new(" + Literal.String(member.Name) + ", " + Kinds(member.Kinds) + string.Concat(member.Values.Select(value => ", " + Literal.String(value))) + ")";

    private static string Kinds(ShapeKinds kinds) => string.Join(" | ", kinds.ToString().Split(',').Select(kind => "SpecularRuntime::UnionKinds." + kind.Trim()));
}
