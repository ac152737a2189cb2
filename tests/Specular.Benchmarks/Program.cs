using BenchmarkDotNet.Running;
using Specular.Benchmarks.Generator;
using Specular.Benchmarks.Json;

if (args is ["check"]) return PayloadCheck.Run();
if (args is ["report", var results, var picture])
{
    JsonReport.Write(results, picture);
    return 0;
}

BenchmarkSwitcher.FromAssemblies([typeof(Program).Assembly, typeof(GeneratorBenchmarks).Assembly]).Run(args);
return 0;
