using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>Prints the class that holds the operations of a tag, which shares the client's connection.</summary>
internal static class OperationClassEmitter
{
    /// <summary>Opens the class, or a further part of it; who prints the operations closes it.</summary>
    public static void Open(SourceWriter writer, OperationClassModel model, bool isDeclaration, ClientContext client)
    {
        if (!isDeclaration)
        {
            writer.Open("partial class " + model.Type);
            return;
        }

        writer.Summary(model.Documentation ?? "The operations with the tag " + model.Tag + ".");
        writer.Line(FileLayout.GeneratedCode);
        writer.Open(client.Accessibility + " sealed partial class " + model.Type);
        writer.Line("private readonly SpecularRuntime::ClientConnection _connection;");
        writer.Line();
        writer.Line("internal " + model.Type + "(SpecularRuntime::ClientConnection connection) => _connection = connection;");
        writer.Line();
    }
}
