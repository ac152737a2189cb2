using System.Diagnostics;
using Specular.Testing.Generator;

namespace Specular.Scale;

/// <summary>How long the generator goes on after it was told to stop, at moments spread over a whole run.</summary>
internal static class Cancelling
{
    private const int Moments = 80;

    public static void Run(string path)
    {
        var text = new InMemoryText(Driving.Read(path));
        var compilation = Driving.Project.Compile();
        var whole = Driving.Median(Enumerable.Range(0, 9).Select(_ => Driving.Milliseconds(() => Driving.Create(text).RunGenerators(compilation))));
        var latencies = new List<double>();
        for (var i = 0; i < Moments; i++)
        {
            using var source = new CancellationTokenSource();
            var told = 0L;
            using var registration = source.Token.Register(() => Volatile.Write(ref told, Stopwatch.GetTimestamp()));
            source.CancelAfter(TimeSpan.FromMilliseconds(whole * i / Moments));
            try
            {
                Driving.Create(text).RunGenerators(compilation, source.Token);
            }
            catch (OperationCanceledException)
            {
                latencies.Add(Stopwatch.GetElapsedTime(Volatile.Read(ref told)).TotalMilliseconds);
            }
        }

        latencies.Sort();
        Driving.Say($"a run takes {whole:F0} ms; of {Moments} runs {latencies.Count} were cancelled: median {Driving.Median(latencies):F1} ms, longest {latencies[^1]:F1} ms until it ended");
    }
}
