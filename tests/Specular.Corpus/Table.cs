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

    public void Add(string path, int operations, int types, int files, long characters, IReadOnlyDictionary<string, int> diagnostics) => _rows[path] = string.Create(
        CultureInfo.InvariantCulture,
        $"{path,-42} {operations,10} {types,7} {files,6} {characters / 1024,9}   {string.Join(", ", diagnostics.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => count.Key + " × " + count.Value))}");

    public void Dispose()
    {
        if (_rows.IsEmpty)
            return;
        var rows = _rows.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => row.Value);
        sink.OnMessage(new DiagnosticMessage(string.Join("\n", [$"{"description",-42} {"operations",10} {"client",7} {"files",6} {"KiB",9}   diagnostics", .. rows])));
    }
}
