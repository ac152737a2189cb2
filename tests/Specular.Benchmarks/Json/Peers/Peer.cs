using System.Buffers;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;
using KiotaGong = Specular.Benchmarks.Rivals.Kiota.Gong.Models;
using KiotaPayloads = Specular.Benchmarks.Rivals.Kiota.Payloads.Models;
using NSwagGong = Specular.Benchmarks.Rivals.NSwag.Gong;
using NSwagPayloads = Specular.Benchmarks.Rivals.NSwag.Payloads;

namespace Specular.Benchmarks.Json;

/// <summary>How the clients that NSwag and Kiota emit read and write a body.</summary>
internal abstract class Peer
{
    /// <summary>By the names of the bodies. What NSwag emits for the unions does not compile; to Kiota the map is a tree without types.</summary>
    public static IReadOnlyDictionary<string, Peer> All { get; } = new Dictionary<string, Peer>(StringComparer.Ordinal)
    {
        ["Gong 200"] = new Peer<NSwagGong.IntegrationSettingsResponse, KiotaGong.IntegrationSettingsResponse>(PayloadText.Gong, KiotaGong.IntegrationSettingsResponse.CreateFromDiscriminatorValue),
        ["Gong 429"] = new Peer<NSwagGong.ErrorResponse, KiotaGong.ErrorResponse>(PayloadText.GongError, KiotaGong.ErrorResponse.CreateFromDiscriminatorValue),
        ["List"] = new Peer<NSwagPayloads.ContactList, KiotaPayloads.ContactList>(PayloadText.Contacts, KiotaPayloads.ContactList.CreateFromDiscriminatorValue),
        ["Unions"] = new Peer<NSwagPayloads.EventList, KiotaPayloads.EventList>(PayloadText.Events, KiotaPayloads.EventList.CreateFromDiscriminatorValue),
        ["Map"] = new Peer<IDictionary<string, NSwagPayloads.Point>, KiotaPayloads.PointMap>(PayloadText.Points, KiotaPayloads.PointMap.CreateFromDiscriminatorValue),
    };

    internal abstract object ReadNSwag();

    internal abstract int WriteNSwag();

    internal abstract object ReadKiota();

    internal abstract int WriteKiota();
}

/// <typeparam name="TNSwag">The type of the body for NSwag.</typeparam>
/// <typeparam name="TKiota">The type of the body for Kiota.</typeparam>
internal sealed class Peer<TNSwag, TKiota>(byte[] utf8, ParsableFactory<TKiota> create) : Peer
    where TNSwag : class
    where TKiota : IParsable
{
    // As its clients have them.
    private static readonly JsonSerializerOptions s_options = new();

    private readonly ArrayBufferWriter<byte> _buffer = new(utf8.Length * 2 + 256);
    private TNSwag? _swag;
    private TKiota? _kiota;

    internal override object ReadNSwag() => typeof(TNSwag) == typeof(NSwagPayloads.EventList) ? throw new NotSupportedException() : JsonSerializer.Deserialize<TNSwag>(utf8, s_options)!;

    internal override int WriteNSwag()
    {
        _swag ??= (TNSwag)ReadNSwag();
        _buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_buffer);
        JsonSerializer.Serialize(writer, _swag, s_options);
        return (int)writer.BytesCommitted;
    }

    internal override object ReadKiota()
    {
        using var document = JsonDocument.Parse(utf8);
        return new JsonParseNode(document.RootElement).GetObjectValue(create)!;
    }

    internal override int WriteKiota()
    {
        _kiota ??= (TKiota)ReadKiota();
        using var writer = new JsonSerializationWriter();
        writer.WriteObjectValue(null, _kiota);
        using var content = writer.GetSerializedContent();
        return (int)content.Length;
    }
}
