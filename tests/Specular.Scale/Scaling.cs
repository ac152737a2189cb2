using System.Diagnostics;
using System.Globalization;
using Specular.Testing.Descriptions;
using Specular.Testing.Generator;

namespace Specular.Scale;

/// <summary>How time and memory grow with the description.</summary>
internal static class Scaling
{
    private static readonly int[] s_sizes = [100, 1_000, 10_000, 40_000];

    /// <summary>Runs each size in a process of its own and fits a power of the size to what it took.</summary>
    public static void Run()
    {
        var rows = new List<(double Size, double Milliseconds, double Memory)>();
        Console.WriteLine($"{"schemas",8} {"input/MiB",10} {"output/MiB",10} {"files",6} {"ms",9} {"peak/MiB",9}");
        foreach (var size in s_sizes)
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!, ["size", size.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            var line = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException("Size " + size + " ended with exit code " + process.ExitCode);
            Console.WriteLine(line);
            var numbers = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToList();
            rows.Add((numbers[0], numbers[4], numbers[5]));
        }

        Driving.Say($"exponent of time {Exponent(rows.Select(row => (row.Size, row.Milliseconds))):F3}, of memory {Exponent(rows.Select(row => (row.Size, row.Memory))):F3}");
    }

    /// <summary>One size: what the first run needs at most beyond what the process has then, with the description and the generator's code; and the median time of some runs after it.</summary>
    public static void RunOne(int size)
    {
        var text = Text(size);
        var input = text.File.Text!.Length;
        Generate(Text(1));
        GC.Collect();
        var before = Peak();
        var (files, output) = Generate(text);
        var memory = Peak() - before;
        for (var i = 0; i < 40; i++)
            Generate(Text(100));
        var milliseconds = Driving.Median(Enumerable.Range(0, Math.Clamp(20_000 / size, 3, 31)).Select(_ => Driving.Milliseconds(() => Generate(text))));
        Driving.Say($"{size,8} {input / 1048576.0,10:F2} {output / 1048576.0,10:F2} {files,6} {milliseconds,9:F1} {memory / 1048576.0,9:F1}");
    }

    private static (int Files, long Characters) Generate(InMemoryText text)
    {
        var sources = Driving.Create(text).RunGenerators(Driving.Project.Compile()).GetRunResult().Results.Single().GeneratedSources;
        return (sources.Length, sources.Sum(source => (long)source.SourceText.Length));
    }

    private static InMemoryText Text(int size) => new(new DescriptionFile("synthetic.json", SyntheticDescription.Of(size)) { Namespace = "Synthetic", ClientName = "SyntheticClient" });

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    // The slope of the straight line through the logarithms, by least squares. A size that needs no more than is there already says nothing.
    private static double Exponent(IEnumerable<(double X, double Y)> points)
    {
        var logarithms = points.Where(point => point.Y > 0).Select(point => (X: Math.Log(point.X), Y: Math.Log(point.Y))).ToList();
        var (x, y) = (logarithms.Average(point => point.X), logarithms.Average(point => point.Y));
        return logarithms.Sum(point => (point.X - x) * (point.Y - y)) / logarithms.Sum(point => (point.X - x) * (point.X - x));
    }
}
