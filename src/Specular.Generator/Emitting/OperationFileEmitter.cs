using System.Linq;
using System.Threading;
using Specular.Generator.Model;

namespace Specular.Generator.Emitting;

/// <summary>Prints the operations that share a file, and their results.</summary>
internal static class OperationFileEmitter
{
    public static GeneratedFile Emit(OperationFileModel file, ClientContext client, CancellationToken cancellationToken)
    {
        var writer = FileLayout.Begin(client);
        for (var i = 0; i < file.Groups.Count; i++)
        {
            if (i > 0)
                writer.Line();
            Members(writer, file.Groups[i], client, cancellationToken);
        }

        foreach (var (group, operation) in file.Groups.SelectMany(group => group.Operations.Select(operation => (group, operation))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Line();
            ResultEmitter.Emit(writer, operation, client, group.Class is null ? client.ClientName : client.ClientName + "." + group.Class.Property);
        }

        return writer.End(client, client.ClientName + "." + file.Name);
    }

    private static void Members(SourceWriter writer, OperationGroupModel group, ClientContext client, CancellationToken cancellationToken)
    {
        if (group.Class is { } own)
            OperationClassEmitter.Open(writer, own, group.DeclaresClass, client);
        else
            writer.Open("partial class " + client.ClientName);
        for (var i = 0; i < group.Operations.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (i > 0)
                writer.Line();
            OperationEmitter.Emit(writer, group.Operations[i], client);
        }

        writer.Close();
    }
}
