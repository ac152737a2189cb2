using Microsoft.CodeAnalysis.Text;
using Specular.Generator.Binding;
using Specular.Generator.Binding.Remembering;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Reading;
using Xunit;

namespace Specular.Generator.Tests.Pipeline;

/// <summary>A description that is edited, and what its client is bound with.</summary>
internal static class EditedDescription
{
    public static readonly ClientOptions Options = new("Edited", "EditedClient", "public");
    public static readonly Capabilities Capabilities = new("Consumer", HasDateOnly: true, HasHttpClientFactory: false, LanguageVersion: 1400, default);

    /// <summary>Reads it as the pipeline does; null where it cannot be read as it stands.</summary>
    public static Description? Read(string text, Outline? before = null)
    {
        var read = DescriptionReader.Read("edited.json", SourceText.From(text), before, TestContext.Current.CancellationToken);
        return read.Root is { } root && OpenApiVersion.Normalize(root, new List<DiagnosticInfo>(), TestContext.Current.CancellationToken) is { HasOwnPlace: true } description
            ? new Description(description) { Edit = read.Edit, IsPlain = read.Diagnostics.Count == 0 }
            : null;
    }

    /// <summary>Whether only what an edit has to do with is bound.</summary>
    public static bool IsRebound(Description description, string text, BindingMemory? memory, ClientModel? earlier)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        return memory is not null && earlier is not null
            && new PartTable(description.Root, text, memory.Parts, description.Edit, cancellationToken) is var parts && memory.Fits(earlier.Context, Options, Capabilities, parts)
            && Rebinder.TryBind(description, Capabilities, Options, parts, memory, earlier, cancellationToken) is not null;
    }
}
