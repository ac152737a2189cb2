using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Specular.Benchmarks.Json;

/// <summary>The bodies, as a server would send them: the same on every machine.</summary>
internal static class PayloadText
{
    private static readonly string[] s_streets = ["1 Main Street", "Rue de l'Église 12", "Bahnhofstraße 7", "ul. Świętokrzyska 3", "東京都千代田区1-1"];
    private static readonly string[] s_notes =
    [
        "Asked for a \"call back\" next week, after the board has met and the budget of the year is known; until then, nothing is to be sent.",
        "Größe: 42\nFarbe: grün\nLieferung: ab Werk, in zwei Teilen, spätestens am 1. März",
        "Path C:\\deals\\2026, shared with the whole team; see also the minutes of the last meeting.",
        "Prefers e-mail over phone, and mornings over afternoons. Speaks English, French and some Spanish.",
        "お客様は日本語を話します 😀 次回の打ち合わせは来週です",
    ];

    public static byte[] Gong { get; } = """{"requestId":"4al018gzaztcr8nbukw","integrationId":5517027188234206000}"""u8.ToArray();

    public static byte[] GongError { get; } = """{"requestId":"4al018gzaztcr8nbukw","errors":["The access key has reached its limit of calls","Try again later"]}"""u8.ToArray();

    public static byte[] Contacts { get; } = Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        for (var i = 0; i < 1000; i++) Contact(json, i);
        json.WriteEndArray();
        json.WriteString("next", "eyJwYWdlIjoyfQ");
        json.WriteEndObject();
    });

    public static byte[] Events { get; } = Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("events");
        for (var i = 0; i < 1000; i++) Event(json, i);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static byte[] Points { get; } = Write(json =>
    {
        json.WriteStartObject();
        for (var i = 0; json.BytesPending + json.BytesCommitted < 10_000_000; i++)
        {
            json.WriteStartObject("point-" + Number(i));
            json.WriteNumber("x", i * 7 % 10_000);
            json.WriteNumber("y", -(i * 13) % 100_000);
            json.WriteString("label", "Label of " + Number(i % 500));
            if (i % 3 == 0) json.WriteBoolean("on", i % 2 == 0);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    });

    private static void Contact(Utf8JsonWriter json, int i)
    {
        json.WriteStartObject();
        json.WriteNumber("id", 5517027188234206000 + i * 977L);
        json.WriteString("key", new Guid(i, 7, 9, 1, 2, 3, 4, 5, 6, 7, 8));
        json.WriteString("name", i % 10 == 0 ? "Zoë Müller " + Number(i) : "Jordan Smith-Rivera " + Number(i));
        if (i % 4 != 0) json.WriteString("email", "jordan.smith." + Number(i) + "@example.com");
        json.WriteString("status", (i % 4) switch { 0 => "lead", 1 => "customer", 2 => "former-customer", _ => "partner" });
        json.WriteString("createdAt", new DateTimeOffset(2024, 1 + i % 12, 1 + i % 28, i % 24, i % 60, i % 60, TimeSpan.Zero).AddMilliseconds(i % 2 * 125).UtcDateTime);
        if (i % 3 != 0) json.WriteString("birthday", Number(1950 + i % 50) + "-0" + Number(1 + i % 9) + "-" + Number(10 + i % 18));
        json.WriteNumber("balance", (i * 1357 % 1_000_000) / 100m);
        if (i % 5 == 0) json.WriteNull("score");
        else json.WriteNumber("score", i % 1000 / 8.0);
        json.WriteBoolean("active", i % 2 == 0);
        json.WriteStartObject("address");
        json.WriteString("street", s_streets[i % s_streets.Length]);
        json.WriteString("city", i % 7 == 0 ? "Zürich" : "Springfield");
        if (i % 2 == 0) json.WriteString("zip", Number(10_000 + i));
        json.WriteString("country", "CH");
        json.WriteEndObject();
        json.WriteStartArray("tags");
        for (var tag = 0; tag < i % 5; tag++) json.WriteStringValue("segment-" + Number(tag));
        json.WriteEndArray();
        json.WriteString("note", s_notes[i % s_notes.Length]);
        if (i % 6 != 0) json.WriteNumber("managerId", 1_000_000_000 + i);
        json.WriteEndObject();
    }

    private static void Event(Utf8JsonWriter json, int i)
    {
        json.WriteStartObject();
        json.WriteString("type", (i % 4) switch { 0 => "message", 1 => "call", 2 => "task", _ => "deal" });
        json.WriteNumber("id", 7782342274025937895 - i);
        json.WriteString("at", new DateTimeOffset(2026, 1 + i % 12, 1 + i % 28, i % 24, i % 60, i % 60, TimeSpan.FromHours(i % 3)));
        switch (i % 4)
        {
            case 0:
                json.WriteString("from", "user-" + Number(i % 50) + "@example.com");
                json.WriteStartArray("to");
                for (var to = 0; to <= i % 3; to++) json.WriteStringValue("user-" + Number(to) + "@example.com");
                json.WriteEndArray();
                json.WriteString("text", s_notes[i % s_notes.Length]);
                break;
            case 1:
                json.WriteNumber("seconds", i * 3);
                json.WriteStartArray("participants");
                for (var guest = 0; guest < 3; guest++)
                {
                    json.WriteStartObject();
                    json.WriteString("name", "Participant " + Number(guest));
                    json.WriteString("role", guest == 0 ? "host" : "guest");
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                break;
            case 2:
                json.WriteString("title", "Send the contract of deal " + Number(i));
                break;
            default:
                json.WriteNumber("amount", i * 199 / 10m);
                json.WriteString("stage", (i % 3) switch { 0 => "open", 1 => "won", _ => "lost" });
                break;
        }

        json.WriteEndObject();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) write(json);
        return buffer.WrittenSpan.ToArray();
    }
}
