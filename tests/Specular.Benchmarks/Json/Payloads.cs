using Gong;
using Specular.Runtime.For_Specular_Benchmarks;
using Same = Specular.Benchmarks.Rivals.SameShape;
using Settable = Specular.Benchmarks.Rivals.Settable;

namespace Specular.Benchmarks.Json;

/// <summary>The five bodies.</summary>
internal static class Payloads
{
    private static readonly HashSet<string> s_noText = new(StringComparer.Ordinal) { "key", "status", "createdAt", "birthday", "type", "at", "role", "stage" };

    public static IReadOnlyList<Payload> All { get; } =
    [
        new Payload<IntegrationSettingsResponse, Same.IntegrationSettingsResponse, Settable.IntegrationSettingsResponse>(
            "Gong 200", PayloadText.Gong, IntegrationSettingsResponse.ReadJson, static (ref JsonOutput json, IntegrationSettingsResponse value) => value.WriteJson(ref json),
            Same.SameShapeContext.Default.IntegrationSettingsResponse, Settable.SettableContext.Default.IntegrationSettingsResponse, Hand.Write, IsText),
        new Payload<ErrorResponse, Same.ErrorResponse, Settable.ErrorResponse>(
            "Gong 429", PayloadText.GongError, ErrorResponse.ReadJson, static (ref JsonOutput json, ErrorResponse value) => value.WriteJson(ref json),
            Same.SameShapeContext.Default.ErrorResponse, Settable.SettableContext.Default.ErrorResponse, Hand.Write, IsText),
        new Payload<ContactList, Same.ContactList, Settable.ContactList>(
            "List", PayloadText.Contacts, ContactList.ReadJson, static (ref JsonOutput json, ContactList value) => value.WriteJson(ref json),
            Same.SameShapeContext.Default.ContactList, Settable.SettableContext.Default.ContactList, Hand.Write, IsText),
        new Payload<EventList, Same.EventList, Settable.EventList>(
            "Unions", PayloadText.Events, EventList.ReadJson, static (ref JsonOutput json, EventList value) => value.WriteJson(ref json),
            Same.SameShapeContext.Default.EventList, Settable.SettableContext.Default.EventList, Hand.Write, IsText),
        new Payload<IReadOnlyDictionary<string, Point>, IReadOnlyDictionary<string, Same.Point>, Dictionary<string, Settable.Point>>(
            "Map", PayloadText.Points, ReadPoints, WritePoints,
            Same.SameShapeContext.Default.PointMap, Settable.SettableContext.Default.PointMap, Hand.Write, static (name, isName) => isName ? name.StartsWith("point-", StringComparison.Ordinal) : true),
    ];

    private static bool IsText(string name, bool isName) => !isName && !s_noText.Contains(name);

    private static IReadOnlyDictionary<string, Point> ReadPoints(ref JsonInput json) => JsonCollections.ReadMap(ref json, Point.ReadJson);

    private static void WritePoints(ref JsonOutput json, IReadOnlyDictionary<string, Point> value) =>
        JsonCollections.WriteMap(ref json, value, static (ref JsonOutput json, Point point) => point.WriteJson(ref json));
}
