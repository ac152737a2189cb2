using System.Text.Json.Serialization;

namespace Specular.Benchmarks.Rivals.Settable;

public sealed class IntegrationSettingsResponse
{
    [JsonPropertyName("requestId")] public string? RequestId { get; set; }
    [JsonPropertyName("integrationId")] public long? IntegrationId { get; set; }
}

public sealed class ErrorResponse
{
    [JsonPropertyName("requestId")] public string? RequestId { get; set; }
    [JsonPropertyName("errors")] public List<string>? Errors { get; set; }
}

public sealed class ContactList
{
    [JsonPropertyName("items")] public List<Contact> Items { get; set; } = null!;
    [JsonPropertyName("next")] public string? Next { get; set; }
}

public sealed class Contact
{
    [JsonPropertyName("id")] public long Id { get; set; }
    [JsonPropertyName("key")] public Guid Key { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; } = null!;
    [JsonPropertyName("email")] public string? Email { get; set; }
    [JsonPropertyName("status")] public Status Status { get; set; }
    [JsonPropertyName("createdAt")] public DateTimeOffset CreatedAt { get; set; }
    [JsonPropertyName("birthday")] public DateOnly? Birthday { get; set; }
    [JsonPropertyName("balance")] public decimal Balance { get; set; }
    [JsonPropertyName("score"), JsonIgnore(Condition = JsonIgnoreCondition.Never), Newtonsoft.Json.JsonProperty(NullValueHandling = Newtonsoft.Json.NullValueHandling.Include)] public double? Score { get; set; }
    [JsonPropertyName("active")] public bool Active { get; set; }
    [JsonPropertyName("address")] public Address Address { get; set; } = null!;
    [JsonPropertyName("tags")] public List<string> Tags { get; set; } = null!;
    [JsonPropertyName("note")] public string? Note { get; set; }
    [JsonPropertyName("managerId")] public long? ManagerId { get; set; }
}

public sealed class Address
{
    [JsonPropertyName("street")] public string Street { get; set; } = null!;
    [JsonPropertyName("city")] public string City { get; set; } = null!;
    [JsonPropertyName("zip")] public string? Zip { get; set; }
    [JsonPropertyName("country")] public string Country { get; set; } = null!;
}

public sealed class EventList
{
    [JsonPropertyName("events")] public List<Event> Events { get; set; } = null!;
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MessageSent), "message")]
[JsonDerivedType(typeof(CallEnded), "call")]
[JsonDerivedType(typeof(TaskDone), "task")]
[JsonDerivedType(typeof(DealMoved), "deal")]
public abstract class Event;

public sealed class MessageSent : Event
{
    [JsonPropertyName("id")] public long Id { get; set; }
    [JsonPropertyName("at")] public DateTimeOffset At { get; set; }
    [JsonPropertyName("from")] public string From { get; set; } = null!;
    [JsonPropertyName("to")] public List<string> To { get; set; } = null!;
    [JsonPropertyName("text")] public string Text { get; set; } = null!;
}

public sealed class CallEnded : Event
{
    [JsonPropertyName("id")] public long Id { get; set; }
    [JsonPropertyName("at")] public DateTimeOffset At { get; set; }
    [JsonPropertyName("seconds")] public int Seconds { get; set; }
    [JsonPropertyName("participants")] public List<Participant> Participants { get; set; } = null!;
}

public sealed class Participant
{
    [JsonPropertyName("name")] public string Name { get; set; } = null!;
    [JsonPropertyName("role")] public Role Role { get; set; }
}

public sealed class TaskDone : Event
{
    [JsonPropertyName("id")] public long Id { get; set; }
    [JsonPropertyName("at")] public DateTimeOffset At { get; set; }
    [JsonPropertyName("title")] public string Title { get; set; } = null!;
}

public sealed class DealMoved : Event
{
    [JsonPropertyName("id")] public long Id { get; set; }
    [JsonPropertyName("at")] public DateTimeOffset At { get; set; }
    [JsonPropertyName("amount")] public decimal Amount { get; set; }
    [JsonPropertyName("stage")] public Stage Stage { get; set; }
}

public sealed class Point
{
    [JsonPropertyName("x")] public int X { get; set; }
    [JsonPropertyName("y")] public int Y { get; set; }
    [JsonPropertyName("label")] public string Label { get; set; } = null!;
    [JsonPropertyName("on")] public bool? On { get; set; }
}

[JsonConverter(typeof(JsonStringEnumConverter<Status>))]
public enum Status
{
    [JsonStringEnumMemberName("lead")] Lead,
    [JsonStringEnumMemberName("customer")] Customer,
    [JsonStringEnumMemberName("former-customer")] FormerCustomer,
    [JsonStringEnumMemberName("partner")] Partner,
}

[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role
{
    [JsonStringEnumMemberName("host")] Host,
    [JsonStringEnumMemberName("guest")] Guest,
}

[JsonConverter(typeof(JsonStringEnumConverter<Stage>))]
public enum Stage
{
    [JsonStringEnumMemberName("open")] Open,
    [JsonStringEnumMemberName("won")] Won,
    [JsonStringEnumMemberName("lost")] Lost,
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IntegrationSettingsResponse))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(ContactList))]
[JsonSerializable(typeof(EventList))]
[JsonSerializable(typeof(Dictionary<string, Point>), TypeInfoPropertyName = "PointMap")]
public sealed partial class SettableContext : JsonSerializerContext;
