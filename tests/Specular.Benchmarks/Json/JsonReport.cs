using System.Globalization;
using System.Text;

namespace Specular.Benchmarks.Json;

/// <summary>Makes the tables and the picture of docs/performance.md of what the benchmarks have left in a folder.</summary>
internal static class JsonReport
{
    private static readonly string[] s_bodies = ["Gong 200", "Gong 429", "List", "Unions", "Map"];

    private static readonly (string Method, string Name, string Colour)[] s_bars =
    [
        ("Specular", "Specular", "#2563eb"),
        ("SourceGeneratorSettable", "source generator, setters", "#a8a29e"),
        ("NSwag", "NSwag", "#f59e0b"),
        ("Walk", "limit", "#d6d3d1"),
        ("Hand", "limit", "#d6d3d1"),
    ];

    /// <param name="results">BenchmarkDotNet.Artifacts/results.</param>
    /// <param name="picture">The file of the picture.</param>
    public static void Write(string results, string picture)
    {
        var read = Rows(results, nameof(ReadBenchmarks), nameof(ReadBenchmarks.Body));
        var write = Rows(results, nameof(WriteBenchmarks), nameof(WriteBenchmarks.Body));
        Table("Read", read, s_bodies, ["Specular", "SourceGenerator", "SourceGeneratorSettable", "Reflection", "Newtonsoft", "NSwag", "Kiota", "Walk", "WalkKept"]);
        Table("Write", write, s_bodies, ["Specular", "SourceGenerator", "SourceGeneratorSettable", "Reflection", "Newtonsoft", "NSwag", "Kiota", "Hand"]);
        Table("Call", Rows(results, nameof(CallBenchmarks), nameof(CallBenchmarks.Status)), ["200", "429"], ["Specular", "HttpClientJson", "ByHand", "NSwag", "Kiota"]);
        Table("JsonSerializer", Rows(results, nameof(SerializerBenchmarks), nameof(SerializerBenchmarks.Body)), ["Gong 200", "List"], ["ReadConverter", "ReadReflection", "WriteConverter", "WriteReflection"]);
        File.WriteAllText(picture, Picture(read, write));
    }

    private static void Table(string title, List<Row> rows, string[] bodies, string[] methods)
    {
        methods = [.. methods.Where(method => rows.Exists(row => row.Method == method))];
        Console.WriteLine($"| {title} | " + string.Join(" | ", methods.Select(Name)) + " |");
        Console.WriteLine("| --- |" + string.Concat(Enumerable.Repeat(" ---: |", methods.Length)));
        foreach (var body in bodies)
        {
            var cells = methods.Select(method => rows.FirstOrDefault(row => row.Body == body && row.Method == method) is { } row ? $"{Time(row.Nanoseconds)}, {Bytes(row.Bytes)}" : "");
            Console.WriteLine($"| {body} | " + string.Join(" | ", cells) + " |");
        }

        Console.WriteLine();
    }

    private static string Name(string method) => method switch
    {
        "SourceGenerator" => "source generator",
        "SourceGeneratorSettable" => "the same, setters",
        "Walk" => "walk",
        "WalkKept" => "walk that keeps",
        "Hand" or "ByHand" => "by hand",
        "ReadConverter" => "read, emitted type",
        "ReadReflection" => "read, reflection",
        "WriteConverter" => "write, emitted type",
        "WriteReflection" => "write, reflection",
        "HttpClientJson" => "HttpClient and the source generator",
        _ => method,
    };

    private static string Picture(List<Row> read, List<Row> write)
    {
        const int Width = 880, Left = 90, Scale = 560, Bar = 12, Gap = 16, Head = 24;
        var svg = new StringBuilder();
        var y = Head;
        foreach (var (title, rows) in new[] { ("Read", read), ("Write", write) })
        {
            svg.Append(Invariant($"<text x='8' y='{y}' font-weight='bold'>{title}: time, System.Text.Json source generator = 1</text>\n"));
            y += 14;
            var top = y - 6;
            foreach (var body in s_bodies)
            {
                var whole = rows.First(row => row.Body == body && row.Method == "SourceGenerator").Nanoseconds;
                svg.Append(Invariant($"<text x='{Left - 8}' y='{y + Bar + 4}' text-anchor='end'>{body}</text>\n"));
                foreach (var (method, name, colour) in s_bars)
                {
                    if (rows.FirstOrDefault(row => row.Body == body && row.Method == method) is not { } row) continue;
                    var ratio = row.Nanoseconds / whole;
                    var length = Math.Min(ratio, 1.08) * Scale;
                    svg.Append(Invariant($"<rect x='{Left}' y='{y}' width='{length:F1}' height='{Bar}' fill='{colour}'/>"));
                    svg.Append(Invariant($"<text x='{Left + length + 4:F1}' y='{y + Bar - 2}' font-size='10'>{ratio:F2} {name}</text>\n"));
                    y += Bar + 2;
                }

                y += Gap - 6;
            }

            svg.Append(Invariant($"<line x1='{Left + Scale}' y1='{top}' x2='{Left + Scale}' y2='{y}' stroke='#78716c' stroke-dasharray='3'/>\n"));
            y += Gap + 10;
        }

        return Invariant($"<svg xmlns='http://www.w3.org/2000/svg' width='{Width}' height='{y}' font-family='sans-serif' font-size='12'>\n<rect width='100%' height='100%' fill='white'/>\n{svg}</svg>\n");
    }

    // Of all runs that have left something in the folder, since all together take long.
    private static List<Row> Rows(string folder, string benchmark, string parameter)
    {
        var rows = new List<Row>();
        foreach (var file in Directory.EnumerateFiles(folder, typeof(JsonReport).Namespace + "." + benchmark + "-report.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(file);
            var names = Cells(lines[0]);
            rows.AddRange(lines.Skip(1).Select(Cells).Select(cells => new Row(
                cells[names.IndexOf("Method")],
                cells[names.IndexOf(parameter)],
                Measure(cells[names.IndexOf("Mean")]),
                (long)Measure(cells[names.IndexOf("Allocated")]))));
        }

        // What a contender cannot do has no time.
        return [.. rows.Where(row => row.Nanoseconds > 0)];
    }

    // A cell with a comma in it has quotes around it.
    private static List<string> Cells(string line)
    {
        var cells = new List<string> { "" };
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) cells.Add("");
            else cells[^1] += c;
        }

        return cells;
    }

    // Nanoseconds or bytes.
    private static double Measure(string cell)
    {
        var parts = cell.Split(' ');
        if (!double.TryParse(parts[0], CultureInfo.InvariantCulture, out var value)) return 0;
        return value * parts[^1] switch { "ms" => 1e6, "μs" or "us" => 1e3, "s" => 1e9, "KB" => 1024, "MB" => 1024 * 1024, _ => 1 };
    }

    private static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => Invariant($"{nanoseconds:F0} ns"),
        < 1e4 => Invariant($"{nanoseconds / 1e3:F2} µs"),
        < 1e6 => Invariant($"{nanoseconds / 1e3:F0} µs"),
        _ => Invariant($"{nanoseconds / 1e6:F1} ms"),
    };

    private static string Bytes(long bytes) => bytes < 10_000 ? Invariant($"{bytes} B") : Invariant($"{bytes / 1000.0:F0} KB");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private sealed record Row(string Method, string Body, double Nanoseconds, long Bytes);
}
