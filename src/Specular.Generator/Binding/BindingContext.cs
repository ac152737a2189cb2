using System;
using System.Threading;
using Specular.Generator.Binding.Operations;
using Specular.Generator.Binding.Remembering;
using Specular.Generator.Diagnostics;
using Specular.Generator.Model;
using Specular.Generator.Naming;
using Specular.Generator.Reading;

namespace Specular.Generator.Binding;

/// <summary>What all binders of one client share.</summary>
internal sealed class BindingContext
{
    /// <param name="description">The description.</param>
    /// <param name="capabilities">What the consumer's compilation has.</param>
    /// <param name="client">What the client is called.</param>
    /// <param name="recorder">Writes down how all is bound; null where nobody does.</param>
    /// <param name="cancellationToken">Ends the binding.</param>
    /// <param name="declared">What is bound so far; null for nothing.</param>
    public BindingContext(Description description, Capabilities capabilities, ClientContext client, Recorder? recorder, CancellationToken cancellationToken, Declarations? declared = null)
    {
        (Description, Capabilities, Client, Recorder, CancellationToken) = (description, capabilities, client, recorder, cancellationToken);
        Types = new NameScope(StringComparer.OrdinalIgnoreCase, ReservedTypes(client));
        Declared = declared ?? new Declarations(Types, WebhookBinder.Names(client), recorder);
        Diagnostics = new DiagnosticBag { Recorder = recorder };
        description.Observer = recorder;
    }

    public Description Description { get; }

    public Capabilities Capabilities { get; }

    public ClientContext Client { get; }

    public Recorder? Recorder { get; }

    public CancellationToken CancellationToken { get; }

    public DiagnosticBag Diagnostics { get; }

    /// <summary>The types of the client's namespace. File names come of them, and those know no case. What binds a schema or an operation takes them from <see cref="Declared"/>.</summary>
    public NameScope Types { get; }

    /// <summary>What is bound so far.</summary>
    public Declarations Declared { get; }

    /// <summary>Binds something that stands for itself, or does again what binding it did in the run before.</summary>
    /// <param name="place">Where it starts; null where it has no place of its own.</param>
    /// <param name="type">The C# name that it has to have, or what is bound where it is given none.</param>
    /// <param name="bind">Binds it.</param>
    /// <param name="isMade">It is bound of a schema that was put together, which is another one in each run.</param>
    public T Unit<T>(int? place, string type, Func<T> bind, bool isMade = false)
    {
        if (Recorder is null)
            return bind();
        if (place is not { } position || Recorder.KeyOf(position, type) is not { } key)
        {
            Recorder.Miss();
            return bind();
        }

        if (Recorder.TryRepeat(key, Declared, Diagnostics, Description.Root.File, out var known))
            return (T)known!;
        Recorder.Begin(key);
        if (isMade)
            Recorder.Spoil();
        return (T)Recorder.End(bind())!;
    }

    private static string[] ReservedTypes(ClientContext client) =>
    [
        client.ClientName,
        client.ClientName + "Options",
        client.ClientName + "Extensions",
        client.Prefix + "Authentication",
        client.ApiPrefix + "Exception",
        client.ApiPrefix + "Result",
        client.Prefix + "File",
        client.Prefix + "Webhooks",
        client.OptionalName,

        // No member may be called like its type, and these are members of every record or union.
        "Unknown", "ReadJson", "WriteJson", "JsonConverter", "Equals", "GetHashCode", "ToString", "PrintMembers", "EqualityContract",
    ];
}
