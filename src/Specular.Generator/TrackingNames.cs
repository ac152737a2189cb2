namespace Specular.Generator;

/// <summary>The names of the pipeline's steps, as tests see them.</summary>
internal static class TrackingNames
{
    /// <summary>The descriptions that the project names, with their options.</summary>
    public const string Inputs = nameof(Inputs);

    /// <summary>The files that descriptions may refer to.</summary>
    public const string Files = nameof(Files);

    /// <summary>Each description with its overlays and the files that it refers to.</summary>
    public const string Sources = nameof(Sources);

    /// <summary>What the consumer's compilation can do.</summary>
    public const string Capabilities = nameof(Capabilities);

    /// <summary>Descriptions read and bound: models and diagnostics.</summary>
    public const string Bindings = nameof(Bindings);

    /// <summary>The same, without clients whose types another one has.</summary>
    public const string DistinctBindings = nameof(DistinctBindings);

    /// <summary>The names that the project's text has.</summary>
    public const string UsedNames = nameof(UsedNames);

    /// <summary>What of each client is emitted.</summary>
    public const string UsedParts = nameof(UsedParts);

    /// <summary>One item for each client: its class.</summary>
    public const string Clients = nameof(Clients);

    /// <summary>One item for each client: what it has for itself beside its class.</summary>
    public const string Companions = nameof(Companions);

    /// <summary>One item for each file of declared types.</summary>
    public const string Schemas = nameof(Schemas);

    /// <summary>One item for each file of operations.</summary>
    public const string Operations = nameof(Operations);

    /// <summary>One item for each client whose server sends requests.</summary>
    public const string Webhooks = nameof(Webhooks);

    /// <summary>The names under which support code is emitted.</summary>
    public const string Support = nameof(Support);

    /// <summary>The types that the consumer's framework lacks.</summary>
    public const string Polyfills = nameof(Polyfills);

    /// <summary>What there is to say about the descriptions.</summary>
    public const string Diagnostics = nameof(Diagnostics);
}
