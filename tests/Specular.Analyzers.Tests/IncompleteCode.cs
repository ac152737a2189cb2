using System.Collections.Immutable;

namespace Specular.Analyzers.Tests;

/// <summary>Code that uses a client, and what becomes of it while somebody types.</summary>
internal static class IncompleteCode
{
    private const string GongStart = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Gong;

        partial class Code
        {
            const string Origin = "http://" + "acme.com";
            static readonly string s_origin = "acme.com/";
            double _id;

        """;

    private const string ShopStart = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;
        using Shop;

        partial class Code
        {
            private readonly ShopClient _client = new(new HttpClient(), new() { Authentication = ShopAuthentication.Bearer("9f8Yc2LQe1") });
            private Item _item = new() { Name = "Lamp" };

        """;

    /// <summary>Has something for each rule about ids and origins; uses <see cref="GongClientSource"/>.</summary>
    public static ImmutableArray<string> Gong { get; } = Files(GongStart,
        """
            async Task<double> Cut(GongClient client, JsonElement e, JsonNode n, Dictionary<string, string> form)
            {
                var r = await client.IntegrationSettingsAsync(new() { IntegrationTypeSettings = [new() { IntegrationType = default, AllowedOrigin = Origin }] });
                int id = checked((int)r.IntegrationId!.Value), other = (int)n["integrationId"];
                if (r is { IntegrationId: { } whole } && e.TryGetProperty("integrationId", out var p) && p.TryGetInt32(out var i)) _id = whole;
                (string name, var pair) = (r.RequestId, r.IntegrationId ?? 0);
                return r.IntegrationId switch { long x when x > 5 => (short)x, _ => int.Parse(form["integrationId"]) };
            }
        """,
        """"
            int[] Write(IntegrationSettingsResponse r, string name, int id, Dictionary<string, string> form)
            {
                var text = $"{r?.IntegrationId}"; int.TryParse(text, out id);
                var s = new IntegrationTypeSettings { IntegrationType = default, AllowedOrigin = s_origin } with { AllowedOrigin = form.Count > 1 ? $"http://{name}:{id}" : name ?? "" };
                var json = $$"""{"allowedOrigin": "http://{{name}}"}""" + JsonSerializer.Serialize(new { allowedOrigin = string.Format("http://{0}", name) });
                return [.. new[] { r }.Select(x => (int)x.IntegrationId)];
            }
        """",
        """
            void Read(ref Utf8JsonReader j)
            {
                switch (j.GetString()) { case "integrationId": j.Read(); _id = j.GetInt32(); break; default: while (j.Read()) { if (!j.ValueTextEquals("integrationId"u8)) continue; _id = j.GetSingle(); } break; }
            }

            record Dto([property: JsonPropertyName("integrationId")] int Id) { public int IntegrationId { get; init; } = JsonSerializer.Deserialize<Dto>("{}").IntegrationId; }
        """);

