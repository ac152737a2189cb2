using BenchmarkDotNet.Running;
using Specular.Benchmarks.Json;

if (args is ["check"]) return PayloadCheck.Run();
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
