using BenchmarkDotNet.Attributes;

namespace Specular.Benchmarks.Json;

/// <summary>Writing a body into a buffer that is there.</summary>
[MemoryDiagnoser]
[BenchmarkCategory("Write")]
public partial class WriteBenchmarks
{
    private Payload _payload = null!;

    /// <summary>Which body.</summary>
    [Params("Gong 200", "Gong 429", "List", "Unions", "Map")]
    public string Body { get; set; } = "";

    /// <summary>Takes the body.</summary>
    [GlobalSetup]
    public void Setup() => _payload = Payload.All[Body];

    /// <summary>The emitted writer.</summary>
    [Benchmark]
    public int Specular() => _payload.WriteSpecular();

    /// <summary>System.Text.Json's generator in its fast path, on types of the same shape.</summary>
    [Benchmark(Baseline = true)]
    public int SourceGenerator() => _payload.WriteSourceGenerator();

    /// <summary>System.Text.Json's generator in its fast path, on types with setters.</summary>
    [Benchmark]
    public int SourceGeneratorSettable() => _payload.WriteSettable();

    /// <summary>System.Text.Json with reflection, on types with setters.</summary>
    [Benchmark]
    public int Reflection() => _payload.WriteReflection();

    /// <summary>Newtonsoft.Json, on types with setters.</summary>
    [Benchmark]
    public int Newtonsoft() => _payload.WriteNewtonsoft();

    /// <summary>A routine by hand.</summary>
    [Benchmark]
    public int Hand() => _payload.WriteByHand();
}
