using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Binding;
using Specular.Generator.Binding.Remembering;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Reading;

namespace Specular.Generator.Pipeline;

/// <summary>Makes a client of a description and of what belongs to it.</summary>
internal sealed class ClientBinding
{
    // LanguageVersion.CSharp12, which the oldest compiler that loads this does not name.
    private const int MinimumLanguageVersion = 1200;

    // What a run leaves to the next one is part of its result, and goes when that goes; from here it is only found. The compiler may run several at once.
    // A description that was never bound before has nothing: a compiler that builds once and ends need not write down how.
    private readonly ConcurrentDictionary<string, WeakReference<BoundClient>> _bound = new(StringComparer.Ordinal);

    public BoundClient Of((ClientSources Sources, Capabilities Capabilities) pair, CancellationToken cancellationToken)
    {
        var (sources, capabilities) = pair;
        var input = sources.Input;
        var diagnostics = new List<DiagnosticInfo>();
        var text = input.Text ?? SourceText.From("");
        var file = new SourceFile(input.Path, text);
        var isFirst = !_bound.TryGetValue(file.Path, out var reference);
        var before = reference is not null && reference.TryGetTarget(out var known) ? known : null;
        try
        {
            var (client, memory) = Bind(sources, file, capabilities, diagnostics, isFirst, before, cancellationToken);

            // While a text is edited it often cannot be read. Once it can again, what was known before is of use.
            var bound = new BoundClient(client, file.Locate(default), new EquatableArray<DiagnosticInfo>(diagnostics), client is null ? before?.Memory : memory) { OmitsUnused = sources.Input.OmitsUnused };
            _bound[file.Path] = new WeakReference<BoundClient>(bound);
            return bound;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A defect of ours must not take the compiler's other generators and the user's editor with it: it is an error at the description.
            diagnostics.Add(DiagnosticInfo.Create(Descriptors.Failed, file.Locate(default), FailureText.Of(exception)));
            return new BoundClient(null, file.Locate(default), new EquatableArray<DiagnosticInfo>(diagnostics));
        }
    }

    private (ClientModel? Client, BindingMemory? Memory) Bind(ClientSources sources, SourceFile file, Capabilities capabilities, List<DiagnosticInfo> diagnostics, bool isFirst, BoundClient? before, CancellationToken cancellationToken)
    {
        if (OptionsBinder.Bind(sources, file, diagnostics) is not { } options)
            return default;
        if (capabilities.LanguageVersion < MinimumLanguageVersion)
        {
            diagnostics.Add(DiagnosticInfo.Create(Descriptors.LanguageVersion, file.Locate(default), "The client needs C# 12 or later; set LangVersion in the project"));
            return default;
        }

        if (sources.Input.Text is null)
        {
            diagnostics.Add(DiagnosticInfo.Create(Descriptors.Unreadable, file.Locate(default), "the file has no text"));
            return default;
        }

        var isAlone = sources.References.Count == 0 && sources.Overlays.Count == 0;
        if (new DescriptionFiles(sources, diagnostics, cancellationToken).Read(isAlone ? before?.Memory?.Outline : null) is not { } description)
            return default;

        // Only what is bound from one text as it stands can be told by that text to be the same.
        if (!description.Root.HasOwnPlace || !isAlone || options.IsPart || isFirst)
        {
            var (part, reported) = ClientBinder.Bind(description, options, capabilities, cancellationToken);
            diagnostics.AddRange(reported);
            return (part, null);
        }

        var (client, found, memory) = ClientBinder.Bind(description, description.Root.File.Content, options, capabilities, before?.Memory, before?.Client, cancellationToken);
        diagnostics.AddRange(found);
        return (client, memory);
    }
}
