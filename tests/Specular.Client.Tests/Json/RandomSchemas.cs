using System.Globalization;
using System.Text.Json.Nodes;

namespace Specular.Client.Tests.Json;

/// <summary>A description with schemas that nobody thought of, and values that fit them; the same on every run.</summary>
internal sealed class RandomSchemas(int seed, int count)
{
    private static readonly string[] s_names = ["id", "a b", "é", "x-y", "class", "q\"uote", "back\\slash", "漢字", "Name", "$type", "value", "json", "start", "member", "some", "a/b"];
    private static readonly string[] s_texts = ["", "plain", "with \"quotes\" and \\", "line\nbreak\t\u0001", "Zürich", "漢字 😀", "a much longer text that does not fit into one register, nor into two"];

    private readonly Random _random = new(seed);
    private readonly List<JsonObject> _schemas = [];

    /// <summary>How many schemas there are: <c>T0</c>, <c>T1</c> …</summary>
    public int Count => count;

    /// <summary>The description.</summary>
    public string Description()
    {
        var paths = new JsonObject();
        var schemas = new JsonObject();
        for (var i = 0; i < count; i++)
        {
            _schemas.Add(Object(i));
            schemas["T" + Number(i)] = _schemas[i].DeepClone();
            paths["/t" + Number(i)] = JsonNode.Parse(
                """{"get":{"responses":{"200":{"description":"It","content":{"application/json":{"schema":{"$ref":"#/components/schemas/T0"}}}}}}}""".Replace("T0", "T" + Number(i), StringComparison.Ordinal));
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "Random", ["version"] = "1" },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas },
        }.ToJsonString();
    }

    /// <summary>A value of a schema.</summary>
    public JsonNode Value(int schema) => Value(_schemas[schema])!;

    private JsonObject Object(int index)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        for (var i = _random.Next(1, 12); i > 0; i--)
        {
            var name = s_names[_random.Next(s_names.Length)] + Number(i);
            properties[name] = Schema(index, 2);
            if (_random.Next(2) == 0) required.Add(name);
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required, ["additionalProperties"] = false };
    }

    private JsonObject Schema(int index, int depth)
    {
        var schema = _random.Next(depth > 0 ? 13 : 10) switch
        {
            0 => Typed("string"),
            1 => Typed("string", "uuid"),
            2 => Typed("string", "date-time"),
            3 => Typed("string", "date"),
            4 => Typed("integer", "int32"),
            5 => Typed("integer", "int64"),
            6 => Typed("number", "double"),
            7 => Typed("number", "decimal"),
            8 => Typed("boolean"),
            9 => index > 0 ? new JsonObject { ["$ref"] = "#/components/schemas/T" + Number(_random.Next(index)) } : Typed("boolean"),
            10 => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("one", "two words", "trois é", "q\"uote") },
            11 => new JsonObject { ["type"] = "array", ["items"] = Schema(index, depth - 1) },
            _ => new JsonObject { ["type"] = "object", ["additionalProperties"] = Schema(index, depth - 1) },
        };
        if (schema["type"] is { } type && schema["enum"] is null && _random.Next(4) == 0) schema["type"] = new JsonArray(type.DeepClone(), "null");
        return schema;
    }

    private JsonNode? Value(JsonObject schema)
    {
        if (schema["$ref"] is { } reference) return Value(int.Parse(((string)reference!)["#/components/schemas/T".Length..], CultureInfo.InvariantCulture));
        if (schema["type"] is JsonArray && _random.Next(3) == 0) return null;
        var type = schema["type"] is JsonArray types ? (string)types[0]! : (string)schema["type"]!;
        switch (type)
        {
            case "string" when schema["enum"] is JsonArray values:
                return _random.Next(6) == 0 ? "unknown " + Number(_random.Next(5)) : values[_random.Next(values.Count)]!.DeepClone();
            case "string":
                return (string?)schema["format"] switch
                {
                    "uuid" => new Guid(_random.Next(), (short)_random.Next(short.MaxValue), 1, 2, 3, 4, 5, 6, 7, 8, 9).ToString("D"),
                    "date-time" => new DateTime(_random.NextInt64(DateTime.MaxValue.Ticks) / 10 * 10, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture),
                    "date" => DateOnly.FromDayNumber(_random.Next(DateOnly.MaxValue.DayNumber)).ToString("O", CultureInfo.InvariantCulture),
                    _ => s_texts[_random.Next(s_texts.Length)] + s_texts[_random.Next(s_texts.Length)],
                };
            case "integer":
                return (string?)schema["format"] == "int32" ? _random.Next(int.MinValue, int.MaxValue) >> _random.Next(31) : _random.NextInt64(long.MinValue, long.MaxValue) >> _random.Next(63);
            case "number":
                return (string?)schema["format"] == "decimal" ? new decimal(_random.Next(), _random.Next(), 0, _random.Next(2) == 0, (byte)_random.Next(20)) : (_random.NextDouble() - 0.5) * Math.Pow(10, _random.Next(-30, 30));
            case "boolean":
                return _random.Next(2) == 0;
            case "array":
                var items = new JsonArray();
                for (var i = _random.Next(20); i > 0; i--) items.Add(Value((JsonObject)schema["items"]!));
                return items;
            case "object" when schema["additionalProperties"] is JsonObject additional:
                var map = new JsonObject();
                for (var i = _random.Next(5); i > 0; i--) map[s_names[_random.Next(s_names.Length)] + Number(i)] = Value(additional);
                return map;
            default:
                return Members(schema);
        }
    }

    private JsonObject Members(JsonObject schema)
    {
        var required = schema["required"]!.AsArray().Select(name => (string)name!).ToHashSet(StringComparer.Ordinal);
        var members = schema["properties"]!.AsObject().Where(property => required.Contains(property.Key) || _random.Next(2) == 0).ToArray();
        if (_random.Next(2) == 0) _random.Shuffle(members);
        var value = new JsonObject();
        foreach (var (name, property) in members) value[name] = Value((JsonObject)property!);
        return value;
    }

    private static JsonObject Typed(string type, string? format = null)
    {
        var schema = new JsonObject { ["type"] = type };
        if (format is not null) schema["format"] = format;
        return schema;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