    /// <summary>Has something for each other rule; uses <see cref="ShopClient"/>.</summary>
    public static ImmutableArray<string> Shop { get; } = Files(ShopStart,
        """
            async Task Drop(Item item, string unknown, bool flag)
            {
                await _client.AddItemResultAsync(item);
                _client.DeleteItemAsync(Guid.Empty);
                var items = await _client.ListItemsAsync(limit: flag ? 500 : 0, color: (Color)99, cursor: $"{unknown} is much longer than twenty");
                if (await _client.AddItemResultAsync(item with { Code = "a", Count = 7, Tags = ["a", "a"], Price = -1.005 }) is AddItemResult.Created { Body: { } added }) _item = added;
                await _client.PutPartAsync(Guid.Empty, unknown, null!, sort: unknown);
            }
        """,
        """
            async Task<string> Name(string unknown)
            {
                var color = ColorExtensions.FromWireValue("RED") is var found && found.ToWireValue() == "Red" ? found : Enum.Parse<Color>("red");
                var other = new Item { Name = "", Colors = [default, color, (Color)7], Size = default, Ratio = 0.7, Mail = "nobody", Address = "1.2.3", Link = "x y", Nickname = null };
                switch (await _client.GetItemResultAsync(Guid.NewGuid())) { case GetItemResult.Ok { Body: var body } when body.Id is not null: return body.Name; }
                Func<Task> later = () => _client.OpenAccountAsync(new Account { User = unknown, Password = "Tr0ub4dor" });
                return await _client.AddItemResultAsync(other) switch { AddItemResult.Created created => created.Body.Name, AddItemResult.Conflict => "there", };
            }
        """,
        """
            async Task Send(Item item)
            {
                for (var i = 0; ; i++) { try { await _client.ListItemsAsync(); break; } catch (ShopApiException) { await Task.Delay(1000); } }
                using var http = new HttpClient();
                await http.PostAsJsonAsync("https://api.shop.example/v1/items", item);
                foreach (var (id, name) in new[] { (Guid.NewGuid(), "Lamp") }) await new ShopClient(http).AddItemAsync(new Item { Id = id, Name = name });
                Console.WriteLine((await _client.OpenAccountAsync(null!)).Pin);
                var page = (await _client.ListOrdersAsync()).Orders; var csv = await _client.ExportItemsAsync();
                var orders = await _client.WatchOrdersAsync(); await foreach (var a in orders) { csv.ReadByte(); } await foreach (var b in orders) { }
            }
        """,
        """
            private static readonly HttpClient s_http = new() { BaseAddress = new Uri("https://api.shop.example/v1/") };
            private static string Url(Guid id) => $"https://api.shop.example/v1/items/{id}";

            async Task<int> Ask(HttpClient http, Item item, string text)
            {
                await http.DeleteAsync(Url(Guid.Empty)); await s_http.GetAsync("items"); var shape = new HttpRequestMessage(HttpMethod.Put, "https://api.shop.example/v1/" + "shape");
                for (var i = 0; i < 3; i++) { try { await _client.ListItemsAsync(page: 2); break; } catch (ShopApiException e) when (e.StatusCode == System.Net.HttpStatusCode.TooManyRequests) { await Task.Delay(i > 1 ? 10 : 20); } }
                while (true) { switch (await _client.PutPartResultAsync(default, text, new Order { Lines = [] }, sort: text)) { case PutPartResult.TooManyRequests: System.Threading.Thread.Sleep(1000); continue; default: break; } break; }
                var account = await _client.OpenAccountAsync(new Account { User = text, Password = "hunter2!" }); if (account is { Pin: { } pin }) text = pin + account.Password;
                var page = await _client.ListOrdersAsync(state: text); foreach (var order in page.Orders) Console.WriteLine(order);
                await Task.WhenAll(new[] { item }.Select(x => _client.AddItemResultAsync(x)));
                var response = await http.PostAsJsonAsync("https://api.shop.example/v1/items", item); response.EnsureSuccessStatusCode(); var added = await response.Content.ReadFromJsonAsync<Item>();
                return await _client.GetItemResultAsync(Guid.Parse("x")) switch { GetItemResult.Ok { Body: var b } => b.Name.Length, GetItemResult.NotFound => 0 };
            }
        """);

    private static readonly string[] s_words = ["(", ")", "{", "}", "[", "]", ";", ",", ".", "?", "??", "=>", "=", "!", "\"", "$\"", "'", "/*", "//", "#if", "<", ">", "&", "0", "1.5f", "default", "null", "await", "is", "switch", "with", "new", "out", "ref", "var", "typeof", "class", "static", "async", "return"];

    /// <summary>Each beginning of each file; what all files begin with counts once.</summary>
    public static IEnumerable<string> Prefixes(ImmutableArray<string> files, int step = 1)
    {
        var common = files[0].Zip(files[1]).TakeWhile(pair => pair.First == pair.Second).Count();
        foreach (var file in files)
        {
            for (var length = file == files[0] ? 0 : common; length <= file.Length; length += step)
                yield return file[..length];
        }
    }

    /// <summary>Each file without one of its words: every so many of them.</summary>
    public static IEnumerable<string> Omissions(ImmutableArray<string> files, int step)
    {
        foreach (var words in files.Select(Words))
        {
            for (var i = 0; i < words.Count; i += step)
                yield return string.Concat(words.Where((_, index) => index != i));
        }
    }

    /// <summary>Files with some of their words gone, doubled, exchanged, or replaced by others; the same ones every time.</summary>
    public static IEnumerable<string> Mutations(ImmutableArray<string> files, int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var mutated = Words(files[i % files.Length]);
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                var at = random.Next(mutated.Count);
                switch (random.Next(5))
                {
                    case 0:
                        mutated.RemoveAt(at);
                        break;
                    case 1:
                        mutated.Insert(at, mutated[at]);
                        break;
                    case 2:
                        (mutated[at], mutated[random.Next(mutated.Count)]) = (mutated[random.Next(mutated.Count)], mutated[at]);
                        break;
                    case 3:
                        mutated[at] = s_words[random.Next(s_words.Length)];
                        break;
                    case 4:
                        mutated.RemoveRange(at, Math.Min(random.Next(2, 30), mutated.Count - at));
                        break;
                }
            }
            yield return string.Concat(mutated);
        }
    }

    private static ImmutableArray<string> Files(string start, params string[] members) => [.. members.Select(member => start + "\n" + member + "\n}\n")];

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && char.IsLetterOrDigit(text[start]) && char.IsLetterOrDigit(text[end]))
                end++;
            words.Add(text[start..end]);
            start = end;
        }
        return words;
    }
}
