using System.Linq;
using Microsoft.CodeAnalysis;
using Specular.Generator.Emitting;
using Specular.Generator.Pipeline;

namespace Specular.Generator;

/// <summary>Turns the OpenAPI descriptions that a project names into clients.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SpecularGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var texts = context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider);

        var compilation = context.CompilationProvider.Combine(context.ParseOptionsProvider);

        var inputs = texts
            .Select(ClientInput.From)
            .Where(input => input is not null)
            .Select((input, _) => input!)
            .WithTrackingName(TrackingNames.Inputs);

        var files = texts
            .Select(ProjectFile.From)
            .Where(file => file is not null)
            .Select((file, _) => file!)
            .WithTrackingName(TrackingNames.Files);

        var sources = inputs
            .Combine(files.Collect())
            .Select(ClientSources.Of)
            .WithTrackingName(TrackingNames.Sources);

        var capabilities = compilation
            .Select(new CompilationCapabilities().Of)
            .WithTrackingName(TrackingNames.Capabilities);

        var usedNames = compilation
            .Combine(texts.Collect())
            .Select(UsedNames.Of)
            .WithTrackingName(TrackingNames.UsedNames);

        var bindings = sources
            .Combine(capabilities)
            .Select(new ClientBinding().Of)
            .WithTrackingName(TrackingNames.Bindings)
            .Collect()
            .SelectMany(ClientSet.Distinct)
            .WithTrackingName(TrackingNames.DistinctBindings)
            .Combine(usedNames)
            .Select(BoundClient.Use)
            .WithTrackingName(TrackingNames.UsedParts);

        var clients = bindings
            .Where(binding => binding.Client is not null)
            .Select((binding, _) => binding.Client! with { Schemas = default, Operations = default, Webhooks = default })
            .WithTrackingName(TrackingNames.Clients);

        var companions = clients
            .Select((client, _) => client.Context)
            .Combine(capabilities.Select((capability, _) => capability.HasHttpClientFactory))
            .WithTrackingName(TrackingNames.Companions);

        var schemas = bindings
            .SelectMany((binding, _) => binding.Client?.Schemas.Select(file => (binding.Client.Context, File: file)) ?? [])
            .WithTrackingName(TrackingNames.Schemas)
            .Select(static (item, cancellationToken) => PrintedFile.Start(token => SchemaEmitter.Emit(item.File, item.Context, token), cancellationToken));

        var operations = bindings
            .SelectMany((binding, _) => binding.Client?.Operations.Select(file => (binding.Client.Context, File: file)) ?? [])
            .WithTrackingName(TrackingNames.Operations)
            .Select(static (item, cancellationToken) => PrintedFile.Start(token => OperationFileEmitter.Emit(item.File, item.Context, token), cancellationToken));

        var webhooks = bindings
            .Where(binding => binding.Client is { Webhooks.Count: > 0 })
            .Select((binding, _) => (binding.Client!.Context, binding.Client.Webhooks))
            .WithTrackingName(TrackingNames.Webhooks);

        var support = clients
            .Select((client, _) => client.Context.SupportNamespace)
            .Collect()
            .SelectMany((namespaces, _) => namespaces.Distinct())
            .WithTrackingName(TrackingNames.Support);

        var polyfills = capabilities
            .Combine(support.Collect())
            .SelectMany((pair, _) => pair.Right.IsEmpty ? [] : pair.Left.MissingPolyfills.AsEnumerable())
            .WithTrackingName(TrackingNames.Polyfills);

        var diagnostics = bindings
            .SelectMany((binding, _) => binding.Diagnostics)
            .WithTrackingName(TrackingNames.Diagnostics);

        context.RegisterSourceOutput(clients, static (output, client) => output.Add(ClientEmitter.Emit(client)));
        context.RegisterSourceOutput(companions, static (output, item) => output.Add(SupportEmitter.ForClient(item.Left, item.Right)));
        context.RegisterSourceOutput(schemas, static (output, item) => output.Add(item.Get(output.CancellationToken)));
        context.RegisterSourceOutput(operations, static (output, item) => output.Add(item.Get(output.CancellationToken)));
        context.RegisterSourceOutput(webhooks, static (output, item) => output.Add(WebhookEmitter.Emit(item.Webhooks, item.Context)));
        context.RegisterSourceOutput(support, static (output, supportNamespace) => output.Add(SupportEmitter.Shared(supportNamespace)));
        context.RegisterSourceOutput(polyfills, static (output, name) => output.Add(SupportEmitter.Polyfill(name)));
        context.RegisterSourceOutput(diagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
    }
}
