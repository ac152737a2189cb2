using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Gong;
using Settable = Specular.Benchmarks.Rivals.Settable;

namespace Specular.Benchmarks.Json;

/// <summary>Users' own JsonSerializer calls: over the emitted types, which go through their converters, and over plain ones, by reflection.</summary>
[MemoryDiagnoser]
[BenchmarkCategory("Serializer")]
public class SerializerBenchmarks
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 20);
    private byte[] _utf8 = [];
    private object _converted = "";
    private object _plain = "";

    /// <summary>Which body.</summary>
    [Params("Gong 200", "List")]
    public string Body { get; set; } = "";

    /// <summary>Takes the body.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _utf8 = Payload.All[Body].Utf8;
        _converted = ReadConverter();
        _plain = ReadReflection();
    }

    /// <summary>Reading an emitted type.</summary>
    [Benchmark]
    public object ReadConverter() => Body == "List" ? JsonSerializer.Deserialize<ContactList>(_utf8)! : JsonSerializer.Deserialize<IntegrationSettingsResponse>(_utf8)!;

    /// <summary>Reading a type with setters.</summary>
    [Benchmark]
    public object ReadReflection() => Body == "List" ? JsonSerializer.Deserialize<Settable.ContactList>(_utf8)! : JsonSerializer.Deserialize<Settable.IntegrationSettingsResponse>(_utf8)!;

    /// <summary>Writing an emitted type.</summary>
    [Benchmark]
    public int WriteConverter() => Write(_converted);

    /// <summary>Writing a type with setters.</summary>
    [Benchmark]
    public int WriteReflection() => Write(_plain);

    private int Write(object value)
    {
        _buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_buffer);
        JsonSerializer.Serialize(writer, value, value.GetType());
        return (int)writer.BytesCommitted;
    }
}
