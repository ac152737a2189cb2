using System.Collections.Concurrent;
using System.Globalization;
using Specular.Corpus;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Table))]

namespace Specular.Corpus;

/// <summary>Prints what came of each description, when all are done: a row for each, the totals, and what fails.</summary>
public sealed class Table(IMessageSink sink) : IDisposable
{
    private readonly ConcurrentBag<Row> _rows = [];

    public void Add(Row row) => _rows.Add(row);

    public void Dispose()
    {
        if (_rows.IsEmpty)
            return;
        var rows = _rows.OrderBy(row => row.Path, StringComparer.Ordinal).ToList();
        var failing = rows.Where(row => row.Failure is not null).ToList();
        sink.OnMessage(new DiagnosticMessage(string.Join(
            "\n",
            [
                $"{"description",-60} {"operations",10} {"files",6} {"KiB",9} {"generating/ms",13} {"compiling/ms",13}   diagnostics",
                .. rows.Select(row => row.ToString()),
                Total(rows),
                rows.Count - failing.Count + " of " + rows.Count + " descriptions give a whole client without an error and a warning of the compiler.",
                .. failing.Select(row => "FAILS " + row.Path + ": " + row.Failure),
            ])));
    }

    private static string Total(IReadOnlyList<Row> rows) => new Row("total")
    {
        Operations = rows.Sum(row => row.Operations),
        Files = rows.Sum(row => row.Files),
        Bytes = rows.Sum(row => row.Bytes),
        Generating = rows.Aggregate(TimeSpan.Zero, (sum, row) => sum + row.Generating),
        Compiling = rows.Aggregate(TimeSpan.Zero, (sum, row) => sum + row.Compiling),
        Diagnostics = rows.SelectMany(row => row.Diagnostics).GroupBy(count => count.Key).ToDictionary(group => group.Key, group => group.Sum(count => count.Value)),
    }.ToString();

    /// <summary>What came of one description, as far as it got.</summary>
    public sealed record Row(string Path)
    {
        public int Operations { get; set; }

        public int Files { get; set; }

        /// <summary>Of all that is emitted, in UTF-8, with the support code.</summary>
        public long Bytes { get; set; }

        public TimeSpan Generating { get; set; }

        /// <summary>Generating once more, then compiling.</summary>
        public TimeSpan Compiling { get; set; }

        /// <summary>How often the generator reports each diagnostic.</summary>
        public IReadOnlyDictionary<string, int> Diagnostics { get; set; } = new Dictionary<string, int>();

        public string? Failure { get; private set; }

        /// <summary>Takes note of a failure, for a filter that lets it pass.</summary>
        public bool FailsWith(Exception exception)
        {
            Failure = string.Join(' ', exception.Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(3));
            return true;
        }

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Path,-60} {Operations,10} {Files,6} {Bytes / 1024,9} {Generating.TotalMilliseconds,13:F0} {Compiling.TotalMilliseconds,13:F0}   {string.Join(", ", Diagnostics.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => count.Key + " × " + count.Value))}");
    }
}
