using System.Text;
using System.Text.Json;

namespace Specular.Runtime.Tests.Json;

/// <summary>Reads one value, as generated code does.</summary>
internal static class Read
{
    public static T One<T>(string json, JsonReader<T> read) => JsonBody.Parse(Encoding.UTF8.GetBytes(json), read);

    public static JsonException Error<T>(string json, JsonReader<T> read) => Assert.Throws<JsonException>(() => { One(json, read); });

    /// <summary>The message without its place.</summary>
    public static string Reason<T>(string json, JsonReader<T> read)
    {
        var message = Error(json, read).Message;
        return message[..message.IndexOf(". Path: ", StringComparison.Ordinal)];
    }
}
