using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Gong;

namespace Specular.Benchmarks.Json;

/// <summary>Gong's answer to a registration.</summary>
[MemoryDiagnoser]
public class GongBenchmark
{
    private static readonly byte[] s_body = """{"requestId":"4al018gzaztcr8nbukw","integrationId":7782342274025937895}"""u8.ToArray();

    /// <summary>The emitted reader.</summary>
    [Benchmark]
    public long Specular() => JsonSerializer.Deserialize<IntegrationSettingsResponse>(s_body)!.IntegrationId!.Value;
}
