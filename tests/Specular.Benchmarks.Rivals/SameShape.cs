using System.Text.Json.Serialization;

namespace Specular.Benchmarks.Rivals.SameShape;

public sealed record IntegrationSettingsRequest
{
    [JsonPropertyName("integrationTypeSettings")] public required IReadOnlyList<IntegrationTypeSettings> IntegrationTypeSettings { get; init; }
}

public sealed record IntegrationTypeSettings
{
    [JsonPropertyName("integrationType")] public required IntegrationType IntegrationType { get; init; }
    [JsonPropertyName("allowedOrigin")] public required string AllowedOrigin { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<IntegrationType>))]
public enum IntegrationType
{
    [JsonStringEnumMemberName("EMAIL_COMPOSER")] EmailComposer,
    [JsonStringEnumMemberName("ACCOUNT_PAGES")] AccountPages,
    [JsonStringEnumMemberName("DIALER")] Dialer,
}

public sealed record IntegrationSettingsResponse
{
    [JsonPropertyName("requestId")] public string? RequestId { get; init; }
    [JsonPropertyName("integrationId")] public long? IntegrationId { get; init; }
}

public sealed record ErrorResponse
{
    [JsonPropertyName("requestId")] public string? RequestId { get; init; }
    [JsonPropertyName("errors")] public IReadOnlyList<string>? Errors { get; init; }
}

public sealed record ContactList
{
    [JsonPropertyName("items")] public required IReadOnlyList<Contact> Items { get; init; }
    [JsonPropertyName("next")] public string? Next { get; init; }
}

public sealed record Contact
{
    [JsonPropertyName("id")] public required long Id { get; init; }
    [JsonPropertyName("key")] public required Guid Key { get; init; }
    [JsonPropertyName("name")] public required string Name { get; init; }
    [JsonPropertyName("email")] public string? Email { get; init; }
    [JsonPropertyName("status")] public required Status Status { get; init; }
    [JsonPropertyName("createdAt")] public required DateTimeOffset CreatedAt { get; init; }
    [JsonPropertyName("birthday")] public DateOnly? Birthday { get; init; }
    [JsonPropertyName("balance")] public required decimal Balance { get; init; }
    [JsonPropertyName("score"), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public required double? Score { get; init; }
    [JsonPropertyName("active")] public required bool Active { get; init; }
    [JsonPropertyName("address")] public required Address Address { get; init; }
    [JsonPropertyName("tags")] public required IReadOnlyList<string> Tags { get; init; }
    [JsonPropertyName("note")] public string? Note { get; init; }
    [JsonPropertyName("managerId")] public long? ManagerId { get; init; }
}

public sealed record Address
{
    [JsonPropertyName("street")] public required string Street { get; init; }
    [JsonPropertyName("city")] public required string City { get; init; }
    [JsonPropertyName("zip")] public string? Zip { get; init; }
    [JsonPropertyName("country")] public required string Country { get; init; }
}

public sealed record EventList
{
    [JsonPropertyName("events")] public required IReadOnlyList<Event> Events { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MessageSent), "message")]
[JsonDerivedType(typeof(CallEnded), "call")]
[JsonDerivedType(typeof(TaskDone), "task")]
[JsonDerivedType(typeof(DealMoved), "deal")]
public abstract record Event;

public sealed record MessageSent : Event
{
    [JsonPropertyName("id")] public required long Id { get; init; }
    [JsonPropertyName("at")] public required DateTimeOffset At { get; init; }
    [JsonPropertyName("from")] public required string From { get; init; }
    [JsonPropertyName("to")] public required IReadOnlyList<string> To { get; init; }
    [JsonPropertyName("text")] public required string Text { get; init; }
}

public sealed record CallEnded : Event
{
    [JsonPropertyName("id")] public required long Id { get; init; }
    [JsonPropertyName("at")] public required DateTimeOffset At { get; init; }
    [JsonPropertyName("seconds")] public required int Seconds { get; init; }
    [JsonPropertyName("participants")] public required IReadOnlyList<Participant> Participants { get; init; }
}

public sealed record Participant
{
    [JsonPropertyName("name")] public required string Name { get; init; }
    [JsonPropertyName("role")] public required Role Role { get; init; }
}

public sealed record TaskDone : Event
{
    [JsonPropertyName("id")] public required long Id { get; init; }
    [JsonPropertyName("at")] public required DateTimeOffset At { get; init; }
    [JsonPropertyName("title")] public required string Title { get; init; }
}

public sealed record DealMoved : Event
{
    [JsonPropertyName("id")] public required long Id { get; init; }
    [JsonPropertyName("at")] public required DateTimeOffset At { get; init; }
    [JsonPropertyName("amount")] public required decimal Amount { get; init; }
    [JsonPropertyName("stage")] public required Stage Stage { get; init; }
}

public sealed record Point
{
    [JsonPropertyName("x")] public required int X { get; init; }
    [JsonPropertyName("y")] public required int Y { get; init; }
    [JsonPropertyName("label")] public required string Label { get; init; }
    [JsonPropertyName("on")] public bool? On { get; init; }
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
[JsonSerializable(typeof(IntegrationSettingsRequest))]
[JsonSerializable(typeof(IntegrationSettingsResponse))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(ContactList))]
[JsonSerializable(typeof(EventList))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, Point>), TypeInfoPropertyName = "PointMap")]
public sealed partial class SameShapeContext : JsonSerializerContext;
