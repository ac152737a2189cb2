using BenchmarkDotNet.Attributes;

namespace Specular.Benchmarks.Json;

/// <content>What others emit.</content>
public partial class ReadBenchmarks
{
    /// <summary>What NSwag emits.</summary>
    [Benchmark]
    public object NSwag() => Peer.All[Body].ReadNSwag();

    /// <summary>What Kiota emits.</summary>
    [Benchmark]
    public object Kiota() => Peer.All[Body].ReadKiota();
}
