using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Binding;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Reading;

namespace Specular.Generator.Pipeline;

/// <summary>What came of one description: a client, if one could, and what there is to say.</summary>
internal sealed record BoundClient(ClientModel? Client, EquatableArray<DiagnosticInfo> Diagnostics)
{
    public static BoundClient Of(ClientInput input, Capabilities capabilities, CancellationToken cancellationToken)
    {
        var diagnostics = new List<DiagnosticInfo>();
        var text = input.Text ?? SourceText.From("");
        var file = new SourceFile(input.Path, text);
        try
        {
            return new BoundClient(Bind(input, file, capabilities, diagnostics, cancellationToken), new EquatableArray<DiagnosticInfo>(diagnostics));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A defect of ours must not take the compiler's other generators and the user's editor with it: it is an error at the description.
            diagnostics.Add(DiagnosticInfo.Create(Descriptors.Failed, file.Locate(default), exception.GetType().Name + ": " + exception.Message + " " + exception.StackTrace));
            return new BoundClient(null, new EquatableArray<DiagnosticInfo>(diagnostics));
        }
    }

    private static ClientModel? Bind(ClientInput input, SourceFile file, Capabilities capabilities, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        if (OptionsBinder.Bind(input, file, diagnostics) is not { } options)
            return null;
        if (input.Text is null)
        {
            diagnostics.Add(DiagnosticInfo.Create(Descriptors.Unreadable, file.Locate(default), "the file has no text"));
            return null;
        }

        var read = DescriptionReader.Read(input.Path, input.Text, cancellationToken);
        diagnostics.AddRange(read.Diagnostics);
        if (read.Root is not { } root)
            return null;
        if (OpenApiVersion.Normalize(root, diagnostics, cancellationToken) is not { } description)
            return null;
        var (client, found) = ClientBinder.Bind(new Description(description, others: null, cancellationToken), options, capabilities, cancellationToken);
        diagnostics.AddRange(found);
        return client;
    }
}
