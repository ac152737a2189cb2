using BenchmarkDotNet.Attributes;

namespace Specular.Benchmarks.Json;

/// <summary>Reading a body that is there.</summary>
[MemoryDiagnoser]
[BenchmarkCategory("Read")]
public partial class ReadBenchmarks
{
    private Payload _payload = null!;

    /// <summary>Which body.</summary>
    [Params("Gong 200", "Gong 429", "List", "Unions", "Map")]
    public string Body { get; set; } = "";

    /// <summary>Takes the body.</summary>
    [GlobalSetup]
    public void Setup() => _payload = Payload.All[Body];

    /// <summary>The emitted reader.</summary>
    [Benchmark]
    public object Specular() => _payload.ReadSpecular();

    /// <summary>System.Text.Json's generator, on types of the same shape.</summary>
    [Benchmark(Baseline = true)]
    public object SourceGenerator() => _payload.ReadSourceGenerator();

    /// <summary>System.Text.Json's generator, on types with setters.</summary>
    [Benchmark]
    public object SourceGeneratorSettable() => _payload.ReadSettable();

    /// <summary>System.Text.Json with reflection, on types with setters.</summary>
    [Benchmark]
    public object Reflection() => _payload.ReadReflection();

    /// <summary>Newtonsoft.Json, on types with setters.</summary>
    [Benchmark]
    public object Newtonsoft() => _payload.ReadNewtonsoft();

    /// <summary>A bare walk of Utf8JsonReader that makes the same strings.</summary>
    [Benchmark]
    public int Walk() => _payload.Walk();

    /// <summary>The same walk, where the strings stay until it is over.</summary>
    [Benchmark]
    public object WalkKept() => _payload.WalkKept();
}
