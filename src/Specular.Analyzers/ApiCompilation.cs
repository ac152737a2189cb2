using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Specular.Analyzers.Clues;
using Specular.Analyzers.Facts;
using Specular.Analyzers.Flow;
using Specular.Analyzers.Rules.HttpRequests;
using Specular.Analyzers.Rules.Values;
using Specular.Analyzers.Wire;

namespace Specular.Analyzers;

/// <summary>
/// What the rules share about a compilation that sees a client. Each part is made when it is first asked for, and what it has found for one rule it keeps for all.
/// </summary>
internal sealed class ApiCompilation
{
    private static readonly ConditionalWeakTable<Compilation, ApiCompilation> s_made = new();

    private readonly Lazy<WireTypes> _types;
    private readonly Lazy<JsonContracts> _contracts;
    private readonly Lazy<ValueFlow> _flow;
    private readonly Lazy<KnownValues> _values;
    private readonly Lazy<WrittenRequests> _requests;

    private ApiCompilation(Compilation compilation, ApiFacts facts)
    {
        Facts = facts;
        Bodies = new BodyClues(facts);
        _types = Part(() => new WireTypes(compilation));
        _contracts = Part(() => new JsonContracts(compilation));
        _flow = Part(() => new ValueFlow(compilation));
        _values = Part(() => new KnownValues(facts, Flow));
        _requests = Part(() => new WrittenRequests(facts, compilation, Flow));
    }

    /// <summary>What the clients say of the API.</summary>
    public ApiFacts Facts { get; }

    /// <summary>The bodies that rules have something to look at in.</summary>
    public BodyClues Bodies { get; }

    /// <summary>The types through which hand-written code talks to an API.</summary>
    public WireTypes Types => _types.Value;

    /// <summary>The hand-written types that are read from JSON.</summary>
    public JsonContracts Contracts => _contracts.Value;

    /// <summary>Where values come from.</summary>
    public ValueFlow Flow => _flow.Value;

    /// <summary>What values can be.</summary>
    public KnownValues Values => _values.Value;

    /// <summary>The requests that are written by hand.</summary>
    public WrittenRequests Requests => _requests.Value;

    /// <summary>The parts for a compilation; null where no client is in sight, and the rules have nothing to do.</summary>
    public static ApiCompilation? Find(Compilation compilation) =>
        ApiFacts.Find(compilation) is { } facts ? s_made.GetValue(compilation, compilation => new ApiCompilation(compilation, facts)) : null;

    private static Lazy<T> Part<T>(Func<T> make) => new(make, LazyThreadSafetyMode.ExecutionAndPublication);
}
