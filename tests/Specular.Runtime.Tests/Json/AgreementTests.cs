using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Specular.Runtime.Tests.Json;

/// <summary>What System.Text.Json reads is read the same, what it refuses is refused, and what is written it reads as what it was.</summary>
public sealed class AgreementTests
{
    private static readonly JsonNames s_names = new("name", "integrationId", "a", "é", "");

    [Fact]
    public void Valid_text_is_read_the_same() => JsonTextCase.Valid.Check(20_000, text =>
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Assert.Equal(Theirs(utf8), Ours(utf8));
        Assert.Equal(Theirs(utf8), JsonBody.Parse(utf8, Known));
        Assert.Equal(0, JsonBody.Parse(utf8, Skip));
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(text), JsonBody.Parse(utf8, JsonRead.Element)));
    });

    [Fact]
    public void Broken_text_is_refused_where_System_Text_Json_refuses_it() => JsonTextCase.Broken.Check(30_000, utf8 =>
    {
        var theirs = Record.Exception(() => Theirs(utf8));
        var ours = Record.Exception(() => Ours(utf8));
        Assert.Equal(theirs is null, ours is null);
        if (ours is null)
        {
            Assert.Equal(Theirs(utf8), Ours(utf8));
            return;
        }

        var error = Assert.IsType<JsonException>(ours);
        Assert.StartsWith("$", error.Path);
        Assert.DoesNotContain(error.Message, char.IsControl);

        // What is only skipped is not looked at as text, by neither.
        Assert.Equal(Record.Exception(() => TheirsSkipped(utf8)) is null, Record.Exception(() => JsonBody.Parse(utf8, Skip)) is null);
    });

    [Fact]
    public void Numbers_are_read_the_same() => JsonTextCase.Number.Check(20_000, text =>
    {
        var theirs = JsonElement.Parse(text);
        Agree(JsonRead.Decimal, theirs.TryGetDecimal(out var exact), exact);
        Agree(JsonRead.Double, theirs.TryGetDouble(out var twice) && double.IsFinite(twice), twice);
        Agree(JsonRead.Single, theirs.TryGetSingle(out var once) && float.IsFinite(once), once);
        if (theirs.TryGetInt64(out var whole)) Assert.Equal(whole, Read.One(text, JsonRead.Int64));
        if (theirs.TryGetInt32(out var small)) Assert.Equal(small, Read.One(text, JsonRead.Int32));

        void Agree<T>(JsonReader<T> read, bool fits, T value)
            where T : IFormattable
        {
            if (fits) Assert.Equal(value.ToString("G29", CultureInfo.InvariantCulture), Read.One(text, read).ToString("G29", CultureInfo.InvariantCulture));
            else Assert.Contains("is outside the range of", Read.Reason(text, read));
        }
    });

    [Fact]
    public void Text_is_written_so_that_it_comes_back() => JsonTextCase.Text.Check(20_000, text =>
    {
        var written = JsonWriteTests.Written(text, JsonWrite.String);
        Assert.Equal(JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(text)), JsonSerializer.Deserialize<string>(written));
        Assert.Equal(JsonSerializer.Deserialize<string>(written), Read.One(written, JsonRead.String));
        Assert.DoesNotContain(written, c => c < ' ');
    });

    [Fact]
    public void Long_text_comes_back_whatever_stands_at_the_seams()
    {
        foreach (var piece in new[] { "x", "é", "漢", "😀", "\"", "\u0001", "a😀", "ab😀c" })
        {
            for (var length = 1020; length < 1030; length++)
            {
                var text = string.Concat(Enumerable.Repeat(piece, length * 2 + 1));
                Assert.Equal(text, JsonSerializer.Deserialize<string>(JsonWriteTests.Written(text, JsonWrite.String)));
            }
        }
    }

    [Fact]
    public void Scalars_are_written_as_System_Text_Json_writes_them()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var bits = random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
            var exact = new decimal(random.Next() >> random.Next(31), random.Next() >> random.Next(31), random.Next(3) == 0 ? random.Next() : 0, i % 2 == 0, (byte)random.Next(29));
            var time = new DateTime(random.NextInt64(DateTime.MaxValue.Ticks), DateTimeKind.Utc);
            Assert.Equal(JsonSerializer.Serialize(bits), JsonWriteTests.Written(bits, JsonWrite.Int64));
            Assert.Equal(JsonSerializer.Serialize(exact), JsonWriteTests.Written(exact, JsonWrite.Decimal));
            Assert.Equal(exact, Read.One(JsonWriteTests.Written(exact, JsonWrite.Decimal), JsonRead.Decimal));
            Assert.Equal(JsonSerializer.Serialize(time), JsonWriteTests.Written(new DateTimeOffset(time), JsonWrite.DateTimeOffset));
            Assert.Equal(JsonSerializer.Serialize(bits % 2 == 0), JsonWriteTests.Written(bits % 2 == 0, JsonWrite.Boolean));
        }

        foreach (var zero in new[] { 0m, -0.0m, 0.000m, new decimal(0, 0, 0, true, 2) })
            Assert.Equal(JsonSerializer.Serialize(zero), JsonWriteTests.Written(zero, JsonWrite.Decimal));
    }

    [Fact]
    public void A_value_that_holds_itself_is_refused()
    {
        var values = new List<object>();
        values.Add(values);
        Assert.Contains("holds itself", Assert.Throws<InvalidOperationException>(() => JsonWriteTests.Written<IReadOnlyList<object>>(values, Write)).Message);

        static void Write(ref JsonOutput json, IReadOnlyList<object> items) =>
            JsonCollections.WriteList(ref json, items, static (ref JsonOutput json, object item) => Write(ref json, (IReadOnlyList<object>)item));
    }

    // The structure, with every name and text unescaped and every number as it stands.
    private static string Ours(ReadOnlySpan<byte> utf8) => JsonBody.Parse(utf8, Any);

    private static string Any(ref JsonInput json)
    {
        var shown = new StringBuilder();
        switch (json.Peek)
        {
            case (byte)'{':
                for (var more = json.BeginMap(out var name); more; more = json.NextMember(out name)) shown.Append(Quoted(name)).Append(Any(ref json));
                return "{" + shown + "}";
            case (byte)'[':
                for (var more = json.BeginArray(); more; more = json.NextItem()) shown.Append(Any(ref json));
                return "[" + shown + "]";
            default:
                return Scalar(ref json);
        }
    }

    // The same by names that are known.
    private static string Known(ref JsonInput json)
    {
        if (json.Peek != '{') return json.Peek == '[' ? "[" + string.Concat(JsonCollections.ReadList(ref json, Known)) + "]" : Scalar(ref json);
        var shown = new StringBuilder();
        for (var member = json.Begin(s_names); member != JsonNames.End; member = json.Next(s_names, member))
        {
            var name = member switch { 0 => "name", 1 => "integrationId", 2 => "a", 3 => "é", 4 => "", _ => json.MemberName() };
            shown.Append(Quoted(name)).Append(Known(ref json));
        }

        return "{" + shown + "}";
    }

    private static string Scalar(ref JsonInput json) => json.Peek switch
    {
        (byte)'"' => Quoted(json.Text()),
        (byte)'t' or (byte)'f' => JsonRead.Boolean(ref json) ? "true" : "false",
        (byte)'n' => json.IsNull() ? "null" : "",
        _ => Encoding.ASCII.GetString(json.Number()),
    };

    private static int Skip(ref JsonInput json)
    {
        json.Skip();
        return 0;
    }

    private static string Theirs(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, JsonBody.Options);
        var shown = new StringBuilder();
        while (reader.Read())
        {
            shown.Append(reader.TokenType switch
            {
                JsonTokenType.StartObject => "{",
                JsonTokenType.EndObject => "}",
                JsonTokenType.StartArray => "[",
                JsonTokenType.EndArray => "]",
                JsonTokenType.PropertyName or JsonTokenType.String => Quoted(reader.GetString()!),
                _ => Encoding.UTF8.GetString(reader.ValueSpan),
            });
        }

        return shown.ToString();
    }

    private static void TheirsSkipped(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, JsonBody.Options);
        while (reader.Read())
        {
        }
    }

    private static string Quoted(string text) => "<" + text.Length.ToString(CultureInfo.InvariantCulture) + ":" + text + ">";
}
