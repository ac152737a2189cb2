using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>Prints the operations that share a file, and their results.</summary>
internal static class OperationGroupEmitter
{
    public static GeneratedFile Emit(OperationGroupModel group, ClientContext client)
    {
        var writer = FileLayout.Begin(client);
        if (group.Class is { } own)
            OperationClassEmitter.Open(writer, own, client);
        else
            writer.Open("partial class " + client.ClientName);
        for (var i = 0; i < group.Operations.Count; i++)
        {
            if (i > 0)
                writer.Line();
            OperationEmitter.Emit(writer, group.Operations[i], client);
        }

        writer.Close();
        foreach (var operation in group.Operations)
        {
            writer.Line();
            ResultEmitter.Emit(writer, operation, client, group.Class is null ? client.ClientName : client.ClientName + "." + group.Class.Property);
        }

        return writer.End(client, client.ClientName + "." + group.Name);
    }
}
