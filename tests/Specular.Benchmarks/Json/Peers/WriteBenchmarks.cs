using BenchmarkDotNet.Attributes;

namespace Specular.Benchmarks.Json;

/// <content>What others emit.</content>
public partial class WriteBenchmarks
{
    /// <summary>What NSwag emits.</summary>
    [Benchmark]
    public int NSwag() => Peer.All[Body].WriteNSwag();

    /// <summary>What Kiota emits.</summary>
    [Benchmark]
    public int Kiota() => Peer.All[Body].WriteKiota();
}
