using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>Prints a type that keeps its values as they come.</summary>
internal static class OpaqueEmitter
{
    public static void Emit(SourceWriter writer, OpaqueModel opaque, ClientContext client)
    {
        var type = "global::" + client.Namespace + "." + opaque.Name;
        writer.Summary(opaque.Documentation ?? "The schema " + opaque.Name + ".");
        writer.Line("/// <remarks>This build leaves out what it is made of, since the project's code names no property that leads here. A value is kept as it came, and written so.</remarks>");
        writer.Line(FileLayout.GeneratedCode);
        writer.Line(ConverterEmitter.Attribute(type));
        writer.Open(client.Accessibility + " sealed record " + opaque.Name);
        writer.Line("private readonly SpecularRuntime::OpaqueJson _json;");
        writer.Line();
        writer.Line("private " + opaque.Name + "(SpecularRuntime::OpaqueJson json) => _json = json;");
        writer.Line();
        writer.Line("internal static " + opaque.Name + " ReadJson(ref SpecularRuntime::JsonInput json) => new(SpecularRuntime::OpaqueJson." + (opaque.IsObject ? "ReadObject" : "Read") + "(ref json));");
        writer.Line();
        writer.Line("internal void WriteJson(ref SpecularRuntime::JsonOutput json) => _json.Write(ref json);");
        writer.Line();
        ConverterEmitter.Class(writer, type);
        writer.Close();
    }
}
