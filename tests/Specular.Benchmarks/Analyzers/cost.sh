#!/usr/bin/env bash
# What the rules cost a build: makes a project of 500 files, of which every tenth uses Gong's client, builds it with ReportAnalyzer, and prints the share of
# Specular's rules in the time of all analyzers and in that of the compiler, from the third build in a compiler server to the tenth. Times are of the clock: a
# garbage collection counts for the rules that it falls into. Then the same without a client.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
files=${1:-500}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_NOLOGO=1 MSBUILDTERMINALLOGGER=off MSBUILDDISABLENODEREUSE=1

cat >"$work/App.csproj" <<XML
<Project>
  <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
  <Import Project="$root/src/UseSpecular.props" />
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <ReportAnalyzer>true</ReportAnalyzer>
  </PropertyGroup>
  <ItemGroup Condition="'\$(WithClient)' == 'true'">
    <OpenApiClient Include="$root/specs/gong-integration-settings.yaml" Namespace="Gong" ClientName="GongClient" />
  </ItemGroup>
  <ItemGroup Condition="'\$(WithClient)' != 'true'">
    <Compile Remove="Uses*.cs" />
  </ItemGroup>
  <Import Project="$root/src/UseSpecular.targets" />
  <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
</Project>
XML

for ((i = 0; i < files; i++)); do
  cat >"$work/Orders$i.cs" <<CS
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace App.Orders$i;

public enum Status { Open, Paid, Sent }

public sealed record Line(string Product, int Count, decimal Price);

public sealed class Order
{
    public int Id { get; set; }
    public string? Customer { get; set; }
    public Status Status { get; set; }
    public List<Line> Lines { get; } = [];
    public Dictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);
    public decimal Total => Lines.Sum(line => line.Price * line.Count);
}

public interface IOrderStore
{
    Task<Order?> FindAsync(int id, CancellationToken cancellationToken);
    Task SaveAsync(Order order, CancellationToken cancellationToken);
}

public sealed class OrderService(IOrderStore store, HttpClient http)
{
    private readonly Dictionary<int, Order> _cache = [];
    private int _hits;

    public async Task<Order> LoadAsync(int id, CancellationToken cancellationToken)
    {
        if (_cache.TryGetValue(id, out var cached))
        {
            _hits++;
            return cached;
        }
        var order = await store.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw new KeyNotFoundException(\$"Order {id} is not there.");
        _cache[id] = order;
        return order;
    }

    public string Describe(Order order)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, \$"{order.Id}: {order.Customer ?? "nobody"}, {order.Total:0.00}");
        foreach (var group in order.Lines.GroupBy(line => line.Product).OrderByDescending(group => group.Sum(line => line.Count)))
            text.AppendLine().Append("  ").Append(group.Key).Append(" x ").Append(group.Sum(line => line.Count));
        return text.ToString();
    }

    public int Weight(Order order) => order.Status switch
    {
        Status.Open when order.Lines.Count > $i => (int)(order.Total / 2),
        Status.Open => int.Parse(order.Tags["weight"], CultureInfo.InvariantCulture),
        Status.Paid => Convert.ToInt32(order.Total),
        _ => order.Tags.TryGetValue("weight", out var text) && int.TryParse(text, out var weight) ? weight : 0,
    };

    public async Task<long> PostAsync(Order order, CancellationToken cancellationToken)
    {
        using var content = new StringContent(JsonSerializer.Serialize(new { order.Id, name = order.Customer, tags = order.Tags }), Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri("https://orders.example/v1/orders"), content, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        var element = document.RootElement.GetProperty("orderId");
        return element.ValueKind == JsonValueKind.Number ? element.GetInt64() : long.Parse(element.GetString()!, CultureInfo.InvariantCulture);
    }

    public IEnumerable<(string Product, decimal Share)> Shares(IReadOnlyList<Order> orders)
    {
        var total = orders.Sum(order => order.Total);
        if (total == 0)
            yield break;
        for (var i = 0; i < orders.Count; i++)
        {
            foreach (var line in orders[i].Lines.Where(line => line is { Count: > 0, Price: > 0 }))
                yield return (line.Product.Trim().ToUpperInvariant(), line.Price * line.Count / total);
        }
    }
}
CS
  ((i % 10 == 0)) || continue
  rm "$work/Orders$i.cs"
  cat >"$work/Uses$i.cs" <<CS
using Gong;

namespace App.Uses$i;

public sealed class Registration(GongClient gong)
{
    private readonly List<long> _ids = [];

    public async Task<long> RegisterAsync(IEnumerable<string> tenants, CancellationToken cancellationToken)
    {
        var request = new IntegrationSettingsRequest
        {
            IntegrationTypeSettings = [.. tenants.Select(tenant => new IntegrationTypeSettings { IntegrationType = IntegrationType.Dialer, AllowedOrigin = \$"https://{tenant}.partner.com" })],
        };
        var registered = await gong.IntegrationSettingsAsync(request, cancellationToken).ConfigureAwait(false);
        if (registered.IntegrationId is { } id)
            _ids.Add(id);
        return registered.IntegrationId ?? 0;
    }

    public async Task<string> TryAsync(IntegrationSettingsRequest request) => await gong.IntegrationSettingsResultAsync(request).ConfigureAwait(false) switch
    {
        IntegrationSettingsResult.Ok ok => \$"{ok.Body.IntegrationId} {ok.Body.RequestId}",
        IntegrationSettingsResult.TooManyRequests wait => \$"Come back in {wait.RetryAfter} seconds",
        var other => \$"{other.StatusCode}",
    };
}
CS
done

# A compiler server of our own, as builds have one: what it has loaded stays loaded. It ends with the script.
server=specular-$$
compiler=$(dotnet msbuild "$work/App.csproj" -getProperty:RoslynTargetsPath)/bincore/VBCSCompiler.dll
trap 'dotnet "$compiler" -pipename:$server -shutdown >/dev/null; rm -rf "$work"' EXIT

build() {
  rm -rf "$work/bin" "$work/obj/Release"
  dotnet build "$work" -c Release -nologo -p:WithClient="$1" -p:UseSharedCompilation=true -p:SharedCompilationId=$server -maxCpuCount:1 -verbosity:detailed -clp:PerformanceSummary >"$work/log" || { grep -m5 error "$work/log"; exit 1; }
}

# Takes what WithClient is to be, how many builds to make, and a name; prints a line for each build from the third on, and at last one for each rule.
measure() {
  for ((b = 1; b <= $2; b++)); do
    build "$1"
    ((b >= 3)) || continue
    awk -v what="$3, build $b" '
      /Total analyzer execution time:/ { total = $5 }
      /^ *[<0-9.]+ +[<0-9]+ +Specular.Analyzers, / { own = $1; sub("<", "", own) }
      / ms +Csc +[0-9]+ calls/ { csc = $1 / 1000 }
      END { printf "%s: rules %.3f s, all analyzers %.3f s, compiler %.1f s, of which the rules are %.2f %%\n", what, own, total, csc, 100 * own / csc }' "$work/log"
  done
  grep -E '^ *[<0-9.]+ +[<0-9]+ +Specular\.Analyzers\.Rules' "$work/log"
}

measure true 10 "$files files with a client"
measure false 3 "the same without a client"
