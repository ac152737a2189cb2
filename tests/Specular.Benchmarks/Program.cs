using BenchmarkDotNet.Running;
using Specular.Benchmarks.Json;

if (args is ["check"]) return PayloadCheck.Run();
if (args is ["report", var results, var picture])
{
    JsonReport.Write(results, picture);
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
