using System.Text.Json;

namespace Specular.Validation.Tests;

/// <summary>JSON as the client writes and reads it: its types bring their own converters, and JsonSerializer adds nothing.</summary>
internal static class ClientJson
{
    public static string Write(object value, Type type) => JsonSerializer.Serialize(value, type);

    public static object Read(string json, Type type) => JsonSerializer.Deserialize(json, type) ?? throw new JsonException("null");
}
