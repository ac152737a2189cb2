namespace Specular.Generator.Emitting;

/// <summary>Prints the converter with which users' own <c>JsonSerializer</c> calls read and write a type the same way.</summary>
internal static class ConverterEmitter
{
    /// <summary>The attribute that names the converter of a type.</summary>
    /// <param name="owner">The type that the converter is in.</param>
    public static string Attribute(string owner) => "[SystemJson::Serialization.JsonConverter(typeof(" + owner + ".JsonConverter))]";

    /// <summary>The converter of a class.</summary>
    public static void Class(SourceWriter writer, string type) => Converter(writer, "JsonConverter", type, type, "value.WriteJson(ref json)").Close();

    /// <summary>The converter of an enum.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="type">The enum.</param>
    /// <param name="companion">The class with its methods.</param>
    /// <param name="fromWireValue">The value that a text stands for, which is in <c>wireValue</c>.</param>
    public static void Enum(SourceWriter writer, string type, string companion, string fromWireValue)
    {
        Converter(writer, "JsonEnumConverter", type, companion, companion + ".WriteJson(ref json, value)");
        writer.Line("protected override " + type + " FromWireValue(string wireValue) => " + fromWireValue + ";");
        writer.Line("protected override string ToWireValue(" + type + " value) => " + companion + ".ToWireValue(value);");
        writer.Close();
    }

    private static SourceWriter Converter(SourceWriter writer, string baseClass, string type, string methods, string write) => writer
        .Open("internal sealed class JsonConverter : SpecularRuntime::" + baseClass + "<" + type + ">")
        .Line("protected override " + type + " ReadJson(ref SpecularRuntime::JsonInput json) => " + methods + ".ReadJson(ref json);")
        .Line("protected override void WriteJson(ref SpecularRuntime::JsonOutput json, " + type + " value) => " + write + ";");
}
