using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Binding;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Reading;

namespace Specular.Generator.Pipeline;

/// <summary>
/// What came of one description: a client, if one could, and what there is to say. It is made anew where the description changed, and is then another one;
/// what of it is as before is seen where it is taken to pieces.
/// </summary>
internal sealed class BoundClient(ClientModel? client, FileLocation location, EquatableArray<DiagnosticInfo> diagnostics)
{
    public ClientModel? Client { get; } = client;

    /// <summary>The beginning of the description.</summary>
    public FileLocation Location { get; } = location;

    public EquatableArray<DiagnosticInfo> Diagnostics { get; } = diagnostics;

    // LanguageVersion.CSharp12, which the oldest compiler that loads this does not name.
    private const int MinimumLanguageVersion = 1200;

    public static BoundClient Of(ClientSources sources, Capabilities capabilities, CancellationToken cancellationToken)
    {
        var input = sources.Input;
        var diagnostics = new List<DiagnosticInfo>();
        var text = input.Text ?? SourceText.From("");
        var file = new SourceFile(input.Path, text);
        try
        {
            return new BoundClient(Bind(sources, file, capabilities, diagnostics, cancellationToken), file.Locate(default), new EquatableArray<DiagnosticInfo>(diagnostics));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A defect of ours must not take the compiler's other generators and the user's editor with it: it is an error at the description.
            diagnostics.Add(DiagnosticInfo.Create(Descriptors.Failed, file.Locate(default), FailureText.Of(exception)));
            return new BoundClient(null, file.Locate(default), new EquatableArray<DiagnosticInfo>(diagnostics));
        }
    }

    private static ClientModel? Bind(ClientSources sources, SourceFile file, Capabilities capabilities, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        if (OptionsBinder.Bind(sources, file, diagnostics) is not { } options)
            return null;
        if (capabilities.LanguageVersion < MinimumLanguageVersion)
        {
            diagnostics.Add(DiagnosticInfo.Create(Descriptors.LanguageVersion, file.Locate(default), "The client needs C# 12 or later; set LangVersion in the project"));
            return null;
        }

        if (sources.Input.Text is null)
        {
            diagnostics.Add(DiagnosticInfo.Create(Descriptors.Unreadable, file.Locate(default), "the file has no text"));
            return null;
        }

        if (new DescriptionFiles(sources, diagnostics, cancellationToken).Read() is not { } description)
            return null;
        var (client, found) = ClientBinder.Bind(description, options, capabilities, cancellationToken);
        diagnostics.AddRange(found);
        return client;
    }
}
