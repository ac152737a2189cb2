using System.Collections.Concurrent;
using System.Globalization;
using Specular.Corpus;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Table))]

namespace Specular.Corpus;

/// <summary>Prints what came of each description, when all are done.</summary>
public sealed class Table(IMessageSink sink) : IDisposable
{
    private readonly ConcurrentDictionary<string, string> _rows = new();

    public void Add(string path, int operations, int files, long bytes, TimeSpan generating, TimeSpan compiling, IReadOnlyDictionary<string, int> diagnostics) => _rows[path] = string.Create(
        CultureInfo.InvariantCulture,
        $"{path,-60} {operations,10} {files,6} {bytes / 1024,9} {generating.TotalMilliseconds,13:F0} {compiling.TotalMilliseconds,13:F0}   {string.Join(", ", diagnostics.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => count.Key + " × " + count.Value))}");

    public void Dispose()
    {
        if (_rows.IsEmpty)
            return;
        var rows = _rows.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => row.Value);
        sink.OnMessage(new DiagnosticMessage(string.Join("\n", [$"{"description",-60} {"operations",10} {"files",6} {"KiB",9} {"generating/ms",13} {"compiling/ms",13}   diagnostics", .. rows])));
    }
}
