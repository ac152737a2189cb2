using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Specular.Benchmarks.Rivals;

/// <summary>Newtonsoft.Json with the names and the enum values of the others.</summary>
public static class NewtonsoftNames
{
    /// <summary>The settings.</summary>
    public static JsonSerializerSettings Settings { get; } = new()
    {
        ContractResolver = new CamelCasePropertyNamesContractResolver(),
        NullValueHandling = NullValueHandling.Ignore,
        Converters = { new Newtonsoft.Json.Converters.StringEnumConverter(new KebabCaseNamingStrategy()), new EventConverter() },
    };

    // It has no unions of its own; this is how they are commonly read.
    private sealed class EventConverter : JsonConverter<Settable.Event>
    {
        public override bool CanWrite => false;

        public override Settable.Event? ReadJson(JsonReader reader, Type objectType, Settable.Event? existingValue, bool hasExistingValue, JsonSerializer serializer)
        {
            var value = Newtonsoft.Json.Linq.JObject.Load(reader);
            Settable.Event result = (string?)value["type"] switch
            {
                "message" => new Settable.MessageSent(),
                "call" => new Settable.CallEnded(),
                "task" => new Settable.TaskDone(),
                _ => new Settable.DealMoved(),
            };
            using var members = value.CreateReader();
            serializer.Populate(members, result);
            return result;
        }

        public override void WriteJson(JsonWriter writer, Settable.Event? value, JsonSerializer serializer) => throw new NotSupportedException();
    }
}
