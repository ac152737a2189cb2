using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Specular.Runtime.For_Specular_Benchmarks;

namespace Specular.Benchmarks.Json;

/// <summary>One body, and how each contender reads and writes it. All write into buffers that they have from before.</summary>
public abstract class Payload(string name, byte[] utf8)
{
    private protected static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The five, by the names in the table.</summary>
    public static IReadOnlyDictionary<string, Payload> All { get; } = Payloads.All.ToDictionary(payload => payload.ToString(), StringComparer.Ordinal);

    /// <summary>The body.</summary>
    public byte[] Utf8 { get; } = utf8;

    /// <inheritdoc/>
    public override string ToString() => name;

    internal abstract object ReadSpecular();

    internal abstract object ReadSourceGenerator();

    internal abstract object ReadSettable();

    internal abstract object ReadReflection();

    internal abstract object ReadNewtonsoft();

    internal abstract int WriteSpecular();

    internal abstract int WriteSourceGenerator();

    internal abstract int WriteSettable();

    internal abstract int WriteReflection();

    internal abstract int WriteNewtonsoft();

    internal abstract int WriteByHand();

    /// <summary>True where the emitted code, the code by hand and System.Text.Json write the same.</summary>
    internal abstract bool Agree();

    /// <summary>A walk over the tokens that makes the strings that a reader has to make, and nothing else.</summary>
    internal abstract int Walk();

    /// <summary>The same, and the strings stay until it is over, as with a reader.</summary>
    internal abstract object WalkKept();
}

/// <typeparam name="T">The emitted type.</typeparam>
/// <typeparam name="TSame">Its twin of the same shape, for System.Text.Json.</typeparam>
/// <typeparam name="TSettable">A twin with setters and lists, which is what System.Text.Json reads fastest.</typeparam>
internal sealed class Payload<T, TSame, TSettable> : Payload
    where T : class
    where TSame : class
    where TSettable : class
{
    private static readonly JsonSerializerOptions s_reflection = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
    private static readonly Newtonsoft.Json.JsonSerializer s_newtonsoft = Newtonsoft.Json.JsonSerializer.Create(Rivals.NewtonsoftNames.Settings);

    private readonly JsonReader<T> _read;
    private readonly JsonWriter<T> _write;
    private readonly JsonTypeInfo<TSame> _same;
    private readonly JsonTypeInfo<TSettable> _settable;
    private readonly HandWriter<T> _byHand;
    private readonly bool[] _isText;
    private readonly int _textCount;

    private readonly T _value;
    private readonly TSame _sameValue;
    private readonly TSettable _settableValue;
    private readonly PooledBuffer _pooled;
    private readonly byte[] _bytes;
    private readonly MemoryStream _stream = new();
    private readonly ArrayBufferWriter<byte> _buffer;
    private readonly Utf8JsonWriter _writer;

    public Payload(string name, byte[] utf8, JsonReader<T> read, JsonWriter<T> write, JsonTypeInfo<TSame> same, JsonTypeInfo<TSettable> settable, HandWriter<T> byHand, Func<string, bool, bool> isText)
        : base(name, utf8)
    {
        (_read, _write, _same, _settable, _byHand) = (read, write, same, settable, byHand);
        _isText = TextTokens(utf8, isText);
        _textCount = _isText.Count(text => text);
        _pooled = new PooledBuffer(utf8.Length * 2);
        _bytes = new byte[utf8.Length * 2 + 256];
        _buffer = new ArrayBufferWriter<byte>(utf8.Length * 2 + 256);
        _writer = new Utf8JsonWriter(_buffer, WriterOptions);
        _value = (T)ReadSpecular();
        _sameValue = (TSame)ReadSourceGenerator();
        _settableValue = (TSettable)ReadSettable();
    }

    internal override object ReadSpecular() => JsonBody.Parse(Utf8, _read);

    internal override object ReadSourceGenerator() => JsonSerializer.Deserialize(Utf8, _same)!;

    internal override object ReadSettable() => JsonSerializer.Deserialize(Utf8, _settable)!;

    internal override object ReadReflection() => JsonSerializer.Deserialize<TSettable>(Utf8, s_reflection)!;

    internal override object ReadNewtonsoft()
    {
        using var reader = new Newtonsoft.Json.JsonTextReader(new StreamReader(new MemoryStream(Utf8)));
        return s_newtonsoft.Deserialize<TSettable>(reader)!;
    }

    internal override int WriteSpecular()
    {
        _pooled.Clear();
        var json = new JsonOutput(_pooled);
        _write(ref json, _value);
        json.Complete();
        return _pooled.WrittenCount;
    }

    internal override int WriteSourceGenerator()
    {
        Reset();
        JsonSerializer.Serialize(_writer, _sameValue, _same);
        return (int)_writer.BytesCommitted;
    }

    internal override int WriteSettable()
    {
        Reset();
        JsonSerializer.Serialize(_writer, _settableValue, _settable);
        return (int)_writer.BytesCommitted;
    }

    internal override int WriteReflection()
    {
        Reset();
        JsonSerializer.Serialize(_writer, _settableValue, s_reflection);
        return (int)_writer.BytesCommitted;
    }

    internal override int WriteNewtonsoft()
    {
        _stream.SetLength(0);
        using (var writer = new StreamWriter(_stream, leaveOpen: true)) s_newtonsoft.Serialize(writer, _settableValue);
        return (int)_stream.Length;
    }

    internal override int WriteByHand() => _byHand(_bytes, _value);

    internal override int Walk()
    {
        var reader = new Utf8JsonReader(Utf8);
        var token = 0;
        var length = 0;
        while (reader.Read())
        {
            if (_isText[token++]) length += reader.GetString()!.Length;
        }

        return length;
    }

    internal override object WalkKept()
    {
        var reader = new Utf8JsonReader(Utf8);
        var token = 0;
        var texts = new string[_textCount];
        var at = 0;
        while (reader.Read())
        {
            if (_isText[token++]) texts[at++] = reader.GetString()!;
        }

        return texts;
    }

    internal override bool Agree()
    {
        WriteSpecular();
        var written = _pooled.WrittenSpan.ToArray();
        WriteSourceGenerator();
        _pooled.Clear();
        var json = new JsonOutput(_pooled);
        _write(ref json, JsonBody.Parse(_buffer.WrittenSpan, _read));
        json.Complete();
        return _bytes.AsSpan(0, WriteByHand()).SequenceEqual(written) && _pooled.WrittenSpan.SequenceEqual(written);
    }

    private void Reset()
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
    }

    private static bool[] TextTokens(byte[] utf8, Func<string, bool, bool> isText)
    {
        var reader = new Utf8JsonReader(utf8);
        var texts = new List<bool>();
        var name = "";
        while (reader.Read())
        {
            var isName = reader.TokenType == JsonTokenType.PropertyName;
            if (isName) name = reader.GetString()!;
            texts.Add((isName || reader.TokenType == JsonTokenType.String) && isText(name, isName));
        }

        return [.. texts];
    }
}
