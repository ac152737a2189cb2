using System.Globalization;
using System.Text;
using Gong;
using Specular.Runtime.For_Specular_Client_Tests;

namespace Specular.Client.Tests.Json;

/// <summary>Reading leaves nothing behind but what it returns, and writing nothing at all.</summary>
public sealed class AllocationTests
{
    private const string Id = "4al018gzaztcr8nbukw";

    private static readonly string[] s_texts = [.. Enumerable.Range(100_000, 500).Select(i => i.ToString(CultureInfo.InvariantCulture))];
    private static readonly byte[] s_error = Encoding.UTF8.GetBytes("{\"requestId\":\"" + Id + "\",\"errors\":[" + string.Join(',', s_texts.Select(text => "\"" + text + "\"")) + "],\"other\":[{\"a\":[1e3,null]}]}");
    private static readonly byte[] s_map = Encoding.UTF8.GetBytes("{" + string.Join(',', s_texts.Select(text => "\"" + text + "\":{\"requestId\":\"" + Id + "\",\"integrationId\":" + text + "}")) + "}");
    private static readonly IntegrationSettingsRequest s_request = new() { IntegrationTypeSettings = [new() { IntegrationType = IntegrationType.Dialer, AllowedOrigin = "https://bücher.example" }] };

    [Fact]
    public void A_record_with_a_list_takes_what_its_objects_take() => Same(
        () => new ErrorResponse { RequestId = New(Id), Errors = Items(500, i => New(s_texts[i])) },
        () => JsonBody.Parse(s_error, ErrorResponse.ReadJson));

    [Fact]
    public void A_map_takes_what_its_objects_take() => Same(
        () =>
        {
            var map = new Dictionary<string, IntegrationSettingsResponse>(500, StringComparer.Ordinal);

            // The id is there once: it is said in one body.
            var id = New(Id);
            for (var i = 0; i < 500; i++) map[New(s_texts[i])] = new IntegrationSettingsResponse { RequestId = id, IntegrationId = i };
            return map;
        },
        () => JsonBody.Parse(s_map, static (ref JsonInput json) => JsonCollections.ReadMap(ref json, IntegrationSettingsResponse.ReadJson)));

    [Fact]
    public void Writing_takes_nothing()
    {
        using var buffer = new PooledBuffer();
        Assert.Equal(0, Least(() =>
        {
            buffer.Clear();
            var json = new JsonOutput(buffer);
            s_request.WriteJson(ref json);
            json.Complete();
            return buffer;
        }));
        Assert.True(buffer.WrittenCount > 0);
    }

    private static string New(string text) => new(text.AsSpan());

    private static T[] Items<T>(int count, Func<int, T> item)
    {
        var items = new T[count];
        for (var i = 0; i < count; i++) items[i] = item(i);
        return items;
    }

    private static void Same<T>(Func<T> byHand, Func<T> read)
        where T : class
    {
        Assert.Equal(Least(byHand), Least(read));
    }

    // Of many: pools fill at first, and code that is not optimized yet may put values into objects.
    private static long Least<T>(Func<T> make)
        where T : class
    {
        var least = long.MaxValue;
        for (var i = 0; i < 300; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var value = make();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            GC.KeepAlive(value);
        }

        return least;
    }
}
